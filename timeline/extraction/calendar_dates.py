"""Dates by the calendar: days, months, years, their parts, decades, feasts and ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.dates import julian

from . import notation, periods
from .anchors import Anchor
from .found import UNITS, Found, dated, steps, unresolved
from .periods import Period, Scale, nearest

if TYPE_CHECKING:
    from .anchors import Anchor
    from .context import Context
    from .matching import Match

Builder = Callable[[int], "Period | None"]


def date(match: Match, context: Context) -> Found | None:
    """A calendar date, as complete as its words make it."""
    build = builder(match)
    year = full_year(match, context)
    if year is None and match.tokens("year"):
        return None
    if (offset := match.pattern.fixed.get("year_offset")) is not None:
        told = match.get("base") == "told"
        anchor = context.last(Scale.YEAR) if told else _present(context)
        return _of_a_year(build, anchor, int(offset))
    if year is None:
        return incomplete(match, context, build)
    period = build(year)
    return dated(period, "explicit") if period else None


def _present(context: Context) -> Anchor | None:
    return (None if context.history else context.now()) or context.last(Scale.YEAR)


def _of_a_year(build: Builder, anchor: Anchor | None, offset: int) -> Found | None:
    """In the anchor's year, the last or the next one: "in May last year"."""
    period = anchor and build(anchor.period.year + offset)
    return dated(period, "relative", anchor, "", steps(offset, "year")) if period else None


def full_year(match: Match, context: Context, name: str = "year") -> int | None:
    """The astronomical year that the words give; two digits take the century around the anchor."""
    year = match.get(name)
    if not isinstance(year, int) or not year:
        return None  # there was no year 0
    if match.get("bc"):
        return 1 - year
    shortened = match.pattern.slots.get(name) == "yy" or len(match.tokens(name)) > 1
    return two_digits(year, context) if year < 100 and shortened else year


_SHORTENED = 1500  # years before it are not written with two digits


def two_digits(year: int, context: Context) -> int:
    """The year ending in two digits that is nearest to the anchor, at most 20 years after it."""
    anchor = context.last() if context.history or not context.published else context.now()
    around = anchor.period.year if anchor and anchor.period.year > _SHORTENED else 2000
    return max(y for y in range(year + around // 100 * 100 - 100, around + 21, 100))


def builder(match: Match) -> Builder:
    """How to make the period once the year is known."""
    month, day = match.get("month"), match.get("day")
    if month and day:
        return lambda year: periods.day(year, month, day)
    if month:
        return lambda year: periods.month(year, month)
    for name in ("season", "quarter", "half"):
        if number := match.get(name):
            return lambda year: periods.year_part(UNITS[name], year, int(number))
    if number := match.get("weeknumber"):
        return lambda year: periods.week(year, int(number))
    return lambda year: Period(Scale.YEAR, year)


def incomplete(match: Match, context: Context, build: Builder) -> Found | None:
    def candidates(anchor: Period) -> list[Period]:
        years = range(anchor.year - 1, anchor.year + 2)
        if match.get("day") == 29 and match.get("month") == 2:
            years = range(anchor.year - 4, anchor.year + 5)
        found = [period for year in years if (period := build(year))]
        return _on_weekday(found, match.get("weekday")) if match.get("weekday") else found

    if ahead := _with_follower(match, context, candidates):
        return ahead
    chosen = context.choose(match, candidates)
    if chosen is None:
        template = build(2000)
        return unresolved("XXXX" + notation.timex(template)[4:]) if template else None
    period, anchor, direction = chosen
    rule = "carried" if direction == "carried" else "nearest"
    return dated(period, rule, anchor, "" if rule == "carried" else direction)


def _with_follower(
    match: Match, context: Context, candidates: Callable[[Period], list[Period]]
) -> Found | None:
    """The year told behind a later date of the sentence: "the spring and early summer of 1943"."""
    follower = None if context.in_sentence(match) else context.follower(match)
    if follower is None or follower.gives not in ("date", "clock"):
        return None
    year = full_year(follower, context)
    full = builder(follower)(year) if year is not None else None
    if full is None or full.scale is Scale.YEAR:
        return None
    possible = [period for period in candidates(full) if period.first <= full.last]
    return dated(possible[-1], "carried", Anchor("narrative", full)) if possible else None


def _on_weekday(possible: list[Period], weekday: Any) -> list[Period]:
    """Those that fall on the weekday named, or all where none does (a slip of the pen)."""
    if not isinstance(weekday, int):
        return possible
    return [p for p in possible if julian.weekday(p.first) == weekday - 1] or possible


def numeric(match: Match, context: Context) -> Found | None:
    """20/05/2024, in the order of the language unless only the other one makes a date."""
    first, second, year = match.get("first"), match.get("second"), full_year(match, context)
    if year is None:
        return None
    month_first = match.coded.grammar.settings.get("month_first", False)
    orders = (
        [(first, second), (second, first)] if month_first else [(second, first), (first, second)]
    )
    for month, day in orders:
        if period := periods.day(year, month, day):
            return dated(period, "explicit")
    return None


def day_of_month(match: Match, context: Context) -> Found | None:
    """ "The 14th": a day without its month."""
    if listed := context.shared_months.get(match.begin):
        return _of_month(match, listed, context)
    number, weekday = match.get("day"), match.get("weekday")

    def candidates(anchor: Period) -> list[Period]:
        months = (anchor.at(Scale.MONTH).index + step for step in (-1, 0, 1))
        found = [day for n in months if (day := periods.day(n // 12, n % 12 + 1, number))]
        return [d for d in found if not weekday or julian.weekday(d.first) == weekday - 1]

    of_told = match.get("base") == "told"  # "the tenth of the same month"
    if of_told or context.history:
        anchor = context.last(Scale.MONTH)
    else:
        anchor = context.here(match, Scale.MONTH)
    if anchor is None or not (of_told or weekday or _is_day(match, context)):
        return None
    possible = candidates(anchor.period)
    if not possible:
        return None
    if anchor.kind == "publication":
        direction = context.direction(match)
        period = nearest(possible, anchor.period, direction)
        return dated(period, "nearest", anchor, direction)
    same = [p for p in possible if p.at(Scale.MONTH) == anchor.period.at(Scale.MONTH)]
    return dated((same or possible)[0], "carried", anchor)


def _of_month(match: Match, listed: Match, context: Context) -> Found | None:
    """The day in the month that the list it belongs to ends with."""
    found = (span if listed.gives == "range" else date)(listed, context)
    if found is None or found.period is None:
        return None
    year, month = divmod(found.period.at(Scale.MONTH).index, 12)
    period = periods.day(year, month + 1, match.get("day"))
    return replace(found, value=notation.timex(period), period=period, ends=()) if period else None


def _is_day(match: Match, context: Context) -> bool:
    """Whether a number is a day by what stands around it, not "the 19th hole", "the 7th Fleet"."""
    beside = match.coded.shape[match.end : match.end + 2]
    following = "".join(match.coded.tokens[match.end : match.end + 2]).strip()
    counts = beside[:1] == " " and beside[1:] in match.coded.grammar.lexicon.unknown
    if counts or beside[:1] == "-" or following[:1].isupper():
        return False
    return context.introduced(match, "dayword")


def span_of_years(match: Match, context: Context) -> Found | None:
    """A decade or a century: "the 1980s", "the eighties", "the 19th century"."""
    century, decade = match.get("century"), match.get("decade")
    if century and decade:  # "the sixties of the 19th century"
        index = (int(century) - 1) * 10 + int(decade) // 10
        return dated(Period(Scale.DECADE, index), "explicit")
    if century:
        index = -int(century) if match.get("bc") else int(century) - 1
        return dated(Period(Scale.CENTURY, index), "explicit")
    if not isinstance(decade, int):
        return None
    if decade % 10:
        return dated(Period(Scale.YEAR, decade), "explicit")  # "1969's" is no decade
    if decade < 100:
        period = Period(Scale.DECADE, two_digits(decade, context) // 10)
        if context.published and period.last >= context.published.first:
            period = period.shift(-10)  # "the twenties" are over
        return dated(period, "nearest", context.now())
    index = -(decade // 10) - 1 if match.get("bc") else decade // 10
    return dated(Period(Scale.DECADE, index), "explicit")


def holiday(match: Match, context: Context) -> Found | None:
    """A named day with a fixed date, or one counted from Easter."""
    month, number = divmod(int(match.get("fixed_day") or 0), 100)
    easter_offset = match.get("easter")

    def build(year: int) -> Period | None:
        if easter_offset is not None:
            return Period(Scale.DAY, easter(year) + int(easter_offset))
        return periods.day(year, month, number)

    year = full_year(match, context)
    if year is None:
        return incomplete(match, context, build)
    period = build(year)
    return dated(period, "explicit") if period else None


def easter(year: int) -> int:
    """The day of Easter in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return julian.to_day(year, month, day + 1)


def span(match: Match, context: Context) -> Found | None:
    """Two days of a month, two months or two years in one expression: "22-25 May 2024"."""
    year, year2 = full_year(match, context), match.get("year2")
    if isinstance(year2, int) and year is not None:
        year2 = 1 - year2 if match.get("bc") else year2 if year2 > 99 else _following(year, year2)
        if year2 is None:
            return None
    first = _end(match, "month", "day", year if year is not None else None, context)
    second = _end(match, "month2", "day2", year2 if isinstance(year2, int) else year, context)
    if not first or not second or not first.period or not second.period:
        return None
    if second.period.first < first.period.first and match.get("month2"):
        # Over New Year: the year told is that of the end.
        if year is None:
            second = _end(match, "month2", "day2", first.period.year + 1, context)
        else:
            first = _end(match, "month", "day", year - 1, context)
    if not first or not second or not first.period or not second.period:
        return None
    return _between(first, second) if first.period.first <= second.period.first else None


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
