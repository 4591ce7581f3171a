"""Review: what extraction suggests is accepted or rejected by people, and either can be undone.

An event that was merged into another one is passed over: its heir is decided on. Who may not change
and publish events decides nothing: PermissionDenied. `reason` says in the history why."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Avg, Count
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from timeline.models import Article, Event, Evidence
from timeline.services import locks, memberships
from timeline.services.batches import batches
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person


def accept(*, events: Iterable[Event], user: User, reason: str = "") -> int:
    """Publish events; those on timelines appear there. How many were not published before."""
    return _decide(events, Event.Status.PUBLISHED, user, reason)


def reject(*, events: Iterable[Event], user: User, reason: str = "") -> int:
    """Take events out of sight; they keep their places. How many were not rejected before."""
    return _decide(events, Event.Status.REJECTED, user, reason)


def restore(*, events: Iterable[Event], user: User, reason: str = "") -> int:
    """Make events suggestions again, whatever was decided. How many were none before."""
    return _decide(events, Event.Status.SUGGESTED, user, reason)


@transaction.atomic
def _decide(events: Iterable[Event], status: str, user: User, reason: str) -> int:
    demand(user, "timeline.change_event", PUBLISH)
    given = list(events)
    ids = sorted({event.pk for event in given})
    articles, current = lock(ids=ids)
    deciding = [event for event in current if event.status != Event.Status.MERGED]
    changing = [event for event in deciding if event.status != status]
    _set_status(changing, status, user, reason)
    memberships.synchronise(events=changing)
    follow_filters(events=changing)
    mark_articles(articles)
    decided = {event.pk for event in deciding}
    for event in given:
        event.status = status if event.pk in decided else event.status
    return len(changing)


def lock(*, ids: list[int]) -> tuple[list[Article], list[Event]]:
    """Lock events, and before them the articles they come from: what a decision may change."""
    return locks.articles(ids=_articles_of(ids)), locks.events(ids=ids)


def _articles_of(ids: list[int]) -> set[int]:
    evidence = Evidence.objects.exclude(article=None)
    return {
        pk
        for batch in batches(ids)
        for pk in evidence.filter(event__in=batch).values_list("article_id", flat=True)
    }


def _set_status(events: list[Event], status: str, user: User, reason: str) -> None:
    now = timezone.now()
    for event in events:
        event.status, event.updated_at = status, now
    for batch in batches(events):
        bulk_update_with_history(
            batch,
            Event,
            ["status", "updated_at"],
            default_user=person(user),
            default_change_reason=reason or None,
            batch_size=100,
        )


def mark_articles(articles: Iterable[Article]) -> None:
    """Count what waits of each, after events of theirs were decided on or went."""
    for article in articles:
        mark_article(pk=article.pk)


def mark_article(*, pk: int) -> None:
    """Count what waits of an article; it is reviewed once nothing does."""
    evidence = Evidence.objects.filter(article=pk).values("event")
    events = Event.objects.filter(pk__in=evidence, status=Event.Status.SUGGESTED)
    totals = events.aggregate(waiting=Count("pk"), certainty=Avg("confidence"))
    totals["status"] = Article.Status.EXTRACTED if totals["waiting"] else Article.Status.REVIEWED
    Article.objects.filter(pk=pk).update(**totals)
