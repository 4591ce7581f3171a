"""Many finished events at once, with their articles and evidence, on a timeline: a million in some
minutes, a thousand of them in memory at a time.

The rows are those that `articles`, `events`, `sources` and `timelines` would make one by one,
history included.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import transaction

from timeline.dates.resolution import Rule
from timeline.extraction.findings import Kind, Name
from timeline.models import Article, Category, Entity, Event, Evidence, Timeline
from timeline.selectors.store import event_words
from timeline.services import counts, locks, memberships, rows
from timeline.services.batches import batches
from timeline.services.entities import compared, resolve
from timeline.text import Span, digest, normalise

# Articles that are held in memory at a time.
_REPORTS = 50
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
    """An article, not stored yet, with the events that it reports."""

    title: str
    text: str
    published_on: datetime.date
    events: tuple[Draft, ...]
    publisher: str = ""


Stored = tuple[Event, Article, Draft]


@transaction.atomic
def store_reports(
    *,
    reports: Iterable[Report],
    language: str,
    timeline: Timeline,
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Store the articles and their events, published, on a timeline that nobody else knows of yet;
    `progress` is called with how many more events are stored.

    Raises IntegrityError if one of the texts is stored already, and then stores nothing.
    """
    for batch in batches(reports, size=_REPORTS):
        events = _store(batch, language)
        rows.insert([memberships.member(event, timeline) for event in events])
        progress(len(events))
    counts.recount(timeline=timeline)
    memberships.touch(ids=[timeline.pk])


def _store(reports: Sequence[Report], language: str) -> list[Event]:
    articles = [_article(report, language) for report in reports]
    rows.insert_with_history(articles)
    drafts = [
        (article, draft)
        for article, report in zip(articles, reports, strict=True)
        for draft in report.events
    ]
    categories = {category.key: category for category in Category.objects.all()}
    events = [_event(draft, categories) for _article, draft in drafts]
    rows.insert_with_history(events)
    pairs = [(event, *rest) for event, rest in zip(events, drafts, strict=True)]
    rows.insert_with_history([_evidence(*pair) for pair in pairs])
    named = [
        _name(events, [getattr(draft, field) for _article, draft in drafts], field, language)
        for field in _KINDS
    ]
    _index(pairs, [[*took_part, *held] for took_part, held in zip(*named, strict=True)])
    return events


def _article(report: Report, language: str) -> Article:
    text = normalise(report.text)
    return Article(
        title=report.title,
        publisher=report.publisher,
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


def _name(
    events: Sequence[Event], names: Sequence[tuple[str, ...]], field: str, language: str
) -> list[list[int]]:
    """Tell who took part or where, each name looked up once: the ids of the entities, in order."""
    known = dict.fromkeys(chain.from_iterable(names))
    found = resolve(named=[Name(name, _KINDS[field]) for name in known], language=language)
    by_comparison = {compared(entity.name): entity.pk for entity in found}
    ids = {name: by_comparison[compared(name)] for name in known}
    named = [sorted({ids[name] for name in some}) for some in names]
    through: Any = getattr(Event, field).through
    rows.insert(
        [
            through(event_id=event.pk, entity_id=pk)
            for event, some in zip(events, named, strict=True)
            for pk in some
        ]
    )
    return named


def _index(stored: Iterable[Stored], named: Sequence[Sequence[int]]) -> None:
    entities = {pk for some in named for pk in some}
    locks.refer(Entity.objects.filter(pk__in=entities))
    names = event_words.names(entities)
    rows.insert(
        [
            event_words.index_of(
                event,
                [
                    article.text[slice(*draft.quote)],
                    article.title,
                    article.publisher,
                    *chain.from_iterable(names[pk] for pk in some),
                ],
            )
            for (event, article, draft), some in zip(stored, named, strict=True)
        ]
    )
