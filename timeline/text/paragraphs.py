"""Where the paragraphs of a text begin and end."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: code points from `start` up to, not including, `end`."""

    start: int
    end: int


_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+|\n")
_WORD = re.compile(r"\S+")
# Text wrapped by hand or by a mail program has lines of some 60 to 80 characters; with a margin.
# Shorter lines are headings and lists, longer ones are paragraphs of their own.
_NARROWEST, _WIDEST = 50, 120
_FINAL = ".!?…؟。"  # the longest line of a list would swallow the next one


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, without surrounding space, none empty.

    A blank line always ends one. So does each line end, unless the lines are wrapped: then the
    next line's first word would not have fitted, and no sentence ends there.
    """
    return [span for block in _blocks(text) for span in _unwrapped(text, block)]


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them."""
    block: list[Span] = []
    line_ends = 0
    for found in _LINE.finditer(text):
        if found[0] == "\n":
            line_ends += 1
            continue
        content = found[0].strip()
        if not content:
            continue
        if line_ends > 1 and block:
            yield block
            block = []
        line_ends = 0
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        block.append(Span(start, start + len(content)))
    if block:
        yield block


def _unwrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """The paragraphs of one block: its lines, joined where they were wrapped."""
    width = max(line.end - line.start for line in lines)
    if not _NARROWEST <= width <= _WIDEST:  # nobody has wrapped them
        yield from lines
        return
    full = [_is_full(text, line, following, width) for line, following in pairwise(lines)]
    by_hand = 2 * sum(full) >= len(full)  # of a list only the longest line or two are full
    start, previous = lines[0].start, lines[0]
    for line, is_full in zip(lines[1:], full, strict=True):
        if not by_hand or not is_full or text[previous.end - 1] in _FINAL:
            yield Span(start, previous.end)
            start = line.start
        previous = line
    yield Span(start, previous.end)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line would not have fitted."""
    word = _WORD.match(text, following.start, following.end)
    needed = 1 + (word.end() - word.start() if word else 0)
    return line.end - line.start + needed > width
