"""What an editor reviews: the events found in one article, in time order, with their quotes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from timeline.extraction.confidence import REASONS
from timeline.models import Article, Event, Evidence
from timeline.models.evidence import EvidenceQuerySet


@dataclass(slots=True)
class Found:
    """An event, and its evidence in this article with `quote` and `expression` annotated.

    `form` and `twins` are free for the page that shows it.
    """

    event: Event
    evidence: list[Evidence]
    form: Any = None
    twins: Sequence[Any] = ()

    @property
    def reasons(self) -> list[str]:
        """Why the event has its confidence, in the reader's language; codes of a version of
        Dateline that is gone are left out."""
        return [gettext(REASONS[code].message) for code in self.event.reasons if code in REASONS]


def events_of(article: Article) -> QuerySet[Event]:
    """The events that have evidence in `article`, each once; of those merged, their heirs."""
    return Event.objects.filter(pk__in=_evidence_in(article).values("event"))


def _evidence_in(article: Article) -> EvidenceQuerySet:
    return Evidence.objects.filter(article=article, event__heir=None)


def decided(article: Article) -> tuple[int, int, int]:
    """How many events of `article` wait, how many are accepted, and how many there are."""
    counted = events_of(article).aggregate(
        waiting=Count("pk", filter=Q(status=Event.Status.SUGGESTED)),
        accepted=Count("pk", filter=Q(status=Event.Status.PUBLISHED)),
        total=Count("pk"),
    )
    return counted["waiting"], counted["accepted"], counted["total"]


def found_in(article: Article, *, only: int | None = None) -> list[Found]:
    """The events of `article` in time order, or one of them by its id; the number of queries does
    not depend on theirs."""
    events, told = events_of(article), _evidence_in(article)
    if only is not None:
        events, told = events.filter(pk=only), told.filter(event=only)
    named = events.select_related("category").prefetch_related("participants", "places", "merged")
    found = {event.pk: Found(event, []) for event in named}
    for evidence in told.with_quotes().order_by("quote_start"):
        evidence.event = found[evidence.event_id].event
        found[evidence.event_id].evidence.append(evidence)
    return list(found.values())
