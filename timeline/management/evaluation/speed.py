"""How much text is read in a second of CPU time, here and by dateparser on the same texts."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from dateparser.search import search_dates

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


class Speeds(NamedTuple):
    """Kilobytes (UTF-8) of English in a second of CPU, all measured in one run."""

    expressions: float
    events: float  # whole events, with their people, places and quotes
    search_dates: float  # what dateparser alone makes of the same texts


def speeds(articles: Sequence[Article]) -> Speeds:
    """Those of the English ones among `articles`; zeros where there is none."""
    english = [article for article in articles if article.language == LANGUAGE]
    readers = (_read_times, _read_events, _search_dates)
    return Speeds(*(_rate(english, read) for read in readers))


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


def _search_dates(article: Article) -> object:
    published = datetime.datetime.combine(article.published, datetime.time())
    return search_dates(
        article.text, languages=[article.language], settings={"RELATIVE_BASE": published}
    )
