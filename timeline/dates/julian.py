"""Julian Day Numbers: every day one integer, on both sides of year 1.

The calendar is the proleptic Gregorian one with astronomical years, as in ISO 8601: year 0 is
1 BC, year -43 is 44 BC. A Julian Day Number here names the local day, midnight to midnight.
"""

import calendar
import datetime

# date.toordinal() counts 0001-01-01 as 1; its Julian Day Number is 1721426.
_ORDINAL_ZERO = 1_721_425
# The Gregorian calendar repeats itself every 400 years to the day.
_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097

# Beyond every day of the years -9999 to 9999 (-1,931,076 to 5,373,484) and within 32 bits.
OPEN_START = -10_000_000
OPEN_END = 10_000_000


def to_day(year: int, month: int, day: int) -> int:
    """The Julian Day Number of a day; ValueError if the calendar has no such day."""
    cycles = (year - 1) // _CYCLE_YEARS
    ordinal = datetime.date(year - cycles * _CYCLE_YEARS, month, day).toordinal()
    return ordinal + cycles * _CYCLE_DAYS + _ORDINAL_ZERO


def from_day(number: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day of a Julian Day Number."""
    cycles, rest = divmod(number - _ORDINAL_ZERO - 1, _CYCLE_DAYS)
    day = datetime.date.fromordinal(rest + 1)
    return day.year + cycles * _CYCLE_YEARS, day.month, day.day


def weekday(number: int) -> int:
    """Monday 0 to Sunday 6: day 0 of the count was a Monday."""
    return number % 7


def month_length(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31."""
    return calendar.monthrange(year, month)[1]
