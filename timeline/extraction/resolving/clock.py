"""Times of the day, and the day they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.calendar_dates import date
from timeline.extraction.resolving.found import TIME, Found, dated
from timeline.extraction.resolving.periods import PAST, Period, Scale
from timeline.extraction.resolving.relative import shift, this, weekday

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


_FOUR = 4  # digits of an hour and its minutes written together
_NOON = 12
_NIGHTFALL = 6  # "at 6 on Monday night" is in its evening, "at 3" after midnight
_PARTS = {"MI": "T12:00", "MN": "T24:00"}  # noon and midnight are moments


def clock_text(match: Match, end: str = "") -> str:
    """ "T22:00" out of an hour, minutes and a half of the day; "" when there is no such time.

    `end` is "2" for the second time of a range. "Halb neun" is half an hour before nine.
    """
    hour, minute = match.get(f"hour{end}"), match.get(f"minute{end}") or 0
    if not end and (digits := "".join(match.tokens("hourminute"))):  # "1430 GMT"
        hour, minute = divmod(int(digits), 100) if len(digits) == _FOUR else (None, 0)
    if not isinstance(hour, int):
        return ""
    if before := match.get("minutes_before"):  # "ten to three"
        hour, minute = hour - 1, 60 - int(before)
    hour -= match.get("hours_before") or 0
    half = _half(match, end)
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if hour > 24 or int(minute) > 59 or (hour == 24 and minute):
        return ""
    return f"T{hour:02}:{int(minute):02}" + ("Z" if match.get("utc") else "")


def in_the_part(clock: str, part: str) -> str:
    """A time as it is meant in a part of the day: "half past ten" of a night is "T22:30"."""
    hour = int(clock[1:3])
    later = part in ("TAF", "TEV") or (part == "TNI" and hour >= _NIGHTFALL)
    return f"T{hour + 12:02}{clock[3:]}" if later and hour < 12 else clock


def day_of_night(night: tuple[Period, Period], clock: str) -> Period:
    """ "At 11 p.m." and "at 2 a.m." of the night from Saturday to Sunday: the day of each."""
    return night[int(clock[1:3]) < _NOON]


def _half(match: Match, end: str) -> str:
    """The half of the day that is said, "" for none; of "9 to 5pm" the first is the morning."""
    for name in ("am", "pm"):
        if match.get(name + end):
            return name
    if end or not match.get("hour2"):
        return ""
    latter, before = _half(match, "2"), match.get("hour") < match.get("hour2")
    return latter if before else {"pm": "am", "am": "pm"}.get(latter, "")


def clock(match: Match, context: Context) -> Found | None:
    """A time of the day; its day is the one told beside it, or the last one told."""
    compound = match.get("weekdaypart")
    part = compound[1:] if compound else match.get("daypart")
    text = _PARTS.get(part, f"T{part}") if part else clock_text(match)
    if not text:
        return None
    if within := match.get("part"):
        text = in_the_part(str(text), f"T{within}")
    found = _at(match, context, str(text))
    if last := clock_text(match, "2"):
        return _between(found, last)
    if found and found.period and match.get("eve"):
        return replace(found, eve=found.period.shift(-1))
    return found


def _between(first: Found | None, last: str) -> Found | None:
    """From one time to another of the same day: "from 10 to 18"."""
    if first is None:
        return None
    day = first.value.removesuffix(first.clock) if first.clock else ""
    return replace(first, ends=(first, replace(first, value=day + last, clock=last)))


def _at(match: Match, context: Context, text: str) -> Found | None:
    """A time of the day told beside it, else of the last one told."""
    compound = match.get("weekdaypart")
    if match.get("month") or match.get("weekday") or compound or match.get("deictic") is not None:
        of_week = this if match.get("offset") is not None else weekday  # "last Tuesday morning"
        by_name = of_week if match.get("weekday") or compound else shift
        day = (date if match.get("month") else by_name)(match, context)
        if day is None:
            return None
        return at_time(day, text)
    over = context.cued(match) == PAST
    opens = _is_entry(match, context)
    anchor = context.entry() if opens else context.day_of_sentence(match)
    anchor = anchor or _last_day(context, over) or context.now()
    if anchor is None or match.get("loose"):
        return Found(TIME, f"XXXX-XX-XX{text}" if not text[1].isdigit() else text)
    night = _night_told(match, context) if text[1].isdigit() and not opens else None
    period = day_of_night(night, text) if night else anchor.period.at(Scale.DAY)
    found = dated(period, "relative", anchor)
    return at_time(found, text) if found else None


def _night_told(match: Match, context: Context) -> tuple[Period, Period] | None:
    """The two days of the night last told in the paragraph, until hours of the second."""
    paragraph, hours = context.paragraph(match.begin), list[Period]()
    for told in reversed(context.told[-4:]):
        if context.paragraph(told.at) != paragraph:
            return None
        if night := told.found.night:
            return night if hours[-1:] in ([], [night[0]]) else None
        if not told.found.clock[1:2].isdigit():
            return None
        hours.append(told.period)
    return None


def _last_day(context: Context, over: bool) -> Anchor | None:
    """The last day told; of days to come the first: "runs from 6 to 9 May and opens at 10"."""
    anchor = context.last(Scale.DAY, over)
    if anchor is None or over:
        return anchor
    told = (told for told in reversed(context.told[-4:]) if told.last == anchor.period)
    days = next((one.found.ends for one in told), ())
    first = days[0].period if days else None
    return Anchor(anchor.kind, first) if first and first.scale is Scale.DAY else anchor


def _is_entry(match: Match, context: Context) -> bool:
    """Whether it is the clock time that an entry of a live blog begins with."""
    begins = match.coded.tokens[match.begin][:1].isdigit()  # no "At 3 a.m., ..."
    return begins and match.get("hour") is not None and context.opens_line(match)


def at_time(day: Found, text: str) -> Found:
    """The same day at a time of it; after midnight ("T24:00") stays that day's."""
    if day.period is None:
        return Found(TIME, f"XXXX-XX-XX{text}")
    return replace(day, kind=TIME, value=day.value + text, clock=text)
