"""Nights, which begin on one day and end on the next: "the night of Saturday to Sunday"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import julian
from timeline.extraction.resolving import notation
from timeline.extraction.resolving.calendar_dates import date
from timeline.extraction.resolving.found import TIME, Found
from timeline.extraction.resolving.periods import Scale
from timeline.extraction.resolving.relative import weekday

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match

_NIGHT = "TNI"


def night(match: Match, context: Context) -> Found | None:
    """The night before a weekday or a day; `eve` is the weekday or day that it began on."""
    second = (weekday if match.get("weekday") else date)(match, context)
    if second is None or second.period is None or second.period.scale is not Scale.DAY:
        return None
    first = second.period.shift(-1)
    of_month = julian.from_day(first.index)[2]
    told = julian.weekday(first.index) + 1 if match.get("weekday") else of_month
    if match.get("eve") != told:
        return None
    value = notation.timex(first) + _NIGHT
    return replace(second, kind=TIME, value=value, period=first, until=second.period, clock=_NIGHT)
