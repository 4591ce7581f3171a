"""Helpers of the tests of events: short ways to ask what an article tells."""

import datetime

from timeline.extraction.events import FoundEvent, KnownName, extract
from timeline.text import Span

PUBLISHED = datetime.date(2023, 5, 24)  # a Wednesday


def events(
    text: str,
    language: str = "en",
    published: datetime.date | None = PUBLISHED,
    title: str = "",
    names: tuple[KnownName, ...] = (),
) -> list[FoundEvent]:
    """The events of a text published on `PUBLISHED`."""
    found = extract(text, title=title, published=published, language=language, names=names)
    return list(found.events)


def dates(text: str, language: str = "en") -> list[str]:
    """The dates of the events of a text, as EDTF."""
    return [event.date.text for event in events(text, language)]


def quotes(text: str, language: str = "en") -> list[str]:
    """The strongest quote of each event of a text."""
    return [text[slice(*event.evidence[0].quote)] for event in events(text, language)]


def titles(text: str, language: str = "en") -> list[str]:
    """The titles of the events of a text."""
    return [event.title for event in events(text, language)]


def whole(text: str) -> Span:
    """The span of all of a text."""
    return Span(0, len(text))
