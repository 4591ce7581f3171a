"""Which days a timeline opens on: all of them, unless a few events lie so far from the rest that
these would be squeezed into a corner."""

from collections.abc import Sequence
from itertools import product

from timeline.chart.window import fit

# At most so many events are left out at first, and at most one of so many: what is more is no
# exception but the course of things.
MOST_LEFT_OUT, SHARE = 20, 10
# Fewer events are seen at once wherever they lie.
FEWEST = 6
# The rest has at most this share of the width when all is shown.
SQUEEZED = 1 / 4


def left_out(starts: Sequence[int], ends: Sequence[int], number: int) -> tuple[int, int]:
    """How many events to leave out at the start and at the end, as few as will do.

    `starts` are the earliest first days, in order, and `ends` the latest last days, backwards, one
    more than may be left out; `number` counts all events. Those left out are parted from the rest
    by more than the days which that takes.
    """
    most = min(MOST_LEFT_OUT, max(number // SHARE, 1)) if number >= FEWEST else 0
    numbers = product(range(min(most + 1, len(starts))), range(min(most + 1, len(ends))))
    for early, late in sorted(numbers, key=sum):
        if 0 < early + late <= most and _stands_out(starts, ends, early, late):
            return early, late
    return 0, 0


def _stands_out(starts: Sequence[int], ends: Sequence[int], early: int, late: int) -> bool:
    first, last = starts[early], ends[late]
    view = fit(first, last)
    days = view[1] - view[0]
    return (
        0 < days <= (ends[0] + 1 - starts[0]) * SQUEEZED
        and (not early or first - starts[early - 1] > days)
        and (not late or ends[late - 1] - last > days)
    )
