"""What a passage tells that a person chose, read as part of its article.

Whether it is an event was decided by the choice; what is left to read is when, who and where.
"""

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

from timeline.dates.resolution import Resolution, Rule
from timeline.extraction.expressions import Expression
from timeline.extraction.findings import Dated, KnownName, Passage
from timeline.extraction.grammars.detection import detect
from timeline.extraction.narrative.categories import category_of
from timeline.extraction.telling.article import Article
from timeline.extraction.telling.drafts import happenings, words_beside
from timeline.extraction.telling.exactness import finest
from timeline.extraction.telling.wording import titled
from timeline.text import Span

# Articles that stay read, some megabytes for a long one: editors choose one passage after another.
_STAY = 2
_read = lru_cache(maxsize=_STAY)(Article)
# An article keeps what it was asked last.
_one_at_a_time = Lock()


def read_passage(
    text: str,
    passage: Span,
    *,
    title: str = "",
    published: datetime.date | None = None,
    language: str = "",
    names: Sequence[KnownName] = (),
) -> Passage:
    """What `passage` says, its times resolved in the context of the whole text.

    Offsets are code points of `text`. Never raises on any passage inside the text; linear in it.
    """
    with _one_at_a_time:
        article = _read(text, title, published, language or detect(text), tuple(names))
        return _passage(article, passage)


def _passage(article: Article, passage: Span) -> Passage:
    dates = tuple(_dates(article, passage))
    date = dates[0].expression if dates else Span(passage.start, passage.start)
    subject = article.cast.subject(passage, _sentence(article, passage), date)
    words = words_beside(article.text, passage, date)
    return Passage(
        title=titled(article, passage, subject) if words else "",
        category=category_of(happenings(words, article.narrative)) or "",
        participants=article.cast.participants(passage, subject),
        places=article.cast.places(passage, lambda: None),
        dates=dates,
    )


def _dates(article: Article, passage: Span) -> Iterator[Dated]:
    """The most exact first, each in the order of the text."""
    inside = [one for one in article.found if passage.start <= one.start and one.end <= passage.end]
    exact = finest(inside)
    for one in [*exact, *(one for one in inside if one not in exact)]:
        yield from _dated(one)


def _dated(one: Expression) -> Iterator[Dated]:
    if one.date:
        resolution = one.resolution or Resolution(Rule.EXPLICIT)
        yield Dated(one.date, one.part, Span(one.start, one.end), resolution)


def _sentence(article: Article, passage: Span) -> Span:
    start, end = article.sentence_at(passage.start) if article.sentences else passage
    return Span(min(start, passage.start), max(end, passage.end))
