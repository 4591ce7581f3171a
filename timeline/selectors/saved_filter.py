"""The saved filter of a timeline: which published events join it by themselves.

A JSON object; an event has to meet every key that is there:

categories  keys of categories, one of which is the event's
entities    ids of people, organisations and places, one of which the event names
from, to    EDTF: the event begins on or after the first day of `from`, ends by the last of `to`
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from timeline.dates import edtf
from timeline.models import Event

KEYS = ("categories", "entities", "from", "to")


def matching(saved_filter: dict[str, Any] | None) -> QuerySet[Event]:
    """The published events that match, each once; None matches nothing, an empty filter all.

    Raises ValidationError with one sentence for a filter that cannot be read.
    """
    if saved_filter is None:
        return Event.objects.none()
    validate(saved_filter)
    wanted = Q(status=Event.Status.PUBLISHED)
    if "categories" in saved_filter:
        wanted &= Q(category__key__in=saved_filter["categories"])
    if "from" in saved_filter:
        wanted &= Q(first_day__gte=edtf.parse(saved_filter["from"]).first_day)
    if "to" in saved_filter:
        wanted &= Q(last_day__lte=edtf.parse(saved_filter["to"]).last_day)
    if "entities" in saved_filter:
        wanted &= Q(pk__in=_naming(saved_filter["entities"]))
    return Event.objects.filter(wanted).order_by()


def _naming(entities: list[int]) -> QuerySet[Event, int]:
    named = Q(participants__in=entities) | Q(places__in=entities)
    return Event.objects.filter(named).order_by().values_list("pk", flat=True)


def validate(saved_filter: object) -> None:
    """Raises ValidationError unless the object is a saved filter."""
    if not isinstance(saved_filter, dict) or (saved_filter.keys() - set(KEYS)):
        raise ValidationError(
            _("A saved filter is an object with the keys %(keys)s."),
            params={"keys": ", ".join(KEYS)},
        )
    if not _all_are(saved_filter.get("categories", []), str):
        raise ValidationError(_("“categories” of a saved filter is a list of keys of categories."))
    if not _all_are(saved_filter.get("entities", []), int):
        raise ValidationError(_("“entities” of a saved filter is a list of ids."))
    for name in ("from", "to"):
        if name in saved_filter:
            _validate_date(saved_filter[name])


def _all_are(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(type(one) is kind for one in value)


def _validate_date(value: object) -> None:
    try:
        edtf.parse(str(value))
    except edtf.DateError as error:
        raise ValidationError(str(error)) from error
