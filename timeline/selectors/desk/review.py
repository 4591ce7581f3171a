"""What an editor reviews: the events found in one article, in time order, with their quotes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext

from timeline.dates.edtf import Date
from timeline.dates.resolved import disagree, resolved_date
from timeline.extraction.telling.confidence import REASONS
from timeline.models import Article, Event, Evidence
from timeline.models.evidence import EvidenceQuerySet

# Days: what lies somewhere in nine years or more says hardly when. A decade is the shortest such
# date that has a name.
_VAGUE = 9 * 365
# Percent, from which on suggestions can be accepted together.
_THRESHOLDS = (50, 60, 70, 80, 85, 90, 95)


@dataclass(slots=True)
class Found:
    """An event, and its evidence in this article with `quote` and `expression` annotated; what it
    rests on elsewhere is in `elsewhere`, with the articles but without their texts.

    `form`, `before`, `meanwhile`, `twins`, `may_change` and `short` are free for the page that
    shows it.
    """

    event: Event
    evidence: list[Evidence]
    elsewhere: list[Evidence] = field(default_factory=list)
    form: Any = None
    before: str = ""
    meanwhile: Any = None
    twins: Sequence[Any] = ()
    may_change: bool = False
    short: bool = False

    @property
    def vague(self) -> bool:
        """Whether the date says so little that an editor had better look at it. One that is open
        says all there is: "since 2011"."""
        date = self.event.parsed_date
        closed = not (date.open_start or date.open_end)
        return closed and date.last_day - date.first_day >= _VAGUE

    @property
    def is_disputed(self) -> bool:
        """Whether its articles give different dates."""
        pieces = [*self.evidence, *self.elsewhere]
        resolutions = [(piece.article_id, piece.resolution) for piece in pieces if piece.article_id]
        return disagree(resolutions, self.event.parsed_date)

    @property
    def sources(self) -> list[tuple[Evidence, Date | None]]:
        """All that it rests on, each with the date that its words give, where they give one; empty
        where there is nothing beside this article."""
        if not self.elsewhere:
            return []
        return [
            (piece, resolved_date(piece.resolution)) for piece in (*self.evidence, *self.elsewhere)
        ]

    @property
    def reasons(self) -> list[str]:
        """Why the event has its confidence, in the reader's language; codes of a version of
        Dateline that is gone are left out."""
        return [gettext(REASONS[code].message) for code in self.event.reasons if code in REASONS]


@dataclass(frozen=True, slots=True)
class Undated:
    """A passage that reports something without a date: where it stands, and its words before, in
    and after its time expression."""

    start: int
    end: int
    at: int
    before: str
    expression: str
    after: str


def undated_in(article: Article) -> list[Undated]:
    """The undated passages of the article, but for those that became an event or were set aside."""
    quoted = list(_evidence_in(article).values_list("quote_start", "quote_end"))
    return [
        Undated(
            start,
            end,
            at,
            article.text[start:at],
            article.text[at:until],
            article.text[until:end],
        )
        for start, end, at, until, aside in article.undated
        if not (aside or any(first <= at < last for first, last in quoted))
    ]


def events_of(article: Article) -> QuerySet[Event]:
    """The events that have evidence in `article`, each once; of those merged, their heirs."""
    return Event.objects.filter(pk__in=_evidence_in(article).values("event"))


def _evidence_in(article: Article) -> EvidenceQuerySet:
    return Evidence.objects.filter(article=article, event__heir=None)


@dataclass(frozen=True, slots=True)
class Decided:
    """How many events of an article wait, are accepted, and are there; and of those that wait the
    confidences, the highest first, where they have one."""

    waiting: int
    accepted: int
    total: int
    confidences: Sequence[float]

    @property
    def thresholds(self) -> list[tuple[int, int]]:
        """Percentages of confidence, each with how many that wait have it or more; those at which
        that is none, or all, or what a higher one gives, are left out."""
        counted = {n: t for t in _THRESHOLDS if 0 < (n := self.above(t)) < self.waiting}
        return sorted(((t, n) for n, t in counted.items()), reverse=True)

    def above(self, percent: int) -> int:
        return sum(is_above(confidence, percent) for confidence in self.confidences)


def is_above(confidence: float | None, percent: int) -> bool:
    """Whether a confidence is one of so many percent or more."""
    return confidence is not None and round(confidence * 100) >= percent


def decided(article: Article) -> Decided:
    """The state of the review of `article`."""
    rows = list(events_of(article).values_list("status", "confidence"))
    waiting = [confidence for status, confidence in rows if status == Event.Status.SUGGESTED]
    sure = sorted((each for each in waiting if each is not None), reverse=True)
    accepted = sum(status == Event.Status.PUBLISHED for status, _confidence in rows)
    return Decided(len(waiting), accepted, len(rows), sure)


def found_in(article: Article, *, only: Collection[int] | None = None) -> list[Found]:
    """The events of `article` in time order, or some of them by their ids; the number of queries
    does not depend on theirs. Whom and what they name is read by `name`."""
    events, evidence = events_of(article), _evidence_in(article)
    if only is not None:
        events, evidence = events.filter(pk__in=only), evidence.filter(event__in=only)
    found = {event.pk: Found(event, []) for event in events.select_related("category")}
    # The text is here already: the database would count its characters anew for each quote.
    for piece in evidence.order_by("quote_start"):
        piece.event, piece.article = found[piece.event_id].event, article
        piece.quote = _cut(article.text, piece.quote_start, piece.quote_end)
        first, last = piece.expression_start, piece.expression_end
        piece.expression = _cut(article.text, first, last)
        found[piece.event_id].evidence.append(piece)
    for piece in _elsewhere(article, events):
        found[piece.event_id].elsewhere.append(piece)
    return list(found.values())


def name(found: Iterable[Found]) -> None:
    """Read whom these events name, and what was merged into them, all at once."""
    named = [item.event for item in found]
    prefetch_related_objects(named, "participants", "places", "merged")


def _cut(text: str, start: int | None, end: int | None) -> str:
    return "" if start is None else text[start:end]


def _elsewhere(article: Article, events: QuerySet[Event]) -> EvidenceQuerySet:
    """What the events rest on beside this article."""
    here = Evidence.objects.filter(article=article).values("pk")
    others = Evidence.objects.filter(event__in=events.order_by().values("pk")).exclude(pk__in=here)
    return others.select_related("article").defer("article__text", "article__undated").with_quotes()
