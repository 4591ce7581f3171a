"""The articles that imported events quote: those that are stored where they have the words, else
articles of which nothing but their quotes is known."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from timeline.formats.records import Source, Support
from timeline.models import Article, ArticleAddress
from timeline.services import rows
from timeline.services.batches import batches
from timeline.services.sources import Quote
from timeline.text import Span, digest, normalise

# Sources looked for at a time: the texts of what is stored of them are held in memory.
_SOURCES = 50


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a source, and in them or apart from them the time expression."""

    quote: str
    expression: str


def place(supports: Iterable[Support], user: User | None) -> dict[Support, Quote]:
    """Where each of the quotes stands, by the piece of evidence it came as."""
    by_source: defaultdict[Source, dict[Words, Support]] = defaultdict(dict)
    for support in supports:
        if support.source is not None:
            by_source[support.source][Words(support.quote, support.expression)] = support
    placed: dict[Support, Quote] = {}
    for some in batches(by_source, size=_SOURCES):
        placed |= _place({source: by_source[source] for source in some}, user)
    return placed


def _place(
    supports_of: Mapping[Source, dict[Words, Support]], user: User | None
) -> dict[Support, Quote]:
    known = _known(list(supports_of))
    placed: dict[Support, Quote] = {}
    unknown: dict[Source, list[Support]] = {}
    for source, supports in supports_of.items():
        for words, support in supports.items():
            spans = (_spans(article, words) for article in known[source])
            if found := next(filter(None, spans), None):
                placed[support] = found
            else:
                unknown.setdefault(source, []).append(support)
    return placed | _made(unknown, user)


def _known(sources: Sequence[Source]) -> dict[Source, list[Article]]:
    """What is stored under the address of each source, or on its day under its title."""
    urls = {source.url for source in sources if source.url}
    titles = {source.title for source in sources}
    found = Article.objects.filter(Q(addresses__url__in=urls) | Q(title__in=titles)).distinct()
    articles = list(found.order_by("pk").prefetch_related("addresses"))
    return {source: [one for one in articles if _is(one, source)] for source in sources}


def _is(article: Article, source: Source) -> bool:
    if source.url and any(address.url == source.url for address in article.addresses.all()):
        return True
    return (article.title, article.published_on.isoformat(), article.publisher) == (
        source.title,
        source.published_on,
        source.publisher,
    )


def _spans(article: Article, words: Words) -> Quote | None:
    """The passage, if the article has the words; an expression that it has not is left out."""
    start = article.text.find(words.quote)
    if start < 0:
        return None
    quote = Span(start, start + len(words.quote))
    return Quote(article, quote, _expression(article.text, quote, words))


def _expression(text: str, quote: Span, words: Words) -> Span | None:
    """In the quote; else where it follows it first, as in a sentence before or after."""
    if not words.expression:
        return None
    found = text.find(words.expression, quote.start)
    if found < 0:
        found = text.find(words.expression)
    return Span(found, found + len(words.expression)) if found >= 0 else None


def _made(unknown: Mapping[Source, Sequence[Support]], user: User | None) -> dict[Support, Quote]:
    """Each source an article of its quotes; one whose very quotes are stored is taken."""
    texts = {source: _text(source, supports) for source, supports in unknown.items()}
    digests = {source: digest(text) for source, text in texts.items()}
    stored = Article.objects.in_bulk(list(digests.values()), field_name="text_sha256")
    new = {
        digests[source]: _article(source, text)
        for source, text in texts.items()
        if digests[source] not in stored
    }
    rows.insert_with_history(list(new.values()), user)
    stored |= new
    rows.insert(
        [
            ArticleAddress(article=new[digests[source]], url=source.url)
            for source in unknown
            if source.url and digests[source] in new
        ]
    )
    placed = {
        support: _spans(stored[digests[source]], Words(support.quote, support.expression))
        for source, supports in unknown.items()
        for support in supports
    }
    return {support: quote for support, quote in placed.items() if quote is not None}


def _text(source: Source, supports: Iterable[Support]) -> str:
    """What is known of an article, first what it is: two sources may have the same words."""
    lines = (source.title, source.publisher, source.author, source.published_on, source.url)
    pieces = ["\n".join(filter(None, lines))]
    for support in supports:
        pieces.append(support.quote)
        if support.expression and support.expression not in support.quote:
            pieces.append(support.expression)
    return normalise("\n\n".join(dict.fromkeys(pieces)))


def _article(source: Source, text: str) -> Article:
    return Article(
        title=source.title,
        text=text,
        text_sha256=digest(text),
        publisher=source.publisher,
        author=source.author,
        language=source.language,
        published_on=datetime.date.fromisoformat(source.published_on),
        origin=Article.Origin.QUOTED,
        status=Article.Status.REVIEWED,
    )
