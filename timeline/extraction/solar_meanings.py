"""Dates of the Solar Hijri calendar, told in the Gregorian one: a month becomes its days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from . import notation, solar
from .found import DATE, Found
from .periods import Period, Scale, nearest

if TYPE_CHECKING:
    from .anchors import Anchor
    from .context import Context
    from .matching import Match

Days = tuple[int, int]


def solar_date(match: Match, context: Context) -> Found | None:
    """A day, month or year: "۲۲ بهمن ۱۳۵۷", "خرداد ۱۴۰۳"; without its year, the nearest."""
    year, month, day = match.get("year"), match.get("solarmonth"), match.get("day")
    if isinstance(year, int):
        days = _days(year, month, day)
        return _found(days, "explicit") if days else None
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
        return replace(first, value=f"{first.value}/{last.value}", ends=(first, last))
    return first


def _day(jdn: int, rule: str) -> Found:
    period = Period(Scale.DAY, jdn)
    return Found(DATE, notation.timex(period), period, "", rule)
