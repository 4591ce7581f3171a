"""People, organisations and places that are one: merged with their names, events and filters."""

from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.models import Entity, EntityName, Event, FormerEntity, Merge, Timeline
from timeline.selectors.filtering.saved_filter import matching
from timeline.services import locks, versions
from timeline.services.people import PUBLISH, User, demand, sign
from timeline.services.search_index import naming, retell_events
from timeline.services.timelines import refresh

# Where entities are named; a merge of events remembers which names its heir got.
_NAMED = tuple(
    getattr(model, name).through for model in (Event, Merge) for name in ("participants", "places")
)


@transaction.atomic
def merge_entities(
    *, entities: Iterable[Entity], heir: Entity, user: User, reason: str = ""
) -> int:
    """Let `heir` have the names and events of the entities and their part in saved filters, and
    their Wikidata id and coordinates where it has none. Their addresses lead to it; they themselves
    go for good. `reason` says in the history why. How many went.

    Raises ValidationError where they are of several kinds or have different Wikidata ids;
    PermissionDenied where the user may not change entities and publish.
    """
    demand(user, "timeline.change_entity", PUBLISH)
    wanted = {entity.pk for entity in entities} | {heir.pk}
    locks.keep_from_reference(Entity.objects.filter(pk__in=wanted))
    into = Entity.objects.get(pk=heir.pk)
    going = list(Entity.objects.filter(pk__in=wanted - {heir.pk}).order_by("pk"))
    _check([into, *going])
    ids = [entity.pk for entity in going]
    events = naming(sorted(wanted))  # the heir's own, too, are found by its new names
    for through in _NAMED:
        _hand_on(through, ids, into)
    versions.complete(model=Entity, ids=wanted)
    _join_names(ids, into)
    _lead_on(ids, into)
    for entity in (into, *going):
        vars(entity)["_change_reason"] = reason or None
    _take_over(going, into, user)
    versions.renew(model=Entity, ids=[into.pk])
    retell_events(ids=events)
    _rewrite_filters(ids, into)
    return len(going)


def _lead_on(ids: Collection[int], heir: Entity) -> None:
    """The addresses of those that go, and all that led to them, lead to the heir."""
    FormerEntity.objects.filter(heir__in=ids).update(heir=heir)
    FormerEntity.objects.bulk_create(FormerEntity(former=pk, heir=heir) for pk in ids)


def _check(entities: Collection[Entity]) -> None:
    if len({entity.kind for entity in entities}) > 1:
        raise ValidationError(
            _("Only people, only organisations or only places can be merged into one.")
        )
    if len({entity.wikidata for entity in entities if entity.wikidata}) > 1:
        raise ValidationError(
            _("These have different Wikidata ids: correct the wrong one before you merge them.")
        )


def _hand_on(through: Any, ids: list[int], heir: Entity) -> None:
    """Rows that name one of `ids` name the heir, each owner once."""
    (owner,) = {field.attname for field in through._meta.fields if field.is_relation} - {
        "entity_id"
    }
    rows = through.objects.filter(entity__in=ids)
    owners = set(rows.values_list(owner, flat=True))
    had = set(through.objects.filter(entity=heir).values_list(owner, flat=True))
    rows.delete()
    new = [through(**{owner: pk, "entity_id": heir.pk}) for pk in sorted(owners - had)]
    through.objects.bulk_create(new, batch_size=500)


def _join_names(ids: list[int], heir: Entity) -> None:
    known = set(heir.names.values_list("language", "folded"))
    for name in EntityName.objects.filter(entity__in=ids):
        if (name.language, name.folded) not in known:
            known.add((name.language, name.folded))
            name.entity = heir
            name.save(update_fields=["entity"])


def _take_over(going: Collection[Entity], heir: Entity, user: User) -> None:
    """What the heir lacks; an id of Wikidata is free only when those who had it are gone."""
    for entity in going:
        heir.wikidata = heir.wikidata or entity.wikidata
        if heir.latitude is None:
            heir.latitude, heir.longitude = entity.latitude, entity.longitude
        sign(entity, user)
        entity.delete()
    sign(heir, user)
    heir.save()


def _rewrite_filters(ids: list[int], heir: Entity) -> None:
    """Timelines that collect what names one of `ids` collect what names the heir."""
    collecting = list[Timeline]()
    for timeline in Timeline.objects.filter(saved_filter__isnull=False).order_by("pk"):
        saved = timeline.saved_filter or {}
        wanted = saved.get("entities", [])
        if {*ids, heir.pk}.intersection(wanted):
            named = dict.fromkeys(heir.pk if pk in ids else pk for pk in wanted)
            timeline.saved_filter = {**saved, "entities": list(named)}
            collecting.append(timeline)
    matched = (matching(timeline.saved_filter) for timeline in collecting)
    locks.events(ids=chain.from_iterable(each.values_list("pk", flat=True) for each in matched))
    for timeline in collecting:
        timeline.save(update_fields=["saved_filter", "updated_at"])
        refresh(timeline=timeline)
