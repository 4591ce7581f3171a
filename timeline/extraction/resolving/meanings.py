"""What the patterns of a grammar can mean: each name with the function that resolves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .calendar_dates import (
    date,
    holiday,
    numeric,
    span_of_years,
)
from .clock import clock
from .event_anchors import counted
from .found import Found
from .measures import duration, recurring, vague
from .month_days import day_of_month
from .nights import night
from .parts import part
from .ranges import span, year_and_number
from .relative import ahead, latest, shift, this, weekday, weekend
from .solar_meanings import solar_date, solar_decade, solar_or_not, solar_span, solar_years

if TYPE_CHECKING:
    from ..context.anchoring import Context
    from ..grammars.matching import Match


def nothing(match: Match, context: Context) -> Found | None:
    """Looks like a time expression and is none."""
    return None


MEANINGS: dict[str, Callable[[Match, Context], Found | None]] = {
    "date": date, "numeric": numeric, "day": day_of_month, "years": span_of_years,
    "year and number": year_and_number, "holiday": holiday, "range": span,
    "solar": solar_date, "solar range": solar_span, "solar years": solar_years,
    "solar decade": solar_decade, "solar or not": solar_or_not,
    "shift": shift, "counted": counted, "this": this, "ahead": ahead, "night": night, "part": part,
    "latest": latest, "weekday": weekday, "weekend": weekend, "clock": clock,
    "duration": duration, "set": recurring, "vague": vague, "none": nothing,
}  # fmt: skip
