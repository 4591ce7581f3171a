"""The people, places or sources that the most events of a timeline have, and how many when.

An event that has two of them counts for both; one that has none of them is among the others.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

from django.core.cache import cache
from django.db.models import Count, Exists, OuterRef, Sum

from timeline.models import Timeline
from timeline.selectors.buckets import Buckets, text
from timeline.selectors.groupings import GROUPINGS, Grouping
from timeline.selectors.memberships import Memberships, visible

# As many lanes as can be told apart, with one for the others.
NUMBER = 7


def keys(members: Memberships, grouping: Grouping) -> list[str]:
    """The lanes of the most frequent, the most frequent first."""
    found = members.filter(**{f"{grouping.path}__isnull": False}).order_by()
    counted = found.values(lane=grouping.lane).annotate(events=grouping.number)
    return [row["lane"] for row in counted.order_by("-events", "lane")[:NUMBER]]


def having(members: Memberships, grouping: Grouping, some: Sequence[str]) -> Memberships:
    """Those that lie in one of these lanes, each with its `lane`: once for each cause, so that
    `grouping.number` counts them."""
    found: Memberships = members.filter(grouping.lies_in(some)).annotate(lane=grouping.lane)
    return found


def lacking(members: Memberships, grouping: Grouping, some: Sequence[str]) -> Memberships:
    """Those that lie in none of these, in the lane of the others."""
    others: Memberships = members.filter(~_caused(grouping, some)).annotate(lane=text(""))
    return others


def _caused(grouping: Grouping, some: Sequence[str]) -> Exists:
    return Exists(grouping.causes(some).filter(event=OuterRef("event")))


@dataclass(frozen=True, slots=True)
class Census:
    """`days` has for each lane the days that have events, in order, and how many events lie before
    each of them, with the number of all at the end."""

    keys: Sequence[str]
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


def census(timeline: Timeline, kind: str) -> Census:
    """Of all that readers may see, by one of `GROUPINGS`. To count a million events takes seconds,
    so that what was found is kept as long as the timeline stays as it is."""
    key = f"census:{timeline.pk}:{timeline.version}:{kind}"
    found: Any = cache.get_or_set(key, lambda: _taken(timeline, GROUPINGS[kind]), timeout=None)
    return cast(Census, found)


def _taken(timeline: Timeline, grouping: Grouping) -> Census:
    members = visible(timeline)
    chosen = keys(members, grouping)
    days: defaultdict[str, Counter[int]] = defaultdict(Counter)
    named = having(members, grouping, chosen).order_by().values("lane", "sort_day")
    for row in named.annotate(events=grouping.number):
        days[row["lane"]][row["sort_day"]] = row["events"]
    days[""] = _others(timeline, members.filter(_caused(grouping, chosen)))
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
