"""What an expression came to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.resolving import notation, periods
from timeline.extraction.resolving.periods import Period, Scale

if TYPE_CHECKING:
    from timeline.extraction.grammars.matching import Match
    from timeline.extraction.resolving.anchors import Anchor

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
UNITS = {
    "day": Scale.DAY, "week": Scale.WEEK, "weekend": Scale.WEEKEND, "month": Scale.MONTH,
    "season": Scale.SEASON, "quarter": Scale.QUARTER, "half": Scale.HALF, "year": Scale.YEAR,
    "decade": Scale.DECADE, "century": Scale.CENTURY,
}  # fmt: skip
REFERENCE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}  # TIMEX3, where no date is known


@dataclass(slots=True)
class DatedEvent:
    """An event from which another date is counted, told with its own: "two days after **the quake
    of 6 February**". `begin` and `end` are the tokens between which its words stand, `match` the
    expression that gives its date."""

    begin: int
    end: int
    match: Match
    date: Found


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
    until: Period | None = None  # of a night the second day
    eve: Period | None = None  # of a night told by the day that it ends on, the day before
    ends: tuple[Found, ...] = ()  # of a range: its first and its last period
    event: DatedEvent | None = None  # from which it is counted
    solar: bool = False  # a month or year of the Solar Hijri calendar, in which it is counted on

    @property
    def night(self) -> tuple[Period, Period] | None:
        """The day on which a night begins, and the one on which it ends."""
        begins, ends = (self.eve, self.period) if self.eve else (self.period, self.until)
        return (begins, ends) if begins and ends else None


def dated(
    period: Period, rule: str, anchor: Anchor | None = None, direction: str = "", offset: str = ""
) -> Found | None:
    if not period.writable:
        return None
    return Found(
        DATE, notation.timex(period), period, "", rule, str(anchor or ""), direction, offset
    )


def unresolved(value: str) -> Found:
    return Found(DATE, value)


def steps(count: float, unit: str) -> str:
    """The offset of a resolution, in units that can be told: "-1 day", "+3 month"."""
    scale = UNITS.get(unit, Scale.DAY)
    if count and scale in periods.MONTHS_IN and scale is not Scale.MONTH:
        count, unit = count * periods.MONTHS_IN[scale], "month"
    elif scale is Scale.WEEKEND:
        unit = "week"
    elif count != int(count):
        count, unit = (count * 12, "month") if scale is Scale.YEAR else (count, unit)
    return f"{round(count):+d} {unit}"
