"""Dates by the calendar: days, months, years, their parts, decades, feasts and ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.dates import julian, solar
from timeline.extraction.resolving import notation, periods
from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.found import UNITS, Found, dated, steps, unresolved
from timeline.extraction.resolving.periods import Period, Scale

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match
    from timeline.extraction.resolving.anchors import Anchor

Builder = Callable[[int], "Period | None"]


def date(match: Match, context: Context) -> Found | None:
    """A calendar date, as complete as its words make it."""
    build = builder(match)
    year = full_year(match, context)
    if year is None and match.tokens("year"):
        return None
    if (offset := match.pattern.fixed.get("year_offset")) is not None:
        counted = year_counted_from(match, context, int(offset))
        return _of_one_year(build, context) or _of_a_year(match, build, counted, int(offset))
    found = incomplete(match, context, build) if year is None else _explicit(build(year))
    within = match.pattern.fixed.get("within")
    return _widened(found, UNITS[within]) if within and found else found


def _explicit(period: Period | None) -> Found | None:
    return dated(period, "explicit") if period else None


def _widened(found: Found, scale: Scale) -> Found:
    """The week that a day named lies in: "the week of May 20"."""
    if found.period is None:
        return found
    period = found.period.at(scale)
    return replace(found, period=period, value=notation.timex(period))


def year_counted_from(match: Match, context: Context, offset: int) -> Anchor | None:
    """The year last told, of "March of the following year"; what happened in "the next year" did
    not happen in the one after publication."""
    if match.get("base") == "told":
        return context.last(Scale.YEAR) if offset else context.pointed_at(match, Scale.YEAR)
    happened = offset > 0 and context.cued(match) == periods.PAST
    timeless = context.timeless and offset >= 0  # "last year" is said of one's own time
    anchor = context.last(Scale.YEAR) if happened else None
    return anchor or (None if timeless else context.now()) or context.last(Scale.YEAR)


def _of_a_year(match: Match, build: Builder, anchor: Anchor | None, offset: int) -> Found | None:
    """In the anchor's year, the last or the next one: "in May last year"; the seasons of a Solar
    Hijri year follow its first day."""
    if anchor is None:
        return None
    by_solar = anchor.solar and match.get("season")
    year = solar.begins_in(anchor.period.first) if by_solar else anchor.period.year
    period = build(year + offset)
    return dated(period, "relative", anchor, "", steps(offset, "year")) if period else None


def _of_one_year(build: Builder, context: Context) -> Found | None:
    """ "In April | and May of the following year": May has given April its year already."""
    told = context.told[-1] if context.told else None
    period = build(told.period.year) if told and told.found.rule == "carried" else None
    if told is None or period is None or told.found.anchor != str(Anchor("narrative", period)):
        return None
    return dated(period, "carried", Anchor("narrative", told.period))


def full_year(match: Match, context: Context, name: str = "year") -> int | None:
    """The astronomical year that the words give; two digits take the century around the anchor."""
    year = match.get(name)
    if not isinstance(year, int) or not year:
        return None  # there was no year 0
    if match.get("bc"):
        return 1 - year
    shortened = match.pattern.slots.get(name) == "yy" or len(match.tokens(name)) > 1
    return two_digits(year, context) if year < 100 and shortened else year


_THESE_DAYS = 10  # days: longer ago, the day may well be of the year told before
_SHORTENED = 1500  # years before it are not written with two digits


def two_digits(year: int, context: Context) -> int:
    """The year ending in two digits that is nearest to the anchor, and at most 20 years after
    publication: "by the end of the eighties" of a factory last told of in 1957 are the 1980s."""
    anchor = context.last() if context.history or not context.published else context.now()
    around = anchor.period.year if anchor and anchor.period.year > _SHORTENED else 2000
    now = context.published.year if context.published else around
    possible = range(year + around // 100 * 100 - 100, max(around, now) + 21, 100)
    return min(possible, key=lambda one: abs(one - around))


def builder(match: Match) -> Builder:
    """How to make the period once the year is known."""
    month, day = match.get("month"), match.get("day")
    if month and day:
        return lambda year: periods.day(year, month, day)
    if month and (number := match.get("weekof")):
        return lambda year: periods.week_of_month(year, month, number)
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
    if lately := _of_these_days(match, context, candidates):
        return lately
    chosen = context.choose(match, candidates)
    if chosen is None:
        template = build(2000)
        return unresolved("XXXX" + notation.timex(template)[4:]) if template else None
    period, anchor, direction = chosen
    rule = "carried" if direction == "carried" else "nearest"
    return dated(period, rule, anchor, "" if rule == "carried" else direction)


def _of_these_days(
    match: Match, context: Context, candidates: Callable[[Period], list[Period]]
) -> Found | None:
    """ "He died in 1994. His son went to court on 2 May", in the news of 9 May: a day of the last
    ones, not of the year that is only mentioned."""
    today = context.published
    if not today or context.history or not match.get("day"):
        return None
    lately = (day for day in candidates(today) if 0 < today.first - day.first <= _THESE_DAYS)
    day = next(lately, None)
    carried = context.carried(match) if day else None
    loose = carried is not None and carried.period.scale >= Scale.YEAR
    return dated(day, "nearest", context.now(), periods.PAST) if day and loose else None


def _with_follower(
    match: Match, context: Context, candidates: Callable[[Period], list[Period]]
) -> Found | None:
    """The year told behind a later date of the sentence: "the spring and early summer of 1943",
    "in June and in November of last year"."""
    follower = None if context.in_sentence(match) else context.follower(match)
    if follower is None or follower.gives not in ("date", "clock"):
        return None
    year = full_year(follower, context)
    if (offset := follower.pattern.fixed.get("year_offset")) is not None:
        counted = year_counted_from(follower, context, int(offset))
        year = counted.period.year + int(offset) if counted else year
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


_FIRST_DECADES = 2000  # "the 1600s" are a century; only "the 2000s" are mostly a decade
_NAMED_AFTER = 5  # years of a decade before it is spoken of as one


def span_of_years(match: Match, context: Context) -> Found | None:
    """A decade, century or millennium: "the 1980s", "the eighties", "the 19th century"."""
    century, decade = match.get("century"), match.get("decade")
    if millennium := match.get("millennium"):
        index = -int(millennium) if match.get("bc") else int(millennium) - 1
        return dated(Period(Scale.MILLENNIUM, index), "explicit")
    if century and decade:  # "the sixties of the 19th century"
        index = (int(century) - 1) * 10 + int(decade) // 10
        return dated(Period(Scale.DECADE, index), "explicit")
    if century:
        index = -int(century) if match.get("bc") else int(century) - 1
        return dated(Period(Scale.CENTURY, index), "explicit")
    if not isinstance(decade, int):
        return None
    if decade % 10:  # "1969's" is no decade, "los 85" not even a year
        return dated(Period(Scale.YEAR, decade), "explicit") if decade > 99 else None
    if decade < 100:
        period = Period(Scale.DECADE, two_digits(decade, context) // 10)
        if context.published and context.published.year < period.year + _NAMED_AFTER:
            period = period.shift(-10)  # nobody speaks of "the twenties" when they have begun
        return dated(period, "nearest", context.now())
    if match.get("hundreds") and not decade % 100 and decade < _FIRST_DECADES:
        return dated(Period(Scale.CENTURY, decade // 100), "explicit")
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
