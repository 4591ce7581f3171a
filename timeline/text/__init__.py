"""Text as articles bring it: normalised once, compared folded, cut into sentences.

Pure: no Django, no clock, no network. Every offset is a code point of the normalised text.
"""

from timeline.text.direction import direction, in_its_own_order, isolated
from timeline.text.folding import fold, tokens
from timeline.text.headline import headline
from timeline.text.locating import locate
from timeline.text.normalising import digest, normalise, writable
from timeline.text.paragraphs import Span, paragraphs
from timeline.text.sentences import sentences

__all__ = [
    "Span",
    "digest",
    "direction",
    "fold",
    "headline",
    "in_its_own_order",
    "isolated",
    "locate",
    "normalise",
    "paragraphs",
    "sentences",
    "tokens",
    "writable",
]
