"""What the patterns of a grammar can mean: each name with the function that resolves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.extraction.resolving.calendar_dates import (
    date,
    holiday,
    numeric,
    span_of_years,
)
from timeline.extraction.resolving.clock import clock
from timeline.extraction.resolving.early_years import early_year
from timeline.extraction.resolving.event_anchors import counted, weekday_counted
from timeline.extraction.resolving.found import Found
from timeline.extraction.resolving.measures import duration, recurring, vague
from timeline.extraction.resolving.month_days import day_of_month
from timeline.extraction.resolving.nights import night
from timeline.extraction.resolving.parts import part
from timeline.extraction.resolving.ranges import span, year_and_number
from timeline.extraction.resolving.relative import (
    against_plan,
    ahead,
    latest,
    shift,
    this,
    weekday,
    weekend,
)
from timeline.extraction.resolving.solar_meanings import (
    solar_date,
    solar_decade,
    solar_or_not,
    solar_span,
    solar_years,
)

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


def nothing(match: Match, context: Context) -> Found | None:
    """Looks like a time expression and is none."""
    return None


MEANINGS: dict[str, Callable[[Match, Context], Found | None]] = {
    "date": date, "numeric": numeric, "day": day_of_month, "years": span_of_years,
    "early year": early_year, "early span": span,
    "year and number": year_and_number, "holiday": holiday, "range": span,
    "solar": solar_date, "solar range": solar_span, "solar years": solar_years,
    "solar decade": solar_decade, "solar or not": solar_or_not,
    "shift": shift, "counted": counted, "this": this, "ahead": ahead, "night": night, "part": part,
    "latest": latest, "against plan": against_plan, "weekday": weekday, "weekend": weekend,
    "weekday counted": weekday_counted,
    "clock": clock, "duration": duration, "set": recurring, "vague": vague, "none": nothing,
}  # fmt: skip
