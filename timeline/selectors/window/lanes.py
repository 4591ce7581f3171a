"""The lanes of a timeline: by category, person, place or source, or all events in one."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext

from timeline.chart.rows import Lane
from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.models import Category, Timeline
from timeline.models.ranking import COARSEST
from timeline.selectors.census import Census, Days
from timeline.selectors.columns import text
from timeline.selectors.filtering.filters import Filtered
from timeline.selectors.groupings import GROUPINGS
from timeline.selectors.memberships import Memberships, Told
from timeline.selectors.tallies import together
from timeline.selectors.window import frequent
from timeline.selectors.window.frequent import OTHERS
from timeline.selectors.window.known import NOTHING, Known, Pick

ALL = "all"
EVER = OPEN_START, OPEN_END
# Events of all lanes together: they take 2 MB. Where there are more, those of a window are met soon
# in the order of all.
MOST_KNOWN = 100_000
# (lane, number of the bucket, events); the buckets of a lane come in their order.
Buckets = Iterable[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes from top to bottom.

    within    of some memberships those in some of the lanes, each with the `lane` it lies in: an
              event of two people lies in the lanes of both
    lanes_of  the same of single events, in any of the lanes and in whatever order
    counts    how many events each lane has in the buckets of 2**level days that touch some days
    known     the events of lanes that need not be asked for
    """

    lanes: Sequence[Lane]
    within: Callable[[Memberships, Collection[str]], Sequence[Memberships]]
    lanes_of: Callable[[Sequence[Told]], Iterable[Pick]]
    counts: Callable[[Days, int], Buckets]
    known: Known = NOTHING


def arranged(found: Filtered, kind: str, categories: Sequence[Category]) -> Arrangement:
    """What filters leave; `kind` is one of `Timeline.Lanes`, and the categories are all there are,
    in their order."""
    if kind in GROUPINGS:
        return _by_frequency(found, kind)
    return _by_category(found, categories) if kind == Timeline.Lanes.CATEGORY else _in_one(found)


def shown(found: Filtered, kind: str) -> str:
    """The arrangement that tells anything: where no event has a category, one lane says as much as
    one that is called “Others”."""
    if kind == Timeline.Lanes.CATEGORY and found.categories == {None}:
        return Timeline.Lanes.ONE.value
    return kind


def sizes(found: Filtered, kind: str) -> list[int]:
    """About how many events each lane has. Those of people, places and sources are taken to be as
    many in each: to count them is a long look, and readers wait for the page."""
    if kind == Timeline.Lanes.CATEGORY:
        events: Counter[int | None] = Counter()
        for category, _number, some in found.tally.counts(EVER, COARSEST):
            events[category] += some
        return list(events.values())
    total = found.tally.total
    lanes = max(min(frequent.NUMBER + 1, total), 1) if kind in GROUPINGS else 1
    return [total // lanes] * lanes


def _in_one(found: Filtered) -> Arrangement:
    def within(some: Memberships, keys: Collection[str]) -> list[Memberships]:
        return [some.annotate(lane=text(ALL))] if keys else []

    def lanes_of(some: Sequence[Told]) -> Iterable[Pick]:
        return [(event, ALL) for event, _category in some]

    def counts(days: Days, level: int) -> Buckets:
        return [(ALL, *bucket) for bucket in together(found.tally.counts(days, level))]

    return Arrangement([Lane(ALL, "")], within, lanes_of, counts)


def _by_category(found: Filtered, known: Sequence[Category]) -> Arrangement:
    used = found.categories
    categories = {category.key: category for category in known if category.pk in used}
    lanes = [Lane(category.key, category.label) for category in categories.values()]
    if None in used:
        lanes.append(_others())
    keys = {category.pk: key for key, category in categories.items()} | {None: OTHERS}
    lane = Coalesce("category__key", text(OTHERS))

    def within(some: Memberships, chosen: Collection[str]) -> list[Memberships]:
        if not chosen:
            return []
        wanted = Q(category__in=[categories[key].pk for key in chosen if key != OTHERS])
        if OTHERS in chosen:
            wanted |= Q(category=None)
        # A condition that all of them meet would keep databases from the index of prominence.
        return [(some if len(chosen) == len(lanes) else some.filter(wanted)).annotate(lane=lane)]

    def lanes_of(some: Sequence[Told]) -> Iterable[Pick]:
        return [(event, keys.get(pk, OTHERS)) for event, pk in some]

    def counts(days: Days, level: int) -> Buckets:
        return [(keys[pk], at, events) for pk, at, events in found.tally.counts(days, level)]

    return Arrangement(lanes, within, lanes_of, counts)


def _by_frequency(found: Filtered, kind: str) -> Arrangement:
    """The most frequent people, places or sources, then one lane for the rest, if there is any."""
    grouping, members = GROUPINGS[kind], found.queryset
    census: Census[str] = found.remembered(
        f"census by {kind}",
        lambda: frequent.taken(members, found.tally, grouping),
        lambda census: census.size,
    )
    chosen = [key for key in census.lanes if key != OTHERS]
    names = grouping.names(chosen)

    def within(some: Memberships, keys: Collection[str]) -> list[Memberships]:
        wanted = [key for key in chosen if key in keys]
        groups = [frequent.having(some, grouping, wanted)] if wanted else []
        if OTHERS in keys:
            groups.append(frequent.lacking(some, grouping, chosen))
        return groups

    def lanes_of(some: Sequence[Told]) -> Iterable[Pick]:
        return frequent.lanes_of([event for event, _category in some], grouping, chosen)

    lanes = [Lane(key, names[key]) for key in chosen]
    if census.events(OTHERS):
        lanes.append(_others())
    if sum(census.events(key) for key in chosen) > MOST_KNOWN:
        return Arrangement(lanes, within, lanes_of, census.counts)
    few = found.remembered(
        f"events by {kind}", lambda: frequent.known_of(members, grouping, chosen)
    )
    return Arrangement(lanes, within, lanes_of, census.counts, few)


def _others() -> Lane:
    return Lane(OTHERS, pgettext("events", "Others"))
