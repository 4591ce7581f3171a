"""Where the sentences of a text begin and end."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from timeline.text.paragraphs import Span, paragraphs

# Marks that can end a sentence, those of Arabic, Urdu, Chinese and Devanagari among them, with the
# quotes and brackets that close after them. No lookahead: a run of marks is read once. A class
# first: a search passes quickly over whatever cannot begin it.
_MARK = "[.!?…؟؛۔。！？।]"
_END = re.compile(rf"({_MARK}{_MARK}*)[\"'”’»)\]]*")
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(r"[\"'“‘«(\[\s]*([^\W_]*)")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_OF_A_ZONE = re.compile(r"\s(?:[^\W\d_]+\s){1,2}time\b")  # "7 p.m. Moscow time"
# These need no space after them.
_FULL_WIDTH = frozenset("。！？")
# Longer than any abbreviation: bounds what is read again before each full stop.
_LONGEST_WORD = 30
_DEFAULT = "en"


class _Rules(NamedTuple):
    never: frozenset[str]
    before_numbers: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    hours: frozenset[str]
    beside_hours: frozenset[str]
    never_first: frozenset[str]
    ordinals: bool


@lru_cache(maxsize=1)
def _all_rules() -> dict[str, _Rules]:
    path = Path(__file__).with_name("abbreviations.toml")
    return {
        language: _Rules(
            never=frozenset(table.get("never", ())),
            before_numbers=frozenset(table.get("before_numbers", ())),
            sometimes=frozenset(table.get("sometimes", ())),
            openers=frozenset(table.get("openers", ())),
            hours=frozenset(table.get("hours", ())),
            beside_hours=frozenset(table.get("beside_hours", ())),
            never_first=frozenset(table.get("never_first", ())),
            ordinals=table.get("ordinals", False),
        )
        for language, table in tomllib.loads(path.read_text("utf-8")).items()
    }


def sentences(text: str, language: str, inside: Sequence[Span] | None = None) -> list[Span]:
    """The sentences in order, none empty, none reaching over a paragraph's end.

    `language` is a BCP 47 tag; where it is unknown, English abbreviations apply. `inside` are the
    paragraphs of the text, if they are known already. Linear in time.
    """
    rules = _all_rules().get(language.replace("_", "-").partition("-")[0].lower())
    return [
        span
        for paragraph in (paragraphs(text) if inside is None else inside)
        for span in _cut(text, paragraph, rules or _all_rules()[_DEFAULT])
    ]


def _cut(text: str, paragraph: Span, rules: _Rules) -> list[Span]:
    found = []
    start = paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        end = mark.end()
        if end < paragraph.end and _ends(text, start, mark, rules):
            found.append(Span(start, end))
            start = _after_space(text, end)
    found.append(Span(start, paragraph.end))
    return found


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _ends(text: str, start: int, mark: re.Match[str], rules: _Rules) -> bool:
    """Whether a mark inside a paragraph ends the sentence that began at `start`."""
    if mark[1][-1] in _FULL_WIDTH:
        return True
    end = mark.end()
    if not text[end].isspace():  # "3.5", "foo.com", "U.S"
        return False
    following = _NEXT.match(text, end)
    word = following[1] if following else ""
    if word[:1].islower() or word in rules.never_first:
        return False
    if mark[1] == "." and _OF_A_ZONE.match(text, end):
        return False
    return mark[1] != "." or _full_stop_ends(_word_before(text, start, mark), word, rules)


def _word_before(text: str, start: int, mark: re.Match[str]) -> str:
    """The word that the full stop follows; with "^" before it where it opens the sentence."""
    window = text[max(start, mark.start() - _LONGEST_WORD) : mark.start()]
    parts = window.split()
    word = parts[-1].lstrip("\"'“‘«([") if parts else ""
    opens = len(parts) == 1 and mark.start() - start <= _LONGEST_WORD
    return f"^{word}" if opens else word


def _full_stop_ends(before: str, following: str, rules: _Rules) -> bool:
    word = before.removeprefix("^").casefold()
    if word.isdecimal():  # "1. The ..." opens a list; "20. Mai" is an ordinal, "74. Im" none
        ordinal = rules.ordinals and len(word) <= 2 and following.casefold() not in rules.openers
        return not (before.startswith("^") or ordinal)
    if word in rules.never:
        return False
    if word in rules.before_numbers:
        return not following[:1].isdecimal()
    if word in rules.hours and following:
        return following[0].isalpha() and following.casefold() not in rules.beside_hours
    if word in rules.sometimes or _DOTTED.fullmatch(word):
        return following.casefold() in rules.openers
    return not (len(word) == 1 and word.isalpha())  # an initial
