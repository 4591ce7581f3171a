"""A whole article at a glance: its dates on one line, as wide as they are exact.

An article tells of this week and of a century ago. Long times in which nothing happens are cut out,
so that each stretch between two cuts has its own scale. Places and widths are percentages of the
line, counted from its earlier end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.dates.edtf import Date, sides
from timeline.dates.julian import from_day
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision

# A time without events is cut out where it is longer than this share of its stretch, and than so
# many days: labels name months. More cuts than these would leave them no room on a phone.
_LONG, _LONG_DAYS, _MOST_STRETCHES = 0.4, 62, 4
# Percentages: of a cut, and of the narrowest mark that can still be hit.
_CUT, _LEAST = 3.0, 1.0
# Marks that would touch lie in rows above each other; more rows than these would hide the text.
_MOST_ROWS = 8
# Percentages that rounding may add.
_TOUCH = 0.02


class Dated(NamedTuple):
    """One date to be shown; `part` is TIMEX3's."""

    key: int
    date: Date
    part: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`row` counts from 0, the lowest. A `point` is a day or a minute; `open` is the side on which
    a date is open: "start", "end" or ""."""

    key: int
    start: float
    width: float
    row: int
    point: bool
    soft: bool
    open: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which something happens; `label` is EDTF, no more exact than it needs to be."""

    start: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Glance:
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    rows: int


class _Days(NamedTuple):
    first: int
    last: int


def glance(dated: Sequence[Dated]) -> Glance:
    """The marks, in the order given, and the line they lie on; both empty without dates."""
    known = [_known(one) for one in dated]
    times = _stretches(sorted(known))
    line = _Line(times, [sum(_within(days, time) for days in known) for time in times])
    placed = [line.place(one, days) for one, days in zip(dated, known, strict=True)]
    rows = _rows(placed)
    marks = tuple(_mark(*each) for each in zip(dated, placed, rows, strict=True))
    return Glance(marks, line.stretches, max(rows, default=-1) + 1)


def _known(one: Dated) -> _Days:
    """What is drawn of a date; of an open one the end that is known."""
    known = next(side for side in sides(one.date) if side)
    return _Days(*drawn(known if one.date.precision is Precision.OPEN else one.date, one.part))


def _within(days: _Days, time: _Days) -> bool:
    return time.first <= days.first <= time.last


def _stretches(days: Sequence[_Days]) -> list[_Days]:
    """The times in which something happens, in order."""
    found = [days] if days else []
    while len(found) < _MOST_STRETCHES:
        cut = max((_widest(some, number) for number, some in enumerate(found)), default=None)
        if cut is None or cut.share <= _LONG:
            break
        some = found[cut.number]
        found[cut.number : cut.number + 1] = [some[: cut.at], some[cut.at :]]
    return [_Days(some[0].first, max(one.last for one in some)) for some in found]


class _Cut(NamedTuple):
    share: float
    number: int
    at: int


def _widest(days: Sequence[_Days], number: int) -> _Cut:
    """The longest time without events in a stretch, as a share of it, and what comes after."""
    best, last = _Cut(0.0, number, 0), days[0].last
    length = max(one.last for one in days) - days[0].first + 1
    for at, one in enumerate(days):
        if one.first - last > _LONG_DAYS:
            best = max(best, _Cut((one.first - last) / length, number, at))
        last = max(last, one.last)
    return best


class _Line:
    """Where days lie: stretches of widths of their own, days evenly spread in each."""

    def __init__(self, times: Sequence[_Days], counts: Sequence[int]) -> None:
        self.times = times
        room = 100 - _CUT * (len(times) - 1)
        # Between equal widths and widths by number: the label of a lonely event needs room, too.
        weights = [count / sum(counts) + 1 / len(counts) for count in counts]
        widths = [room * weight / sum(weights) for weight in weights]
        starts = [sum(widths[:number]) + _CUT * number for number in range(len(widths))]
        self.stretches = tuple(
            Stretch(round(start, 2), round(width, 2), _label(time))
            for start, width, time in zip(starts, widths, times, strict=True)
        )

    def at(self, day: int) -> float:
        for time, stretch in zip(self.times, self.stretches, strict=True):
            if day <= time.last + 1:
                length = time.last + 1 - time.first
                return stretch.start + stretch.width * max(0, day - time.first) / length
        return 100.0

    def place(self, one: Dated, days: _Days) -> tuple[float, float]:
        """Start and width of a mark."""
        start = 0.0 if one.date.open_start else self.at(days.first)
        end = 100.0 if one.date.open_end else self.at(days.last + 1)
        width = max(end - start, _LEAST)
        return round(max(0.0, min(start, 100 - width)), 2), round(width, 2)


def _label(time: _Days) -> str:
    (first_year, first_month, _), (last_year, last_month, _) = map(from_day, time)
    if first_year != last_year:
        return f"{_year(first_year)}/{_year(last_year)}"
    if first_month != last_month:
        return _year(first_year)
    return f"{_year(first_year)}-{first_month:02d}"


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _rows(placed: Iterable[tuple[float, float]]) -> list[int]:
    """The lowest free row of each; where none is left, the one that is free first."""
    ends: list[float] = []
    rows = {}
    for number, (start, width) in sorted(enumerate(placed), key=lambda pair: pair[1]):
        free = next((row for row, end in enumerate(ends) if end <= start + _TOUCH), len(ends))
        if free == len(ends) < _MOST_ROWS:
            ends.append(0.0)
        row = free if free < len(ends) else min(range(len(ends)), key=ends.__getitem__)
        ends[row], rows[number] = start + width, row
    return [rows[number] for number in range(len(rows))]


def _mark(one: Dated, placed: tuple[float, float], row: int) -> Mark:
    date = one.date
    return Mark(
        key=one.key,
        start=placed[0],
        width=placed[1],
        row=row,
        point=date.precision <= Precision.DAY,
        soft=date.approximate or date.uncertain,
        open="start" if date.open_start else "end" if date.open_end else "",
    )
