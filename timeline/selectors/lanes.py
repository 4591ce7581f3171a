"""The lanes of a timeline: by category, person, place or source, or all events in one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext

from timeline.chart.rows import Lane
from timeline.models import Category, Timeline
from timeline.models.timeline import COARSEST
from timeline.selectors import buckets, frequent
from timeline.selectors.buckets import Buckets, text
from timeline.selectors.groupings import GROUPINGS
from timeline.selectors.memberships import Memberships, visible

ALL, OTHERS = "all", ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes from top to bottom.

    within  the memberships shown in some of the lanes, each with the `lane` it lies in: an event of
            two people lies in the lanes of both
    counts  how many events each lane has in the buckets of 2**level days that touch some days
    """

    lanes: Sequence[Lane]
    within: Callable[[Collection[str]], Sequence[Memberships]]
    counts: Callable[[tuple[int, int], int], Buckets]


def arranged(timeline: Timeline, kind: str, some: Memberships | None = None) -> Arrangement:
    """All that readers may see of a timeline, or `some`; `kind` is one of `Timeline.Lanes`."""
    if kind in GROUPINGS:
        return _by_frequency(timeline, some, kind)
    if kind == Timeline.Lanes.CATEGORY:
        return _by_category(timeline, some)
    return _in_one(timeline, some)


def _in_one(timeline: Timeline, some: Memberships | None) -> Arrangement:
    lane = text(ALL)
    members = _shown(timeline, some).annotate(lane=lane)

    def counts(days: tuple[int, int], level: int) -> Buckets:
        if some is None:
            return buckets.kept(timeline, days, level, lane)
        return buckets.counted(members, days, level)

    return Arrangement([Lane(ALL, "")], lambda lanes: [members], counts)


def _by_category(timeline: Timeline, some: Memberships | None) -> Arrangement:
    used = timeline.counts.filter(level=COARSEST) if some is None else some
    ids = set(used.order_by().values_list("category", flat=True).distinct())
    categories = {category.key: category for category in Category.objects.filter(pk__in=ids)}
    lanes = [Lane(category.key, category.label) for category in categories.values()]
    lane = Coalesce("category__key", text(OTHERS))
    members = _shown(timeline, some).annotate(lane=lane)

    def within(keys: Collection[str]) -> list[Memberships]:
        wanted = Q(category__in=[categories[key].pk for key in keys if key != OTHERS])
        return [members.filter(wanted | Q(category=None) if OTHERS in keys else wanted)]

    def counts(days: tuple[int, int], level: int) -> Buckets:
        if some is None:
            return buckets.kept(timeline, days, level, lane)
        return buckets.counted(members, days, level)

    return Arrangement([*lanes, _others()] if None in ids else lanes, within, counts)


def _by_frequency(timeline: Timeline, some: Memberships | None, kind: str) -> Arrangement:
    """The most frequent people, places or sources, then one lane for the rest."""
    grouping, members = GROUPINGS[kind], _shown(timeline, some)
    census = frequent.census(timeline, kind) if some is None else None
    chosen = census.keys if census else frequent.keys(members, grouping)
    names = grouping.names(chosen)
    lanes = [*(Lane(key, names[key]) for key in chosen), _others()]

    def within(keys: Collection[str]) -> list[Memberships]:
        wanted = [key for key in chosen if key in keys]
        found = [frequent.having(members, grouping, wanted)] if wanted else []
        if OTHERS in keys:
            found.append(frequent.lacking(members, grouping, chosen))
        return found

    def counts(days: tuple[int, int], level: int) -> Buckets:
        if census:
            return census.counts(days, level)
        every = within([lane.key for lane in lanes])
        number = grouping.number
        return [row for found in every for row in buckets.counted(found, days, level, number)]

    return Arrangement(lanes, within, counts)


def _shown(timeline: Timeline, some: Memberships | None) -> Memberships:
    return visible(timeline) if some is None else some


def _others() -> Lane:
    return Lane(OTHERS, pgettext("events", "Others"))
