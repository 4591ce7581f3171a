"""Plotly traces of events: few, each with one scalar style, since a style per point costs more than
twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.chart.colours import Paint, painted
from timeline.chart.geometry import BAR_HEIGHT
from timeline.chart.lanes import Band
from timeline.chart.layout import INSIDE_PAD, LABEL_GAP, Placed, Side
from timeline.chart.marks import POINT_SIZE, Form
from timeline.chart.pen import Pen, Trace, bare_trace
from timeline.chart.words import FONT_SIZE, isolated
from timeline.dates import edtf
from timeline.dates.messages import Translate
from timeline.dates.solar_words import with_solar
from timeline.dates.words import explained

# How much of the ground a form lets through: the less exact, the more.
_FILL = {Form.OPEN: 0.16, Form.AGE: 0.26, Form.PERIOD: 0.45, Form.RANGE: 0.34, Form.DAY: 0.2}
# Outlines, width and alpha: only what has an end of its own has a firm one.
_OUTLINE = {Form.RANGE: (2.0, 1.0), Form.PERIOD: (1.0, 0.5), Form.AGE: (1.0, 0.5)}
_NO_OUTLINE = (0.0, 1.0)
# Plotly draws these shapes smaller than a circle of the same size.
_LARGER = {"triangle-up": 1.25, "star": 1.3, "pentagon": 1.15, "diamond": 1.1, "square": 0.95}
_STROKE_SIZE = 14
# Pixels from the end of a bar to the middle of its stroke: half of `INSIDE_PAD` stays free.
_STROKE_OUT = _STROKE_SIZE / 2 - INSIDE_PAD / 2
# Days, and pixels from the top of the lanes.
Point = tuple[float, float]


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
    lengths = [mark.end - mark.start for mark in marks]
    trace = _of_events("bar", spots, lengths, category, pen) | {
        "orientation": "h",
        "base": [mark.start for mark in marks],
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
    middles = [spot.place.mark.middle for spot in spots]
    trace = _of_events("scatter", spots, middles, category, pen) | {
        "mode": "markers",
        "marker": {
            "symbol": shape + ("-open" if soft else ""),
            "size": POINT_SIZE * _LARGER.get(shape, 1),
            "opacity": 0.8 if soft else 1,
            "line": {"width": 2 if soft else 1.5},
        },
    }
    edge = name if soft else "ground"
    return painted(trace, {"marker.color": (name, 1), "marker.line.color": (edge, 1)}, pen.palette)


def _of_events(
    kind: str, spots: Sequence[Spot], x: Sequence[float], category: str, pen: Pen
) -> Trace:
    style = pen.styles.get(category)
    return bare_trace(
        kind,
        "marks",
        x,
        [spot.y for spot in spots],
        name=isolated(style.name, pen.right_to_left) if style else "",
        customdata=[_told(spot.place, pen) for spot in spots],
    )


def _told(place: Placed, pen: Pen) -> list[Any]:
    """[event id, title, date in words]: what the page tells of a mark under the pointer; and as far
    as one is true whether sources give different dates, and whether it is featured."""
    row = place.mark.row
    words = _date_in_words(place.mark.date, row.part, pen.language, pen.translate)
    flags = [row.disputed, True] if row.featured else [True] if row.disputed else []
    return [row.id, row.title, words, *flags]


# As many as there are days in the windows that are looked at most.
@lru_cache(maxsize=16_384)
def _date_in_words(date: edtf.Date, part: str, language: str, translate: Translate) -> str:
    words = explained(date, language, part=part, translate=translate)
    return with_solar(words, date, language, part=part)


def of_open_ends(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """Arrows where a date goes on beyond what is known: since, until."""
    ends: dict[bool, list[Point]] = {False: [], True: []}
    for band in bands:
        for place in band.layout.placed:
            mark = place.mark
            if mark.form is Form.OPEN:
                at = mark.end if mark.date.open_end else mark.start
                ends[mark.date.open_end].append((at, band.centre(place.row)))
    return [_arrows(points, later, pen) for later, points in ends.items() if points]


def _arrows(points: Sequence[Point], later: bool, pen: Pen) -> Trace:
    sign = {"symbol": f"triangle-{pen.after(later)}", "size": 9}
    trace = _markers(points, sign, "arrows") | {"cliponaxis": False}
    return painted(trace, {"marker.color": ("muted", 1)}, pen.palette)


def of_disputes(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """A stroke through each mark whose sources give different dates: through a point, or through
    an end of a bar."""
    found = [
        (_stroke_x(place, pen.pixels_per_day), band.centre(place.row))
        for band in bands
        for place in band.layout.placed
        if place.mark.row.disputed
    ]
    sign = {"symbol": "line-ne-open", "size": _STROKE_SIZE, "line": {"width": 2}}
    return _signs(found, sign, "disputed", pen)


def _stroke_x(place: Placed, pixels_per_day: float) -> float:
    """Of a bar at the end that is farther from its label, and so far out that it is clear of one
    inside."""
    mark = place.mark
    if mark.form is Form.POINT:
        return mark.start
    out = _STROKE_OUT / pixels_per_day
    return mark.end + out if place.side is Side.BEFORE else mark.start - out


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


def _signs(found: Sequence[Point], sign: Mapping[str, Any], role: str, pen: Pen) -> list[Trace]:
    """One trace of the same sign at all these places; none where there are none."""
    if not found:
        return []
    return [painted(_markers(found, sign, role), {"marker.color": ("ink", 1)}, pen.palette)]


def _markers(points: Sequence[Point], sign: Mapping[str, Any], role: str) -> Trace:
    x, y = [list(each) for each in zip(*points, strict=True)]
    return bare_trace("scatter", role, x, y, mode="markers", marker={**sign})


def of_labels(bands: Iterable[Band], pen: Pen) -> list[Trace]:
    """Up to three traces of text: labels beside their marks on either side, and inside bars."""
    sides: dict[Side, list[Spot]] = defaultdict(list)
    for band in bands:
        for place in band.layout.placed:
            if place.label:
                sides[place.side].append(Spot(place, band.centre(place.row)))
    return [_labels(spots, side, pen) for side, spots in sides.items()]


def _labels(spots: Sequence[Spot], side: Side, pen: Pen) -> Trace:
    trace = bare_trace(
        "scatter",
        "labels",
        [_label_x(spot.place, pen.pixels_per_day) for spot in spots],
        [spot.y for spot in spots],
        mode="text",
        text=[isolated(spot.place.label, pen.right_to_left) for spot in spots],
        textposition=f"middle {pen.after(side is not Side.BEFORE)}",
        textfont={"size": FONT_SIZE},
        # [event id, start and end of its mark in days]
        customdata=[
            [mark.row.id, mark.start, mark.end] for mark in (spot.place.mark for spot in spots)
        ],
    )
    trace["meta"]["side"] = side.value
    return painted(trace, {"textfont.color": ("ink", 1)}, pen.palette)


def _label_x(place: Placed, pixels_per_day: float) -> float:
    mark = place.mark
    if place.side is Side.INSIDE:
        return mark.start + INSIDE_PAD / pixels_per_day
    gap = LABEL_GAP + (POINT_SIZE / 2 if mark.form is Form.POINT else 0)
    if place.side is Side.BEFORE:
        return mark.start - gap / pixels_per_day
    return mark.end + gap / pixels_per_day
