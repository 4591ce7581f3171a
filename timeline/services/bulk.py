"""Many finished events at once, with their articles and evidence: a thousand in about a second.

The rows are those that `articles`, `events` and `sources` would make one by one, history included.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from timeline.dates.resolution import Rule
from timeline.extraction.findings import Kind, Name
from timeline.models import Article, Category, Event, Evidence
from timeline.services.batches import batches
from timeline.services.entities import compared, resolve
from timeline.services.search_index import index
from timeline.text import Span, digest, normalise

_KINDS: dict[str, Kind] = {"participants": "person", "places": "place"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of a report: `date` is EDTF, `category` a key; the spans lie in its text."""

    title: str
    date: str
    category: str
    importance: int
    participants: tuple[str, ...]
    places: tuple[str, ...]
    quote: Span
    expression: Span


@dataclass(frozen=True, slots=True)
class Report:
    """An article, not stored yet, with the events it tells."""

    title: str
    text: str
    published_on: datetime.date
    events: tuple[Draft, ...]


@transaction.atomic
def store_reports(*, reports: Iterable[Report], language: str) -> list[Event]:
    """Store the articles and their events, which are published; the events in their order.

    Raises IntegrityError if one of the texts is stored already, and then stores nothing.
    """
    return [event for batch in batches(reports, size=50) for event in _store(batch, language)]


def _store(reports: Sequence[Report], language: str) -> list[Event]:
    articles = _created(Article, [_article(report, language) for report in reports])
    pairs = [
        (article, draft)
        for article, report in zip(articles, reports, strict=True)
        for draft in report.events
    ]
    categories = {category.key: category for category in Category.objects.all()}
    events = _created(Event, [_event(draft, categories) for _article, draft in pairs])
    _created(
        Evidence,
        [
            _evidence(event, article, draft)
            for event, (article, draft) in zip(events, pairs, strict=True)
        ],
    )
    _name(events, [draft for _article, draft in pairs], language)
    index(event_ids=[event.pk for event in events])
    return events


def _created(model: Any, rows: Sequence[Any]) -> list[Any]:
    return list(bulk_create_with_history(list(rows), model, batch_size=200))


def _article(report: Report, language: str) -> Article:
    text = normalise(report.text)
    return Article(
        title=report.title,
        text=text,
        text_sha256=digest(text),
        published_on=report.published_on,
        language=language,
        origin=Article.Origin.FILE,
        status=Article.Status.REVIEWED,
    )


def _event(draft: Draft, categories: dict[str, Category]) -> Event:
    event = Event(
        title=draft.title,
        date=draft.date,
        category=categories.get(draft.category),
        importance=draft.importance,
        status=Event.Status.PUBLISHED,
    )
    event.derive_days()
    return event


def _evidence(event: Event, article: Article, draft: Draft) -> Evidence:
    return Evidence(
        event=event,
        kind=Evidence.Kind.QUOTE,
        article=article,
        quote_start=draft.quote.start,
        quote_end=draft.quote.end,
        expression_start=draft.expression.start,
        expression_end=draft.expression.end,
        rule=Rule.EXPLICIT,
        value=draft.date,
    )


def _name(events: Sequence[Event], drafts: Sequence[Draft], language: str) -> None:
    """Tell who took part and where, each name looked up once."""
    for field, kind in _KINDS.items():
        names = [getattr(draft, field) for draft in drafts]
        known = dict.fromkeys(chain.from_iterable(names))
        found = resolve(named=[Name(name, kind) for name in known], language=language)
        by_name = {compared(entity.name): entity.pk for entity in found}
        through: Any = getattr(Event, field).through
        through.objects.bulk_create(
            through(event_id=event.pk, entity_id=by_name[compared(name)])
            for event, some in zip(events, names, strict=True)
            for name in dict.fromkeys(some)
        )
