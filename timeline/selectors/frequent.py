"""The people or places that a timeline names most often, and how many events name them when.

`field` is one of Event's: participants, places. An event that names two of them counts for both;
one that names none of them is among the others.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

from django.core.cache import cache
from django.db.models import CharField, Count, Exists, F, OuterRef, Sum
from django.db.models.functions import Cast

from timeline.models import Event, Timeline
from timeline.selectors.buckets import Buckets, text
from timeline.selectors.memberships import Memberships, visible

# As many lanes as can be told apart, with one for the others.
NUMBER = 7


def ids(members: Memberships, field: str) -> list[int]:
    """Of the most frequent, the most frequent first."""
    path = f"event__{field}"
    named = members.filter(**{f"{path}__isnull": False}).order_by().values(path)
    counted = named.annotate(events=Count("id")).order_by("-events", path)
    return [row[path] for row in counted[:NUMBER]]


def naming(members: Memberships, field: str, some: Sequence[int]) -> Memberships:
    """Those that name one of `some`, once for each, whose id is the `lane`."""
    path = f"event__{field}"
    lane = Cast(F(path), CharField())
    named: Memberships = members.filter(**{f"{path}__in": some}).annotate(lane=lane)
    return named


def not_naming(members: Memberships, field: str, some: Sequence[int]) -> Memberships:
    """Those that name none of `some`, in the lane of the others."""
    others: Memberships = members.filter(~Exists(_through(field, some))).annotate(lane=text(""))
    return others


def _through(field: str, some: Sequence[int]) -> Any:
    through: Any = getattr(Event, field).through
    return through.objects.filter(event=OuterRef("event"), entity__in=some)


@dataclass(frozen=True, slots=True)
class Census:
    """`days` has for each lane the days that have events, in order, and how many events lie before
    each of them, with the number of all at the end."""

    ids: Sequence[int]
    days: Mapping[str, tuple["array[int]", "array[int]"]]

    def counts(self, days: tuple[int, int], level: int) -> Buckets:
        """As `buckets.counted` gives them, from what is known already."""
        first = days[0] >> level << level
        for lane, (known, before) in self.days.items():
            yield from _grouped(lane, known, before, (first, days[1]), level)


def _grouped(
    lane: str, known: "array[int]", before: "array[int]", days: tuple[int, int], level: int
) -> Iterator[tuple[str, int, int]]:
    at, last = bisect_left(known, days[0]), bisect_left(known, days[1] + 1)
    while at < last:
        number = known[at] >> level
        end = min(bisect_left(known, (number + 1) << level, at), last)
        yield lane, number, before[end] - before[at]
        at = end


def census(timeline: Timeline, field: str) -> Census:
    """Of all that readers may see. To count a million events takes seconds, so that what was found
    is kept as long as the timeline stays as it is."""
    key = f"census:{timeline.pk}:{timeline.version}:{field}"
    found: Any = cache.get_or_set(key, lambda: _taken(timeline, field), timeout=None)
    return cast(Census, found)


def _taken(timeline: Timeline, field: str) -> Census:
    members = visible(timeline)
    chosen = ids(members, field)
    days: defaultdict[str, Counter[int]] = defaultdict(Counter)
    named = naming(members, field, chosen).order_by().values("lane", "sort_day")
    for row in named.annotate(events=Count("id")):
        days[row["lane"]][row["sort_day"]] = row["events"]
    days[""] = _others(timeline, members.filter(Exists(_through(field, chosen))))
    return Census(chosen, {lane: _summed(counts) for lane, counts in days.items()})


def _others(timeline: Timeline, named: Memberships) -> Counter[int]:
    """All of a day less those that name somebody."""
    kept = timeline.counts.filter(level=0).order_by().values("bucket")
    others = Counter({row["bucket"]: row["events"] for row in kept.annotate(events=Sum("count"))})
    counted = named.order_by().values("sort_day").annotate(events=Count("id"))
    others.subtract({row["sort_day"]: row["events"] for row in counted})
    return +others


def _summed(counts: Mapping[int, int]) -> tuple["array[int]", "array[int]"]:
    ordered = sorted(counts.items())
    days = array("q", (day for day, _events in ordered))
    return days, array("q", accumulate((events for _day, events in ordered), initial=0))
