"""Names and patterns of the Unicode CLDR, for years that Python's own dates do not reach."""

from copy import deepcopy
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError, localedata
from babel.dates import tokenize_pattern

# Plain "en" is American in CLDR; Dateline writes British English.
_PREFERRED = {"en": "en_GB", "": "en_GB"}
# The zero of the numbering systems, by CLDR's names, that are written here: Persian digits. Arabic
# has Western ones, as CLDR has it for the language as a whole.
_ZEROS = {"arabext": "\u06f0"}
# American English puts the month first, British English the day.
_OF_TWO_ORDERS = ("en", "")


class Fields(NamedTuple):
    """What a pattern can ask for; the year is astronomical (0 is 1 BC)."""

    year: int = 1
    month: int = 1
    day: int = 1
    minute: int = 0


@lru_cache(maxsize=256)
def locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 tag; of its language, else British English, if unknown."""
    tag = language.replace("-", "_")
    for candidate in (_PREFERRED.get(tag.lower(), tag), tag.partition("_")[0]):
        try:
            return Locale.parse(_PREFERRED.get(candidate, candidate))
        except (ValueError, UnknownLocaleError, TypeError):
            continue
    return Locale.parse("en_GB")


@lru_cache(maxsize=256)
def names(identifier: str) -> localedata.LocaleDataDict:
    """Months, weekdays and units of a locale by its identifier ("en_GB"), as a copy.

    Babel resolves aliases in place, in data that all locales share: reading Hebrew months would
    change the Turkish ones.
    """
    data = localedata.load(identifier)
    return localedata.LocaleDataDict(
        deepcopy({key: data[key] for key in ("months", "days", "unit_patterns")})
    )


@lru_cache(maxsize=4096)
def month(language: str, number: int, *, alone: bool = False) -> str:
    """The name of a month, 1 to 12; `alone` gives the form for use without a day."""
    context = "stand-alone" if alone else "format"
    return str(names(str(locale(language)))["months"][context]["wide"][number])


def weekday(language: str, number: int) -> str:
    """The name of a weekday, Monday 0 to Sunday 6."""
    return str(names(str(locale(language)))["days"]["format"]["wide"][number])


def duration(language: str, number: int, unit: str) -> str:
    """A span such as "10 days"; unit is "minute", "hour", "day" ... "century"."""
    found = locale(language)
    widths = names(str(found))["unit_patterns"][f"duration-{unit}"]
    form = found.plural_form(number)
    for width in ("long", "short"):  # some languages spell out only the short form
        pattern = widths.get(width, {})
        if form in pattern or "other" in pattern:
            words = str(pattern.get(form) or pattern["other"]).format(number)
            return digits(language, words)
    return digits(language, f"{number} {unit}")


def digits(language: str, text: object) -> str:
    """The text with its digits as the language writes them."""
    own = _own_digits(language)
    return str(text).translate(own) if own else str(text)


@lru_cache(maxsize=256)
def _own_digits(language: str) -> dict[int, int]:
    zero = _ZEROS.get(str(locale(language).default_numbering_system))
    return {ord("0") + number: ord(zero) + number for number in range(10)} if zero else {}


def era(language: str, year: int) -> str:
    """The abbreviated name of the era of an astronomical year: "BC" or "AD"."""
    return str(locale(language).eras["abbreviated"][1 if year > 0 else 0])


def pattern(language: str, skeleton: str) -> str:
    """The CLDR pattern for a skeleton such as "yMMMM"."""
    if skeleton == "yMMMMd":
        return str(locale(language).date_formats["long"].pattern)
    return str(locale(language).datetime_skeletons[skeleton].pattern)


def day_first(language: str) -> bool | None:
    """Whether dates in numbers have the day before the month; None where a language (BCP 47 tag)
    has no one way, or puts the year first, which says nothing of dates that end with it."""
    found = locale(language)
    if language in _OF_TWO_ORDERS or found.language != language.replace("_", "-").split("-")[0]:
        return None
    order = [letter for letter in str(found.date_formats["short"].pattern) if letter in "dMy"]
    return None if order[0] == "y" else order[0] == "d"


def join(language: str, first: str, second: str) -> str:
    """Two ends as one range, in the language's own way: "1980 – 1990"."""
    return _spaced(str(locale(language).interval_formats[None])).format(first, second)


def date_and_time(language: str, date: str, time: str) -> str:
    """A date and a time of that day: "20 May 2024, 10:30"."""
    return str(locale(language).datetime_formats["medium"]).format(time, date)


def span_pattern(language: str, skeleton: str, difference: str) -> tuple[str, str] | None:
    """The patterns of both halves of a range that differs first in one field, None if unknown."""
    halves = locale(language).interval_formats.get(skeleton, {}).get(difference, ())
    return (str(halves[0]), str(halves[1])) if len(halves) == 2 else None


def write(language: str, skeleton_pattern: str, fields: Fields) -> str:
    """Fill a pattern: years, eras, months by their full names, days, hours and minutes."""
    return _spaced("".join(_token(language, token, fields) for token in _tokens(skeleton_pattern)))


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[tuple[str, str | tuple[str, int]], ...]:
    return tuple(tokenize_pattern(text))


def _token(language: str, token: tuple[str, str | tuple[str, int]], fields: Fields) -> str:
    value = token[1]
    if isinstance(value, str):
        return value
    letter, width = value
    if letter in "ML" and width > 2:
        return month(language, fields.month, alone=letter == "L")
    if letter == "G":
        return era(language, fields.year)
    numbers = {
        "y": fields.year if fields.year > 0 else 1 - fields.year,
        "M": fields.month,
        "L": fields.month,
        "d": fields.day,
        "H": fields.minute // 60,
        "m": fields.minute % 60,
    }
    return digits(language, str(numbers[letter]).zfill(width))


def _spaced(text: str) -> str:
    """CLDR's thin spaces as plain ones: they are lost in copying and missing from fonts."""
    return text.replace("\u2009", " ").replace("\u202f", " ")
