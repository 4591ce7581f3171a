"""Days without their month: "the 14th", "on 3, 4 and 5 May"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.dates import julian
from timeline.extraction.resolving import notation, periods
from timeline.extraction.resolving.calendar_dates import date
from timeline.extraction.resolving.found import Found, dated
from timeline.extraction.resolving.periods import Period, Scale, nearest
from timeline.extraction.resolving.ranges import span

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


def day_of_month(match: Match, context: Context) -> Found | None:
    """ "The 14th": a day without its month."""
    if listed := context.shared_months.get(match.begin):
        return _of_month(match, listed, context)
    number, weekday = match.get("day"), match.get("weekday")

    def candidates(anchor: Period) -> list[Period]:
        months = (anchor.at(Scale.MONTH).index + step for step in (-1, 0, 1))
        found = [day for n in months if (day := periods.day(n // 12, n % 12 + 1, number))]
        return [d for d in found if not weekday or julian.weekday(d.first) == weekday - 1]

    of_told = match.get("base") == "told"  # "the tenth of the same month"
    if of_told or context.history:
        anchor = context.last(Scale.MONTH)
    else:
        anchor = context.here(match, Scale.MONTH)
    if anchor is None or not (of_told or weekday or _is_day(match, context)):
        return None
    possible = candidates(anchor.period)
    if not possible:
        return None
    if anchor.kind == "publication":
        direction = context.direction(match)
        period = nearest(possible, anchor.period, direction)
        return dated(period, "nearest", anchor, direction)
    same = [p for p in possible if p.at(Scale.MONTH) == anchor.period.at(Scale.MONTH)]
    return dated((same or possible)[0], "carried", anchor)


def _of_month(match: Match, listed: Match, context: Context) -> Found | None:
    """The day in the month that the list it belongs to ends with."""
    found = (span if listed.gives == "range" else date)(listed, context)
    if found is None or found.period is None:
        return None
    year, month = divmod(found.period.at(Scale.MONTH).index, 12)
    period = periods.day(year, month + 1, match.get("day"))
    return replace(found, value=notation.timex(period), period=period, ends=()) if period else None


def _is_day(match: Match, context: Context) -> bool:
    """Whether a number is a day by what stands around it, not "the 19th hole", "the 7th Fleet"."""
    beside = match.coded.shape[match.end : match.end + 2]
    following = "".join(match.coded.tokens[match.end : match.end + 2]).strip()
    counts = beside[:1] == " " and beside[1:] in match.coded.grammar.lexicon.unknown
    if counts or beside[:1] == "-" or following[:1].isupper():
        return False
    return context.introduced(match, "dayword")
