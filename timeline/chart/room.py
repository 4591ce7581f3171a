"""How high a chart will be, guessed from the number of its events alone: the page keeps that room
free, so that nothing below jumps when the figure comes."""

from collections.abc import Sequence
from math import ceil

from timeline.chart.geometry import (
    AXIS_HEIGHT,
    COUNTS_HEIGHT,
    EMPTY_LANE,
    LANE_HEAD,
    LANE_PAD,
    MARGIN_BOTTOM,
    MARGIN_TOP,
    ROW_HEIGHT,
    STRIP_HEIGHT,
    rows_per_lane,
)
from timeline.chart.layout import most_rows

# Of the events of a lane, so many lie in rows of their own: labels of a wide chart take a fifth of
# its width, those of a narrow one nearly all.
_APART, _NARROW_APART = 0.7, 1.0


def expected_height(lanes: Sequence[int], *, narrow: bool, named: bool) -> int:
    """Pixels of the whole chart when `lanes` have so many events each; `named` where lanes have
    names, as in `Geometry`."""
    rows = rows_per_lane(len(lanes), narrow)
    head = LANE_HEAD if narrow and named else 0
    heights = [_height(events, rows, narrow) + 2 * LANE_PAD + head for events in lanes]
    return MARGIN_TOP + STRIP_HEIGHT + AXIS_HEIGHT + sum(heights) + MARGIN_BOTTOM


def _height(events: int, rows: int, narrow: bool) -> int:
    if not events:
        return EMPTY_LANE
    wanted = ceil(events * (_NARROW_APART if narrow else _APART))
    if wanted > most_rows(events, rows):
        return rows * ROW_HEIGHT + COUNTS_HEIGHT
    return wanted * ROW_HEIGHT
