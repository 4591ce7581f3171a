"""The Plotly figure of one window: what is a mark, what has a label, what is counted.

The result is a plain dict, valid for `plotly.graph_objects.Figure`. Days lie on a numeric axis
(Julian Day Numbers as floats, counted from midnight): Plotly's own dates know no year before 0.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.chart import axes, eras, histograms, traces
from timeline.chart.colours import Paint, painted, palettes
from timeline.chart.geometry import (
    AXIS_HEIGHT,
    MARGIN_BOTTOM,
    MARGIN_TOP,
    STRIP_BARS,
    STRIP_HEIGHT,
    Geometry,
    rows_per_lane,
)
from timeline.chart.lanes import Band, stacked
from timeline.chart.layout import LaneLayout, lay_out
from timeline.chart.marks import mark
from timeline.chart.pen import Pen, Trace
from timeline.chart.rows import Count, Era, Lane, Row, Style
from timeline.chart.words import FONT_SIZE, TICK_SIZE, is_right_to_left, isolated, shortened
from timeline.dates.messages import Translate, identity

# The family that the page's own style sheet names: CSS variables do not reach into Plotly.
_FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif'
# Colour and alpha of what no trace draws.
_PAINT: Paint = {
    "font.color": ("ink", 1),
    "xaxis.gridcolor": ("rule", 0.75),
    "xaxis.tickfont.color": ("muted", 1),
    "xaxis2.tickfont.color": ("muted", 1),
    "xaxis2.linecolor": ("rule", 1),
    "yaxis.tickfont.color": ("ink", 1),
    "shapes.0.line.color": ("rule", 1),
    "shapes.1.line.color": ("muted", 1),
    "shapes.1.fillcolor": ("muted", 0.14),
}


def _plain_count(number: int) -> str:
    return str(number)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a window shows. `counts` has an entry for each lane whose `rows` are not all there;
    `strip` counts the whole timeline. Of `folded` lanes (their keys) there are only counts."""

    lanes: Sequence[Lane]
    styles: Sequence[Style]
    rows: Sequence[Row]
    counts: Mapping[str, Sequence[Count]]
    strip: Sequence[Count]
    folded: Collection[str] = ()
    eras: Sequence[Era] = ()


def figure(
    contents: Contents,
    geometry: Geometry,
    language: str,
    *,
    translate: Translate = identity,
    counted: Callable[[int], str] = _plain_count,
) -> dict[str, Any]:
    """Draw the contents; `counted` says a number of events in words ("12 events")."""
    schemes = palettes(contents.styles)
    pen = Pen(
        styles={style.key: style for style in contents.styles},
        palette=schemes["light"],
        language=language,
        right_to_left=is_right_to_left(language),
        pixels_per_day=geometry.pixels_per_day,
        translate=translate,
        counted=counted,
    )
    behind = eras.placed(contents.eras)
    bands = _bands(contents, geometry, eras.height(behind))
    layout = _layout(bands, geometry, pen, schemes)
    layout["meta"]["summary"] = histograms.summary(contents.strip, pen)
    data = [*eras.traces(behind, axes.lanes_height(bands), pen), *_data(bands, contents.strip, pen)]
    return {"data": data, "layout": layout}


def _data(bands: Sequence[Band], strip: Sequence[Count], pen: Pen) -> list[Trace]:
    """What lies over what, from the back."""
    return [
        *histograms.of_counts(bands, pen),
        *traces.of_marks(bands, pen),
        *traces.of_open_ends(bands, pen),
        *traces.of_disputes(bands, pen),
        *traces.of_featured(bands, pen),
        *traces.of_labels(bands, pen),
        *histograms.of_strip(strip, pen),
    ]


def _bands(contents: Contents, geometry: Geometry, start: int) -> list[Band]:
    by_lane: dict[str, list[Row]] = defaultdict(list)
    for row in contents.rows:
        by_lane[row.lane].append(row)
    rows = rows_per_lane(len(contents.lanes) - len(contents.folded), geometry.narrow)
    scale, domain = geometry.pixels_per_day, geometry.domain

    def laid_out(lane: Lane) -> LaneLayout:
        counts = contents.counts.get(lane.key)
        if lane.key in contents.folded:
            return LaneLayout(lane, (), 0, tuple(counts or ()), folded=True)
        marks = (mark(row, scale, domain) for row in by_lane[lane.key])
        return lay_out(lane, marks, counts, geometry, rows)

    return stacked([laid_out(lane) for lane in contents.lanes], geometry.narrow, start)


def _layout(
    bands: Sequence[Band], geometry: Geometry, pen: Pen, schemes: Mapping[str, Any]
) -> dict[str, Any]:
    lanes_height = axes.lanes_height(bands)
    inner = STRIP_HEIGHT + AXIS_HEIGHT + lanes_height
    names, other = geometry.margins
    left, right = (other, names) if pen.right_to_left else (names, other)
    layout = {
        "height": MARGIN_TOP + inner + MARGIN_BOTTOM,
        "margin": {"l": left, "r": right, "t": MARGIN_TOP, "b": MARGIN_BOTTOM, "pad": 0},
        "font": {"family": _FONT, "size": FONT_SIZE},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": False,
        "showlegend": False,
        "xaxis": axes.main_axis(geometry, pen),
        "xaxis2": axes.strip_axis(geometry, pen),
        "yaxis": axes.lane_axis(bands, lanes_height / inner, geometry, pen),
        "yaxis2": axes.count_axis(STRIP_BARS / inner),
        "shapes": [_rules(bands), _window(geometry)],
        "annotations": _heads(bands, pen),
        "meta": _meta(bands, geometry, pen, schemes),
    }
    return painted(layout, _PAINT, pen.palette)


def _heads(bands: Sequence[Band], pen: Pen) -> list[dict[str, Any]]:
    """The names of the lanes over them, for narrow charts. Not as labels inside the axis: Plotly
    hides the ticks of the other axis that lie near those."""
    side = {"x": 1, "xanchor": "right"} if pen.right_to_left else {"x": 0, "xanchor": "left"}
    longest = 2 * axes.LANE_NAME
    return [
        {
            "text": isolated(shortened(band.layout.lane.name, longest), pen.right_to_left),
            "xref": "paper",
            "yref": "y",
            "y": band.name_at,
            "font": {"size": TICK_SIZE, "weight": 600},
            "showarrow": False,
            "borderpad": 0,
            **side,
        }
        for band in bands
        if band.head
    ]


def _rules(bands: Sequence[Band]) -> dict[str, Any]:
    """One path with a line over each lane: hundreds of shapes would cost more than the marks."""
    lines = "".join(f"M0,{band.top}L1,{band.top}" for band in bands) or "M0,0L1,0"
    return {
        "type": "path",
        "path": lines,
        "xref": "paper",
        "yref": "y",
        "layer": "below",
        "line": {"width": 1},
    }


def _window(geometry: Geometry) -> dict[str, Any]:
    """Where the window lies in the overview; the page draws its own, which can be dragged."""
    first, last = geometry.window.core
    return {
        "name": "window",
        "type": "rect",
        "xref": "x2",
        "yref": "y2 domain",
        "x0": max(first, geometry.domain[0]),
        "x1": min(last, geometry.domain[1]),
        "y0": 0,
        "y1": 1,
        "line": {"width": 1},
    }


def _meta(
    bands: Sequence[Band], geometry: Geometry, pen: Pen, schemes: Mapping[str, Any]
) -> dict[str, Any]:
    """What the page needs beside the drawing: see `static/js/timeline/`."""
    window = geometry.window
    return {
        "held": [window.first, window.last],
        "span": window.span,
        "domain": list(geometry.domain),
        "rightToLeft": pen.right_to_left,
        "strip": {"top": MARGIN_TOP, "height": STRIP_BARS},
        "lanesTop": MARGIN_TOP + STRIP_HEIGHT + AXIS_HEIGHT,
        "lanes": [
            {
                "key": band.layout.lane.key,
                "name": band.layout.lane.name,
                "middle": band.name_at,
                "folded": band.layout.folded,
            }
            for band in bands
            if band.layout.lane.name
        ],
        "palettes": schemes,
    }
