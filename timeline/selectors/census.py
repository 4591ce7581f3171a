"""How many events lie in which lane on which day: counted once, and asked for any window."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

Lane = TypeVar("Lane", bound=Hashable)
# A window of days, both ends included.
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Census(Generic[Lane]):
    """`days` has for each lane the days that have events, in order, and how many events lie before
    each of them, with the number of all at the end."""

    days: Mapping[Lane, tuple["array[int]", "array[int]"]]

    @property
    def size(self) -> int:
        return sum(len(known) for known, _before in self.days.values())

    @property
    def total(self) -> int:
        return sum(before[-1] for _known, before in self.days.values())

    def events(self, lane: Lane) -> int:
        return self.days[lane][1][-1]

    @property
    def lanes(self) -> list[Lane]:
        return list(self.days)

    def counts(self, days: Days, level: int) -> Iterator[tuple[Lane, int, int]]:
        """(lane, number of the bucket, events) for the buckets of 2**level days that touch some
        days; those of a lane come in their order."""
        first = days[0] >> level << level
        for lane, (known, before) in self.days.items():
            for number, events in _grouped(known, before, (first, days[1]), level):
                yield lane, number, events


def census(counts: Iterable[tuple[Lane, int, int]], lanes: Iterable[Lane] = ()) -> Census[Lane]:
    """From (lane, day, events), in whatever order; the lanes stand in the order given."""
    found: defaultdict[Lane, Counter[int]] = defaultdict(Counter)
    for lane in lanes:
        found[lane] = Counter()
    for lane, day, events in counts:
        found[lane][day] += events
    return Census({lane: _summed(days) for lane, days in found.items()})


def _grouped(
    known: "array[int]", before: "array[int]", days: Days, level: int
) -> Iterator[tuple[int, int]]:
    at, last = bisect_left(known, days[0]), bisect_left(known, days[1] + 1)
    while at < last:
        number = known[at] >> level
        end = min(bisect_left(known, (number + 1) << level, at), last)
        yield number, before[end] - before[at]
        at = end


def _summed(counts: Mapping[int, int]) -> tuple["array[int]", "array[int]"]:
    ordered = sorted(counts.items())
    days = array("i", (day for day, _events in ordered))
    return days, array("i", accumulate((events for _day, events in ordered), initial=0))
