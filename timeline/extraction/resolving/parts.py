"""Parts of a whole: "the first nine months of 2023", "the second half of the 19th century", "the
last Sunday in May". The whole is whatever is told right behind: `context.joining` brings both
together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import julian
from timeline.extraction.resolving import periods
from timeline.extraction.resolving.calendar_dates import builder, date, incomplete
from timeline.extraction.resolving.found import DATE, DURATION, UNITS, Found, dated
from timeline.extraction.resolving.measures import length
from timeline.extraction.resolving.periods import FUTURE, PAST, Period, Scale
from timeline.extraction.words import numbers

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match

Extent = tuple[Period, Period]

_PARTS_OF_A_YEAR = {2: Scale.HALF, 4: Scale.QUARTER}
# In what a half or a third is counted.
_COUNTED_IN = {
    Scale.MILLENNIUM: Scale.CENTURY, Scale.CENTURY: Scale.YEAR, Scale.DECADE: Scale.YEAR,
    Scale.YEAR: Scale.MONTH, Scale.MONTH: Scale.DAY,
}  # fmt: skip
_LAST = -1


def part(match: Match, context: Context) -> Found | None:
    """A part of what the match itself names or of "the year"; else one whose whole is yet to come,
    until then a length or, without a count, nothing."""
    if match.tokens("year") or match.tokens("month"):
        whole = date(match, context)
        return of(match, whole) if whole else None
    match.end = max(end for _, end in match.spans.values())  # without the preposition behind
    found = _of_the_present(match, context) or _quarter(match, context)
    return found or Found(*_by_itself(match))


def _quarter(match: Match, context: Context) -> Found | None:
    """ "A loss for the third quarter of $2 million": of the nearest year."""
    number = match.get("edge")
    if match.get("unit") != "quarter" or number == _LAST or match.tokens("count"):
        return None
    return incomplete(match, context, lambda y: periods.year_part(Scale.QUARTER, y, number))


def _by_itself(match: Match) -> tuple[str, str]:
    """The TIMEX3 type and value of a part without its whole."""
    return (DURATION, length(match)) if match.get("count") is not None else ("", "")


def of(match: Match, whole: Found) -> Found | None:
    """The part of a whole that is known; None where it has no such part."""
    if whole.kind != DATE or whole.period is None or whole.ends or whole.clock:
        return None
    if match.gives == "date":
        return _of_a_year(match, whole)
    if match.get("vague"):
        match.mods.setdefault("mod", "END" if match.get("edge") == _LAST else "START")
        return whole
    extent = _extent(match, whole.period)
    return _told(match, whole, *extent) if extent else None


def _of_a_year(match: Match, whole: Found) -> Found | None:
    """ "May", "the second quarter" without a year, of the year that is told behind it."""
    if whole.period is None or whole.period.scale is not Scale.YEAR:
        return None
    if match.tokens("year") or "year_offset" in match.pattern.fixed:
        return None
    period = builder(match)(whole.period.year)
    known = period is not None and period.scale is not Scale.YEAR
    return _told(match, whole, period, period) if period and known else None


def _of_the_present(match: Match, context: Context) -> Found | None:
    """ "The first three months | of the year": of the year that is spoken of."""
    named = _whole_named(match, context)
    if named is None:
        return None
    scale, end = named
    anchor = context.carried(match) or context.now()
    if anchor is None:
        return None
    present = anchor.period.at(scale)
    turn = _turn(match, present, context)
    found = dated(present.shift(turn), "relative", anchor, "", f"{turn:+d} {scale.name.lower()}")
    match.end = end
    return of(match, found) if found else None


def _turn(match: Match, whole: Period, context: Context) -> int:
    """To which whole a part belongs that would not have begun yet, or is over: "In January, sales
    of the last three months of the year fell"."""
    extent, today = _extent(match, whole), context.published
    if extent is None or today is None or whole != today.at(whole.scale):
        return 0
    direction = context.direction(match)
    if direction == PAST and extent[0].first > today.last:
        return -1
    return 1 if direction == FUTURE and extent[1].last < today.first else 0


def _whole_named(match: Match, context: Context) -> tuple[Scale, int] | None:
    """The unit right behind a part, and where it ends, unless a date begins with it."""
    coded = match.coded
    between = coded.grammar.whole_regex.match(coded.shape, match.end)
    at = between.end() if between else len(coded.tokens)
    ahead = context.following and context.following[0].begin <= at
    if ahead or coded.shape[at : at + 1] not in (*coded.grammar.admitted("single"),):
        return None
    unit = numbers.read(coded.grammar.lexicon, "single", coded.tokens[at : at + 1])
    return (UNITS[unit], at + 1) if unit in UNITS else None


def _told(match: Match, whole: Found, first: Period, last: Period) -> Found | None:
    one, two = dated(first, whole.rule), dated(last, whole.rule)
    if one is None or two is None:
        return None
    if first == last:
        return replace(whole, value=one.value, period=first)
    kind, value = _by_itself(match)
    kind, value = kind or DATE, value or whole.value
    return replace(whole, kind=kind, value=value, period=first, ends=(one, two))


def _extent(match: Match, whole: Period) -> Extent | None:
    """The first and the last period of the part."""
    if match.get("ending"):
        return _ending(whole, UNITS.get(match.get("unit")), match.get("count"))
    edge = int(match.get("edge"))
    if weekday := match.get("nthday"):
        return _nth_weekday(whole, edge, int(weekday))
    if share := match.get("share"):
        return _share(whole, edge, int(share))
    unit, count = match.get("unit"), match.get("count")
    return _units(whole, edge, UNITS[unit], int(count or 1)) if unit in UNITS else None


def _ending(end: Period, scale: Scale | None, count: object) -> Extent | None:
    """So many units up to and with a day or a month: "the three months to 30 June"."""
    if scale is None or not isinstance(count, int) or count < 1 or end.scale > Scale.MONTH:
        return None
    months = 12 if scale is Scale.YEAR else periods.MONTHS_IN.get(scale, 0)
    if months and end.last == end.at(Scale.MONTH).last:
        last = end.at(Scale.MONTH)
        return last.shift(1 - count * months), last
    if end.scale is not Scale.DAY:
        return None
    days = count * 7 if scale is Scale.WEEK else count if scale is Scale.DAY else 0
    before = periods.same_day(end, -count * months) if months else end.shift(-days)
    return (before.shift(1), end) if months or days else None


def _nth_weekday(whole: Period, edge: int, weekday: int) -> Extent | None:
    if edge == _LAST:
        day = whole.last - (julian.weekday(whole.last) - weekday + 1) % 7
    else:
        day = whole.first + (weekday - 1 - julian.weekday(whole.first)) % 7 + 7 * (edge - 1)
    found = Period(Scale.DAY, day)
    return (found, found) if day <= whole.last else None


def _share(whole: Period, edge: int, parts: int) -> Extent | None:
    """A half, third or quarter, in whole units: of 31 days the first half has 15."""
    number = parts if edge == _LAST else edge
    if number > parts or whole.scale not in _COUNTED_IN:
        return None
    if whole.scale is Scale.YEAR and parts in _PARTS_OF_A_YEAR:
        found = periods.year_part(_PARTS_OF_A_YEAR[parts], whole.year, number)
        return (found, found) if found else None
    first, last = _bounds(whole, _COUNTED_IN[whole.scale])
    units = last.index - first.index + 1
    return first.shift(units * (number - 1) // parts), first.shift(units * number // parts - 1)


def _units(whole: Period, edge: int, scale: Scale, count: int) -> Extent | None:
    """So many units from the beginning or the end; one is counted from the beginning."""
    if scale >= whole.scale or (count > 1 and edge not in (1, _LAST)):
        return None
    first, last = _bounds(whole, scale)
    begin = last.shift(1 - count) if edge == _LAST else first.shift(edge - 1)
    end = begin.shift(count - 1)
    return (begin, end) if first.index <= begin.index <= end.index <= last.index else None


def _bounds(whole: Period, scale: Scale) -> Extent:
    """The first and the last unit of a whole: a week lies where most of its days do."""
    if scale is Scale.WEEK:
        return Period(scale, (whole.first + 3) // 7), Period(scale, (whole.last - 3) // 7)
    if scale is Scale.WEEKEND:
        return Period(scale, (whole.first + 1) // 7), Period(scale, (whole.last - 5) // 7)
    days = Period(Scale.DAY, whole.first), Period(Scale.DAY, whole.last)
    return days[0].at(scale), days[1].at(scale)
