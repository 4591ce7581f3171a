"""One document on its whole road: stored, extracted, published. All of it or nothing of it."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _
from timeline.fetching.document import Document
from timeline.fetching.errors import Problem, ReadError
from timeline.models import Article, Event, Timeline
from timeline.services import extract
from timeline.services.articles import find_article, store_article
from timeline.services.people import User
from timeline.services.printed_days import with_printed_day
from timeline.services.review import accept
from timeline.services.timelines import add_events, publish_events
from timeline.text import normalise


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a document does not say it."""

    published_on: datetime.date | None = None
    language: str = ""


class Result(StrEnum):
    STORED = "stored"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: its article and the events suggested, or `error`."""

    result: Result
    article: Article | None = None
    events: list[Event] = field(default_factory=list)
    error: Problem | None = None


def ingest_document(
    *,
    document: Document,
    defaults: Defaults,
    origin: str = Article.Origin.FILE,
    timeline: Timeline | None = None,
    publish: bool = False,
    user: User = None,
) -> Outcome:
    """Store a document with its events; on `timeline` where one is given; published if asked for.

    A text that is stored already is left alone, but for an address that is new: what people
    decided about its events stands. Never raises for what a document holds.
    """
    known = find_article(text=document.text)
    published_on = _published_on(document, defaults, known)
    if published_on is None:
        return _failed(_undated(with_printed_day(document)))
    if not document.text.strip():
        return _failed(ReadError(_("it is empty.")))
    described = _described(document, defaults) | {"published_on": published_on, "origin": origin}
    try:
        if known:
            return Outcome(Result.KNOWN, store_article(**described).article)
        return _ingest(described, timeline, publish, user)
    except ValidationError as error:
        return _failed(ReadError("%(words)s", words=" ".join(error.messages)))


def _published_on(
    document: Document, defaults: Defaults, known: Article | None
) -> datetime.date | None:
    # Last, the day that an editor gave it.
    days = (document.published_on, defaults.published_on, known.published_on if known else None)
    return next((day for day in days if day), None)


def _described(document: Document, defaults: Defaults) -> dict[str, Any]:
    taken = ("title", "published", "publisher", "author", "url")
    return {
        **{name: getattr(document, name) for name in taken},
        "text": normalise(document.text),
        "language": document.language or defaults.language,
    }


def _undated(document: Document) -> Problem:
    """A day that is doubtful is named, never taken."""
    undated = ReadError(_("it has no publication date; give one with --published YYYY-MM-DD."))
    if document.doubtful_on is None:
        return undated
    day = document.doubtful_on.isoformat()
    doubtful = Sentence(_("What it gives, %(day)s, may be another day."), day=day)
    return ReadError("%(undated)s %(doubtful)s", undated=undated, doubtful=doubtful)


def _ingest(
    described: dict[str, Any], timeline: Timeline | None, publish: bool, user: User
) -> Outcome:
    draft = Article(**{name: value for name, value in described.items() if name != "url"})
    # Before the transaction, which would keep other writers waiting meanwhile.
    extraction = extract.read(article=draft)
    with transaction.atomic():
        stored = store_article(**described)
        if not stored.created:
            return Outcome(Result.KNOWN, stored.article)
        events = extract.keep(article=stored.article, extraction=extraction)
        _place(events, timeline, publish, user)
    return Outcome(Result.STORED, stored.article, events)


def _place(events: list[Event], timeline: Timeline | None, publish: bool, user: User) -> None:
    if timeline and publish:
        publish_events(events=events, timeline=timeline, user=user)
    elif timeline:
        add_events(events=events, timeline=timeline, user=user)
    elif publish:
        accept(events=events, user=user)


def _failed(error: Problem) -> Outcome:
    return Outcome(Result.FAILED, error=error)
