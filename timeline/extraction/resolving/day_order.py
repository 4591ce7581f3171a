"""Dates in numbers alone, as people type them: is 5/6/2024 in June or in May?

CLDR tells the order where a language has one. English has two, so that whoever typed it is asked.
"""

import datetime
import re

from timeline.dates import cldr
from timeline.dates.edtf import DateError, parse
from timeline.dates.messages import message as _
from timeline.dates.words import in_words

# Direction marks are part of the Arabic way to write such dates.
_MARK = r"[\u200e\u200f]?( ?[/.-] ?| )"
_IN_NUMBERS = re.compile(rf"(?<![\d/.-])(\d\d?){_MARK}(\d\d?){_MARK}(\d{{4}}|\d\d)(?![\d/.-]*\d)")
_SHORT_YEAR = re.compile(r"['’]\d\d\b")


class AmbiguousError(DateError):
    """The words can be two dates; `readings` are both, in words that say only one."""

    def __init__(self, text: str, readings: tuple[str, str]) -> None:
        first, second = readings
        super().__init__(
            _("“{text}” can be {first} or {second}: write the one that is meant."),
            text=text,
            first=first,
            second=second,
        )
        self.readings = readings


def spelt_out(words: str, language: str) -> str:
    """The words with their first date in numbers as EDTF, day and month in the language's order.

    Raises AmbiguousError where the language has no one order and both give a day, DateError for a
    year by two digits: a date field is no place to guess the century.
    """
    found = _IN_NUMBERS.search(words)
    if _SHORT_YEAR.search(words) or (found and len(found[5]) == 2):
        raise DateError(_("“{text}” gives a year by two digits: write all four."), text=words)
    days = _days(found) if found else []
    if found is None or not days:
        return words
    before, after = words[: found.start()], words[found.end() :]
    if len(days) == 1:
        return f"{before}{days[0]}{after}"
    day_first = cldr.day_first(language)
    if day_first is None:
        first, second = (f"{before}{in_words(parse(day), language)}{after}" for day in days)
        raise AmbiguousError(words, (first, second))
    return f"{before}{days[0 if day_first else 1]}{after}"


def _days(found: re.Match[str]) -> list[str]:
    """The days it can be, in EDTF: first with the day before the month."""
    first, second, year = int(found[1]), int(found[3]), int(found[5])
    orders = dict.fromkeys(((second, first), (first, second)))
    return [f"{year:04}-{month:02}-{day:02}" for month, day in orders if _exists(year, month, day)]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
