"""Makes the articles, quotes and events that tests start from: `make.event(date="2024")`."""

import datetime
from typing import Any

from timeline.dates.resolution import Resolution
from timeline.models import Article, Category, Event, Timeline
from timeline.services.articles import store_article
from timeline.services.events import create_event
from timeline.services.sources import Quote
from timeline.text import Span

PUBLISHED_ON = datetime.date(2024, 5, 30)
TEXT = (
    "The harbour was opened on 12 March 2019 by the mayor of Sidra.\n\n"
    "On May 20 a storm destroyed its longest pier."
)


def article(text: str = TEXT, **changes: Any) -> Article:
    described = {"title": "The harbour", "published_on": PUBLISHED_ON, "origin": "pasted"}
    return store_article(text=text, **{**described, **changes}).article


def quote(source: Article, words: str, expression: str = "") -> Quote:
    """The passage with these words, and in it the time expression."""
    start = source.text.index(words)
    at = source.text.index(expression, start) if expression else -1
    span = Span(at, at + len(expression)) if expression else None
    return Quote(source, Span(start, start + len(words)), span, Resolution("explicit"))


def event(date: str = "2024-05-20", **changes: Any) -> Event:
    return create_event(**{"title": "A storm", "date": date, **changes})


def category(key: str = "disaster") -> Category:
    return Category.objects.get(key=key)


def counts(timeline: Timeline) -> dict[tuple[int, int, str], int]:
    """(level, bucket, category key) -> count, for levels 0 and 16."""
    rows = timeline.counts.filter(level__in=(0, 16)).select_related("category")
    return {
        (row.level, row.bucket, row.category.key if row.category else ""): row.count for row in rows
    }
