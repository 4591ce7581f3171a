"""What extraction gives: plain data, no behaviour. Offsets are code points of the text read."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from timeline.dates.edtf import Date
from timeline.dates.resolution import Resolution
from timeline.text import Span

Kind = Literal["person", "organisation", "place"]


class Name(NamedTuple):
    """A person, organisation or place, named as fully as the article ever names it."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that editors have entered, with the other ways to write it."""

    text: str
    kind: Kind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """The clause that tells the event, and the time expression (perhaps outside the clause)."""

    quote: Span
    expression: Span
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event as an article tells it. `evidence` is never empty, the strongest first;
    `reasons` are codes of `confidence.REASONS`."""

    date: Date
    part: str
    title: str
    category: str
    evidence: tuple[FoundEvidence, ...]
    participants: tuple[Name, ...]
    places: tuple[Name, ...]
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """A sentence that tells what happened, and the words of it that should say when and do not."""

    quote: Span
    expression: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """The events of one article, in the order in which it tells them, and what it tells without a
    date."""

    language: str
    events: tuple[FoundEvent, ...]
    undated: tuple[Undated, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in a passage: the date it gives, the words that give it, and how."""

    date: Date
    part: str
    expression: Span
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Passage:
    """What a passage says that a person chose: `dates` has the one that dates it first, and is
    empty where no words of it give a date; `title` is empty where it has no words at all."""

    title: str
    category: str
    participants: tuple[Name, ...]
    places: tuple[Name, ...]
    dates: tuple[Dated, ...]
