"""What a common noun says is called so: "завод «Красный молот»", "la biscuiterie Thévenet".

The noun stands right before the name, or before its quotation marks; these hold all of the name,
whatever its words.
"""

import re

from timeline.extraction.naming.pieces import Piece
from timeline.extraction.naming.vocabulary import Vocabulary, Word, fold_word

_OPENING, _CLOSING = re.compile("[«„“\"‹‘'][ \u00a0\u202f]?(?=[^\\W\\d_])"), "»“”\"›’'"
_SPACES = (" ", "\u00a0", "\u202f")
_LOOK_BACK = 24  # characters: the longest such noun, and its space
_LONGEST = 40  # characters between quotation marks
_MOST_WORDS = 4
_MARKS = frozenset(",.;:!?\n()")


def opened(text: str) -> frozenset[int]:
    """Where the words begin before which quotation marks open."""
    return frozenset(found.end() for found in _OPENING.finditer(text))


def in_quotation_marks(text: str, words: list[Word], known: Vocabulary) -> Piece | None:
    """All that stands between the quotation marks that open before a name, behind such a noun."""
    start, end = words[0].start, words[-1].end
    mark = start - 2 if text[start - 1] in _SPACES else start - 1  # "« Alpha »"
    before = text[max(0, mark - _LOOK_BACK) : mark].split()
    if not before or not known.houses[before[-1]]:
        return None
    while end < start + _LONGEST and text[end : end + 1] not in ("", *_CLOSING):
        end += 1
    name, closed = text[start:end].rstrip(), text[end : end + 1] in (*_CLOSING,)
    if not closed or len(name.split()) > _MOST_WORDS or not _MARKS.isdisjoint(name):
        return None
    small = name[words[-1].end - start :].strip()  # a capital would begin another run
    if small != small.lower():
        return None
    return Piece(start, start + len(name), name, (*name.split(),), fold_word(name), "organisation")


def behind_its_noun(text: str, start: int, before: str, known: Vocabulary) -> bool:
    """ "The foundation | Mer Vive", "the club | ...": a common noun says what is named."""
    if known.nouns or not known.houses[before]:
        return False
    return text[start - 1] == " " and before.islower()
