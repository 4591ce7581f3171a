"""From an article to suggested events, again and again if need be."""

from collections.abc import Sequence

from django.db import transaction

from timeline.extraction import events as extraction
from timeline.extraction.findings import Extraction, FoundEvent, FoundEvidence
from timeline.models import Article, Category, Event, Evidence
from timeline.models.article import LANGUAGE_TAG_LENGTH
from timeline.services import locks
from timeline.services.entities import known_in
from timeline.services.events import NewEvent, create_events, delete_events
from timeline.services.review import mark_article
from timeline.services.search_index import retell_articles
from timeline.services.sources import MOST_QUOTED, Quote
from timeline.text import Span, normalise


def extract_article(*, article: Article) -> list[Event]:
    """Read an article and suggest its events; those that are there now are returned.

    May be repeated: what was suggested before and nobody touched is replaced; what people accepted,
    rejected, corrected or entered stays and is not suggested a second time.
    """
    return keep(article=article, extraction=read(article=article))


def read(*, article: Article) -> Extraction:
    """What the text holds. It takes a while and writes nothing, so it needs no transaction; the
    article need not be stored."""
    return extraction.extract(
        article.text,
        title=article.title,
        published=article.published_on,
        language=article.language,
        names=known_in(text=article.text),
    )


@transaction.atomic
def keep(*, article: Article, extraction: Extraction) -> list[Event]:
    """Store what `read` found in an article as suggested events."""
    locks.articles(ids=[article.pk])
    delete_events(events=_untouched(article))
    kept_quotes = list(Evidence.objects.filter(article=article, kind=Evidence.Kind.QUOTE))
    categories = {category.key: category for category in Category.objects.all()}
    suggested = create_events(
        new=[
            _suggestion(article, found, categories.get(found.category))
            for found in extraction.events
            if not _rests_on(found, kept_quotes)
        ],
        language=extraction.language,
    )
    article.undated = _undated(article, extraction)
    if not article.language:
        article.language = extraction.language[:LANGUAGE_TAG_LENGTH]
        if kept_quotes:  # readers see them in that language
            retell_articles(ids=[article.pk])
    article.save(update_fields=["language", "undated", "updated_at"])
    mark_article(pk=article.pk)
    article.refresh_from_db(fields=["status", "waiting", "certainty"])
    return suggested


def _undated(article: Article, extraction: Extraction) -> list[list[int | bool]]:
    """As `Article.undated` has it; what was set aside before stays so."""
    aside = {start for _from, _to, start, _end, aside in article.undated if aside}
    return [
        [*one.quote, *one.expression, one.expression.start in aside] for one in extraction.undated
    ]


def _untouched(article: Article) -> Sequence[Event]:
    """Suggested events that rest on this article alone and that no person entered, changed or
    merged others into."""
    own = Event.objects.filter(
        status=Event.Status.SUGGESTED, entered_by=None, merged=None, evidence__article=article
    )
    shared = Evidence.objects.filter(event__in=own.values("pk")).exclude(article=article)
    # Evidence without an article compares as unknown: it is asked for by itself.
    by_hand = Evidence.objects.filter(event__in=own.values("pk"), article=None)
    others = {*shared.values_list("event", flat=True), *by_hand.values_list("event", flat=True)}
    return [event for event in own.distinct() if event.pk not in others]


def _rests_on(found: FoundEvent, quotes: Sequence[Evidence]) -> bool:
    """Whether one of these quotes supports the event already: it has the same time expression or,
    where it knows none, overlaps the same passage."""
    return any(_same(piece, evidence) for piece in found.evidence for evidence in quotes)


def _same(piece: FoundEvidence, evidence: Evidence) -> bool:
    start, end = evidence.quote_start or 0, evidence.quote_end or 0
    overlaps = start < piece.quote[1] and piece.quote[0] < end
    if evidence.expression_start is None:
        return overlaps
    expression = (evidence.expression_start, evidence.expression_end)
    return overlaps and expression == tuple(piece.expression)


def _suggestion(article: Article, found: FoundEvent, category: Category | None) -> NewEvent:
    return NewEvent(
        title=normalise(found.title),
        date=found.date.text,
        part=found.part,
        category=category,
        confidence=found.confidence,
        reasons=found.reasons,
        participants=found.participants,
        places=found.places,
        evidence=[
            Quote(article, _bounded(piece), piece.expression, piece.resolution)
            for piece in found.evidence
        ],
    )


def _bounded(piece: FoundEvidence) -> Span:
    """Its quote, as far as readers may see it: what is nearest to its expression."""
    start, end = piece.quote
    if end - start > MOST_QUOTED:
        start = max(start, min(piece.expression[0] - MOST_QUOTED // 2, end - MOST_QUOTED))
    return Span(start, min(end, start + MOST_QUOTED))
