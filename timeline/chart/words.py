"""Words in a figure: estimated widths, shortening, and the isolates that keep directions apart."""

import html
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from timeline.dates import cldr

FONT_SIZE, TICK_SIZE = 13, 12
# Of labels while they look for a row, and of those that then find more room in it.
LARGEST_LABEL, LONGEST_LABEL = 300, 560
# Widths in em, the widest of Noto Sans, DejaVu Sans and Arial.
_NARROW, _MIDDLE, _WIDE, _FULL = 0.34, 0.58, 0.78, 1.04
# Of Arabic letters, which join: as wide on average in the widest of them.
_ARABIC = 0.5
_NARROW_LETTERS = frozenset("iljftrI.,;:'’‘“”|!()[]/- \u00a0")
_WIDE_LETTERS = frozenset("mwMWGOQDNHU@%—&★")
# Unicode Standard Annex 9: right-to-left isolate, first-strong isolate, pop directional isolate.
_RLI, _FSI, _PDI = "\u2067", "\u2068", "\u2069"


def is_right_to_left(language: str) -> bool:
    return bool(cldr.locale(language).text_direction == "rtl")


def isolated(text: str, right_to_left: bool) -> str:
    """A line of a figure: Plotly's SVG is left to right whatever the page says, so each line brings
    its own direction, and each inserted text keeps its own inside it. What Plotly would take for
    its pseudo-HTML stays the letters that it is."""
    inner = f"{_FSI}{html.escape(text, quote=False)}{_PDI}"
    return f"{_RLI}{inner}{_PDI}" if right_to_left else inner


@lru_cache(maxsize=8192)
def width(text: str, size: int = FONT_SIZE) -> float:
    """Estimated pixels of a text; on the wide side, since the browser drops what still touches."""
    return size * sum(map(_em, text))


@lru_cache(maxsize=8192)
def shortened(text: str, pixels: float = LARGEST_LABEL, size: int = FONT_SIZE) -> str:
    """The text itself where it fits, else as many whole words as do, and an ellipsis."""
    if width(text, size) <= pixels:
        return text
    end = bisect_right(list(accumulate(map(_em, text))), (pixels - width("…", size)) / size)
    words = text[:end].rpartition(" ")[0]
    kept = words if len(words) > end * 0.6 else text[:end]
    return kept.rstrip(" ,;:،؛-–—") + "…"


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    if letter.isascii():
        return 0.68 if letter.isupper() else _MIDDLE
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if "\u0600" <= letter <= "\u06ff":
        return _ARABIC
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _MIDDLE
