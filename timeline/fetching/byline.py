"""The day that a page prints beside its headline, for its readers: "Published 21 May 2024".

Markup says when a program took a page for new; readers are told when the story came out.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from timeline.dates import cldr, julian, solar, solar_words
from timeline.fetching.publication import Publication
from timeline.text import fold

_LABELS = Path(__file__).with_name("bylines.toml")
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_HEADLINES = ("h1", "h2")
# What stands around an article or is no text at all.
_PASSED_OVER = {
    "aside", "footer", "form", "head", "nav", "noscript", "script", "select", "style", "svg",
    "template",
}  # fmt: skip
# Blocks before and after the headline that are looked at, as far as the first paragraph.
_BEFORE, _AFTER = 3, 8
# Signs of a block: a byline is shorter, and what is longer is the story.
_LONGEST = 160
# Words beside days and labels, such as who wrote it and where; fewer in what ends like a sentence
# ("The report, published on 3 May 2024, blames rust.").
_OTHER_WORDS, _OTHER_WORDS_OF_SENTENCE = 8, 3
_SENTENCE_ENDS = (".", "!", "?", "؟", "…")
# Arabic months of Syria and its neighbours, beside those of CLDR for the language as a whole.
_MORE_NAMES = {"ar": ("ar_SY",)}
# Years in which the Solar Hijri calendar and the Gregorian one cannot be taken for each other.
_SOLAR_YEARS = range(1300, 1500)
_MIDDLE_ENDIAN = "en"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Printed:
    """`is_named`: the page says that this is when it was published."""

    day: date
    is_named: bool


def printed(tree: Any, language: str) -> Printed | None:
    """The day beside the headline of an lxml tree, the one named as that of publication before one
    that has no name; never one that is named as another day (of the update, of the print).

    Args:
        tree: of the page.
        language: the primary subtag of its language, "" where unknown: that of its months.
    """
    blocks = _bylines(tree, language)
    found = [one for block in blocks for one in _days(block, language)]
    return next((one for one in found if one.is_named), found[0] if found else None)


def notes(tree: Any, language: str) -> set[str]:
    """The lines beside the headline that name days as those of publication or of an update: they
    are told by the page, not by the story."""
    return {block for block in _bylines(tree, language) if _labels().search(fold(block))}


def as_printed(declared: Publication | None, beside: Printed | None) -> Publication | None:
    """What markup declares, put right by what readers see; None where neither is sure.

    A day named as that of publication stands for itself, and before a later one in the markup,
    which is that of an update or a move. The day in the markup may be that of Greenwich.
    """
    if beside is None:
        return declared
    if declared is None:
        return Publication(beside.day) if beside.is_named else None
    is_first = beside.is_named and beside.day < declared.day
    is_local = abs(beside.day - declared.day) == _DAY and _is_utc(declared)
    return Publication(beside.day) if is_first or is_local else declared


def _is_utc(publication: Publication) -> bool:
    if not publication.instant:
        return False
    return not datetime.fromisoformat(publication.instant).utcoffset()


def _bylines(tree: Any, language: str) -> list[str]:
    return [block for block in _around_headline(tree) if _is_byline(fold(block), language)]


def _is_byline(words: str, language: str) -> bool:
    """Whether folded words hold a day and hardly anything else."""
    without, days = _pattern(language).subn(" ", words)
    others = re.findall(r"[^\W\d_]+", _labels().sub(" ", without))
    is_sentence = words.endswith(_SENTENCE_ENDS)
    return days > 0 and len(others) <= (_OTHER_WORDS_OF_SENTENCE if is_sentence else _OTHER_WORDS)


def _around_headline(tree: Any) -> list[str]:
    """Short blocks: from the headline down, then from it up."""
    blocks = list(_blocks(tree))
    tags = [tag for tag, _words in blocks]
    headline = next((tag for tag in _HEADLINES if tag in tags), None)
    if headline is None:
        return []
    at = tags.index(headline)
    below: list[str] = []
    for _tag, words in blocks[at + 1 : at + 1 + _AFTER]:
        if len(words) > _LONGEST:
            break
        below.append(words)
    above = [words for _tag, words in blocks[max(0, at - _BEFORE) : at]]
    return below + [words for words in reversed(above) if len(words) <= _LONGEST]


def _blocks(tree: Any) -> Iterator[tuple[str, str]]:
    """The tag and the words of all that stands on lines of its own, in the order of the page."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    tag, words = "", ""
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _BLOCKS or name in _PASSED_OVER:
            if words.strip():
                yield tag, " ".join(words.split())
            tag, words = name, ""
        if event == "end":
            words += element.tail or ""
        elif not name or name in _PASSED_OVER:
            walk.skip_subtree()
        else:
            words += element.text or ""


def _days(block: str, language: str) -> Iterator[Printed]:
    """The days in a block but those that it names as other ones."""
    words, end = fold(block), 0
    for match in _pattern(language).finditer(words):
        kind = _kind(words[end : match.start()])
        end = match.end()
        day = _day(match, language)
        if day and kind != "others":
            yield Printed(day, kind == "published")


def _kind(before: str) -> str:
    """What the last label before a day says of it, or ""."""
    found = list(_labels().finditer(before))
    return str(found[-1].lastgroup) if found else ""


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    kinds = tomllib.loads(_LABELS.read_text(encoding="utf-8"))
    either = "|".join(rf"(?P<{kind}>{_any_of(words)})" for kind, words in kinds.items())
    return re.compile(rf"\b(?:{either})\b")


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str]:
    """A day with its month in words or all in digits, in folded text."""
    month = _any_of(_months(language))
    return re.compile(
        rf"(?<!\d)(?:(?P<d>\d\d?)(?:\.|er|st|nd|rd|th)?,? (?:de |of )?(?P<m>{month})\.?,? (?:de )?"
        rf"(?P<y>\d{{4}})|(?P<m2>{month})\.? (?P<d2>\d\d?)(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
        r"|(?P<a>\d{4})[-/.](?P<b>\d\d?)[-/.](?P<c>\d\d?)"
        r"|(?P<e>\d\d?)[-/.](?P<f>\d\d?)[-/.](?P<g>\d{4}))(?!\d)"
    )


def _day(match: re.Match[str], language: str) -> date | None:
    words = match["m"] or match["m2"]
    if words:
        year, day = int(match["y"] or match["y2"]), int(match["d"] or match["d2"])
        return _of(year, _months(language)[words], day)
    if match["a"]:
        return _of(int(match["a"]), int(match["b"]), int(match["c"]))
    first, second, year = int(match["e"]), int(match["f"]), int(match["g"])
    if language != _MIDDLE_ENDIAN or first > 12:
        return _of(year, second, first)
    # 05/06/2024 is one day in London and another in New York.
    return _of(year, first, second) if second > 12 else None


def _of(year: int, month: int, day: int) -> date | None:
    try:
        if year not in _SOLAR_YEARS:
            return date(year, month, day)
        known = 0 < month <= 12 and 0 < day <= solar.month_length(year, month)
        return date(*julian.from_day(solar.to_day(year, month, day))) if known else None
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


def _any_of(words: Any) -> str:
    """The longest first, so that "may" does not end "mayo"."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
