"""Traces of what is only counted: the foot of dense lanes, and the overview over all of it."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from babel.numbers import format_compact_decimal, format_decimal

from timeline.chart.colours import painted
from timeline.chart.geometry import COUNTS_HEIGHT, EMPTY_LANE
from timeline.chart.lanes import Band
from timeline.chart.pen import Pen, Trace, bare_trace
from timeline.chart.rows import Count
from timeline.dates import cldr, edtf, julian
from timeline.dates.messages import Translate
from timeline.dates.solar_words import with_solar
from timeline.dates.words import explained

_COUNT_FONT = 10
_COUNT_BAR = COUNTS_HEIGHT - _COUNT_FONT - 5
# From here on a number over a bar is written short, "12K".
_LONG_NUMBER = 10_000


def of_counts(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """A histogram at the foot of each dense lane: heights by the square root, numbers above; of a
    folded lane it is all there is, and too thin for numbers."""
    dense = [band for band in bands if band.layout.counts]
    open_ones = [band for band in dense if not band.layout.folded]
    numbers = [_numbers(open_ones, pen)] if open_ones else []
    return [*(_counts(band, pen) for band in dense), *numbers]


def _heights(band: Band) -> list[float]:
    counts = [count.count for count in band.layout.counts]
    most = EMPTY_LANE if band.layout.folded else _COUNT_BAR
    largest = max(counts)
    return [max(most * math.sqrt(count / largest), 3) for count in counts]


def _middles(counts: Iterable[Count]) -> list[float]:
    return [count.first_day + count.days / 2 for count in counts]


def _counts(band: Band, pen: Pen) -> Trace:
    counts = band.layout.counts
    trace = bare_trace(
        "bar",
        "counts",
        _middles(counts),
        [-height for height in _heights(band)],
        base=band.ground,
        width=counts[0].days * 0.9,
        marker={"cornerradius": 2, "line": {"width": 0}},
        customdata=[_told_of_count(count, pen) for count in counts],
    )
    colour = pen.colour(band.layout.lane.key)
    return painted(trace, {"marker.color": (colour, 0.6)}, pen.palette)


def _numbers(bands: Sequence[Band], pen: Pen) -> Trace:
    """The numbers of all bars in one trace of text: Plotly measures each text of a bar, which costs
    a quarter of the time of a drawing."""
    counts = [count for band in bands for count in band.layout.counts]
    trace = bare_trace(
        "scatter",
        "numbers",
        _middles(counts),
        [band.ground - height - 7 for band in bands for height in _heights(band)],
        mode="text",
        text=[_number(count.count, pen.language) for count in counts],
        textfont={"size": _COUNT_FONT},
    )
    return painted(trace, {"textfont.color": ("muted", 1)}, pen.palette)


@lru_cache(maxsize=4096)
def _number(number: int, language: str) -> str:
    speaker = cldr.locale(language)
    if number < _LONG_NUMBER:
        told = format_decimal(number, locale=speaker, numbering_system="default")
    else:
        told = format_compact_decimal(number, locale=speaker, numbering_system="default")
    return cldr.digits(language, told)


def _told_of_count(count: Count, pen: Pen) -> list[Any]:
    """[first day, day after the last, number of events in words, the days in words]"""
    words = _days_in_words(count.first_day, count.days, pen.language, pen.translate)
    return [count.first_day, count.first_day + count.days, pen.counted(count.count), words]


@lru_cache(maxsize=4096)
def _days_in_words(first_day: int, days: int, language: str, translate: Translate) -> str:
    """The same for every lane."""
    first, last = _written(first_day), _written(first_day + days - 1)
    date = edtf.parse(first if first == last else f"{first}/{last}")
    return with_solar(explained(date, language, translate=translate), date, language)


def _written(day: int) -> str:
    """A Julian Day Number as EDTF; years beyond four digits become the last that has them."""
    year, month, number = julian.from_day(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{min(abs(year), 9999):04d}-{month:02d}-{number:02d}"


def summary(counts: Sequence[Count], pen: Pen) -> dict[str, str] | None:
    """In words how many events there are, and how many at most in which days of the overview."""
    if not counts:
        return None
    most = max(counts, key=lambda count: count.count)
    _, _, number, days = _told_of_count(most, pen)
    return {
        "events": pen.counted(sum(count.count for count in counts)),
        "most": number,
        "busiest": days,
    }


def of_strip(counts: Sequence[Count], pen: Pen) -> list[Trace]:
    """The overview: how many events, over the whole timeline."""
    trace = bare_trace(
        "bar",
        "strip",
        _middles(counts),
        [math.sqrt(count.count) for count in counts],
        width=counts[0].days * 0.86 if counts else 1,
        xaxis="x2",
        yaxis="y2",
        marker={"line": {"width": 0}},
    )
    return [painted(trace, {"marker.color": ("quiet", 0.85)}, pen.palette)]
