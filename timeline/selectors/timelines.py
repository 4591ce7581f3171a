"""What one window of a timeline shows: its lanes, events as rows, and counts where they are many.

The number of queries depends on the arrangement of the lanes, never on the number of events.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from timeline.chart.figure import Contents
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count as Counted
from timeline.chart.rows import Row, Style
from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.models import Category, Evidence, Timeline
from timeline.selectors import buckets
from timeline.selectors.lanes import ALL, Arrangement, arranged, text
from timeline.selectors.memberships import Memberships

# Events of one window that are looked at one by one: packing them takes some 50 ms.
ROW_LIMIT = 1200
# Of the lanes that have more, so many of the most important events stand out.
KEY_EVENTS = 240
# Knuth's multiplicative hash for 16 bits (The Art of Computer Programming 3, 6.4): of equally
# important events it takes some from everywhere rather than the first.
_SCATTER, _SCATTER_RANGE = 40503, 65536
# The overview strip has at most so many bars.
STRIP_BARS = 128


def span(members: Memberships) -> tuple[int, int] | None:
    """The first and the last Julian day of these events, their open ends aside."""
    days = members.aggregate(
        first=Min("first_day", filter=Q(first_day__gt=OPEN_START)),
        first_sort=Min("sort_day"),
        last=Max("last_day", filter=Q(last_day__lt=OPEN_END)),
        last_sort=Max("sort_day"),
    )
    known = [day for day in days.values() if day is not None]
    return (min(known), max(known)) if known else None


def contents(
    timeline: Timeline, geometry: Geometry, kind: str, some: Memberships | None = None
) -> Contents:
    """All that the figure of one window needs; `kind` is one of `Timeline.Lanes`, and `some` are
    those of the timeline's memberships that are shown, if not all."""
    arrangement = arranged(timeline, kind, some)
    days = math.floor(geometry.window.first), math.ceil(geometry.window.last)
    counts = counts_in_window(arrangement, days, geometry.level)
    crowded = _crowded(counts)
    return Contents(
        lanes=arrangement.lanes,
        styles=[
            Style(category.key, category.label, category.colour, category.shape)
            for category in Category.objects.all()
        ],
        rows=rows_in_window(arrangement, days, crowded),
        counts={lane: counts[lane] for lane in crowded},
        strip=_strip(timeline, geometry.domain, some),
    )


def counts_in_window(
    arrangement: Arrangement, days: tuple[int, int], level: int
) -> dict[str, list[Counted]]:
    """Lane -> how many events sort into each 2**level days that touch the days given."""
    if arrangement.kept is not None:
        found = [buckets.kept(arrangement.timeline, days, level, arrangement.kept)]
    else:
        found = [buckets.counted(members, days, level) for members in arrangement.members]
    counts: dict[str, list[Counted]] = defaultdict(list)
    for lane, number, events in (bucket for group in found for bucket in group):
        counts[lane].append(Counted(lane, number << level, 1 << level, events))
    return counts


def rows_in_window(
    arrangement: Arrangement, days: tuple[int, int], crowded: Iterable[str] = ()
) -> list[Row]:
    """The events that overlap the days given; of crowded lanes only the most important."""
    crowded = list(crowded)
    rows: list[Row] = []
    for members in arrangement.members:
        inside = members.filter(first_day__lte=days[1], last_day__gte=days[0])
        roomy = inside.exclude(lane__in=crowded) if crowded else inside
        rows += _rows(roomy.order_by("-importance", "sort_day", "event_id")[:ROW_LIMIT])
        if crowded:
            key = inside.filter(lane__in=crowded, importance__gt=0).annotate(
                scattered=F("event_id") * _SCATTER % _SCATTER_RANGE
            )
            rows += _rows(key.order_by("-importance", "scattered", "event_id")[:KEY_EVENTS])
    return rows


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


def _rows(members: Memberships) -> list[Row]:
    told = (
        Evidence.objects.filter(event=OuterRef("event"))
        .order_by()
        .values("event")
        .annotate(articles=Count("article", distinct=True))
        .values("articles")
    )
    fields = members.annotate(sources=Coalesce(Subquery(told), 0)).values_list(
        "event_id",
        "event__title",
        "event__date",
        "event__part",
        "first_day",
        "last_day",
        "lane",
        Coalesce("category__key", text("")),
        "importance",
        "sources",
    )
    return [Row(*row) for row in fields]


def _strip(
    timeline: Timeline, domain: tuple[float, float], some: Memberships | None
) -> list[Counted]:
    level = max(0, math.ceil(math.log2((domain[1] - domain[0]) / STRIP_BARS)))
    days, lane = (math.floor(domain[0]), math.ceil(domain[1])), text(ALL)
    if some is None:
        found = buckets.kept(timeline, days, level, lane)
    else:
        found = buckets.counted(some.annotate(lane=lane), days, level)
    return [Counted(ALL, number << level, 1 << level, events) for _, number, events in found]
