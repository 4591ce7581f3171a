"""Pixels: how wide the drawing is at a width of the chart, and where its parts lie from the top."""

import math
from dataclasses import dataclass
from functools import cached_property

from timeline.chart.window import Window
from timeline.chart.words import LARGEST_LABEL

# Below this the names of the lanes stand over them instead of beside them.
NARROW = 720
NAME_WIDTH = 124
ROW_HEIGHT = 23
BAR_HEIGHT = 15
LANE_PAD = 8
LANE_HEAD = 20
EMPTY_LANE = 14
COUNTS_HEIGHT = 40
# The overview, and of that its bars: below them stand their ticks.
STRIP_HEIGHT, STRIP_BARS = 56, 40
AXIS_HEIGHT = 28
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_SIDE = 2, 6, 12
# The height that all lanes together are laid out for; with many lanes each still gets three rows.
# On a narrow screen the list follows within sight.
_LANES_HEIGHT, _NARROW_LANES_HEIGHT = 560, 260
_FEWEST_ROWS, _MOST_ROWS = 3, 12
# Counted bars are about this wide, so that their numbers can be read.
_BUCKET = 26


@dataclass(frozen=True)
class Geometry:
    """One window at one width. Pixels run from the start of what the figure holds (see `Window`),
    towards later days, whichever way the reader's language runs; `named` where lanes have names.
    Every mark is measured by these, so they are worked out once."""

    window: Window
    width: int
    domain: tuple[float, float]
    named: bool = True

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    @property
    def margins(self) -> tuple[int, int]:
        """Of the side where the lanes' names stand, and of the other one."""
        return (NAME_WIDTH if self.named and not self.narrow else MARGIN_SIDE), MARGIN_SIDE

    @cached_property
    def plot_width(self) -> int:
        return self.width - sum(self.margins)

    @cached_property
    def pixels_per_day(self) -> float:
        """At the widest view of the window; zoomed in further there is only more room."""
        return self.plot_width / self.window.span

    @cached_property
    def edges(self) -> tuple[float, float]:
        """Pixels of the timeline's ends, which labels do not cross."""
        return self.pixels(self.domain[0]), self.pixels(self.domain[1])

    @cached_property
    def largest_label(self) -> float:
        return min(LARGEST_LABEL, self.plot_width * 0.55)

    @property
    def level(self) -> int:
        """Counted bars span 2**level days."""
        return max(0, math.ceil(math.log2(_BUCKET / self.pixels_per_day)))

    @property
    def bucket_days(self) -> int:
        return int(2**self.level)

    def pixels(self, day: float) -> float:
        return (day - self.window.first) * self.pixels_per_day


def rows_per_lane(lanes: int, narrow: bool) -> int:
    """How many rows a lane may take when there are so many lanes."""
    height = _NARROW_LANES_HEIGHT if narrow else _LANES_HEIGHT
    room = height / max(lanes, 1) - 2 * LANE_PAD - COUNTS_HEIGHT
    return min(max(int(room // ROW_HEIGHT), _FEWEST_ROWS), _MOST_ROWS)
