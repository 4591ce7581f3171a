"""Dates that an infobox or the first words of a biography give: no sentence tells these events.

"Birth Date: 23 April 1964" says what happened in its key; "Ada Lovelace (10 December 1815 – 27
November 1852)" says it by its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.text import Span

from .expressions import Expression
from .layout import Line
from .narratives import Narrative

_KEY = re.compile(r"\s*(?:[-•*·]\s+)?(?P<key>[^:\n]{2,40}):\s")
_DIGIT = re.compile(r":.*\d")
_NUMBER = re.compile(r"[\d_]+")
_MOST_KIN = 3  # lines that belong to the same fact: its place, its cause
_SPAN_OF_LIFE = re.compile(r"\s?[–—-]\s?")
_LONGEST_BRACKET = 160  # characters: a name in other scripts, and the dates


def fact(text: str, lines: Sequence[Span], line: Line) -> Span:
    """The field and the lines right below of the same fact: "Death Date", "Death Place"."""
    first = _first_word(text, line.span)
    end = line.span.end
    for following in lines[line.number + 1 : line.number + 1 + _MOST_KIN]:
        if _first_word(text, following) != first or _DIGIT.search(text, *following):
            break
        end = following.end
    return Span(line.key.start if line.key else line.span.start, end)


def _first_word(text: str, line: Span) -> str:
    key = _KEY.match(text, line.start, min(line.end, line.start + 60))
    return key["key"].split()[0] if key and " " in key["key"].strip() else ""


def heading(text: str, line: Line, narrative: Narrative, subject: str) -> str:
    """A title for a field: whose it is, and its key in plain words."""
    key = _NUMBER.sub("", text[slice(*line.key)]) if line.key else ""
    words = " ".join(key.split()).capitalize()
    return f"{subject}: {words}" if subject else words


def told(kind: str, name: str, narrative: Narrative) -> str:
    """The title of a birth or a death of which only the date is told."""
    forms = narrative.lists.get(kind, ())
    return forms[0].replace("{name}", name) if forms else name


def is_life(text: str, found: Sequence[Expression], sentence: Span) -> bool:
    """Whether the first two expressions of a sentence are somebody's dates in brackets."""
    if len(found) < 2 or not _SPAN_OF_LIFE.fullmatch(text[found[0].end : found[1].start]):
        return False
    before = text[max(sentence.start, found[0].start - _LONGEST_BRACKET) : found[0].start]
    return before.count("(") > before.count(")") and text[found[1].end : found[1].end + 1] == ")"
