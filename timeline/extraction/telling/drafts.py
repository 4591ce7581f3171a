"""One telling of an event, before the tellings of one event are brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from timeline.dates.edtf import Date
from timeline.dates.resolution import Resolution
from timeline.extraction.findings import Name
from timeline.extraction.narrative.narratives import Happening, Narrative, Remembered
from timeline.text import Span, fold

_WORD = re.compile(r"[^\W\d_][^\W\d_]{1,29}")  # a class first: the gaps are passed quickly
_STEM = 5  # letters: "helicopter", "helicopters" and "Hubschraubers", "Hubschrauber" agree
_OPENING = 40  # characters in which the first words of a clause stand
_MOST_WORDS = 80  # of a clause that are looked at
_FAR = 2_000  # characters in which they stand: where no full stop ends it, a clause is endless


@dataclass(slots=True)
class Draft:
    """A clause with its date. `support`: evidence only, never an event of its own."""

    date: Date
    part: str
    resolution: Resolution
    quote: Span
    expression: Span
    title: str
    participants: tuple[Name, ...]
    places: tuple[Name, ...]
    happenings: tuple[Happening, ...]
    stems: frozenset[str]
    named: frozenset[str]  # every name that the telling itself gives
    reasons: tuple[str, ...] = ()
    support: bool = False
    fact: bool = False  # a field of an infobox
    pointing: bool = False  # begins with what points back: "This meeting", "The decision"
    told: list[Draft] = field(default_factory=list)  # further tellings of the same event

    @property
    def says(self) -> frozenset[str]:
        """What happened, by name."""
        return frozenset(happening.name for happening in self.happenings)


def words_beside(text: str, clause: Span, date: Span) -> list[str]:
    """The words of the clause without those of its date ("March" is no march)."""
    if not (clause.start <= date.start and date.end <= clause.end):
        return _first_words(text, clause)
    before = _first_words(text, Span(clause.start, date.start))
    return (before + _first_words(text, Span(date.end, clause.end)))[:_MOST_WORDS]


def _first_words(text: str, clause: Span) -> list[str]:
    return _words(text[clause.start : min(clause.end, clause.start + _FAR)])[:_MOST_WORDS]


# What stands between two spaces -> its words. Remembered, they are quicker than sought again.
_parts = Remembered[list[str]](_WORD.findall)


def _words(text: str) -> list[str]:
    """The words of a text without its marks and digits."""
    return [*chain.from_iterable(map(_parts.__getitem__, text.split()))]


def happenings(words: list[str], narrative: Narrative) -> tuple[Happening, ...]:
    """What the words say happened, in their order."""
    return tuple(filter(None, map(narrative.known.__getitem__, words)))


def unnamed(words: list[str], names: Sequence[Name]) -> list[str]:
    """The words without those of people: nothing is burnt where Lina Fire goes."""
    people = {part for name in names if name.kind == "person" for part in _words(name.text)}
    return [word for word in words if word not in people] if people else words


def stems(words: list[str], narrative: Narrative) -> frozenset[str]:
    """The beginnings of the words that say something, for comparing two tellings."""
    return frozenset(filter(None, map(_stems(narrative).__getitem__, words)))


def points_back(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """Whether the clause takes up what was told before: it begins with it ("This visit", "The
    meeting"), or has it before its date ("during the protests in April")."""
    if narrative.pattern("demonstratives").match(text, clause.start, clause.end):
        return True
    if not narrative.words("articles"):
        return False
    opening = _words(text[clause.start : min(clause.end, clause.start + _OPENING)])[:3]
    if _takes_up(opening, narrative):
        return True
    before = _words(text[max(clause.start, date.start - _OPENING) : date.start])[-4:]
    return _takes_up(before[:3], narrative) or _takes_up(before[1:], narrative)


def _takes_up(words: list[str], narrative: Narrative) -> bool:
    """Whether the words are a definite article and what happened."""
    if not words:
        return False
    first, articles = fold(words[0]), narrative.words("articles")
    definite = first.startswith(tuple(articles)) if narrative.prefixes else first in articles
    return definite and any(map(narrative.happening, words))


@lru_cache(maxsize=32)
def _stems(narrative: Narrative) -> Remembered[str]:
    """Word -> its beginning, "" of one that says nothing."""
    common = narrative.words("common")

    def stem(word: str) -> str:
        folded = fold(word)
        beginning = folded[:_STEM] if len(folded) > 3 else ""
        return "" if beginning in common else beginning

    return Remembered(stem)
