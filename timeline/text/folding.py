"""Text made equal where people read it as equal: for comparing and for search."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode keeps apart and that writers of Arabic script use for one another. The
# alefs with hamza or madda lose their marks by decomposition, as do waw and yeh with hamza.
_SAME = {
    "\u0671": "\u0627",  # alef wasla: alef
    "\u0649": "\u064a",  # alef maksura: yeh
    "\u06cc": "\u064a",  # Farsi yeh: yeh
    "\u0629": "\u0647",  # teh marbuta: heh
    "\u06a9": "\u0643",  # keheh: kaf
}
_TATWEEL = "\u0640"
# Marks that tell words apart rather than vocalise them: the virama of Indic scripts (9) and the
# voicing marks of kana (8).
_KEPT_MARKS = (0, 8, 9)
_LAST_REMEMBERED = 0xFFFF


class _Folding(dict[int, str | None]):
    """What becomes of each code point after NFKD, worked out when it first occurs."""

    def __missing__(self, code: int) -> str | None:
        folded = _folded(chr(code))
        if code <= _LAST_REMEMBERED:  # hostile text shall not fill the memory
            self[code] = folded
        return folded


def _folded(character: str) -> str | None:
    category = unicodedata.category(character)
    if category in ("Cf", "Me") or character == _TATWEEL or "\ufe00" <= character <= "\ufe0f":
        return None
    if category == "Mn" and unicodedata.combining(character) not in _KEPT_MARKS:
        return None
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return _SAME.get(character, character)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text without differences that readers ignore; its length may change.

    NFKD, then marks, tatweel and invisible characters dropped, Arabic letter variants as one,
    digits as ASCII, case folded (Unicode, section 3.13), and composed again.
    """
    if text.isascii():
        return text.lower()
    return _fold_word(text) if len(text) <= _LONGEST_WORD else _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).translate(_FOLDING)
    return unicodedata.normalize("NFKC", plain.casefold().translate(_FOLDING))


# The same words are folded again and again; a bound keeps hostile text from filling the memory.
_LONGEST_WORD = 40
_fold_word = lru_cache(maxsize=50_000)(_fold)


# Initials with dots are one word, so that "U.S." and "US" are the same.
_DOTTED = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])")
# Vowel signs of Indic and South-East Asian scripts belong to their words, yet \w leaves them out.
_SIGNS = r"\u0900-\u0963\u0971-\u0df3\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0fbc\u102b-\u109d"
# Han and kana are written without spaces: each character is a word of its own. Elsewhere words
# are runs of letters and runs of digits, so that "Covid19" and "Covid-19" give the same.
_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_LETTERS = rf"[^\W\d_{_UNSPACED}{_SIGNS}]+"
_WORD = re.compile(rf"(?:{_LETTERS}|[{_SIGNS}]+)+|[0-9]+|[{_UNSPACED}]")


def tokens(text: str) -> list[str]:
    """The words of a text, folded, in order: what search stores and what it looks for.

    Only letters and digits, so that every full-text engine breaks them in the same places.
    """
    return _WORD.findall(_DOTTED.sub(lambda found: found[0].replace(".", ""), fold(text)))
