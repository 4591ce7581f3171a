"""The lanes of a timeline: by category, by person, by place, or all events in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import get_language, pgettext

from timeline.chart.rows import Lane
from timeline.models import Category, Entity, EntityName, Timeline
from timeline.selectors.memberships import Memberships, visible

# Lanes of people or places: the most frequent, then one for the rest.
NAMED_LANES = 7
ALL, OTHERS = "all", ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes from top to bottom, and the memberships shown, each with the `lane` it lies in: an
    event of two people lies in the lanes of both. `kept` is the lane of a kept count, None where
    counts are not kept by such lanes, or not of these memberships alone."""

    timeline: Timeline
    lanes: Sequence[Lane]
    members: Sequence[Memberships]
    kept: Combinable | None = None


def arranged(timeline: Timeline, kind: str, some: Memberships | None = None) -> Arrangement:
    """All that readers may see of a timeline, or `some`; `kind` is one of `Timeline.Lanes`."""
    if kind == Timeline.Lanes.PERSON:
        return _by_entity(timeline, some, "event__participants")
    if kind == Timeline.Lanes.PLACE:
        return _by_entity(timeline, some, "event__places")
    if kind == Timeline.Lanes.CATEGORY:
        lanes = _of_categories(timeline.counts.all() if some is None else some)
        return _by(Coalesce("category__key", text(OTHERS)), timeline, some, lanes)
    return _by(text(ALL), timeline, some, [Lane(ALL, "")])


def _by(
    lane: Combinable, timeline: Timeline, some: Memberships | None, lanes: Sequence[Lane]
) -> Arrangement:
    members = visible(timeline) if some is None else some
    kept = lane if some is None else None
    return Arrangement(timeline, lanes, [members.annotate(lane=lane)], kept)


def text(value: str) -> Cast:
    """A text of ours as a column: PostgreSQL has to be told its type."""
    return Cast(Value(value), CharField())


def _of_categories(used: QuerySet[Any]) -> list[Lane]:
    """A lane for each category that these counts or memberships have."""
    ids = set(used.order_by().values_list("category", flat=True).distinct())
    lanes = [
        Lane(category.key, category.label)
        for category in Category.objects.all()
        if category.pk in ids
    ]
    return [*lanes, _others()] if None in ids else lanes


def _by_entity(timeline: Timeline, some: Memberships | None, path: str) -> Arrangement:
    """The most frequent people or places; ids are kept as text, since lanes are named by text."""
    members = visible(timeline) if some is None else some
    frequent = (
        members.filter(**{f"{path}__isnull": False})
        .order_by()
        .values(path)
        .annotate(events=Count("id"))
        .order_by("-events", path)[:NAMED_LANES]
    )
    ids = [entry[path] for entry in frequent]
    names = names_of(ids)
    named = members.filter(**{f"{path}__in": ids}).annotate(lane=Cast(F(path), CharField()))
    others = members.exclude(**{f"{path}__in": ids}).annotate(lane=text(OTHERS))
    lanes = [*(Lane(str(pk), names[pk]) for pk in ids), _others()]
    return Arrangement(timeline, lanes, [named, others])


def _others() -> Lane:
    return Lane(OTHERS, pgettext("events", "Others"))


def names_of(ids: Sequence[int]) -> dict[int, str]:
    """Names in the reader's language where they are known."""
    names = dict(Entity.objects.filter(pk__in=ids).values_list("pk", "name"))
    spoken = EntityName.objects.filter(entity__in=ids, language=get_language() or "")
    return names | dict(spoken.order_by("-id").values_list("entity", "name"))
