"""Calendar arithmetic: a period is a scale and a running number on that scale.

"Two months later" is then one addition whatever the scale, and "in what month was that day" one
conversion. Years are astronomical (year 0 is 1 BC); days are Julian Day Numbers, whose multiples
of seven are Mondays, so that weeks are ISO 8601 weeks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from timeline.dates import julian

OVER, PAST, FUTURE, NEAREST, AHEAD = "over", "past", "future", "nearest", "ahead"
SEASONS = ("SP", "SU", "FA", "WI")  # TIMEX3 codes, from March
FIRST_YEAR, LAST_YEAR = -9998, 9999  # what EDTF and TIMEX3 can write with four digits
_FIRST_DAY, _LAST_DAY = julian.to_day(FIRST_YEAR, 1, 1), julian.to_day(LAST_YEAR, 12, 31)


class Scale(IntEnum):
    """From the finest to the coarsest."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10
    MILLENNIUM = 11


MONTHS_IN = {Scale.MONTH: 1, Scale.SEASON: 3, Scale.QUARTER: 3, Scale.HALF: 6}
YEARS_IN = {Scale.YEAR: 1, Scale.DECADE: 10, Scale.CENTURY: 100, Scale.MILLENNIUM: 1000}

# The 480s BC are 489 to 480 BC, the fifth century BC is 500 to 401 BC: index -49 and -5.
_BC_OFFSET = {10: 2, 100: 1, 1000: 1}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One day, week, month, season, quarter, half, year, decade or century."""

    scale: Scale
    index: int

    @property
    def first(self) -> int:
        """The Julian Day Number of its first day."""
        return _FIRST[self.scale](self.index)

    @property
    def last(self) -> int:
        """The Julian Day Number of its last day."""
        if self.scale is Scale.DAY:
            return self.index
        if self.scale is Scale.WEEKEND:
            return self.first + 1
        return _FIRST[self.scale](self.index + 1) - 1

    @property
    def year(self) -> int:
        """The astronomical year of its first day; for a week, its ISO year."""
        return iso_week(self.index)[0] if self.scale is Scale.WEEK else _year_of(self)

    def shift(self, count: int) -> Period:
        """The period `count` periods of the same scale later."""
        return Period(self.scale, self.index + count)

    def at(self, scale: Scale) -> Period:
        """The period of the given scale that holds its first day."""
        return self if scale is self.scale else Period(scale, _INDEX[scale](self.first))

    def side_of(self, anchor: Period) -> str:
        """Whether it is over before another one, begins after it, or neither."""
        if self.last < anchor.first:
            return PAST
        return FUTURE if self.first > anchor.last else NEAREST

    @property
    def writable(self) -> bool:
        """Whether its years can be written with four digits."""
        if abs(self.index) > 5_400_000:  # the day number of the year 9999 is 5,373,484
            return False
        return self.first >= _FIRST_DAY and self.last <= _LAST_DAY


def day(year: int, month: int, of_month: int) -> Period | None:
    """That day, or None where the calendar has no such day (February 30)."""
    try:
        return Period(Scale.DAY, julian.to_day(year, month, of_month))
    except ValueError:
        return None


def same_day(day: Period, months: int) -> Period:
    """The same day of the month some months on; the last of a month that is too short."""
    year, number, of_month = julian.from_day(day.index)
    year, index = divmod(year * 12 + number - 1 + months, 12)
    of_month = min(of_month, julian.month_length(year, index + 1))
    return Period(Scale.DAY, julian.to_day(year, index + 1, of_month))


def month(year: int, number: int) -> Period | None:
    return Period(Scale.MONTH, year * 12 + number - 1) if 1 <= number <= 12 else None


def year_part(scale: Scale, year: int, number: int) -> Period | None:
    """A quarter, half or season of a year, `number` counted from 1."""
    parts = 4 if scale is Scale.SEASON else 12 // MONTHS_IN[scale]
    return Period(scale, year * parts + number - 1) if 1 <= number <= parts else None


def week(iso_year: int, number: int) -> Period | None:
    if not 1 <= number <= 53:
        return None
    found = Period(Scale.WEEK, julian.to_day(iso_year, 1, 4) // 7 + number - 1)
    return found if found.year == iso_year else None


def week_of_month(year: int, number: int, nth: int) -> Period | None:
    """The first, second or last (-1) week of a month: a week lies where most of its days do."""
    of_month = month(year, number)
    if of_month is None:
        return None
    if nth < 0:
        return Period(Scale.WEEK, (of_month.last - 3) // 7)
    return Period(Scale.WEEK, (of_month.first + 3) // 7 + nth - 1)


def iso_week(index: int) -> tuple[int, int]:
    """ISO year and week number of a running week: the year of its Thursday."""
    iso_year = julian.from_day(index * 7 + 3)[0]
    return iso_year, index - julian.to_day(iso_year, 1, 4) // 7 + 1


# How much further a day after the anchor counts than one before it: news tells what happened.
# OVER is a past that the verb of the very clause tells: "In January, the company brought ...".
# AHEAD is a future beside which nothing is past: "The trial will resume in January".
_AFTER = {OVER: 12.0, PAST: 4.0, NEAREST: 1.5, FUTURE: 0.25, AHEAD: 1 / 12}


def nearest(possible: list[Period], anchor: Period, direction: str) -> Period:
    """The period nearest to the anchor; the direction leans the choice, it does not force it."""

    def weighed(period: Period) -> float:
        days = distance(period, anchor)
        return days * _AFTER[direction] if period.first > anchor.last else days

    return min(possible, key=weighed)


def distance(period: Period, anchor: Period) -> int:
    """Days between two periods, 0 when they touch."""
    return max(period.first - anchor.last, anchor.first - period.last, 0)


def _year_of(period: Period) -> int:
    return julian.from_day(period.first)[0]


def _first_of_months(length: int, offset: int = 0) -> Callable[[int], int]:
    def first(index: int) -> int:
        months = index * length + offset
        return julian.to_day(months // 12, months % 12 + 1, 1)

    return first


def _first_of_years(length: int) -> Callable[[int], int]:
    def first(index: int) -> int:
        return julian.to_day(index * length + (_BC_OFFSET[length] if index < 0 else 0), 1, 1)

    return first


def _months(jdn: int) -> int:
    year, number, _ = julian.from_day(jdn)
    return year * 12 + number - 1


def _years(length: int) -> Callable[[int], int]:
    def index(jdn: int) -> int:
        year = julian.from_day(jdn)[0]
        # 1 BC, the year 0, opens the first decade and century, as in EDTF (000X, 00XX).
        return (year - _BC_OFFSET[length]) // length if year < 0 else year // length

    return index


_FIRST: dict[Scale, Callable[[int], int]] = {
    Scale.DAY: lambda index: index,
    Scale.WEEKEND: lambda index: index * 7 + 5,
    Scale.WEEK: lambda index: index * 7,
    Scale.MONTH: _first_of_months(1),
    Scale.SEASON: _first_of_months(3, offset=2),
    Scale.QUARTER: _first_of_months(3),
    Scale.HALF: _first_of_months(6),
    Scale.YEAR: lambda index: julian.to_day(index, 1, 1),
    Scale.DECADE: _first_of_years(10),
    Scale.CENTURY: _first_of_years(100),
    Scale.MILLENNIUM: _first_of_years(1000),
}
_INDEX: dict[Scale, Callable[[int], int]] = {
    Scale.DAY: lambda jdn: jdn,
    Scale.WEEKEND: lambda jdn: jdn // 7,
    Scale.WEEK: lambda jdn: jdn // 7,
    Scale.MONTH: _months,
    Scale.SEASON: lambda jdn: (_months(jdn) - 2) // 3,
    Scale.QUARTER: lambda jdn: _months(jdn) // 3,
    Scale.HALF: lambda jdn: _months(jdn) // 6,
    Scale.YEAR: lambda jdn: julian.from_day(jdn)[0],
    Scale.DECADE: _years(10),
    Scale.CENTURY: _years(100),
    Scale.MILLENNIUM: _years(1000),
}
