"""The axes of a figure: days along the lanes and along the overview, pixels down the lanes."""

from collections.abc import Sequence
from typing import Any

from timeline.chart.geometry import Geometry
from timeline.chart.lanes import Band
from timeline.chart.pen import Pen
from timeline.chart.ticks import ticks
from timeline.chart.words import TICK_SIZE, isolated, shortened

# Pixels: the width of the longest name of a lane, and the height where there are no lanes.
LANE_NAME = 104
EMPTY_HEIGHT = 120


def lanes_height(bands: Sequence[Band]) -> int:
    """Pixels of all lanes together."""
    return bands[-1].bottom if bands else EMPTY_HEIGHT


def _bare_axis() -> dict[str, Any]:
    return {
        "type": "linear",
        "fixedrange": True,
        "showgrid": False,
        "showticklabels": False,
        "zeroline": False,
        "rangemode": "tozero",
    }


def _time_axis(
    geometry: Geometry, view: tuple[float, float], pen: Pen, scale: float | None = None
) -> dict[str, Any]:
    """Ticks over all that is held, or over the view alone where it has a `scale` of its own."""
    held = view if scale else (geometry.window.first, geometry.window.last)
    found = ticks(*held, scale or geometry.pixels_per_day, pen.language)
    return _bare_axis() | {
        "range": list(reversed(view)) if pen.right_to_left else list(view),
        "tickmode": "array",
        "tickvals": [tick.day for tick in found],
        "ticktext": [tick.text for tick in found],
        "tickfont": {"size": TICK_SIZE},
        "showticklabels": True,
        "showgrid": scale is None,
        "rangemode": "normal",
        "automargin": False,
    }


def main_axis(geometry: Geometry, pen: Pen) -> dict[str, Any]:
    """Days over the lanes."""
    return _time_axis(geometry, geometry.window.core, pen) | {"anchor": "y", "side": "top"}


def strip_axis(geometry: Geometry, pen: Pen) -> dict[str, Any]:
    """Days under the overview."""
    start, end = geometry.domain
    scale = geometry.plot_width / (end - start)
    axis = _time_axis(geometry, geometry.domain, pen, scale)
    return axis | {"anchor": "y2", "side": "bottom", "showline": True, "tickfont": {"size": 11}}


def count_axis(share: float) -> dict[str, Any]:
    """Numbers of events in the overview, whose bars take this share of the height."""
    return _bare_axis() | {"domain": [1 - share, 1], "anchor": "x2"}


def lane_axis(bands: Sequence[Band], share: float, geometry: Geometry, pen: Pen) -> dict[str, Any]:
    """Pixels from the top of the lanes, named beside each lane where there is room."""
    lanes = [band for band in bands if band.layout.lane.name]
    names = [shortened(band.layout.lane.name, LANE_NAME) for band in lanes]
    return _bare_axis() | {
        "domain": [0, share],
        "anchor": "x",
        "side": "right" if pen.right_to_left else "left",
        "range": [lanes_height(bands), 0],
        "tickmode": "array",
        "tickvals": [band.name_at for band in lanes],
        "ticktext": [isolated(name, pen.right_to_left) for name in names],
        "ticklabelstandoff": 10,
        "tickfont": {"size": TICK_SIZE, "weight": 600},
        "showticklabels": not geometry.narrow,
        "rangemode": "normal",
    }
