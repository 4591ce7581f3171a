"""What one window of a timeline shows: lanes, events as rows, and counts where they are too many.

The number of queries depends on the arrangement of the lanes, never on the number of events.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import get_language, pgettext

from timeline.chart.figure import Contents
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count as Counted
from timeline.chart.rows import Lane, Row, Style
from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.models import Category, Entity, EntityName, Evidence, Timeline, TimelineEvent

# Events of one window that are looked at one by one: packing them takes some 50 ms.
ROW_LIMIT = 1200
# Of the lanes that have more, so many of the most important events stand out.
KEY_EVENTS = 120
# Lanes of people or places: the most frequent, then one for the rest.
NAMED_LANES = 7
# The overview strip has at most so many bars.
STRIP_BARS = 128
ALL, OTHERS = "all", ""

Memberships = QuerySet[TimelineEvent]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes from top to bottom, and the visible memberships, each with the `lane` it lies in;
    an event of two people lies in the lanes of both."""

    lanes: Sequence[Lane]
    members: Sequence[Memberships]


def span(timeline: Timeline) -> tuple[int, int] | None:
    """The first and the last Julian day of a timeline's visible events, their open ends aside."""
    days = _visible(timeline).aggregate(
        first=Min("first_day", filter=Q(first_day__gt=OPEN_START)),
        first_sort=Min("sort_day"),
        last=Max("last_day", filter=Q(last_day__lt=OPEN_END)),
        last_sort=Max("sort_day"),
    )
    known = [day for day in days.values() if day is not None]
    return (min(known), max(known)) if known else None


def contents(timeline: Timeline, geometry: Geometry, kind: str) -> Contents:
    """All that the figure of one window needs; `kind` is one of `Timeline.Lanes`."""
    arrangement = arranged(timeline, kind)
    window = geometry.window
    days = math.floor(window.first), math.ceil(window.last)
    counts = counts_in_window(arrangement, *days, geometry.level)
    crowded = _crowded(counts)
    return Contents(
        lanes=arrangement.lanes,
        styles=[
            Style(category.key, category.label, category.colour, category.shape)
            for category in Category.objects.all()
        ],
        rows=rows_in_window(arrangement, *days, crowded),
        counts={lane: counts[lane] for lane in crowded},
        strip=_strip(timeline, geometry.domain),
    )


def arranged(timeline: Timeline, kind: str) -> Arrangement:
    """The lanes of a timeline by category, person or place, or all in one."""
    visible = _visible(timeline)
    if kind == Timeline.Lanes.CATEGORY:
        return _by_category(visible)
    if kind == Timeline.Lanes.PERSON:
        return _by_entity(visible, "event__participants")
    if kind == Timeline.Lanes.PLACE:
        return _by_entity(visible, "event__places")
    return Arrangement([Lane(ALL, "")], [visible.annotate(lane=_text(Value(ALL)))])


def counts_in_window(
    arrangement: Arrangement, first_day: int, last_day: int, level: int
) -> dict[str, list[Counted]]:
    """Lane -> how many events sort into each 2**level days that touch the days given."""
    found: dict[str, list[Counted]] = defaultdict(list)
    start = first_day >> level << level
    for members in arrangement.members:
        inside = members.filter(sort_day__gte=start, sort_day__lte=last_day)
        for lane, bucket, count in _bucketed(inside, level, "lane"):
            found[lane].append(Counted(lane, bucket << level, 1 << level, count))
    return found


def rows_in_window(
    arrangement: Arrangement, first_day: int, last_day: int, crowded: Iterable[str] = ()
) -> list[Row]:
    """The events that overlap the days given; of crowded lanes only the most important."""
    crowded = list(crowded)
    rows: list[Row] = []
    for members in arrangement.members:
        inside = members.filter(first_day__lte=last_day, last_day__gte=first_day)
        roomy = inside.exclude(lane__in=crowded) if crowded else inside
        rows += _rows(roomy.order_by("-importance", "sort_day", "event_id")[:ROW_LIMIT])
        if crowded:
            key = inside.filter(lane__in=crowded, importance__gt=0)
            rows += _rows(key.order_by("-importance", "sort_day", "event_id")[:KEY_EVENTS])
    return rows


def _visible(timeline: Timeline) -> Memberships:
    return TimelineEvent.objects.filter(timeline=timeline, visible=True)


def _by_category(visible: Memberships) -> Arrangement:
    used = set(visible.order_by().values_list("category", flat=True).distinct())
    lanes = [
        Lane(category.key, category.label)
        for category in Category.objects.all()
        if category.pk in used
    ]
    if None in used:
        lanes.append(Lane(OTHERS, pgettext("events", "Others")))
    members = visible.annotate(lane=Coalesce("category__key", _text(Value(OTHERS))))
    return Arrangement(lanes, [members])


def _by_entity(visible: Memberships, path: str) -> Arrangement:
    """The most frequent people or places; ids are kept as text, since lanes are named by text."""
    frequent = (
        visible.filter(**{f"{path}__isnull": False})
        .order_by()
        .values(path)
        .annotate(events=Count("id"))
        .order_by("-events", path)[:NAMED_LANES]
    )
    ids = [entry[path] for entry in frequent]
    names = _names(ids)
    named = visible.filter(**{f"{path}__in": ids}).annotate(lane=Cast(F(path), CharField()))
    others = visible.exclude(**{f"{path}__in": ids}).annotate(lane=_text(Value(OTHERS)))
    lanes = [Lane(str(pk), names[pk]) for pk in ids]
    return Arrangement([*lanes, Lane(OTHERS, pgettext("events", "Others"))], [named, others])


def _names(ids: Sequence[int]) -> dict[int, str]:
    """Names in the reader's language where they are known."""
    names = dict(Entity.objects.filter(pk__in=ids).values_list("pk", "name"))
    spoken = EntityName.objects.filter(entity__in=ids, language=get_language() or "")
    return names | dict(spoken.order_by("-id").values_list("entity", "name"))


def _text(value: Value) -> Cast:
    return Cast(value, CharField())


def _bucketed(members: Memberships, level: int, *fields: str) -> Iterable[tuple[str, int, int]]:
    """(lane, bucket, count) in the order of the buckets; shifting rounds towards the past on both
    databases, also before day 0."""
    bucket = F("sort_day").bitrightshift(level)
    grouped = members.order_by().values(*fields, bucket=bucket).annotate(count=Count("id"))
    return grouped.order_by("bucket").values_list(*fields, "bucket", "count")


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
        "category__key",
        "importance",
        "sources",
    )
    return [Row(*row[:7], row[7] or "", *row[8:]) for row in fields]


def _strip(timeline: Timeline, domain: tuple[float, float]) -> list[Counted]:
    level = max(0, math.ceil(math.log2((domain[1] - domain[0]) / STRIP_BARS)))
    members = _visible(timeline).annotate(lane=_text(Value(ALL)))
    return [
        Counted(ALL, bucket << level, 1 << level, count)
        for _, bucket, count in _bucketed(members, level, "lane")
    ]
