"""Taking articles away, with the suggestions that rest on nothing else."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.models import Article, Event, Evidence
from timeline.services import locks
from timeline.services.events import delete_events
from timeline.services.search_index import index


def may_be_deleted(*, article: Article) -> bool:
    """Whether nothing that a person decided rests on the article."""
    return not article.evidence.exclude(event__status=Event.Status.SUGGESTED).exists()


@transaction.atomic
def delete_articles(*, articles: Iterable[Article]) -> int:
    """Delete articles and the suggestions found in them alone; how many articles there were.

    Raises ValidationError, and deletes nothing, where an event that was accepted or rejected rests
    on one of them.
    """
    current = locks.articles(ids=[article.pk for article in articles])
    for article in current:
        if not may_be_deleted(article=article):
            raise ValidationError(
                _("“%(title)s” stays: an event that was accepted or rejected rests on it."),
                params={"title": article.title},
            )
    evidence = Evidence.objects.filter(article__in=current)
    events = locks.events(ids=evidence.values_list("event", flat=True).distinct())
    evidence.delete()
    left = {event.pk for event in events if event.evidence.exists()}
    delete_events(events=[event for event in events if event.pk not in left])
    index(event_ids=left)
    for article in current:
        article.delete()
    return len(current)
