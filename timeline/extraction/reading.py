"""Reading one date that a person typed: EDTF, then our grammars, then CLDR's, then dateparser.

Unlike `expressions.find`, which picks dates out of a text, all of the input has to be the date.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateparser.date import DateData, DateDataParser

from timeline.dates.edtf import TURNED, Date, DateError, TurnedError, parse
from timeline.dates.messages import message as _
from timeline.extraction.expressions import Expression, find, grammar_of
from timeline.extraction.grammars.detection import detect
from timeline.extraction.grammars.languages import available
from timeline.extraction.grammars.matching import Coded
from timeline.extraction.resolving.day_order import spelt_out
from timeline.text import fold, normalise

NOT_A_DATE = _(
    "This is not a date: write for example 20 May 2024, May 2024, 2024, since 2011, "
    "22-25 May 2024, or EDTF such as 2024-05-20 or 2011/.."
)
# Longer than any date that people write, in any language.
MAX_LENGTH = 200

# The days of a range within one month, as "22-25 May", "from 22 to 25 May" are written.
_TWO_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})(?!\d)\D{1,6}(?<!\d)(\d{1,2})(?!\d)")
_MOST_WORDS = 12  # of a range: "from the 25th of May 2024 to the 22nd of May 2024"
_DASH = re.compile(r"\s*[-–—]\s*")
_NUMBER = re.compile(r"\d+")
_YEAR_DIGITS = 4


class Reading(NamedTuple):
    """A date, and which part of it is meant: one of `dates.parts.Part`."""

    date: Date
    part: str = ""


def read_typed(words: str, language: str = "", *, in_any_language: bool = True) -> Reading:
    """The date that `words` say as a whole, and the part of it that they mean ("early 2020").

    Args:
        words: what was typed, in any language; EDTF is taken as it is. What counts from another
            day ("yesterday", "20 May") is no date here.
        language: BCP 47 tag of the language to try first, or "". It also says whether 5/6/2024 is
            in June or in May.
        in_any_language: whether to try the languages without a grammar of ours; what is no date in
            any of them takes dateparser seconds, the first time in a process.

    Raises:
        DateError: the words are no date, or not only a date, or can be two (AmbiguousError);
            it says what would be accepted.
    """
    words = " ".join(normalise(words[: MAX_LENGTH + 1]).split())
    try:
        return Reading(parse(words))
    except TurnedError:
        raise
    except DateError as error:
        found = None
        if len(words) <= MAX_LENGTH:
            found = _read(spelt_out(words, language), language, in_any_language)
            if not found and _is_turned(words, language):
                raise TurnedError(TURNED, text=words) from error
        if not found:
            raise DateError(NOT_A_DATE) from error
        return found


def _read(words: str, language: str, in_any_language: bool) -> Reading | None:
    read = (_by_grammar(words, code) for code in _languages(language))
    found = next(filter(None, read), None)
    if found or not in_any_language:
        return found
    return _by_grammar(words, detect(words)) or _by_dateparser(words)


def _is_turned(words: str, language: str) -> bool:
    """Whether they are a range once its ends change places: "25 to 22 May 2024"."""
    return any(
        _by_grammar(put_right, code)
        for code in _languages(language)
        for put_right in _with_ends_changed(words, code)
    )


def _with_ends_changed(words: str, language: str) -> Iterator[str]:
    single = words.split(" ")[:_MOST_WORDS]
    for number in range(1, len(single) - 1):
        first, other = single[:number], single[number + 1 :]
        yield " ".join([*other, single[number], *first])
    ends = [(one.start, one.end) for one in find(words, language=language)]
    if days := _TWO_NUMBERS.search(words):
        yield _changed(words, days.span(1), days.span(2))
    if len(ends) == 2:
        yield _changed(words, *ends)


def _changed(words: str, first: tuple[int, int], second: tuple[int, int]) -> str:
    between = words[first[1] : second[0]]
    one, other = words[slice(*first)], words[slice(*second)]
    return words[: first[0]] + other + between + one + words[second[1] :]


def _languages(first: str) -> Iterator[str]:
    code = first.partition("-")[0].lower()
    yield from sorted(available(), key=lambda other: (other != code, other != "en", other))


def _by_grammar(words: str, language: str) -> Reading | None:
    found = find(words, language=language)
    if not found or found[0].start or found[-1].end < len(words):
        return None
    if len(found) == 1 and found[0].date:
        return Reading(found[0].date, found[0].part)
    return _range_of(words, found, language) if len(found) == 2 else None


def _range_of(words: str, found: list[Expression], language: str) -> Reading | None:
    """ "May 2024 to March 2025", "2014 to 2018": in an article two dates, typed alone a range."""
    one, other = found
    if not (one.date and other.date) or "/" in one.date.text:
        return None
    until = other.date.text.removeprefix("../")  # "to 2018" is a date with an open beginning
    grammar = grammar_of(language)
    between = words[one.end : other.start]
    joined = _DASH.fullmatch(between) or grammar.to_regex.fullmatch(Coded(between, grammar).shape)
    if "/" in until or not (joined or until != other.date.text):
        return None
    return Reading(parse(f"{one.date.text}/{until}"))


def _by_dateparser(words: str) -> Reading | None:
    """Explicit dates in languages that CLDR's names alone do not read. dateparser drops what it
    does not know how to place ("22-25 May" becomes the 22nd, "after May" becomes May), so all
    numbers have to come back in its answer, and the month is the only word. It loads all its
    languages before it gives up, which takes seconds: what has no year is not worth that."""
    if not any(len(number) == _YEAR_DIGITS for number in _numbers(words)) or _words(words) > 1:
        return None
    data = DateDataParser(settings={"PREFER_DAY_OF_MONTH": "first"}).get_date_data(words)
    text = _edtf(data)
    if text is None or not _accounts_for(data, words):
        return None
    return Reading(parse(text))


def _words(words: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in words.split())


def _edtf(data: DateData) -> str | None:
    parts, when = set(data.parts or ()), data.date_obj
    if when is None:
        return None
    if parts == {"year", "month", "day"}:
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m}" if parts == {"year", "month"} else None


def _accounts_for(data: DateData, words: str) -> bool:
    when = data.date_obj
    given = sorted(map(int, _numbers(words)))
    named = [when.year] + ([when.day] if "day" in data.parts else [])
    return given in (sorted(named), sorted([*named, when.month]))


def _numbers(words: str) -> list[str]:
    return _NUMBER.findall(fold(words))
