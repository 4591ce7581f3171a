"""In which line of a text its expressions stand: a heading, the entry of a list, a paragraph."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from timeline.extraction.context.cues import Cues
from timeline.extraction.grammars.matching import Match

_HEADING = 24  # tokens at most in a line taken for a heading
_SECTION = 12  # paragraphs at most that one date stands above
_BULLET = 6  # tokens before the first word of a line, its end included: "\n+++ "
_LINE_END = re.compile(r"\n\s*")  # once in each token of white space with a line's end
_ENTRY_MARKS = (":", "–", "—", "-")


@dataclass
class Lines(Cues):
    """The lines of one text, and where in them its expressions stand."""

    @cached_property
    def breaks(self) -> list[int]:
        """The token numbers at which paragraphs begin."""
        shape, offsets = self.coded.shape, self.coded.offsets
        ends = _LINE_END.finditer(self.coded.text)
        spaces = (bisect_right(offsets, found.start()) - 1 for found in ends)
        return [0] + [
            at + 1 for at in spaces
            if shape[at] == "\n" or (at and shape[at - 1] in '.!?"”»:)')
        ]  # fmt: skip

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds a token."""
        return bisect_right(self.breaks, at) - 1

    def heading(self, at: int) -> bool:
        """Whether the paragraph of a token is a short line without a full stop."""
        number = self.paragraph(at)
        begin = self.breaks[number]
        follows = number + 1 < len(self.breaks)
        end = self.breaks[number + 1] if follows else len(self.coded.shape)
        if not follows or end - begin > _HEADING:
            return False
        return self.coded.shape[begin:end].rstrip()[-1:] not in (".", "!", "?", '"', "”", ",", ":")

    def opens_line(self, match: Match) -> bool:
        """Whether an expression is the first thing on its line, but for a bullet."""
        before = "".join(self.coded.tokens[max(0, match.begin - _BULLET) : match.begin])
        return match.begin == 0 or before.rstrip(" -–—•*·[(+").endswith("\n")

    def is_entry(self, match: Match) -> bool:
        """Whether an expression opens its line and a colon or dash follows: "10 July: ..."."""
        behind = self.coded.shape[match.end : match.end + 3].lstrip()
        return behind[:1] in _ENTRY_MARKS and self.opens_line(match)

    def stands_alone(self, match: Match) -> bool:
        """Whether an expression, with at most a colon, is all that stands on its line."""
        behind = "".join(self.coded.tokens[match.end : match.end + 3]).lstrip(" :")
        return self.opens_line(match) and behind[:1] in ("", "\n")

    def is_under(self, heading: Match, match: Match) -> bool:
        """Whether no other heading parts an expression from a date with a line to itself."""
        first, last = self.paragraph(heading.begin) + 1, self.paragraph(match.begin)
        between = range(first, last + 1)
        return last - first < _SECTION and not any(self.heading(self.breaks[n]) for n in between)
