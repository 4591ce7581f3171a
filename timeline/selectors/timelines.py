"""What one window of a timeline shows: its lanes, events as rows, and counts where they are many.

The number of queries depends on the arrangement of the lanes, never on the number of events.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from timeline.chart.figure import Contents
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count as Counted
from timeline.chart.rows import Row, Style
from timeline.dates.julian import OPEN_END
from timeline.models import Category, Evidence, Timeline, TimelineEvent
from timeline.models.timeline import prominence
from timeline.selectors import buckets, disputes
from timeline.selectors.buckets import text
from timeline.selectors.lanes import ALL, Arrangement, arranged
from timeline.selectors.memberships import Memberships, overlapping

# Events of one window that are looked at one by one: packing them takes some 50 ms.
ROW_LIMIT = 800
# Of the lanes that have more, so many of the most important events stand out.
KEY_EVENTS = 240
# The overview strip has at most so many bars.
STRIP_BARS = 128


def span(timeline: Timeline) -> tuple[int, int] | None:
    """The first and the last Julian day of what readers see, the open ends of dates aside: a date
    that is not open sorts by its first day."""
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
    timeline: Timeline,
    geometry: Geometry,
    kind: str,
    some: Memberships | None = None,
    folded: Collection[str] = (),
) -> Contents:
    """All that the figure of one window needs; `kind` is one of `Timeline.Lanes`, and `some` are
    those of the timeline's memberships that are shown, if not all. Events of `folded` lanes, named
    by their keys, are only counted."""
    arrangement = arranged(timeline, kind, some)
    thin = [lane.key for lane in arrangement.lanes if lane.key in folded]
    days = math.floor(geometry.window.first), math.ceil(geometry.window.last)
    counts = counts_in_window(arrangement, days, geometry.level)
    crowded = _crowded({lane: found for lane, found in counts.items() if lane not in thin})
    return Contents(
        lanes=arrangement.lanes,
        styles=[
            Style(category.key, category.label, category.colour, category.shape)
            for category in Category.objects.all()
        ],
        rows=rows_in_window(arrangement, days, crowded, thin),
        counts={lane: counts[lane] for lane in (*crowded, *thin)},
        strip=_strip(timeline, geometry.domain, some),
        folded=thin,
    )


def counts_in_window(
    arrangement: Arrangement, days: tuple[int, int], level: int
) -> dict[str, list[Counted]]:
    """Lane -> how many events sort into each 2**level days that touch the days given."""
    counts: dict[str, list[Counted]] = defaultdict(list)
    for lane, number, events in arrangement.counts(days, level):
        counts[lane].append(Counted(lane, number << level, 1 << level, events))
    return counts


def rows_in_window(
    arrangement: Arrangement,
    days: tuple[int, int],
    crowded: Collection[str] = (),
    folded: Collection[str] = (),
) -> list[Row]:
    """The events that overlap the days given, once for each lane that they lie in; of crowded lanes
    only the most important, of folded ones none."""
    roomy = [lane.key for lane in arrangement.lanes if lane.key not in (*crowded, *folded)]
    rows: list[Row] = []
    for lanes, least, limit in ((roomy, 0, ROW_LIMIT), (crowded, 1, KEY_EVENTS)):
        for members in arrangement.within(lanes) if lanes else ():
            inside = members.filter(overlapping(days), prominence__gte=prominence(least, 0))
            rows += _rows(inside.order_by("-prominence", "event_id")[:limit])
    disputed = disputes.among(row.id for row in rows if row.sources > 1)
    return [replace(row, disputed=row.id in disputed) for row in dict.fromkeys(rows)]


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
