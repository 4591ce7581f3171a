"""Days as pages print them for readers, with the month in words or all in digits."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from timeline.dates import cldr, julian, solar, solar_words
from timeline.text import fold

# Arabic months of Syria and its neighbours, beside those of CLDR for the language as a whole.
_MORE_NAMES = {"ar": ("ar_SY",)}
# Years in which the Solar Hijri calendar and the Gregorian one cannot be taken for each other.
_SOLAR_YEARS = range(1300, 1500)
_MIDDLE_ENDIAN = "en"
# Characters of words that are read: a weekday, a day, a time and a zone.
_LONGEST = 100
# The signs after year, month and day in Chinese, Japanese and Korean.
_YEAR, _MONTH, _DAY = (f"(?:{sign}|{fold(korean)})" for sign, korean in ("年년", "月월", "日일"))


@lru_cache(maxsize=64)
def pattern(language: str) -> re.Pattern[str]:
    """A day in folded text."""
    month = any_of(_months(language))
    return re.compile(
        rf"(?<!\d)(?:(?P<d>\d\d?)(?:\.|er|st|nd|rd|th)?,? (?:de |of )?(?P<m>{month})\.?,? (?:de )?"
        rf"(?P<y>\d{{4}})|(?P<m2>{month})\.? (?P<d2>\d\d?)(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
        r"|(?P<a>\d{4})[-/.](?P<b>\d\d?)[-/.](?P<c>\d\d?)"
        rf"|(?P<a2>\d{{4}}) ?{_YEAR} ?(?P<b2>\d\d?) ?{_MONTH} ?(?P<c2>\d\d?) ?{_DAY}"
        r"|(?P<e>\d\d?)[-/.](?P<f>\d\d?)[-/.](?P<g>\d{4}))(?!\d)"
    )


def day(match: re.Match[str], language: str) -> date | None:
    """The day that the pattern of a language found; None where there is no such day, or its order
    is open."""
    words = match["m"] or match["m2"]
    if words:
        year, number = int(match["y"] or match["y2"]), int(match["d"] or match["d2"])
        return _of(year, _months(language)[words], number)
    if found := match["a"] or match["a2"]:
        return _of(int(found), int(match["b"] or match["b2"]), int(match["c"] or match["c2"]))
    first, second, year = int(match["e"]), int(match["f"]), int(match["g"])
    if language != _MIDDLE_ENDIAN or first > 12:
        return _of(year, second, first)
    # 05/06/2024 is one day in London and another in New York.
    return _of(year, first, second) if second > 12 else None


def read_words(written: str, language: str) -> date | None:
    """The first day in words that were meant for programs: "Вт, 21 мая 2024 09:00"."""
    match = pattern(language).search(fold(" ".join(written[:_LONGEST].split())))
    return day(match, language) if match else None


def any_of(words: Iterable[str]) -> str:
    """The longest first, so that "may" does not end "mayo"."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


def _of(year: int, month: int, number: int) -> date | None:
    try:
        if year not in _SOLAR_YEARS:
            return date(year, month, number)
        known = 0 < month <= 12 and 0 < number <= solar.month_length(year, month)
        return date(*julian.from_day(solar.to_day(year, month, number))) if known else None
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """Months by their folded names, long and short; Solar Hijri ones beside Persian ones."""
    found: dict[str, int] = {}
    if language == "fa":
        found |= {fold(name): number for number, name in enumerate(solar_words.MONTHS, 1)}
    for tag in (language, *_MORE_NAMES.get(language, ()), "en"):
        for forms in cldr.names(str(cldr.locale(tag)))["months"].values():
            for width in ("wide", "abbreviated"):
                found |= {fold(name).strip("."): number for number, name in forms[width].items()}
    return found
