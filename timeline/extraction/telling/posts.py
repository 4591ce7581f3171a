"""The posts of a live blog: a clock time with a line to itself, and below it what it tells.

The time is when a post was written. What its first sentence tells without a date of its own is
taken for news of that minute, as it is where time and sentence share a line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.dates.scales import Precision
from timeline.extraction.expressions import Expression
from timeline.text import Span

_FEWEST = 2  # a single time above a text is when the text was published


def posts(
    text: str, found: Sequence[Expression], sentences: Sequence[Span]
) -> Iterator[tuple[Expression, Span]]:
    """The time of each post and its first sentence, in the order of the text, of a text that has
    several; `found` and `sentences` are in its order. Sentences with a date are left out."""
    starts = [sentence.start for sentence in sentences]
    begins = [one.start for one in found if one.date and one.date.precision is not Precision.OPEN]
    stamps = [one for one in found if _is_stamp(text, one)]
    if len(stamps) < _FEWEST:
        return
    for stamp in stamps:
        following = sentences[bisect_right(starts, stamp.end) :][:1]
        for sentence in following:
            if bisect_left(begins, sentence.start) == bisect_left(begins, sentence.end):
                yield stamp, sentence


def _is_stamp(text: str, one: Expression) -> bool:
    """Whether an expression is a clock time, perhaps with its day, and all of its lines."""
    if one.date is None or one.date.precision is not Precision.MINUTE:
        return False
    before = text[max(0, one.start - 2) : one.start].rstrip(" \t")
    behind = text[one.end : one.end + 2].lstrip(" \t")
    return before[-1:] in ("", "\n") and behind[:1] in ("", "\n")
