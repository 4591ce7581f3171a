"""Lengths of time, what comes back, and what is only vaguely a time: none of them a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import periods
from .found import DURATION, SET, Found, unresolved
from .numbers import VAGUE

if TYPE_CHECKING:
    from .context import Context
    from .matching import Match

_DESIGNATOR = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "season": "S", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "half": "H",
}  # fmt: skip
_CLOCK_DESIGNATOR = {"hour": "H", "minute": "M", "second": "S"}


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
    return unresolved(str(match.get("value")))
