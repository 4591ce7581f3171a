"""What stands under a time of its own: the posts of a live blog, a clock time with a line or a
sentence to itself ("21h05. The ..."), and the entries of a chronology, a date with a line.

What the first sentence below or behind it tells without a date of its own is taken for news of that
minute, or of that date, as it is where time and sentence share a line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from timeline.dates.scales import Precision
from timeline.extraction.expressions import Expression
from timeline.text import Span

_MARKS, _MARKED = " \t+•*-–[(", 6  # before the time of a headline: "+++ 20:12 ... +++"
_LINE_END = re.compile(r"[ \t]*:?[ \t]*\n\s*\S")
_FINAL = ".!?…؟。؛»”\"'"  # of a sentence; the titles in a list of articles have none
_STOPS = (". ", ".-", ".–")
_FEWEST = 2  # a single time above a text is when the text was published
_FEWEST_DATES = 3  # two are when it was published and when it was changed


def posts(
    text: str, found: Sequence[Expression], sentences: Sequence[Span]
) -> Iterator[tuple[Expression, Span]]:
    """The time of each post or entry and its first sentence, if that has no date of its own, in the
    order of the text, of a text that has several; `found` and `sentences` are in that order."""
    starts = [sentence.start for sentence in sentences]
    begins = [one.start for one in found if one.date and one.date.precision is not Precision.OPEN]
    for stamp in _stamps(text, found):
        following = bisect_right(starts, stamp.end)
        for sentence in sentences[following : following + 1]:
            undated = bisect_left(begins, sentence.start) == bisect_left(begins, sentence.end)
            if undated and (_is_minute(stamp) or text[sentence.end - 1] in _FINAL):
                yield stamp, sentence


def headlines(text: str, found: Sequence[Expression]) -> frozenset[int]:
    """Where the times begin that open a line, if several do: "20:12 Fire in Nice" is a headline of
    a live blog, which tells what happened then."""
    opening = [one.start for one in found if _is_minute(one) and _opens_line(text, one)]
    return frozenset(opening) if len(opening) >= _FEWEST else frozenset()


def _is_minute(one: Expression) -> bool:
    return one.date is not None and one.date.precision is Precision.MINUTE


def _opens_line(text: str, one: Expression) -> bool:
    """Whether an expression is the first thing on a line that has more."""
    before = text[max(0, one.start - _MARKED) : one.start].rstrip(_MARKS)
    behind = text[one.end : one.end + _MARKED].lstrip(_MARKS + ":|")
    return before[-1:] in ("", "\n") and behind[:1].isalnum()


def _stamps(text: str, found: Sequence[Expression]) -> list[Expression]:
    times = [one for one in found if _is_stamp(text, one)]
    dates = [one for one in found if not _is_minute(one) and _has_a_line(text, one)]
    kept = [
        some for some, fewest in ((times, _FEWEST), (dates, _FEWEST_DATES)) if len(some) >= fewest
    ]
    return sorted(chain.from_iterable(kept), key=lambda one: one.start)


def _has_a_line(text: str, one: Expression) -> bool:
    """Whether an expression, with at most a colon, is all of its line, and text follows it."""
    if not _LINE_END.match(text, one.end):
        return False
    return text[max(0, one.start - 2) : one.start].rstrip(" \t")[-1:] in ("", "\n")


def _is_stamp(text: str, one: Expression) -> bool:
    """Whether an expression is a clock time, perhaps with its day, and all of its line, or all of
    the sentence that opens it."""
    if not _is_minute(one):
        return False
    before = text[max(0, one.start - 2) : one.start].rstrip(" \t")
    behind = text[one.end : one.end + 2]
    ends = behind in _STOPS or behind.lstrip(" \t")[:1] in ("", "\n")
    return before[-1:] in ("", "\n") and ends
