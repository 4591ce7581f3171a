"""Plotly traces: few, each with one scalar style, since a style per point costs more than twice."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.numbers import format_compact_decimal, format_decimal

from timeline.chart.colours import Paint, painted
from timeline.chart.geometry import BAR_HEIGHT, COUNTS_HEIGHT, EMPTY_LANE
from timeline.chart.lanes import Band
from timeline.chart.layout import INSIDE_PAD, LABEL_GAP, Placed, Side
from timeline.chart.marks import POINT_SIZE, Form
from timeline.chart.rows import Count, Style
from timeline.chart.words import FONT_SIZE, isolated
from timeline.dates import cldr, edtf, julian
from timeline.dates.messages import Translate
from timeline.dates.solar_words import with_solar
from timeline.dates.words import explained

Trace = dict[str, Any]
# How much of the ground a form lets through: the less exact, the more.
_FILL = {Form.OPEN: 0.16, Form.AGE: 0.26, Form.PERIOD: 0.45, Form.RANGE: 0.34, Form.DAY: 0.2}
# Outlines, width and alpha: only what has an end of its own has a firm one.
_OUTLINE = {Form.RANGE: (2.0, 1.0), Form.PERIOD: (1.0, 0.5), Form.AGE: (1.0, 0.5)}
_NO_OUTLINE = (0.0, 1.0)
# Plotly draws these shapes smaller than a circle of the same size.
_LARGER = {"triangle-up": 1.25, "star": 1.3, "pentagon": 1.15, "diamond": 1.1, "square": 0.95}
_COUNT_FONT = 10
_STROKE_SIZE = 14
_COUNT_BAR = COUNTS_HEIGHT - _COUNT_FONT - 5
# From here on a number over a bar is written short, "12K".
_LONG_NUMBER = 10_000


@dataclass(frozen=True, slots=True)
class Pen:
    """What every trace is drawn with: colours, words, direction and scale."""

    styles: Mapping[str, Style]
    palette: Mapping[str, str]
    language: str
    right_to_left: bool
    pixels_per_day: float
    translate: Translate
    counted: Callable[[int], str]

    def colour(self, category: str) -> str:
        return f"category:{category}" if category in self.styles else "quiet"

    def after(self, side: bool) -> str:
        """ "right" for the side of later days in a script that runs to the right."""
        return "right" if side is not self.right_to_left else "left"


@dataclass(frozen=True, slots=True)
class Spot:
    """A placed mark and the height of its row's middle, in pixels from the top of the lanes."""

    place: Placed
    y: float


def of_marks(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """One trace per form, softness and category; the least exact at the back."""
    groups: dict[tuple[Form, bool, str], list[Spot]] = defaultdict(list)
    for band in bands:
        for place in band.layout.placed:
            mark = place.mark
            key = (mark.form, mark.soft, mark.row.category)
            groups[key].append(Spot(place, band.centre(place.row)))
    order = {form: number for number, form in enumerate(Form)}
    ordered = sorted(groups.items(), key=lambda group: (order[group[0][0]], group[0][1:]))
    return [
        trace
        for (form, soft, category), spots in ordered
        for trace in _of_group(spots, form, soft, category, pen)
    ]


def _of_group(
    spots: Sequence[Spot], form: Form, soft: bool, category: str, pen: Pen
) -> Iterable[Trace]:
    if form is not Form.POINT:
        yield _bars(spots, form, soft, category, pen)
    if form is Form.POINT:
        yield _points(spots, soft, category, pen)
    # A day so wide that its label stands in it has no point, which would lie under the label.
    narrow = [spot for spot in spots if spot.place.side is not Side.INSIDE]
    if form is Form.DAY and narrow:
        points = _points(narrow, soft, category, pen)
        # The bar below stands for the event; a page that counts marks finds it once.
        points["meta"]["role"] = "points"
        yield points


def _bars(spots: Sequence[Spot], form: Form, soft: bool, category: str, pen: Pen) -> Trace:
    marks = [spot.place.mark for spot in spots]
    name = pen.colour(category)
    outline, firmness = _OUTLINE.get(form, _NO_OUTLINE)
    trace = _trace("bar", spots, category, pen) | {
        "orientation": "h",
        "base": [mark.start for mark in marks],
        "x": [mark.end - mark.start for mark in marks],
        "width": BAR_HEIGHT,
        "marker": {"cornerradius": 3, "line": {"width": 0 if soft else outline}},
    }
    paint: Paint = {"marker.color": (name, _FILL[form]), "marker.line.color": (name, firmness)}
    if soft and form is not Form.DAY:
        trace["marker"]["pattern"] = {"shape": "/", "size": 7, "solidity": 0.4}
        paint = {
            "marker.pattern.fgcolor": (name, 0.5),
            "marker.pattern.bgcolor": (name, 0.07),
            "marker.color": (name, 0.07),
        }
    return painted(trace, paint, pen.palette)


def _points(spots: Sequence[Spot], soft: bool, category: str, pen: Pen) -> Trace:
    shape = pen.styles[category].shape if category in pen.styles else "circle"
    name = pen.colour(category)
    trace = _trace("scatter", spots, category, pen) | {
        "mode": "markers",
        "x": [spot.place.mark.middle for spot in spots],
        "marker": {
            "symbol": shape + ("-open" if soft else ""),
            "size": POINT_SIZE * _LARGER.get(shape, 1),
            "opacity": 0.8 if soft else 1,
            "line": {"width": 2 if soft else 1.5},
        },
    }
    edge = name if soft else "ground"
    return painted(trace, {"marker.color": (name, 1), "marker.line.color": (edge, 1)}, pen.palette)


def _trace(kind: str, spots: Sequence[Spot], category: str, pen: Pen) -> Trace:
    style = pen.styles.get(category)
    return {
        "type": kind,
        "name": isolated(style.name, pen.right_to_left) if style else "",
        "y": [spot.y for spot in spots],
        "customdata": [_told(spot.place, pen) for spot in spots],
        "meta": {"role": "marks"},
        "hoverinfo": "none",
        "showlegend": False,
    }


def _told(place: Placed, pen: Pen) -> list[Any]:
    """[event id, title, date in words]: what the page tells of a mark under the pointer; and as far
    as one is true whether sources give different dates, and whether it is featured."""
    row, date = place.mark.row, place.mark.date
    words = explained(date, pen.language, part=row.part, translate=pen.translate)
    words = with_solar(words, date, pen.language, part=row.part)
    flags = [row.disputed, True] if row.featured else [True] if row.disputed else []
    return [row.id, row.title, words, *flags]


def of_open_ends(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """Arrows where a date goes on beyond what is known: since, until."""
    ends: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
    for band in bands:
        for place in band.layout.placed:
            mark = place.mark
            if mark.form is Form.OPEN:
                at = mark.end if mark.date.open_end else mark.start
                ends[mark.date.open_end].append((at, band.centre(place.row)))
    return [_arrows(points, later, pen) for later, points in ends.items() if points]


def _arrows(points: Sequence[tuple[float, float]], later: bool, pen: Pen) -> Trace:
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "marker": {"symbol": f"triangle-{pen.after(later)}", "size": 9},
        "meta": {"role": "arrows"},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return painted(trace, {"marker.color": ("muted", 1)}, pen.palette)


def of_disputes(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """A stroke through each mark whose sources give different dates: through a point, or through
    the start of a bar."""
    found = [
        (place.mark.start, band.centre(place.row))
        for band in bands
        for place in band.layout.placed
        if place.mark.row.disputed
    ]
    sign = {"symbol": "line-ne-open", "size": _STROKE_SIZE, "line": {"width": 2}}
    return _signs(found, sign, "disputed", pen)


def of_featured(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """A star over each mark that is featured and has found no room for its label, which would begin
    with one."""
    found = [
        (place.mark.middle, band.centre(place.row))
        for band in bands
        for place in band.layout.placed
        if place.mark.row.featured and not place.label
    ]
    return _signs(found, {"symbol": "star", "size": POINT_SIZE}, "featured", pen)


def _signs(
    found: Sequence[tuple[float, float]], marker: Mapping[str, Any], role: str, pen: Pen
) -> list[Trace]:
    """One trace of the same sign at all these places; none where there are none."""
    if not found:
        return []
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in found],
        "y": [y for _, y in found],
        "marker": {**marker},
        "meta": {"role": role},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return [painted(trace, {"marker.color": ("ink", 1)}, pen.palette)]


def of_labels(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """Up to three traces of text: labels beside their marks on either side, and inside bars."""
    sides: dict[Side, list[Spot]] = defaultdict(list)
    for band in bands:
        for place in band.layout.placed:
            if place.label:
                sides[place.side].append(Spot(place, band.centre(place.row)))
    return [_labels(spots, side, pen) for side, spots in sides.items()]


def _labels(spots: Sequence[Spot], side: Side, pen: Pen) -> Trace:
    trace = {
        "type": "scatter",
        "mode": "text",
        "x": [_label_x(spot.place, pen.pixels_per_day) for spot in spots],
        "y": [spot.y for spot in spots],
        "text": [isolated(spot.place.label, pen.right_to_left) for spot in spots],
        "textposition": f"middle {pen.after(side is not Side.BEFORE)}",
        "textfont": {"size": FONT_SIZE},
        # [event id, start and end of its mark in days, estimated width of the label in pixels]
        "customdata": [
            [place.mark.row.id, place.mark.start, place.mark.end, round(place.label_width)]
            for place in (spot.place for spot in spots)
        ],
        "meta": {"role": "labels", "side": side.value},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return painted(trace, {"textfont.color": ("ink", 1)}, pen.palette)


def _label_x(place: Placed, pixels_per_day: float) -> float:
    mark = place.mark
    if place.side is Side.INSIDE:
        return mark.start + INSIDE_PAD / pixels_per_day
    gap = LABEL_GAP + (POINT_SIZE / 2 if mark.form is Form.POINT else 0)
    if place.side is Side.BEFORE:
        return mark.start - gap / pixels_per_day
    return mark.end + gap / pixels_per_day


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
    return [max(most * math.sqrt(count / max(counts)), 3) for count in counts]


def _counts(band: Band, pen: Pen) -> Trace:
    counts = band.layout.counts
    trace = {
        "type": "bar",
        "x": [count.first_day + count.days / 2 for count in counts],
        "base": band.ground,
        "y": [-height for height in _heights(band)],
        "width": counts[0].days * 0.9,
        "marker": {"cornerradius": 2, "line": {"width": 0}},
        "customdata": [_told_of_count(count, pen) for count in counts],
        "meta": {"role": "counts"},
        "hoverinfo": "none",
        "showlegend": False,
    }
    colour = pen.colour(band.layout.lane.key)
    return painted(trace, {"marker.color": (colour, 0.6)}, pen.palette)


def _numbers(bands: Sequence[Band], pen: Pen) -> Trace:
    """The numbers of all bars in one trace of text: Plotly measures each text of a bar, which costs
    a quarter of the time of a drawing."""
    counts = [count for band in bands for count in band.layout.counts]
    trace = {
        "type": "scatter",
        "mode": "text",
        "x": [count.first_day + count.days / 2 for count in counts],
        "y": [band.ground - height - 7 for band in bands for height in _heights(band)],
        "text": [_number(count.count, pen.language) for count in counts],
        "textfont": {"size": _COUNT_FONT},
        "meta": {"role": "numbers"},
        "hoverinfo": "skip",
        "showlegend": False,
    }
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
    trace = {
        "type": "bar",
        "x": [count.first_day + count.days / 2 for count in counts],
        "y": [math.sqrt(count.count) for count in counts],
        "width": counts[0].days * 0.86 if counts else 1,
        "xaxis": "x2",
        "yaxis": "y2",
        "marker": {"line": {"width": 0}},
        "meta": {"role": "strip"},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return [painted(trace, {"marker.color": ("quiet", 0.85)}, pen.palette)]
