"""The numbers on the desk's page of figures: how much waits, and whether confidence is
calibrated."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Case, Count, IntegerField, Q, Sum, Value, When

from timeline.models import Article, Event

# Percent, where each band of confidence begins: narrower where the suggestions are many and
# editors accept without looking closely.
_STARTS = (95, 90, 80, 70, 60, 50, 0)
_ACCEPTED = Q(status__in=(Event.Status.PUBLISHED, Event.Status.MERGED))
_REJECTED = Q(status=Event.Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Articles that wait for review, and the suggestions in them."""

    articles: int
    suggestions: int


@dataclass(frozen=True, slots=True)
class Band:
    """Suggestions with a confidence from `start` to `end` percent: how many were accepted (as an
    event or as part of one), rejected, and wait; `promised` is the mean confidence, in percent, of
    those decided on, None where none is."""

    start: int
    end: int
    accepted: int
    rejected: int
    waiting: int
    promised: float | None

    @property
    def decided(self) -> int:
        return self.accepted + self.rejected

    @property
    def kept(self) -> float | None:
        """The share accepted of those decided on, in percent; None where none is."""
        return 100 * self.accepted / self.decided if self.decided else None


def waiting_now() -> Waiting:
    articles = Article.objects.filter(status=Article.Status.EXTRACTED)
    totals = articles.aggregate(articles=Count("pk"), suggestions=Sum("waiting"))
    return Waiting(totals["articles"], totals["suggestions"] or 0)


def bands() -> list[Band]:
    """All bands, the surest first, in one query."""
    ends = dict(zip(_STARTS, (100, *_STARTS), strict=False))
    counted = {row["start"]: row for row in _counted()}
    return [_band(start, ends[start], counted.get(start, {})) for start in _STARTS]


def _counted() -> Any:
    cases = (When(confidence__gte=start / 100, then=Value(start)) for start in _STARTS)
    rows = Event.objects.exclude(confidence=None)
    banded = rows.annotate(start=Case(*cases, output_field=IntegerField()))
    return (
        banded.order_by()
        .values("start")
        .annotate(
            accepted=Count("pk", filter=_ACCEPTED),
            rejected=Count("pk", filter=_REJECTED),
            waiting=Count("pk", filter=Q(status=Event.Status.SUGGESTED)),
            promised=Avg("confidence", filter=_ACCEPTED | _REJECTED),
        )
    )


def _band(start: int, end: int, row: dict[str, Any]) -> Band:
    promised = row.get("promised")
    return Band(
        start,
        end,
        row.get("accepted", 0),
        row.get("rejected", 0),
        row.get("waiting", 0),
        None if promised is None else 100 * promised,
    )
