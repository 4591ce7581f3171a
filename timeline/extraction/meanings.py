"""What the patterns of a grammar can mean, each as a function of the match and its context."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from timeline.dates import julian

from . import notation, periods
from .numbers import VAGUE
from .periods import Period, Scale, nearest

if TYPE_CHECKING:
    from .context import Anchor, Context
    from .matching import Match

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
UNITS = {
    "day": Scale.DAY, "week": Scale.WEEK, "weekend": Scale.WEEKEND, "month": Scale.MONTH,
    "season": Scale.SEASON, "quarter": Scale.QUARTER, "half": Scale.HALF, "year": Scale.YEAR,
    "decade": Scale.DECADE, "century": Scale.CENTURY,
}  # fmt: skip
_DESIGNATOR = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "season": "S", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "half": "H",
}  # fmt: skip
_REFERENCE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_CLOCK_DESIGNATOR = {"hour": "H", "minute": "M", "second": "S"}


@dataclass(slots=True)
class Found:
    """What an expression came to mean."""

    kind: str
    value: str
    period: Period | None = None
    clock: str = ""  # TIMEX3 after the day: "T10:30", "TMO"
    rule: str = ""
    anchor: str = ""
    direction: str = ""
    offset: str = ""
    ends: tuple[Found, ...] = ()  # of a range: its first and its last period


def _date(period: Period, rule: str, anchor: Anchor | None = None, direction: str = "", offset: str = "") -> Found | None:
    if not period.writable:
        return None
    return Found(DATE, notation.timex(period), period, "", rule, str(anchor or ""), direction, offset)


def _unresolved(value: str) -> Found:
    return Found(DATE, value)


# -- dates ---------------------------------------------------------------------------------


def date(match: Match, context: Context) -> Found | None:
    """A calendar date, as complete as its words make it."""
    build = _builder(match)
    year = full_year(match, context)
    if year is None:
        return _incomplete(match, context, build)
    period = build(year)
    return _date(period, "explicit") if period else None


Builder = Callable[[int], "Period | None"]


def full_year(match: Match, context: Context, name: str = "year") -> int | None:
    """The astronomical year that the words give; two digits take the century around the anchor."""
    year = match.get(name)
    if not isinstance(year, int):
        return None
    if match.get("bc"):
        return 1 - year
    if year < 100 and not match.get("ad"):
        return two_digits(year, context)
    return year


def two_digits(year: int, context: Context) -> int:
    """The year ending in two digits that is nearest to the anchor, at most 20 years after it."""
    anchor = context.last() if context.history or not context.published else context.now()
    around = anchor.period.year if anchor else 2000
    return max(y for y in range(year + around // 100 * 100 - 100, around + 21, 100))


def _builder(match: Match) -> Builder:
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


def _incomplete(match: Match, context: Context, build: Builder) -> Found | None:
    def candidates(anchor: Period) -> list[Period]:
        years = range(anchor.year - 1, anchor.year + 2)
        if match.get("day") == 29 and match.get("month") == 2:
            years = range(anchor.year - 4, anchor.year + 5)
        found = [period for year in years if (period := build(year))]
        return _on_weekday(found, match.get("weekday")) if match.get("weekday") else found

    chosen = context.choose(match, candidates)
    if chosen is None:
        template = build(2000)
        return _unresolved("XXXX" + notation.timex(template)[4:]) if template else None
    period, anchor, direction = chosen
    rule = "carried" if direction == "carried" else "nearest"
    return _date(period, rule, anchor, "" if rule == "carried" else direction)


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
    orders = [(first, second), (second, first)] if month_first else [(second, first), (first, second)]
    for month, day in orders:
        if period := periods.day(year, month, day):
            return _date(period, "explicit")
    return None


def day_of_month(match: Match, context: Context) -> Found | None:
    """"The 14th": a day without its month."""
    number = match.get("day")

    def candidates(anchor: Period) -> list[Period]:
        months = (anchor.at(Scale.MONTH).index + step for step in (-1, 0, 1))
        return [found for n in months if (found := periods.day(n // 12, n % 12 + 1, number))]

    anchor = context.last(Scale.MONTH) if context.history else context.here(match, Scale.MONTH)
    beside = match.coded.shape[match.end : match.end + 2]
    if anchor is None or not context.introduced(match, "dayword") or beside in (" w", " W") or beside[:1] == "-":
        return None  # "the 19th hole"
    possible = candidates(anchor.period)
    if anchor.kind == "publication":
        direction = context.direction(match)
        period = nearest(possible, anchor.period, direction)
        return _date(period, "nearest", anchor, direction)
    same = [p for p in possible if p.at(Scale.MONTH) == anchor.period.at(Scale.MONTH)]
    return _date((same or possible)[0], "carried", anchor)


def span_of_years(match: Match, context: Context) -> Found | None:
    """A decade or a century: "the 1980s", "the eighties", "the 19th century"."""
    if century := match.get("century"):
        index = -int(century) if match.get("bc") else int(century) - 1
        return _date(Period(Scale.CENTURY, index), "explicit")
    decade = match.get("decade")
    if not isinstance(decade, int):
        return None
    if decade < 100:
        around = two_digits(decade, context)
        return _date(Period(Scale.DECADE, around // 10), "nearest", context.now())
    index = -(decade // 10) - 1 if match.get("bc") else decade // 10
    return _date(Period(Scale.DECADE, index), "explicit")


# -- counted from an anchor ------------------------------------------------------------------


def shift(match: Match, context: Context) -> Found | None:
    """So many units from an anchor: "two weeks ago", "the next day", "yesterday"."""
    unit, sign = match.get("unit") or "day", match.get("sign") or 0
    count = match.get("count")
    if count is None:
        count = match.get("offset")
    if count is None:
        count = 1 if match.tokens("unit") == () or _singular(match) else VAGUE
    if match.get("compare") and unit == "year" and count != VAGUE:
        if told := context.compared():
            return _date(_years_from(told.period, int(count * sign)), "relative", told, "", f"{count * sign:+g} {unit}")
    if count == VAGUE or unit not in UNITS:
        return _vague_shift(match, context, sign)
    anchor = _base(match, context, UNITS[unit])
    if anchor is None:
        return _unresolved(_REFERENCE[int(math.copysign(1, count * sign)) if count * sign else 0])
    period = moved(anchor.period, UNITS[unit], count * (sign or 1), exact=bool(match.get("exact")))
    steps = f"{count * (sign or 1):+g} {unit}"
    return _date(period, "deictic" if match.get("deictic") else "relative", anchor, "", steps)


def _years_from(period: Period, years: int) -> Period:
    """The same quarter, half or month some years on."""
    return period.shift(years * (12 // periods.MONTHS_IN[period.scale]))


def _singular(match: Match) -> bool:
    """Whether the unit is named in the singular: "year-ago", not "years ago"."""
    return match.pattern.slots.get("unit") == "single"


def counted(match: Match, context: Context) -> Found | None:
    """"Ten days after" something: that is an event, and only known when nothing follows."""
    following = match.coded.shape[match.end : match.end + 1]
    if following and following not in ".,;:)\n":
        return duration(match, context)
    return shift(match, context)


def _vague_shift(match: Match, context: Context, sign: int) -> Found:
    return _unresolved("FUTURE_REF" if sign > 0 else "PAST_REF")


def _base(match: Match, context: Context, scale: Scale) -> Anchor | None:
    base = match.get("base")
    if base == "now" and context.history:
        return context.last(scale) if match.get("told_too") else None
    if base == "now":
        return context.now() or (context.last(scale) if match.get("told_too") else None)
    return context.last(scale) or (context.now() if base != "told" else None)


def moved(anchor: Period, scale: Scale, count: float, *, exact: bool) -> Period:
    """`count` units from the anchor, as exact as the unit ("two months ago" is a month)."""
    if count != int(count):
        finer = {Scale.YEAR: 12, Scale.DECADE: 120, Scale.CENTURY: 1200}.get(scale)
        if finer:
            return anchor.at(Scale.MONTH).shift(round(count * finer))
        return anchor.at(Scale.DAY).shift(round(count * {Scale.WEEK: 7}.get(scale, 30)))
    if scale is Scale.WEEK and anchor.scale is Scale.DAY and exact:
        return anchor.shift(7 * int(count))
    return anchor.at(scale).shift(int(count))


def this(match: Match, context: Context) -> Found | None:
    """The present, last or next one of its kind: "this year", "last May", "next Tuesday"."""
    offset = int(match.get("offset") or 0)
    unit = match.get("unit")
    anchor = _base(match, context, UNITS.get(unit, Scale.YEAR) if unit else Scale.YEAR)
    if anchor is None:
        return _unresolved(_REFERENCE[offset])
    if unit:
        if unit not in UNITS:
            return None
        period = anchor.period.at(UNITS[unit]).shift(offset)
        return _date(period, "relative", anchor, "", f"{offset:+d} {unit}")
    if number := match.get("weekday"):
        return _weekday_from(anchor, int(number), offset)
    return _named_from(match, anchor, offset)


def _weekday_from(anchor: Anchor, weekday: int, offset: int) -> Found | None:
    today = anchor.period.at(Scale.DAY)
    ahead = (weekday - 1 - julian.weekday(today.first)) % 7
    days = {0: ahead if ahead < 4 else ahead - 7, 1: ahead or 7, -1: ahead - 7}[offset]
    direction = {0: "nearest", 1: "future", -1: "past"}[offset]
    return _date(today.shift(days), "weekday", anchor, direction)


def _named_from(match: Match, anchor: Anchor, offset: int) -> Found | None:
    build = _builder(match)
    year = anchor.period.year
    possible = [p for step in (-1, 0, 1) if (p := build(year + step))]
    if not possible:
        return None
    if offset < 0:
        possible = [p for p in possible if p.last < anchor.period.first][-1:] or possible
    elif offset > 0:
        possible = [p for p in possible if p.first > anchor.period.last][:1] or possible
    else:
        possible = [p for p in possible if p.year == year] or possible
    direction = {0: "nearest", 1: "future", -1: "past"}[offset]
    return _date(possible[0], "nearest", anchor, direction)


def latest(match: Match, context: Context) -> Found | None:
    """The quarter (or period) spoken of: "the quarter", "the latest period", a year before it."""
    told = context.compared()
    anchor = told or context.now()
    if anchor is None:
        return None
    scale = UNITS[match.get("unit") or "quarter"]
    period = anchor.period if told else anchor.period.at(scale).shift(-1)
    years = int(match.get("years") or 0)
    if (year := full_year(match, context)) is not None:
        years = year - period.year
    return _date(_years_from(period, years), "relative", anchor, "", f"{years:+d} year" if years else "")


def weekend(match: Match, context: Context) -> Found | None:
    """The weekend just past, or on a Saturday or Sunday the present one."""
    anchor = context.here(match, Scale.WEEK)
    if anchor is None:
        return None
    day = anchor.period.at(Scale.DAY)
    ahead = julian.weekday(day.first) >= 5 or context.direction(match) == "future"
    period = day.at(Scale.WEEKEND).shift(0 if ahead else -1)
    return _date(period, "nearest", anchor, "past")


def weekday(match: Match, context: Context) -> Found | None:
    """A weekday alone: the one at the publication, before it, or after it by tense."""
    number = int(match.get("weekday") or match.get("weekdaypart")[0])
    told = context.carried(match, Scale.WEEK)
    anchor = told if told and (context.history or not context.published) else context.now()
    if anchor is None:
        return _unresolved(f"XXXX-WXX-{number}")
    today = anchor.period.at(Scale.DAY)
    ahead = (number - 1 - julian.weekday(today.first)) % 7
    direction = context.direction(match)
    ahead_by_default = match.coded.grammar.settings.get("weekday_ahead") and direction == "nearest"
    future = direction == "future" or ahead_by_default or anchor is told
    return _date(today.shift(ahead if future or not ahead else ahead - 7), "weekday", anchor, "future" if future else "past")


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
        return _incomplete(match, context, build)
    period = build(year)
    return _date(period, "explicit") if period else None


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


# -- times, durations, sets --------------------------------------------------------------------


def clock_text(match: Match) -> str:
    """"T22:00" out of an hour, minutes and a half of the day; "" when there is no such time."""
    hour, minute = match.get("hour"), match.get("minute") or 0
    if not isinstance(hour, int):
        return ""
    if match.get("pm") and hour < 12:
        hour += 12
    if match.get("am") and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and minute):
        return ""
    return f"T{hour:02}:{int(minute):02}" + ("Z" if match.get("utc") else "")


def clock(match: Match, context: Context) -> Found | None:
    """A time of the day; its day is the one told beside it, or the last one told."""
    compound = match.get("weekdaypart")
    part = compound[1:] if compound else match.get("daypart")
    text = f"T{part}" if part else clock_text(match)
    if not text:
        return None
    if match.get("month") or match.get("weekday") or compound or match.get("deictic") is not None:
        by_name = weekday if match.get("weekday") or compound else shift
        day = (date if match.get("month") else by_name)(match, context)
        if day is None:
            return None
        return at_time(day, str(text))
    anchor = context.last(Scale.DAY) if context.history or context.told else context.now()
    anchor = anchor or context.now()
    if anchor is None or match.get("loose"):
        return Found(TIME, f"XXXX-XX-XX{text}" if not str(text)[1].isdigit() else str(text))
    found = _date(anchor.period.at(Scale.DAY), "relative", anchor)
    return at_time(found, str(text)) if found else None


def at_time(day: Found, text: str) -> Found:
    """The same day at a time of it; after midnight ("T24:00") stays that day's."""
    if day.period is None:
        return Found(TIME, f"XXXX-XX-XX{text}")
    return replace(day, kind=TIME, value=day.value + text, clock=text)


def duration(match: Match, context: Context) -> Found | None:
    """A length of time."""
    return Found(DURATION, length(match))


def length(match: Match) -> str:
    """The ISO 8601 duration of a count of units: "P3D", "PT2H", "PXY", "P2.5Y"."""
    count, unit = match.get("count"), match.get("unit")
    text = "1" if count is None else count if count == VAGUE else f"{count:g}"
    if unit in _CLOCK_DESIGNATOR:
        return f"PT{text}{_CLOCK_DESIGNATOR[unit]}"
    return f"P{text}{_DESIGNATOR.get(unit, 'X')}"


def recurring(match: Match, context: Context) -> Found | None:
    """Something that comes back: "every Monday", "each year", "daily"."""
    if value := match.get("value"):
        return Found(SET, str(value))
    if month := match.get("month"):
        return Found(SET, f"XXXX-{int(month):02}")
    if number := match.get("weekday"):
        return Found(SET, f"XXXX-WXX-{number}")
    if season := match.get("season"):
        return Found(SET, f"XXXX-{periods.SEASONS[int(season) - 1]}")
    return Found(SET, length(match))


def vague(match: Match, context: Context) -> Found | None:
    """PAST_REF, PRESENT_REF, FUTURE_REF: real, and of no use to a timeline."""
    return _unresolved(str(match.get("value")))


def span(match: Match, context: Context) -> Found | None:
    """Two days of a month, two months or two years in one expression: "22-25 May 2024"."""
    year, year2 = full_year(match, context), match.get("year2")
    if isinstance(year2, int) and year is not None:
        year2 = 1 - year2 if match.get("bc") else year2 if year2 > 99 else _following(year, year2)
    first = _end(match, "month", "day", year if year is not None else None, context)
    second = _end(match, "month2", "day2", year2 if isinstance(year2, int) else year, context)
    if not first or not second or not first.period or not second.period:
        return None
    if second.period.first < first.period.first:
        return None
    return replace(first, value=f"{first.value}/{second.value}", ends=(first, second))


def _following(year: int, ending: int) -> int:
    """The first year after `year` that ends in two digits: 1999-01 ends in 2001."""
    candidate = year // 100 * 100 + ending
    return candidate if candidate > year else candidate + 100


def _end(match: Match, month_name: str, day_name: str, year: int | None, context: Context) -> Found | None:
    month = match.get(month_name) or match.get("month")
    day = match.get(day_name)

    def build(of_year: int) -> Period | None:
        if month and day:
            return periods.day(of_year, month, day)
        return periods.month(of_year, month) if month else Period(Scale.YEAR, of_year)

    if year is None:
        return _incomplete(match, context, build)
    period = build(year)
    return _date(period, "explicit") if period else None


def nothing(match: Match, context: Context) -> Found | None:
    """Looks like a time expression and is none."""
    return None


def solar(match: Match, context: Context) -> Found | None:
    """A date of the Solar Hijri calendar."""
    from .solar_meanings import solar_date

    return solar_date(match, context)


MEANINGS: dict[str, Callable[[Match, Context], Found | None]] = {
    "date": date, "numeric": numeric, "day": day_of_month, "years": span_of_years, "shift": shift, "counted": counted,
    "this": this, "weekday": weekday, "weekend": weekend, "latest": latest, "holiday": holiday, "clock": clock, "duration": duration,
    "set": recurring, "vague": vague, "range": span, "solar": solar, "none": nothing,
}  # fmt: skip
