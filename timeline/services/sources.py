"""What supports an event: passages of articles, citations, or the word of the editors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from timeline.dates.resolution import Resolution
from timeline.models import Article, Event, Evidence
from timeline.text import Span, in_its_own_order

# Nothing is said of how the date was worked out: an editor gave it.
UNRESOLVED = Resolution("")

# Characters of a quote. Readers see quotes, never the article: what tells
# one event takes a few sentences.
MOST_QUOTED = 1000

# The id of an article, and the offsets of a quote in it.
_Passage = tuple[int | None, int | None, int | None]


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
    """A source that is not stored here, in words (author, title, day), and its address if it has
    one."""

    citation: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class EditorsWord:
    """Entered by the editors without a source."""


Source = Quote | Citation | EditorsWord


def quoted(*, article: Article, words: str) -> Quote:
    """The first passage of the article that has exactly these words.

    Raises ValidationError where there is none, or they are more than tells an event.
    """
    check_length(len(words))
    start = article.text.find(words) if words else -1
    if start < 0:
        raise ValidationError(_("These words are not in the article: copy them from its text."))
    return Quote(article, Span(start, start + len(words)))


def check_length(characters: int) -> None:
    """Raises ValidationError for more of an article than readers may see at once."""
    if characters > MOST_QUOTED:
        raise ValidationError(
            _("A quote has at most %(most)s characters: choose what tells the event."),
            params={"most": MOST_QUOTED},
        )


def add_sources(*, event: Event, sources: Iterable[Source]) -> None:
    """Add evidence to an event, in the order given, the strongest first; a passage that it has
    already is left alone. Raises ValidationError for offsets outside the article's text."""
    quotes = event.evidence.filter(kind=Evidence.Kind.QUOTE)
    known: set[_Passage] = {*quotes.values_list("article", "quote_start", "quote_end")}
    _store(_new(event, sources, known))


def add_first_sources(*, new: Iterable[tuple[Event, Iterable[Source]]]) -> None:
    """The same for new events, which have no evidence yet, all at once."""
    _store(evidence for event, sources in new for evidence in _new(event, sources, set()))


def _store(evidence: Iterable[Evidence]) -> None:
    bulk_create_with_history(list(evidence), Evidence)


def _new(event: Event, sources: Iterable[Source], known: set[_Passage]) -> Iterator[Evidence]:
    """What `known` has not yet; it grows by what is new."""
    for evidence in (_evidence(event, source) for source in sources):
        passage = (evidence.article_id, evidence.quote_start, evidence.quote_end)
        if evidence.kind != Evidence.Kind.QUOTE or passage not in known:
            known.add(passage)
            yield evidence


def _evidence(event: Event, source: Source) -> Evidence:
    if isinstance(source, Citation):
        return Evidence(
            event=event,
            kind=Evidence.Kind.CITATION,
            citation=in_its_own_order(source.citation),
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
    check_length(source.quote[1] - source.quote[0])
