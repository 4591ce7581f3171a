"""Quantised windows: readers who look at nearly the same days get the very same figure.

`static/js/timeline/windows.js` does the same sums; `tests/browser` holds the two together.
"""

import math
from dataclasses import dataclass

# Days. The closest look is an hour and a half; the widest holds every year of EDTF's four digits.
SMALLEST_SPAN = 2.0**-4
LARGEST_SPAN = 2.0**23
WIDTH_STEP = 160
SMALLEST_WIDTH = 320
LARGEST_WIDTH = 3840
# What a timeline shows at least when all of it is shown.
_FEWEST_DAYS = 4


@dataclass(frozen=True, slots=True)
class Window:
    """`span` days are seen at most; the figure holds `first` to `last`, three spans wide, so that
    the reader can pan by one span either way before another figure is needed.

    Days are Julian Day Numbers as floats, counted from midnight: day n covers n up to n + 1.
    """

    first: float
    last: float
    span: float

    @property
    def core(self) -> tuple[float, float]:
        return self.first + self.span, self.last - self.span


def quantise(first: float, last: float) -> Window:
    """The window for a view from `first` to `last`: idempotent on its own core.

    Raises ValueError when the view is not finite or not in order.
    """
    if not (math.isfinite(first) and math.isfinite(last) and first < last):
        raise ValueError("A view starts before it ends.")
    span = span_for(last - first)
    step = span / 2
    centre = math.floor((first + last) / 2 / step + 0.5) * step
    return Window(centre - 1.5 * span, centre + 1.5 * span, span)


def span_for(days: float) -> float:
    """The smallest span that holds `days`: powers of two, and three steps between two of them, so
    that labels have at least four fifths of the room they could have."""
    held = min(max(days, SMALLEST_SPAN), LARGEST_SPAN)
    step = 2.0 ** (math.ceil(math.log2(held)) - 3)
    return math.ceil(held / step) * step


def quantise_width(pixels: int) -> int:
    """The width laid out for a chart of `pixels`: never wider than it, so labels never collide."""
    whole = pixels // WIDTH_STEP * WIDTH_STEP
    return min(max(whole, SMALLEST_WIDTH), LARGEST_WIDTH)


def fit(first_day: int, last_day: int) -> tuple[float, float]:
    """The view of a whole timeline from its first to its last day, with air at both ends."""
    days = last_day + 1 - first_day
    # A day alone is shown among others, but so close that what happened in it can be told apart.
    air = max(days * 0.04, (_FEWEST_DAYS - days) / 2, 0.5)
    return first_day - air, last_day + 1 + air
