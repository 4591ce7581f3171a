"""How much text is read in a second of CPU time, here and by dateparser on the same texts."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from dateparser.search import search_dates

from timeline.extraction.events import extract
from timeline.extraction.timex import timexes

# Rounds of every reader, in turn. A machine shared with others is now fast and now slow, for
# seconds at a time: the best round tells what it can do, as `timeit` has it.
_ROUNDS = 15
_TICK = 1e-6  # seconds; the clock of `process_time` is no finer
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
    for read in readers:  # loading the grammar is no reading
        _seconds(english, read)
    rounds = [[_seconds(english, read) for read in readers] for _ in range(_ROUNDS)]
    kilobytes = sum(len(article.text.encode()) for article in english) / 1024
    return Speeds(*(kilobytes / min(times) for times in zip(*rounds, strict=True)))


def _seconds(articles: Sequence[Article], read: Callable[[Article], object]) -> float:
    """CPU seconds of one round; never nothing, however coarse the clock."""
    started = time.process_time()
    for article in articles:
        read(article)
    return max(time.process_time() - started, _TICK)


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
