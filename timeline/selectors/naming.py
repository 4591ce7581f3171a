"""Whom events name, and which events name somebody."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q

from timeline.models import Entity, Event

# By the id of an event, in the order of `Entity`.
NamedBy = Mapping[int, list[Entity]]
# Who took part in an event, and where it was.
_THROUGH: tuple[Any, Any] = (Event.participants.through, Event.places.through)


def names(entity: Entity, event: str = "event") -> Q:
    """The condition that the event whose id is at the path `event` names an entity."""
    found = [through.objects.filter(entity=entity).values("event") for through in _THROUGH]
    took_part, held = (Q(**{f"{event}__in": ids}) for ids in found)
    return took_part | held


def named_by(ids: Collection[int]) -> tuple[NamedBy, NamedBy]:
    """Who took part in these events, and where they were; each with its `names`, and one object
    however many of the events name it. Three queries."""
    pairs = [_pairs(through, ids) for through in _THROUGH]
    wanted = {entity for some in pairs for _event, entity in some}
    known = Entity.objects.filter(pk__in=wanted).prefetch_related("names")
    entities = {entity.pk: entity for entity in known}
    took_part, held = (_grouped(some, entities) for some in pairs)
    return took_part, held


def _pairs(through: Any, ids: Collection[int]) -> list[tuple[int, int]]:
    named = through.objects.filter(event__in=ids).order_by("entity__name", "entity_id")
    return list(named.values_list("event_id", "entity_id"))


def _grouped(pairs: Collection[tuple[int, int]], entities: Mapping[int, Entity]) -> NamedBy:
    grouped: NamedBy = defaultdict(list)
    for event, entity in pairs:
        grouped[event].append(entities[entity])
    return grouped
