"""The Solar Hijri date that Persian readers see beside a Gregorian one: never more exact than it.

The two calendars share days alone: a month lies in two months of the other, a year in two years.
"""

from timeline.dates import cldr, edtf, solar
from timeline.dates.edtf import Date
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision

_LANGUAGE = "fa"
# As the official calendar writes them, and CLDR (persian, wide).
MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)


def beside(date: Date, language: str, *, part: str = "") -> str:
    """ "۱۰ خرداد ۱۴۰۳", "مهر–آبان ۱۳۹۸", "۱۳۹۸–۱۳۹۹"; of an open date the end that is known.

    Empty for readers of other languages (BCP 47 tags), and beyond the years of the calendar's rule.
    """
    if language.partition("-")[0] != _LANGUAGE:
        return ""
    known = next(side for side in edtf.sides(date) if side) if _is_open(date) else date
    first, last = drawn(known, part)
    if not (first >= solar.FIRST_DAY and last <= solar.LAST_DAY):
        return ""
    return cldr.digits(language, _span(first, last, _fineness(known, part)))


def with_solar(words: str, date: Date, language: str, *, part: str = "") -> str:
    """The words of a date, and for Persian readers the Solar Hijri date in brackets."""
    other = beside(date, language, part=part)
    return f"{words} ({other})" if other else words


def _is_open(date: Date) -> bool:
    return date.precision is Precision.OPEN


def _fineness(date: Date, part: str) -> int:
    """How many of year, month and day the date is exact to; a part of a year is months of it."""
    coarsest = max(side.precision for side in edtf.sides(date) if side)
    if coarsest <= Precision.DAY:
        return 3
    return 2 if coarsest < Precision.YEAR or (part and coarsest is Precision.YEAR) else 1


def _span(first: int, last: int, fineness: int) -> str:
    """Two days as a span, exact to the year (1), the month (2) or the day (3); what both share is
    told once."""
    start, end = (solar.from_day(day)[:fineness] for day in (first, last))
    if start == end:
        return _written(start)
    shared = next(at for at, pair in enumerate(zip(start, end, strict=True)) if pair[0] != pair[1])
    dash = "–" if fineness - shared == 1 else " – "
    return f"{_written(start, shared)}{dash}{_written(end)}"


def _written(fields: tuple[int, ...], shared: int = 0) -> str:
    """Year, month and day, as far as they go, without those that come `shared` before the rest."""
    words = (str(fields[0]), *(MONTHS[month - 1] for month in fields[1:2]), *map(str, fields[2:3]))
    return " ".join(reversed(words[shared:]))
