"""How much text is read in a second of CPU time."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from timeline.extraction.events import extract
from timeline.extraction.timex import timexes

# CPU seconds measured for each figure; shorter, the clock and the caches count too much.
_SECONDS = 1.0
LANGUAGE = "en"  # the language in which other systems give their speed


class Article(Protocol):
    """What is read of an article."""

    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def published(self) -> datetime.date: ...
    @property
    def language(self) -> str: ...


def speeds(articles: Sequence[Article]) -> tuple[float, float]:
    """Kilobytes (UTF-8) of English in a second of CPU: time expressions alone, whole events."""
    english = [article for article in articles if article.language == LANGUAGE]
    return _rate(english, _read_times), _rate(english, _read_events)


def _rate(articles: Sequence[Article], read: Callable[[Article], object]) -> float:
    kilobytes = sum(len(article.text.encode()) for article in articles) / 1024
    if not articles:
        return 0.0
    for article in articles:  # loading the grammar is no reading
        read(article)
    rounds, started = 0, time.process_time()
    while (spent := time.process_time() - started) < _SECONDS:
        for article in articles:
            read(article)
        rounds += 1
    return kilobytes * rounds / spent


def _read_times(article: Article) -> object:
    return list(timexes(article.text, article.published.isoformat(), article.language))


def _read_events(article: Article) -> object:
    return extract(
        article.text, title=article.title, published=article.published, language=article.language
    )
