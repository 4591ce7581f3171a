"""What supports an event: passages of articles, citations, or the word of the editors."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.dates.resolution import Resolution
from timeline.models import Article, Event, Evidence
from timeline.text import Span

# Nothing is said of how the date was worked out: an editor gave it.
UNRESOLVED = Resolution("")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of an article, in code points of its text, and the time expression if it is known.

    With the expression goes the date that its words gave (`Resolution`).
    """

    article: Article
    quote: Span
    expression: Span | None = None
    resolution: Resolution = field(default=UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that is not stored here: who says so, where and when, and its address if any."""

    citation: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class EditorsWord:
    """Entered by the editors without a source."""


Source = Quote | Citation | EditorsWord


def quoted(*, article: Article, words: str) -> Quote:
    """The first passage of the article that has exactly these words.

    Raises ValidationError where there is none.
    """
    start = article.text.find(words) if words else -1
    if start < 0:
        raise ValidationError(_("These words are not in the article: copy them from its text."))
    return Quote(article, Span(start, start + len(words)))


def add_sources(*, event: Event, sources: Iterable[Source]) -> None:
    """Add evidence to an event, in the order given, the strongest first; a passage that it has
    already is left alone. Raises ValidationError for offsets outside the article's text."""
    for source in sources:
        evidence = _evidence(event, source)
        if not (evidence.article_id and _has(event, evidence)):
            evidence.save()


def _has(event: Event, evidence: Evidence) -> bool:
    return event.evidence.filter(
        article=evidence.article_id,
        quote_start=evidence.quote_start,
        quote_end=evidence.quote_end,
    ).exists()


def _evidence(event: Event, source: Source) -> Evidence:
    if isinstance(source, Citation):
        return Evidence(
            event=event,
            kind=Evidence.Kind.CITATION,
            citation=source.citation,
            citation_url=source.url,
        )
    if isinstance(source, EditorsWord):
        return Evidence(event=event, kind=Evidence.Kind.EDITORS)
    _check(source)
    resolution = source.resolution
    start, end = source.expression or (None, None)
    return Evidence(
        event=event,
        kind=Evidence.Kind.QUOTE,
        article=source.article,
        quote_start=source.quote.start,
        quote_end=source.quote.end,
        expression_start=start,
        expression_end=end,
        rule=resolution.rule,
        anchor=resolution.anchor,
        direction=resolution.direction,
        value=resolution.value,
    )


def _check(source: Quote) -> None:
    """The database knows the lower bounds; the upper one is the length of the text."""
    length = len(source.article.text)
    for span in (source.quote, source.expression):
        if span is not None and not 0 <= span[0] < span[1] <= length:
            raise ValidationError(
                _("The passage %(start)d–%(end)d is outside the article: it ends at %(length)d."),
                params={"start": span[0], "end": span[1], "length": length},
            )
