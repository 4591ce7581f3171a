"""Dates of the Solar Hijri calendar, told in the Gregorian one: a month becomes its days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import solar
from timeline.extraction.resolving import notation, periods
from timeline.extraction.resolving.calendar_dates import date, span_of_years, year_counted_from
from timeline.extraction.resolving.found import DATE, Found, dated, steps
from timeline.extraction.resolving.periods import Period, Scale, nearest
from timeline.extraction.resolving.ranges import span

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match
    from timeline.extraction.resolving.anchors import Anchor

Days = tuple[int, int]
_GREGORIAN = 1500  # a year from here on is of our era, an earlier one of the Solar Hijri calendar
_CENTURY = 1300  # of decades told by two digits: "the sixties" are 1360 to 1369


def solar_date(match: Match, context: Context) -> Found | None:
    """A day, month or year: "۲۲ بهمن ۱۳۵۷", "خرداد ۱۴۰۳"; without its year, the nearest."""
    year, month, day = match.get("year"), match.get("solarmonth"), match.get("day")
    if isinstance(year, int):
        days = _days(year, month, day)
        return _found(days, "explicit") if days else None
    if (offset := match.pattern.fixed.get("year_offset")) is not None:
        return _of_a_year(match, context, int(offset))
    anchor = context.carried(match) or context.now()
    if anchor is None:
        return None
    around = solar.year_of(anchor.period.first)
    possible = [days for y in (around - 1, around, around + 1) if (days := _days(y, month, day))]
    if not possible:
        return None
    chosen = nearest(
        [Period(Scale.DAY, first) for first, _ in possible], anchor.period, context.direction(match)
    )
    days = next(days for days in possible if days[0] == chosen.index)
    return _found(days, "nearest", anchor)


def _of_a_year(match: Match, context: Context, offset: int) -> Found | None:
    """In the present, last or next year: "in Khordad last year"."""
    if (anchor := year_counted_from(match, context, offset)) is None:
        return None
    year = solar.year_of(anchor.period.first) + offset
    days = _days(year, match.get("solarmonth"), match.get("day"))
    return replace(_found(days, "relative", anchor), offset=steps(offset, "year")) if days else None


def solar_or_not(match: Match, context: Context) -> Found | None:
    """A year or a part of one that can be of either calendar: its number tells."""
    year = match.get("year")
    if not _is_solar(year):
        return date(match, context)
    if season := match.get("season"):
        period = periods.year_part(Scale.SEASON, year + solar.YEARS_APART, int(season))
        return dated(period, "explicit") if period else None
    for name, length in (("quarter", 3), ("half", 6)):
        if number := match.get(name):
            first, last = _days(year, (number - 1) * length + 1, 0), _days(year, number * length, 0)
            return _found((first[0], last[1]), "explicit") if first and last else None
    return solar_date(match, context)


def solar_decade(match: Match, context: Context) -> Found | None:
    """ "The 1360s": ten years of the Solar Hijri calendar, or of ours by their number."""
    decade = int(match.get("decade"))
    if decade >= _GREGORIAN:
        return span_of_years(match, context)
    first, last = (_days(year % 100 + _CENTURY, 0, 0) for year in (decade, decade + 9))
    return _found((first[0], last[1]), "explicit") if first and last else None


def solar_span(match: Match, context: Context) -> Found | None:
    """Two days or two months: "22 to 25 Khordad 1403", "Farvardin to Khordad 1403"."""
    month, year = match.get("solarmonth"), match.get("year")
    last_month = match.get("solarmonth2") or month
    if year is None:
        found = solar_date(match, context)
        if found is None or found.period is None:
            return None
        year = solar.year_of(found.period.first) + (last_month < month)
    first = _days(year - (last_month < month), month, match.get("day"))
    return _between(first, _days(year, last_month, match.get("day2")))


def solar_years(match: Match, context: Context) -> Found | None:
    """Two years of either calendar: "from 1357 to 1367"."""
    year, last = match.get("year"), match.get("year2")
    if not _is_solar(year):
        return span(match, context)
    return _between(_days(year, 0, 0), _days(last, 0, 0)) if _is_solar(last) else None


def solar_moved(anchor: Anchor, scale: Scale, count: float) -> Found | None:
    """So many years or months from a date told in this calendar: "in 1389 ... two years later";
    None for other units, and for months from the day of publication."""
    year, month, _ = solar.from_day(anchor.period.last)
    if scale is Scale.YEAR and count == int(count):
        days = _days(year + int(count), 0, 0)
    elif scale is Scale.MONTH and count == int(count) and anchor.kind != "publication":
        years, month = divmod(month - 1 + int(count), 12)
        days = _days(year + years, month + 1, 0)
    else:
        return None
    return _found(days, "relative", anchor) if days else None


def _is_solar(year: int) -> bool:
    return solar.FIRST_YEAR <= year < _GREGORIAN


def _between(first: Days | None, last: Days | None) -> Found | None:
    if not first or not last or last[1] <= first[0]:
        return None
    return _found((first[0], last[1]), "explicit")


def _days(year: int, month: int | None, day: int | None) -> Days | None:
    if not solar.FIRST_YEAR <= year <= solar.LAST_YEAR:
        return None
    if not month:
        return solar.to_day(year, 1, 1), solar.to_day(year + 1, 1, 1) - 1
    length = solar.month_length(year, month)
    if day:
        return (solar.to_day(year, month, day),) * 2 if day <= length else None
    return solar.to_day(year, month, 1), solar.to_day(year, month, length)


def _found(days: Days, rule: str, anchor: Anchor | None = None) -> Found:
    first, last = (_day(jdn, rule) for jdn in days)
    first.anchor = str(anchor or "")
    if days[0] != days[1]:
        first.solar = True
        return replace(first, value=f"{first.value}/{last.value}", ends=(first, last))
    return first


def _day(jdn: int, rule: str) -> Found:
    period = Period(Scale.DAY, jdn)
    return Found(DATE, notation.timex(period), period, "", rule)
