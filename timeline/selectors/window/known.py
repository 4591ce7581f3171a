"""The events of lanes that have few: found once and kept with their days, since a database goes
through many thousands of others to find those of one window."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from timeline.models.ranking import prominence
from timeline.selectors.census import Days

# The id of an event, and one of the lanes that it lies in.
Pick = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Known:
    """Of each event the place of its lane in `keys`, its day, in whose order they come, and its id;
    `foremost` tells the places of the important ones, the most prominent first."""

    keys: Sequence[str]
    lanes: "array[int]"
    days: "array[int]"
    events: "array[int]"
    foremost: "array[int]"

    def within(self, days: Days, keys: Collection[str]) -> list[Pick]:
        """Those that sort into the days and lie in these lanes."""
        return list(self._picked(range(*self._places(days)), keys))

    def foremost_within(self, days: Days, keys: Collection[str], number: int) -> list[Pick]:
        """Of those the most prominent, as far as they are important."""
        first, end = self._places(days)
        inside = (place for place in self.foremost if first <= place < end)
        return list(islice(self._picked(inside, keys), number))

    def _places(self, days: Days) -> tuple[int, int]:
        return bisect_left(self.days, days[0]), bisect_left(self.days, days[1] + 1)

    def _picked(self, places: Iterable[int], keys: Collection[str]) -> Iterator[Pick]:
        wanted = {number: key for number, key in enumerate(self.keys) if key in keys}
        for place in places if wanted else ():
            if self.lanes[place] in wanted:
                yield self.events[place], wanted[self.lanes[place]]


def known_by_days(keys: Sequence[str], members: Iterable[tuple[str, int, int, int]]) -> Known:
    """From (lane, day, id, prominence) of events, in whatever order."""
    numbers = {key: number for number, key in enumerate(keys)}
    ordered = sorted(members, key=lambda member: (*member[1:], numbers[member[0]]))
    weights = [member[3] for member in ordered]
    important = [place for place, weight in enumerate(weights) if weight >= prominence(1, 0)]
    important.sort(key=lambda place: -weights[place])
    return Known(
        keys,
        array("B", (numbers[lane] for lane, *_ in ordered)),
        array("i", (day for _lane, day, *_ in ordered)),
        array("q", (event for _lane, _day, event, _weight in ordered)),
        array("i", important),
    )


NOTHING = known_by_days([], [])
