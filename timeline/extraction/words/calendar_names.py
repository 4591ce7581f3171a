"""The names of months and weekdays in some hundred languages, out of CLDR and dateparser.

CLDR has them as dates have them ("20 maja"), dateparser's translations add other cases ("w maju").
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from dateparser.languages.loader import default_loader

from timeline.dates import cldr

Names = dict[str, list[str]]  # number, from January or Monday as 1, -> its names

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3  # letters of a name; of scripts that write fewer letters, one less
_LATIN_END = "\u024f"


@lru_cache(maxsize=32)
def calendar_names(language: str) -> tuple[Names, Names] | None:
    """The months and the weekdays of a language, or None where CLDR does not know it."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    named = cldr.names(str(locale))
    months = _names(named["months"], 1)
    for number, more in enumerate(_translations(language), start=1):
        months.setdefault(str(number), []).extend(filter(_is_name, more))
    return months, _names(named["days"], 0)


def _names(contexts: Any, least: int) -> Names:
    """The names in every context and width that says a name, one word each."""
    names: Names = {}
    for widths in contexts.values():
        for width in ("wide", "abbreviated"):
            for number, name in widths.get(width, {}).items():
                if _is_name(name):
                    found = names.setdefault(str(number + 1 - least), [])
                    found.append(name.rstrip(".").lower())
    return names


def _translations(language: str) -> Iterator[Iterable[str]]:
    try:
        info = default_loader.get_locale(language).info
    except ValueError:
        return
    yield from ([name.lower() for name in info.get(month, ())] for month in _MONTHS)


def _is_name(name: str) -> bool:
    word = name.rstrip(".")
    least = _SHORTEST if word[:1] <= _LATIN_END else _SHORTEST - 1
    return len(word) >= least and word.isalpha()
