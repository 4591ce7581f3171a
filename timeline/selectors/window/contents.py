"""What one window of a timeline shows: its lanes, events as rows, and counts where they are many.

The number of queries depends on the arrangement of the lanes, never on the number of events.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db.models import FilteredRelation, OuterRef, Q, Subquery

from timeline.chart.figure import Contents
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count as Counted
from timeline.chart.rows import Era, Row, Style
from timeline.dates import eras
from timeline.dates.julian import OPEN_END
from timeline.models import Category, Entity, Event, Timeline, TimelineEvent
from timeline.models.ranking import prominence
from timeline.selectors.census import Days
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.memberships import Memberships, foremost_of, reaching
from timeline.selectors.one_of import one_of
from timeline.selectors.remembering import remembered
from timeline.selectors.scopes import scope
from timeline.selectors.supports import Support, supported_by
from timeline.selectors.tallies import together
from timeline.selectors.window.known import Pick
from timeline.selectors.window.lanes import ALL, Arrangement, arranged

# Events of one window that are looked at one by one: packing them takes some 50 ms.
ROW_LIMIT = 800
# Of the lanes that have more, so many of the most important events stand out: of twice as many
# hardly more find room for their labels.
KEY_EVENTS = 320
# Events that began before the window all lie at its edge, one to a row: this is twice the rows that
# there are.
REACHING = 96
# The overview strip has at most so many bars.
STRIP_BARS = 128
_FIELDS = (
    "pk",
    "told__title",
    "title",
    "date",
    "part",
    "first_day",
    "last_day",
    "category",
    "importance",
    "told__featured",
)
_DATE = _FIELDS.index("date")


def span(about: Timeline | Entity) -> Days | None:
    """The first and the last Julian day of what readers see, the open ends of dates aside."""
    if isinstance(about, Timeline):
        return remembered(scope(about), "span of all", lambda: (_span(about),))[0]
    return filtered(about, {}).span()


def _span(timeline: Timeline) -> Days | None:
    """From the indexes: a date that is not open sorts by its first day."""
    seen = TimelineEvent.objects.filter(timeline=OuterRef("pk"), visible=True)
    ends = (
        seen.order_by("sort_day").values("sort_day"),
        seen.order_by("-sort_day").values("sort_day"),
        seen.filter(last_day__lt=OPEN_END).order_by("-last_day").values("last_day"),
    )
    found = Timeline.objects.filter(pk=timeline.pk)
    (days,) = found.values_list(*(Subquery(end[:1]) for end in ends))
    known = [day for day in days if day is not None]
    return (min(known), max(known)) if known else None


def contents(
    found: Filtered, geometry: Geometry, kind: str, folded: Collection[str] = ()
) -> Contents:
    """All that the figure of one window needs; `kind` is one of `Timeline.Lanes`. Events of the
    lanes whose keys are `folded` are only counted."""
    categories = list(Category.objects.all())
    arrangement = arranged(found, kind, categories)
    thin = [lane.key for lane in arrangement.lanes if lane.key in folded]
    days = math.floor(geometry.window.first), math.ceil(geometry.window.last)
    counts = counts_in_window(arrangement, days, geometry.level)
    crowded = _crowded({lane: found for lane, found in counts.items() if lane not in thin})
    return Contents(
        lanes=arrangement.lanes,
        styles=[
            Style(category.key, category.label, category.colour, category.shape)
            for category in categories
        ],
        rows=rows_in_window(found, arrangement, days, categories, crowded, thin),
        counts={lane: counts[lane] for lane in (*crowded, *thin)},
        strip=_strip(found, geometry.domain),
        folded=thin,
        eras=_eras(found.scope.timeline),
    )


def _eras(timeline: Timeline | None) -> list[Era]:
    told = eras.read(timeline.eras) if timeline else []
    return [Era(era.name, era.date.first_day, era.date.last_day) for era in told]


def counts_in_window(arrangement: Arrangement, days: Days, level: int) -> dict[str, list[Counted]]:
    """Lane -> how many events sort into each 2**level days that touch the days given."""
    counts: dict[str, list[Counted]] = defaultdict(list)
    for lane, number, events in arrangement.counts(days, level):
        counts[lane].append(Counted(lane, number << level, 1 << level, events))
    return counts


def rows_in_window(
    found: Filtered,
    arrangement: Arrangement,
    days: Days,
    categories: Iterable[Category],
    crowded: Collection[str] = (),
    folded: Collection[str] = (),
) -> list[Row]:
    """The events that sort into the days given, of crowded lanes only the most important; and the
    most important of those that only reach into the days. Once for each lane that they lie in; of
    folded lanes none."""
    unfolded = _without((lane.key for lane in arrangement.lanes), folded)
    roomy = _without(unfolded, crowded)
    touching = found.touching(days)
    known = arrangement.known
    # Which ones reach in is told before their lanes are looked for.
    reach_in = foremost_of([touching.filter(part) for part in reaching(days)], REACHING)
    picks = [
        known.within(days, roomy),
        known.foremost_within(days, crowded, KEY_EVENTS),
        *_looked_for(found, arrangement, touching.filter(sort_day__range=days), roomy, crowded),
        (pick for pick in arrangement.lanes_of(reach_in) if pick[1] in unfolded),
    ]
    keys = {category.pk: category.key for category in categories}
    return _rows(dict.fromkeys(chain.from_iterable(picks)), keys, found.scope.timeline)


def _looked_for(
    found: Filtered,
    arrangement: Arrangement,
    inside: Memberships,
    roomy: Collection[str],
    crowded: Collection[str],
) -> Iterator[Iterable[Pick]]:
    """Of the lanes whose events are not known: all that lie inside, and of crowded ones the most
    important."""
    known, number = arrangement.known.keys, len(arrangement.lanes)
    # Of all lanes together, they are sooner told afterwards than asked for on the way.
    wanted = _without(roomy, known)
    if len(wanted) == number:
        yield arrangement.lanes_of(list(inside.order_by().values_list("event_id", "category")))
        return
    for some in arrangement.within(inside, wanted):
        yield some.order_by().values_list("event_id", "lane")
    important = inside.filter(prominence__gte=prominence(1, 0))
    wanted = _without(crowded, known)
    if len(wanted) == number:
        foremost = found.foremost(important, KEY_EVENTS).values_list("event_id", "category")
        yield arrangement.lanes_of(list(foremost))
        return
    for some in arrangement.within(important, wanted):
        yield found.foremost(some, KEY_EVENTS).values_list("event_id", "lane")


def _without(lanes: Iterable[str], others: Collection[str]) -> list[str]:
    return [lane for lane in lanes if lane not in others]


def _crowded(counts: Mapping[str, Sequence[Counted]]) -> list[str]:
    """The lanes whose events are too many to be looked at one by one: room that small lanes do not
    use goes to the larger ones."""
    totals = {lane: sum(count.count for count in found) for lane, found in counts.items()}
    room, left = ROW_LIMIT, len(totals)
    crowded: list[str] = []
    for lane in sorted(totals, key=lambda lane: totals[lane]):
        if totals[lane] > room / left:
            crowded.append(lane)
        else:
            room -= totals[lane]
        left -= 1
    return crowded


def _rows(
    picked: Collection[Pick], categories: Mapping[int, str], timeline: Timeline | None
) -> list[Row]:
    """In the words of the timeline where it has others than its events."""
    told = FilteredRelation("tellings", condition=Q(tellings__timeline=timeline))
    events = Event.objects.filter(one_of("pk", (pk for pk, _lane in picked))).order_by()
    rows = {row[0]: row for row in events.annotate(told=told).values_list(*_FIELDS)}
    supports = supported_by({pk: row[_DATE] for pk, row in rows.items()})
    return [_row(rows[pk], supports[pk], lane, categories) for pk, lane in picked if pk in rows]


def _row(values: Sequence[Any], support: Support, lane: str, categories: Mapping[int, str]) -> Row:
    pk, told, title, date, part, first, last, category, importance, featured = values
    key = categories.get(category, "")
    weight = (importance, support.articles, support.disputed, bool(featured))
    return Row(pk, told or title, date, part, first, last, lane, key, *weight)


def _strip(found: Filtered, domain: tuple[float, float]) -> list[Counted]:
    level = max(0, math.ceil(math.log2((domain[1] - domain[0]) / STRIP_BARS)))
    days = math.floor(domain[0]), math.ceil(domain[1])
    buckets = found.remembered(
        f"overview {days} {level}", lambda: together(found.tally.counts(days, level))
    )
    return [Counted(ALL, number << level, 1 << level, events) for number, events in buckets]
