"""The day that a page prints beside its headline, for its readers: "Published 21 May 2024".

Markup says when a program took a page for new; readers are told when the story came out.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from timeline.fetching.printed_days import any_of, pattern
from timeline.fetching.printed_days import day as read_day
from timeline.fetching.publication import Publication
from timeline.text import fold

_LABELS = Path(__file__).with_name("bylines.toml")
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_HEADLINES = ("h1", "h2")
# Words that a line has in common with the beginning of the page's title, where it is the headline.
_TITLE_WORDS = 2
# What stands around an article or is no text at all.
_PASSED_OVER = {
    "aside", "footer", "form", "head", "nav", "noscript", "script", "select", "style", "svg",
    "template",
}  # fmt: skip
# Blocks before and after the headline that are looked at, as far as the first paragraph.
_BEFORE, _AFTER = 3, 8
# Signs of a block: a byline is shorter, and what is longer is the story. Below the headline one
# sentence may stand above the byline; the second is the story.
_LONGEST, _SENTENCE, _SENTENCES = 160, 50, 1
# Words beside days and labels, such as who wrote it and where; fewer in what ends like a sentence
# ("The report, published on 3 May 2024, blames rust.").
_OTHER_WORDS, _OTHER_WORDS_OF_SENTENCE = 8, 3
_SENTENCE_ENDS = (".", "!", "?", "؟", "…", "。")
# Lines of a page that are looked at: of a long article with its comments there are some thousand.
_MOST_LINES = 3000
# Characters of a line that is no more than a label of the next.
_LABEL = 30
_DAY = timedelta(days=1)
# Paragraphs that may be the first of a story, below its headline and its standfirst; characters of
# it in which the day stands; and what follows it before the story begins.
_OPENINGS, _DATELINE = 3, 80
_DATELINE_ENDS = re.compile(r"\)? ?(?:[-–—:|]|[(/][^)/]{1,40}[)/] ?[-–—:])")


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
    return _first(_bylines(*_of_page(tree), language), language)


def printed_in(text: str, title: str, language: str) -> date | None:
    """The day beside the headline of a text without markup, or in its dateline."""
    lines = _lines(("", " ".join(line.split())) for line in text.split("\n") if line.strip())
    found = _first(_bylines(lines, title, language), language)
    return found.day if found else opening_day(text, language)


def named_elsewhere(tree: Any, language: str) -> date | None:
    """The one day that the page names as that of publication away from the headline, below the
    story perhaps; None where it names several, of other articles."""
    found = {
        one.day
        for line in _lines(_blocks(tree))
        if len(line.words) <= _LONGEST and _is_byline(fold(line.words), language)
        for one in _days(line, language)
        if one.is_named
    }
    return found.pop() if len(found) == 1 else None


def opening_day(text: str, language: str) -> date | None:
    """The day in the dateline of a story: "LEEDS, Oct. 9, 2017 (Wire) - The council"."""
    for line in [line for line in text.split("\n") if line.strip()][:_OPENINGS]:
        words = fold(line[:_LONGEST])
        match = pattern(language).search(words, 0, _DATELINE)
        if match and _DATELINE_ENDS.match(words, match.end()):
            return read_day(match, language)
    return None


def notes(tree: Any, language: str) -> set[str]:
    """The lines that name days as those of publication or of an update: they are told by the page,
    not by the story. Away from the headline the day follows its name."""
    beside = {line.words for line in _bylines(*_of_page(tree), language) if _is_named(line)}
    elsewhere = (line.words for line in _lines(_blocks(tree)) if _is_note(line, language))
    return beside.union(elsewhere)


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


class _Line(NamedTuple):
    """A block of its own, and what the one before it says of a day in it: "Published" may stand in
    a cell and the day in the next."""

    tag: str
    words: str
    kind: str


def _of_page(tree: Any) -> tuple[Iterator[_Line], str]:
    return _lines(_blocks(tree)), " ".join(tree.xpath("string(//head/title)").split())


def _bylines(lines: Iterable[_Line], title: str, language: str) -> list[_Line]:
    around = _around_headline(list(lines), fold(title))
    return [line for line in around if _is_byline(fold(line.words), language)]


def _first(lines: Iterable[_Line], language: str) -> Printed | None:
    found = [one for line in lines for one in _days(line, language)]
    return next((one for one in found if one.is_named), found[0] if found else None)


def _is_named(line: _Line) -> bool:
    return bool(line.kind or _labels().search(fold(line.words)))


def _is_note(line: _Line, language: str) -> bool:
    if len(line.words) > _LONGEST or line.words.endswith(_SENTENCE_ENDS):
        return False
    words = fold(line.words)
    day = pattern(language).search(words)
    label = _labels().search(words, 0, day.start()) if day else None
    if day is None or label is None or label.start() > _LABEL:
        return False
    return len(words[label.end() : day.start()].split()) <= 1 and _is_byline(words, language)


def _is_byline(words: str, language: str) -> bool:
    """Whether folded words hold a day and hardly anything else."""
    without, days = pattern(language).subn(" ", words)
    others = re.findall(r"[^\W\d_]+", _labels().sub(" ", without))
    is_sentence = words.endswith(_SENTENCE_ENDS)
    return days > 0 and len(others) <= (_OTHER_WORDS_OF_SENTENCE if is_sentence else _OTHER_WORDS)


def _around_headline(lines: Sequence[_Line], title: str) -> list[_Line]:
    """Short blocks: from the headline down, then from it up."""
    at = _headline(lines, title)
    if at is None:
        return []
    above = [line for line in lines[max(0, at - _BEFORE) : at] if len(line.words) <= _LONGEST]
    return [*_before_story(lines[at + 1 : at + 1 + _AFTER]), *reversed(above)]


def _headline(lines: Sequence[_Line], title: str) -> int | None:
    """The place of the heading with which the title of the page begins, else of the first one; of
    the first line with which it begins where there is no heading."""
    first = [at for name in _HEADLINES for at, line in enumerate(lines) if line.tag == name]
    titled = next((at for at in first if title.startswith(fold(lines[at].words))), None)
    if titled is not None or first:
        return first[0] if titled is None else titled
    short = ((at, line.words) for at, line in enumerate(lines) if len(line.words) <= _LONGEST)
    wanted = (at for at, words in short if _begins(title, fold(words)))
    return next(wanted, None)


def _begins(title: str, words: str) -> bool:
    return title.startswith(words) and len(words.split()) >= _TITLE_WORDS


def _before_story(lines: Iterable[_Line]) -> Iterator[_Line]:
    sentences = 0
    for line in lines:
        sentences += len(line.words) > _SENTENCE and line.words.endswith(_SENTENCE_ENDS)
        if len(line.words) > _LONGEST or sentences > _SENTENCES:
            break
        yield line


def _lines(blocks: Iterable[tuple[str, str]]) -> Iterator[_Line]:
    before = ""
    for tag, words in islice(blocks, _MOST_LINES):
        yield _Line(tag, words, before)
        is_label = len(words) <= _LABEL and not any(map(str.isdecimal, words))
        before = _kind(fold(words)) if is_label else ""


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


def _days(line: _Line, language: str) -> Iterator[Printed]:
    """The days in a line but those that it names as other ones."""
    words, end = fold(line.words), 0
    for match in pattern(language).finditer(words):
        kind = _kind(words[end : match.start()]) or (line.kind if end == 0 else "")
        end = match.end()
        day = read_day(match, language)
        if day and kind != "others":
            yield Printed(day, kind == "published")


def _kind(before: str) -> str:
    """What the last label before a day says of it, or ""."""
    found = list(_labels().finditer(before))
    return str(found[-1].lastgroup) if found else ""


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    kinds = tomllib.loads(_LABELS.read_text(encoding="utf-8"))
    either = "|".join(rf"(?P<{kind}>{any_of(words)})" for kind, words in kinds.items())
    return re.compile(rf"\b(?:{either})\b")
