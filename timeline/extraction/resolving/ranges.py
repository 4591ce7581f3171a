"""Ranges: two days, months or years in one expression, "22-25 May 2024", "1914-18"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extraction.resolving import periods
from timeline.extraction.resolving.calendar_dates import full_year, incomplete
from timeline.extraction.resolving.found import Found, dated
from timeline.extraction.resolving.periods import Period, Scale

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


def span(match: Match, context: Context) -> Found | None:
    """The range between two days of a month, two months or two years."""
    year, year2 = full_year(match, context), match.get("year2")
    if isinstance(year2, int) and year is not None:
        year2 = 1 - year2 if match.get("bc") else year2 if year2 > 99 else _following(year, year2)
        if year2 is None:
            return None
    first = _end(match, "month", "day", year, context)
    second = _end(match, "month2", "day2", year2 if isinstance(year2, int) else year, context)
    if match.get("month2") and year2 is None and _turned(first, second):
        first, second = _over_new_year(match, first, second, year, context)
    return None if not first or not second or _turned(first, second) else _between(first, second)


def separate(match: Match, found: Found) -> list[tuple[Match, Found]]:
    """ "5 and 7 October": two days, where one does not follow the other. `both` says so."""
    if not found.ends or not match.pattern.fixed.get("both"):
        return [(match, found)]
    first, second = found.ends
    if not first.period or not second.period or second.period.index - first.period.index < 2:
        return [(match, found)]
    end, begin = match.spans["day"][1], match.spans["day2"][0]
    return [
        (replace(match, end=end, core=(match.core[0], end)), replace(first, ends=())),
        (replace(match, begin=begin, core=(begin, match.core[1])), second),
    ]


def _turned(first: Found | None, second: Found | None) -> bool:
    """Whether a range would end before it begins."""
    periods = first and first.period, second and second.period
    return bool(periods[0] and periods[1] and periods[1].first < periods[0].first)


def _over_new_year(
    match: Match, first: Found | None, second: Found | None, year: int | None, context: Context
) -> tuple[Found | None, Found | None]:
    """ "From October to March": a year told is that of the end; else the nearest such range."""
    if year is not None:
        return _end(match, "month", "day", year - 1, context), second
    if not first or not first.period or not second or not second.period:
        return None, None
    anchor = context.carried(match) or context.now()
    gap = anchor.period.first - second.period.last if anchor else 0
    lead = first.period.first - anchor.period.last if anchor else 0
    if max(gap, 0) < max(lead, 0):  # what has ended lies nearer than what is to begin
        return _end(match, "month", "day", first.period.year - 1, context), second
    return first, _end(match, "month2", "day2", second.period.year + 1, context)


# Years from a range's first to its last when the last is told by two digits ("1914-18").
LONGEST_SHORTENED = 50


def year_and_number(match: Match, context: Context) -> Found | None:
    """2024-05, a month; but 2009-10, a year and the next one: a range of two years."""
    year, number = match.get("year"), match.get("number2")
    if number == (year + 1) % 100:
        first, second = (dated(Period(Scale.YEAR, y), "explicit") for y in (year, year + 1))
        return first and second and _between(first, second)
    period = periods.month(year, number)
    return dated(period, "explicit") if period else None


def _between(first: Found, second: Found) -> Found:
    return replace(first, value=f"{first.value}/{second.value}", ends=(first, second))


def _following(year: int, ending: int) -> int | None:
    """The first year after `year` that ends in two digits: 1999-01 ends in 2001. None where that
    is a lifetime away, as in 2024-13: nobody shortens the end of so long a range."""
    candidate = year // 100 * 100 + ending
    following = candidate if candidate > year else candidate + 100
    return following if following - year <= LONGEST_SHORTENED else None


def _end(
    match: Match, month_name: str, day_name: str, year: int | None, context: Context
) -> Found | None:
    month = match.get(month_name) or match.get("month")
    day = match.get(day_name)

    def build(of_year: int) -> Period | None:
        if month and day:
            return periods.day(of_year, month, day)
        return periods.month(of_year, month) if month else Period(Scale.YEAR, of_year)

    if year is None:
        return incomplete(match, context, build)
    period = build(year)
    return dated(period, "explicit") if period else None
