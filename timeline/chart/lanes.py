"""The lanes from top to bottom: each takes the height that its rows and counted bars need."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.chart.geometry import (
    COUNTS_HEIGHT,
    EMPTY_LANE,
    LANE_HEAD,
    LANE_PAD,
    ROW_HEIGHT,
)
from timeline.chart.layout import LaneLayout


@dataclass(frozen=True, slots=True)
class Band:
    """A lane's place: `top` and `bottom` in pixels from the top of the first lane."""

    layout: LaneLayout
    top: int
    bottom: int
    head: int

    def centre(self, row: int) -> float:
        """Of a row of marks."""
        return self.top + LANE_PAD + self.head + (row + 0.5) * ROW_HEIGHT

    @property
    def name_at(self) -> float:
        """The middle of the lane's name: over its first row, or beside it."""
        if self.layout.folded and not self.head:
            return (self.top + self.bottom) / 2
        return self.top + LANE_PAD + (self.head or ROW_HEIGHT) / 2 - (2 if self.head else 0)

    @property
    def ground(self) -> int:
        """Where counted bars stand."""
        return self.bottom - LANE_PAD


def stacked(layouts: Sequence[LaneLayout], narrow: bool, start: int = 0) -> list[Band]:
    """One band under the other from the pixel `start` on, each with a head to name it where names
    find no room beside."""
    head = LANE_HEAD if narrow and any(layout.lane.name for layout in layouts) else 0
    bands: list[Band] = []
    for layout in layouts:
        top = bands[-1].bottom if bands else start
        bands.append(Band(layout, top, top + _height(layout, head), head))
    return bands


def _height(layout: LaneLayout, head: int) -> int:
    counts = COUNTS_HEIGHT if layout.counts and not layout.folded else 0
    rows = layout.rows * ROW_HEIGHT + counts
    return 2 * LANE_PAD + head + (rows or EMPTY_LANE)
