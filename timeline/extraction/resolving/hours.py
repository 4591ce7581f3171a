"""Hours and minutes counted on from a clock time: "at 13:45 ... Twenty minutes later"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.found import TIME, Found, dated
from timeline.extraction.resolving.periods import Period, Scale

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.context.told import Told

MINUTES = {"hour": 60, "minute": 1}
_MOMENT = re.compile(r"T([0-2]\d):([0-5]\d)")
_DAY = 24 * 60  # minutes
_BESIDE = 3  # tokens between a time and its day: "at 9 on Sunday"


def moment_from(context: Context, unit: str, count: float) -> Found | None:
    """The day and the time so many hours or minutes from the clock time told last, None where the
    last date told has no time. Only minutes are told to the minute: of hours the day is kept."""
    day, told = _last_moment(context)
    moment = _MOMENT.search(told.found.value) if told else None
    if not day or not told or not moment:
        return None
    minutes = 60 * int(moment[1]) + int(moment[2]) + round(count * MINUTES[unit])
    clock = f"T{minutes % _DAY // 60:02}:{minutes % 60:02}"
    whole = count == int(count)
    offset = f"{round(count):+d} {unit}" if whole else f"{round(60 * count):+d} minute"
    found = dated(day.shift(minutes // _DAY), "relative", Anchor("narrative", day), "", offset)
    if found is None:
        return None
    known = bool(told.found.clock)
    anchor = found.anchor + moment[0] if known else found.anchor
    exact = clock if known and unit == "minute" else ""
    return replace(found, kind=TIME, value=found.value + clock, clock=exact, anchor=anchor)


def _last_moment(context: Context) -> tuple[Period | None, Told | None]:
    """The last day told, and what told its time: itself, or a time right before it ("at 1:45 p.m.
    | on Sunday")."""
    last = context.told[-1] if context.told else None
    if not last or last.period.scale is not Scale.DAY:
        return None, None
    before = context.told[-2] if len(context.told) > 1 else last
    beside = not _MOMENT.search(last.found.value) and last.at - before.end <= _BESIDE
    return last.period, before if beside else last
