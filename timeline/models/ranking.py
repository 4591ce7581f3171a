"""What memberships and counts store so that an index finds the events of any window: the levels of
counts, and the reach and prominence of an event."""

from typing import Any

from timeline.models.event import MAX_IMPORTANCE

# A window of 2**k days, k from 8 to 23 (the years -9999 to 9999 are fewer than 2**23 days), finds a
# level by which 32 to 256 buckets show it: any four neighbouring numbers k-8..k-5 hold an even one.
# Shorter windows are shown by their events, or by days.
COUNT_LEVELS = tuple(range(0, 17, 2))
# The level with the fewest rows: its buckets are 180 years wide.
COARSEST = max(COUNT_LEVELS)

# The most days that an event of each reach covers: a day, a month, a year. Longer ones are rare.
REACHES = (1, 31, 366)
# Knuth's multiplicative hash for 16 bits (The Art of Computer Programming 3, 6.4): of equally
# important events it takes some from everywhere rather than the first.
_SCATTER, _SCATTERED = 40503, 1 << 16


def reach(first_day: int, last_day: int) -> int:
    """The index in `REACHES` of the first limit that the days from `first_day` to `last_day` (both
    Julian, both counted) keep to; `len(REACHES)` where they exceed all.

    An event of reach r that overlaps a window begins in it, or fewer than REACHES[r] days before
    it. So the events of a window are ranges of an index, one for each reach.
    """
    return sum(last_day - first_day >= most for most in REACHES)


# Added to the importance of what a timeline features: more than any event has of its own.
FEATURED = MAX_IMPORTANCE + 1


def prominence(importance: Any, event_id: Any) -> Any:
    """The rank of an event where a window has room for a few: by importance, and among equals by
    chance. Takes and gives whole numbers, or database expressions of them."""
    return importance * _SCATTERED + event_id * _SCATTER % _SCATTERED
