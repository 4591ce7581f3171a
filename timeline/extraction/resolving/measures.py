"""Lengths of time, what comes back, and what is only vaguely a time: none of them a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.extraction.resolving import periods
from timeline.extraction.resolving.found import DURATION, SET, Found, unresolved
from timeline.extraction.words.numbers import VAGUE

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match

_DESIGNATOR = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "season": "S", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "half": "H",
}  # fmt: skip
_CLOCK_DESIGNATOR = {"hour": "H", "minute": "M", "second": "S"}


def duration(match: Match, context: Context) -> Found | None:
    """A length of time."""
    return Found(DURATION, length(match))


def length(match: Match) -> str:
    """The ISO 8601 duration of a count of units or of two: "P3D", "PXY", "P3Y4M", "P1DT12H"."""
    first, clock = _designated(match, "count", "unit")
    if not match.tokens("unit2"):
        return f"PT{first}" if clock else f"P{first}"
    second, finer = _designated(match, "count2", "unit2")
    between = "T" if finer and not clock else ""
    return f"PT{first}{second}" if clock else f"P{first}{between}{second}"


def count_of(match: Match) -> Any:
    """How many units there are, `VAGUE` or None; a half may stand behind the unit ("deux ans et
    demi")."""
    count, half = match.get("count"), match.get("extra")
    return count + half if half and isinstance(count, int | float) else count


def _designated(match: Match, number: str, name: str) -> tuple[str, bool]:
    """A count and the letter of its unit, and whether that is a unit of the clock."""
    count, unit = count_of(match) if number == "count" else match.get(number), match.get(name)
    text = "1" if count is None else count if count == VAGUE else f"{count:g}"
    if unit in _CLOCK_DESIGNATOR:
        return text + _CLOCK_DESIGNATOR[unit], True
    return text + _DESIGNATOR.get(unit, "X"), False


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
    """PAST_REF, PRESENT_REF, FUTURE_REF: real, and of no use to a timeline. Some words mean a time
    in a narrative only: in the news a "former minister" is a title."""
    if match.get("narrative") and not context.history:
        return None
    return unresolved(str(match.get("value")))
