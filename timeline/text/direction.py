"""In which direction a language is written, and what turns letters around."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """ "rtl" or "ltr" by CLDR, "auto" for a language (a BCP 47 tag) it does not know."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def isolated(text: str) -> str:
    """The text with its own direction within a sentence (UAX 9, 2.5), where no element gives it."""
    return f"\u2068{text}\u2069"


# The two overrides of Unicode's bidirectional algorithm (UAX 9, 2.2): they show letters in another
# order than they are stored in, so that a title can feign another. Marks and isolates only place
# what they stand around, and Arabic needs them.
_OVERRIDE = re.compile("[\u202d\u202e]")


def in_its_own_order(text: str) -> str:
    """The text without signs that show its letters in another order than they are stored in."""
    return _OVERRIDE.sub("", text)
