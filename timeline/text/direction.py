"""In which direction a language is written."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """ "rtl" or "ltr" by CLDR, "auto" for a language (a BCP 47 tag) it does not know."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"
