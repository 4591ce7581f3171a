"""The Solar Hijri calendar of Iran, by the 33-year rule.

The rule gives the official calendar for the years from 1178 to 1633 (AD 1799 to 2254), which
include every year in which it has been in civil use.
"""

from __future__ import annotations

_EPOCH = 1_948_319  # Julian Day Number two days before 1 Farvardin of the year 1
FIRST_YEAR, LAST_YEAR = 1178, 1633
YEARS_APART = 621  # from the Solar Hijri year to the one of our era in which it begins


def month_length(year: int, month: int) -> int:
    """Days of a month: six of 31, five of 30, the last of 29 or in a leap year 30."""
    return to_day(year + month // 12, month % 12 + 1, 1) - to_day(year, month, 1)


def to_day(year: int, month: int, day: int) -> int:
    """The Julian Day Number of a date that the calendar has."""
    days_before_month = (month - 1) * 31 - max(0, month - 7)
    return _EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + days_before_month + day


def year_of(jdn: int) -> int:
    """The Solar Hijri year that holds a day."""
    year = (jdn - _EPOCH) * 33 // 12053 + 1  # 33 years have 12,053 days
    while to_day(year, 1, 1) > jdn:
        year -= 1
    while to_day(year + 1, 1, 1) <= jdn:
        year += 1
    return year


def begins_in(jdn: int) -> int:
    """The year of our era in which the Solar Hijri year that holds a day begins."""
    return year_of(jdn) + YEARS_APART


def from_day(jdn: int) -> tuple[int, int, int]:
    """Year, month and day of a Julian Day Number."""
    year = year_of(jdn)
    days = jdn - to_day(year, 1, 1)
    month = days // 31 + 1 if days < 6 * 31 else (days - 6 * 31) // 30 + 7
    return year, month, jdn - to_day(year, month, 1) + 1


FIRST_DAY, LAST_DAY = to_day(FIRST_YEAR, 1, 1), to_day(LAST_YEAR + 1, 1, 1) - 1
