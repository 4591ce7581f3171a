"""The saved filter of a timeline: which published events join it by themselves.

A JSON object; an event has to meet every key that is there:

words       a query for `timeline.search`
categories  keys of categories, one of which is the event's; "none" for events without one
entities    ids of people, organisations and places, one of which the event names
sources     `timeline.selectors.source_keys`, one of which reports the event
precisions  names of `timeline.dates.scales.Precision` in lower case, one of which its date has
from, to    EDTF: the event goes on or lies after the first day of `from`, begins by the last day of
            `to`, as with `since` and `until` of `timeline.selectors.filtering.filters`
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline import search
from timeline.dates import edtf
from timeline.dates.scales import Precision
from timeline.models import Event, EventIndex, Evidence
from timeline.selectors.filtering.fields import NO_CATEGORY
from timeline.selectors.source_keys import is_from, sources_of

KEYS = ("words", "categories", "entities", "sources", "precisions", "from", "to")


def matching(saved_filter: dict[str, Any] | None) -> QuerySet[Event]:
    """The published events that match, each once; None matches nothing, an empty filter all.

    Raises ValidationError with one sentence for a filter that cannot be read.
    """
    if saved_filter is None:
        return Event.objects.none()
    validate(saved_filter)
    wanted = Q(status=Event.Status.PUBLISHED)
    for key, value in saved_filter.items():
        wanted &= _CONDITIONS[key](value)
    return Event.objects.filter(wanted).order_by()


def _of_categories(keys: list[str]) -> Q:
    wanted = Q(category__key__in=keys)
    return wanted | Q(category=None) if NO_CATEGORY in keys else wanted


def _naming(entities: list[int]) -> Q:
    named = Q(participants__in=entities) | Q(places__in=entities)
    return Q(pk__in=Event.objects.filter(named).order_by().values("pk"))


def _from_sources(sources: list[str]) -> Q:
    evidence = Evidence.objects.filter(is_from(sources_of(sources)))
    return Q(pk__in=evidence.order_by().values("event"))


def _exact_to(names: list[str]) -> Q:
    some = [Precision[name.upper()] for name in names]
    return Q(pk__in=EventIndex.objects.filter(precision__in=some).values("event"))


_CONDITIONS: dict[str, Callable[[Any], Q]] = {
    "words": lambda words: search.matching(words, "pk"),
    "categories": _of_categories,
    "entities": _naming,
    "sources": _from_sources,
    "precisions": _exact_to,
    "from": lambda date: Q(last_day__gte=edtf.parse(date).first_day),
    "to": lambda date: Q(first_day__lte=edtf.parse(date).last_day),
}


def validate(saved_filter: object) -> None:
    """Raises ValidationError unless the object is a saved filter."""
    if not isinstance(saved_filter, dict) or (saved_filter.keys() - set(KEYS)):
        raise ValidationError(
            _("A saved filter is an object with the keys %(keys)s."),
            params={"keys": ", ".join(KEYS)},
        )
    for key, value in saved_filter.items():
        if key in _SHAPES:
            is_right, message = _SHAPES[key]
            if not is_right(value):
                raise ValidationError(str(message))
        else:
            _validate_date(value)


def _are(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(type(one) is kind for one in value)


def _are_precisions(value: object) -> bool:
    known = {precision.name.lower() for precision in Precision}
    return isinstance(value, list) and all(one in known for one in value)


_SHAPES: dict[str, tuple[Callable[[object], bool], Promise]] = {
    "words": (lambda value: isinstance(value, str), _("“words” of a saved filter is a text.")),
    "categories": (
        _are(str),
        _("“categories” of a saved filter is a list of keys of categories."),
    ),
    "entities": (_are(int), _("“entities” of a saved filter is a list of ids.")),
    "sources": (_are(str), _("“sources” of a saved filter is a list of publishers.")),
    "precisions": (
        _are_precisions,
        _("“precisions” of a saved filter is a list of precisions."),
    ),
}


def _validate_date(value: object) -> None:
    try:
        edtf.parse(str(value))
    except edtf.DateError as error:
        raise ValidationError(str(error)) from error
