"""Dates counted from an anchor: "two weeks ago", "last May", "the next day", "on Tuesday"."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import julian
from timeline.extraction.resolving import periods
from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.calendar_dates import builder, full_year
from timeline.extraction.resolving.comparing import compared, longer_since
from timeline.extraction.resolving.found import REFERENCE, UNITS, Found, dated, steps, unresolved
from timeline.extraction.resolving.hours import MINUTES, moment_from
from timeline.extraction.resolving.measures import count_of, duration
from timeline.extraction.resolving.periods import FUTURE, NEAREST, PAST, Period, Scale
from timeline.extraction.resolving.solar_meanings import solar_moved
from timeline.extraction.words.numbers import VAGUE

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match

_LATE, _SATURDAY = 3, 5  # days of a week from which its end is near, has come
_ENDS = ("", ".", ",", ";", ")", "\n")  # of a clause; nothing at the end of the text
_MONTHS = 12  # of a year
_BESIDE = 7  # tokens between a date and what is said of it behind a comma
_LATEST = 20  # dates told among which "that Tuesday" can be


def shift(match: Match, context: Context) -> Found | None:
    """So many units from an anchor: "two weeks ago", "the next day", "yesterday"."""
    unit, sign = match.get("unit") or "day", match.get("sign") or 0
    count = count_of(match)
    if count is None:
        count = match.get("offset")
    if count is None:
        count = 1 if match.tokens("unit") == () or _singular(match) else VAGUE
    told = _compared(match, context) if match.get("compare") and unit == "year" else None
    if told and count != VAGUE:
        period = _years_from(told.period, int(count * sign))
        return dated(period, "relative", told, "", steps(count * sign, unit))
    if unit in MINUTES and count != VAGUE and match.get("base") in (None, "verb"):
        found = moment_from(context, unit, count * sign)
        return found or _vague_shift(match, context, sign)
    if count == VAGUE or unit not in UNITS:
        return _vague_shift(match, context, sign)
    if match.get("same_day"):
        return _to_the_day(match, context, UNITS[unit], int(count * sign))
    return _apposed(match, context, UNITS[unit]) or _counted_on(match, context, unit, count, sign)


def _counted_on(match: Match, context: Context, unit: str, count: float, sign: int) -> Found | None:
    """That many units after (sign 1) or before (-1) what the expression counts from."""
    anchor = _base(match, context, UNITS[unit])
    if anchor is None and unit == "month" and not count % _MONTHS:  # "Zwölf Monate später"
        unit, count = "year", count / _MONTHS
        anchor = _base(match, context, UNITS[unit])
    if anchor is None:
        return unresolved(REFERENCE[int(math.copysign(1, count * sign)) if count * sign else 0])
    anchor = _today_if_over(match, context, anchor, count * sign)
    if match.get("base") in (None, "verb") and _told_of_later(match, context, anchor, count * sign):
        return unresolved(REFERENCE[1])
    offset = steps(count * (sign or 1), unit)
    if anchor.solar and (found := solar_moved(anchor, UNITS[unit], count * (sign or 1))):
        return replace(found, offset=offset)
    period = moved(anchor.period, UNITS[unit], count * (sign or 1), exact=bool(match.get("exact")))
    if _lies_ahead(period, anchor, match, context):
        return unresolved(REFERENCE[1])
    return dated(period, "deictic" if match.get("deictic") else "relative", anchor, "", offset)


def _lies_ahead(period: Period, anchor: Anchor, match: Match, context: Context) -> bool:
    """ "On the table since 2016. A study was shelved **the following year**", behind a date of the
    news: what is over in a report was not counted from that."""
    now = None if context.history or anchor.kind != "narrative" else context.now()
    if now is None or period.first <= now.period.last or anchor.period.first > now.period.last:
        return False
    return context.cued(match) == PAST


def _apposed(match: Match, context: Context, scale: Scale) -> Found | None:
    """The date right before a count that only says of it how much later or earlier it is: "opened
    on 5 May 2001, **two years later**." The clause ends with it, or it begins the next one."""
    told = context.told[-1] if context.told and match.get("base") is None else None
    if told is None or told.period.scale > scale:
        return None
    shape = match.coded.shape
    ended = shape[match.end : match.end + 1] in _ENDS
    if not ended or shape[told.end : match.begin].strip() != ",":
        return None
    return _told_again(told.period)


def against_plan(match: Match, context: Context) -> Found | None:
    """ "On 11 May, three days later than planned": the day told right before, else a length. The
    verb may stand between them: "am 11. Mai eröffnet, drei Tage später als geplant"."""
    told = context.told[-1] if context.told else None
    if told and told.period.scale <= UNITS.get(match.get("unit"), Scale.DAY):
        between = match.coded.shape[told.end : match.begin]
        if len(between) < _BESIDE and between.rstrip()[-1:] == "," and "\n" not in between:
            return _told_again(told.period)
    return duration(match, context)


def _told_again(period: Period) -> Found | None:
    offset = steps(0, period.scale.name.lower())
    return dated(period, "relative", Anchor("narrative", period), "", offset)


def _today_if_over(match: Match, context: Context, anchor: Anchor, steps_on: float) -> Anchor:
    """ "Schools reopen on 29 January. He had flown in **a day earlier**": what is over is counted
    from publication in a report that has last told what is to come."""
    now = None if context.history else context.now()
    if now is None or steps_on >= 0 or anchor.period.first <= now.period.last:
        return anchor
    return now if context.cued(match) == PAST else anchor


def _told_of_later(match: Match, context: Context, anchor: Anchor, steps_on: float) -> bool:
    """ "Ten days later he died", with no date told: what is over lies not after publication."""
    onward = anchor.kind == "publication" and steps_on > 0
    return onward and context.cued(match) == PAST


def _to_the_day(match: Match, context: Context, scale: Scale, count: int) -> Found | None:
    """ "Ten years ago today", "a week from today"."""
    anchor = _base(match, context, Scale.DAY)
    if anchor is None:
        return unresolved(REFERENCE[-1 if count < 0 else 1])
    today = anchor.period.at(Scale.DAY)
    months = 12 * periods.YEARS_IN.get(scale, 0) or periods.MONTHS_IN.get(scale, 0)
    days = count * (7 if scale is Scale.WEEK else 1)
    period = periods.same_day(today, count * months) if months else today.shift(days)
    return dated(period, "relative", anchor, "", steps(count, match.get("unit")))


def ahead(match: Match, context: Context) -> Found | None:
    """ "In two weeks": a day to come where the sentence speaks of it ("will begin in two weeks"),
    else a length of time ("built in two weeks", "the first in two weeks")."""
    to_come = context.now() and not context.history and context.cued(match) == FUTURE
    if not to_come or match.get("unit") not in UNITS or context.says(match, "rarity"):
        return duration(match, context)
    return shift(match, context)


def _years_from(period: Period, years: int) -> Period:
    """The same quarter, half, month or year some years on."""
    return period.shift(years * (12 // periods.MONTHS_IN.get(period.scale, 12)))


def _compared(match: Match, context: Context) -> Anchor | None:
    """What another year is compared with: the quarter spoken of, or the year if it is more."""
    told = compared(context)
    if told is None or not longer_since(match, context):
        return told
    return Anchor(told.kind, told.period.at(Scale.YEAR))


def _singular(match: Match) -> bool:
    """Whether the unit is named in the singular: "year-ago", not "years ago"."""
    return match.pattern.slots.get("unit") == "single"


def _vague_shift(match: Match, context: Context, sign: int) -> Found:
    return unresolved("FUTURE_REF" if sign > 0 else "PAST_REF")


def _base(match: Match, context: Context, scale: Scale) -> Anchor | None:
    base = match.get("base")
    if base == "writing":
        return context.now() or (None if match.get("deictic") else context.last(scale))
    if base == "verb":
        told = context.last(scale)
        cued = context.cued(match)
        narrated = told is not None or context.in_paragraph(match)
        ahead = cued == FUTURE or (not narrated and cued != PAST)
        return context.now() or told if ahead else told
    if base == "tense" and (told := context.told_beside(match, scale)):
        return told
    if base in ("now", "tense") and context.timeless and not context.is_told_ahead(match):
        return context.last(scale) if match.get("told_too") else None
    if base in ("now", "tense"):
        return context.now() or (context.last(scale) if match.get("told_too") else None)
    told = context.last(scale, near=match)
    narrated = base == "told" or context.history or context.in_paragraph(match)
    return told or (context.only_of_today() if narrated else context.now())


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
    pointing = not offset and match.get("base") == "told"
    counted = Scale.DAY if weekday_number(match) and not pointing else Scale.YEAR
    scale = UNITS.get(unit, Scale.YEAR) if unit else counted
    anchor = context.pointed_at(match, scale) if pointing else _base(match, context, scale)
    if anchor is None and pointing and scale < Scale.MONTH:  # "the same week", of a May told
        anchor = context.pointed_at(match, Scale.MONTH)
        return dated(anchor.period, "relative", anchor) if anchor else unresolved(REFERENCE[0])
    if anchor is None:
        return unresolved(REFERENCE[offset])
    if unit:
        found = _unit_from(match, anchor, unit, offset)
        period = found.period if found and offset > 0 else None
        ahead = period is not None and _lies_ahead(period, anchor, match, context)
        return unresolved(REFERENCE[1]) if ahead else found
    if (number := weekday_number(match)) and match.get("in_week"):
        week = anchor.period.at(Scale.WEEK).shift(offset)
        return dated(Period(Scale.DAY, week.first + number - 1), "weekday", anchor)
    if number and pointing:
        return _weekday_told(number, anchor, context)
    if number:
        weeks = match.get("weeks") or 0
        weeks = int(weeks) if weeks != VAGUE else 0
        side = context.cued(match) if not offset else NEAREST
        return _weekday_from(anchor, number, offset, weeks, side)
    return _named_from(match, anchor, offset)


def _unit_from(match: Match, anchor: Anchor, unit: str, offset: int) -> Found | None:
    """The present, last or next week, month, year ..., a day or a side of it."""
    if unit not in UNITS:
        return None
    if anchor.solar and (found := solar_moved(anchor, UNITS[unit], offset)):
        return replace(found, offset=steps(offset, unit))
    period = whole = anchor.period.at(UNITS[unit]).shift(offset)
    if day := match.get("day"):  # "the 3rd of last month"
        period = Period(Scale.DAY, whole.first + int(day) - 1)
        if period.at(Scale.MONTH) != whole:
            return None
    if _at_edge(match, whole, anchor.period):
        period, unit = anchor.period.at(Scale.QUARTER), "quarter"
    return dated(period, "relative", anchor, "", steps(offset, unit))


def _at_edge(match: Match, whole: Period, anchor: Period) -> bool:
    """Whether "later this year" (side 1) is said in the last quarter of the year, or "earlier this
    year" (-1) in the first, and so can only be in that quarter."""
    side = match.get("side")
    if not side or whole.scale is not Scale.YEAR or anchor.scale > Scale.QUARTER:
        return False
    quarter = anchor.at(Scale.QUARTER)
    return quarter.last == whole.last if side > 0 else quarter.first == whole.first


def _weekday_told(weekday: int, anchor: Anchor, context: Context) -> Found | None:
    """ "That Tuesday": a day told before, else the last one up to where the narrative stands."""
    days = (told.period for told in reversed(context.told[-_LATEST:]))
    days = (day for day in days if day.scale is Scale.DAY and day != context.published)
    named = (day for day in days if julian.weekday(day.first) == weekday - 1)
    if told := next(named, None):
        return dated(told, "weekday", Anchor("narrative", told), "nearest")
    last = anchor.period.last
    return dated(Period(Scale.DAY, last - (last + 1 - weekday) % 7), "weekday", anchor, "past")


def _weekday_from(
    anchor: Anchor, weekday: int, offset: int, weeks: int, side: str = NEAREST
) -> Found | None:
    """The nearest, next or last such weekday, or so many weeks after it: "Tuesday week". What is
    over ("this Sunday he left") lies not ahead, what is to come not behind."""
    today = anchor.period.at(Scale.DAY)
    ahead = (weekday - 1 - julian.weekday(today.first)) % 7
    nearest = ahead if ahead < 4 else ahead - 7
    if ahead and side in (PAST, FUTURE):
        nearest = ahead - 7 if side == PAST else ahead
    days = {0: nearest, 1: ahead or 7, -1: ahead - 7}[offset]
    direction = {0: "nearest", 1: "future", -1: "past"}[offset]
    return dated(today.shift(days + 7 * weeks), "weekday", anchor, direction)


def _named_from(match: Match, anchor: Anchor, offset: int) -> Found | None:
    build = builder(match)
    year = anchor.period.year
    possible = [p for step in (-2, -1, 0, 1) if (p := build(year + step))]
    if not possible:
        return None
    if offset < 0:
        possible = [p for p in possible if p.last < anchor.period.first][-1:] or possible
    elif offset > 0:
        possible = [p for p in possible if _follows(p, anchor.period)][:1] or possible
    else:
        possible = [p for p in possible if p.year == year] or possible
    direction = {0: "nearest", 1: "future", -1: "past"}[offset]
    return dated(possible[0], "nearest", anchor, direction)


def _follows(period: Period, told: Period) -> bool:
    """Whether it comes after what was told; the winter at the end of a year told goes beyond it."""
    beyond = told.scale is Scale.YEAR and period.scale is Scale.SEASON
    return period.first > told.last or (beyond and period.last > told.last)


def latest(match: Match, context: Context) -> Found | None:
    """The quarter (or period) spoken of: "the quarter", "the latest period", a year before it."""
    told = compared(context)
    anchor = told or context.now()
    if anchor is None:
        return None
    scale = UNITS[match.get("unit") or "quarter"]
    period = anchor.period if told else anchor.period.at(scale).shift(-1)
    years = int(match.get("years") or 0)
    if (year := full_year(match, context)) is not None:
        period = period.at(Scale.YEAR) if longer_since(match, context) else period
        years = year - period.year
    return dated(_years_from(period, years), "relative", anchor, "", steps(years, "year"))


def weekend(match: Match, context: Context) -> Found | None:
    """The weekend just past, or on a Saturday or Sunday the present one."""
    anchor = context.here(match, Scale.WEEK)
    if anchor is None:
        return None
    day = anchor.period.at(Scale.DAY)
    today = julian.weekday(day.first)
    near = today >= (_LATE if match.get("offset") == 0 else _SATURDAY)  # "ce week-end"
    ahead = near or context.direction(match) == "future"
    period = day.at(Scale.WEEKEND).shift(0 if ahead else -1)
    return dated(period, "nearest", anchor, "future" if period.first > day.first else "past")


def weekday_number(match: Match) -> int:
    """From 1, a Monday; 0 where none is told. "Dienstagabend" tells one, too."""
    return int(match.get("weekday") or (match.get("weekdaypart") or "0")[0])


def weekday(match: Match, context: Context) -> Found | None:
    """A weekday alone: the one at the publication, before it, or after it by tense."""
    number = weekday_number(match)
    beside = context.beside(match)
    if beside and julian.weekday(beside.period.first) == number - 1:
        return dated(beside.period, "weekday", beside, "nearest")
    if entry := context.entry_before(match, Scale.DAY):
        ahead = (number - 1 - julian.weekday(entry.first)) % 7
        return dated(entry.shift(ahead), "weekday", Anchor("narrative", entry), "future")
    told = context.carried(match, Scale.WEEK)
    today_or_ahead = context.published and context.cued(match) == FUTURE
    carried_on = told and (context.history or not context.published) and not today_or_ahead
    anchor = told if carried_on else context.now()
    if anchor is None:
        return unresolved(f"XXXX-WXX-{number}")
    today = anchor.period.at(Scale.DAY)
    ahead = (number - 1 - julian.weekday(today.first)) % 7
    until = match.mods.get("open") == "END"
    direction = context.direction(match)
    if until:  # "suspended until Friday": what is over now ends then
        direction = FUTURE if context.suspends(match) else context.cued(match)
    forward = until or match.coded.grammar.settings.get("weekday_ahead")
    future = direction == "future" or (forward and direction == "nearest") or anchor is told
    return dated(
        today.shift(ahead if future or not ahead else ahead - 7),
        "weekday",
        anchor,
        "future" if future else "past",
    )
