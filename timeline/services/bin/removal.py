"""Taking records away, into the bin, with all that rests on them alone.

Raises PermissionDenied where the user may not delete records of the kind, or not what readers see.
`reason` says in the bin and in the history why."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from timeline.models import Article, Category, Deleted, Entity, Event, Evidence, Timeline
from timeline.models.history import deleted_together
from timeline.services import locks, review
from timeline.services.bin import keeping
from timeline.services.events import delete_events
from timeline.services.people import PUBLISH, User, demand, sign
from timeline.services.search_index import index, naming, retell_events

Kind = Deleted.Kind


def may_be_deleted(*, article: Article) -> bool:
    """Whether nothing that a person decided rests on the article."""
    return not article.evidence.exclude(event__status=Event.Status.SUGGESTED).exists()


@transaction.atomic
def discard_events(*, events: Iterable[Event], user: User = None, reason: str = "") -> int:
    """Delete events, and those that were merged into them; how many of those that were given."""
    demand(user, "timeline.delete_event")
    _articles, current = review.lock(ids=[event.pk for event in events])
    if any(event.status == Event.Status.PUBLISHED for event in current):
        demand(user, PUBLISH)
    given = {event.pk for event in current}
    # What was merged into one of them goes with that.
    alone = [event for event in current if event.heir_id not in given]
    _put(Kind.EVENT, [(event, {Event: [event.pk]}) for event in alone], user, reason)
    return delete_events(events=current, user=user, reason=reason)


@transaction.atomic
def delete_articles(*, articles: Iterable[Article], user: User = None, reason: str = "") -> int:
    """Delete articles and the suggestions found in them alone; how many articles there were.

    Raises ValidationError, and deletes nothing, where an event that was accepted or rejected rests
    on one of them.
    """
    demand(user, "timeline.delete_article")
    current = locks.articles(ids=[article.pk for article in articles])
    for article in current:
        if not may_be_deleted(article=article):
            raise ValidationError(
                _("“%(title)s” stays: an event that was accepted or rejected rests on it."),
                params={"title": article.title},
            )
    for article in current:
        _delete_article(article, user, reason)
    return len(current)


def _delete_article(article: Article, user: User, reason: str) -> None:
    evidence = article.evidence.all()
    pieces = list(evidence.values_list("pk", flat=True))
    events = locks.events(ids=evidence.values_list("event", flat=True).distinct())
    others = Evidence.objects.filter(event__in=events).exclude(article=article)
    staying = set(others.values_list("event", flat=True))
    going = [event for event in events if event.pk not in staying]
    rows = {Article: [article.pk], Evidence: pieces, Event: [event.pk for event in going]}
    _put(Kind.ARTICLE, [(article, rows)], user, reason)
    with deleted_together():
        evidence.delete()
    delete_events(events=going, user=user, reason=reason)
    index(event_ids=staying)
    article.delete()


@transaction.atomic
def discard_timelines(*, timelines: Iterable[Timeline], user: User = None, reason: str = "") -> int:
    """Delete timelines; their events stay. How many there were."""
    demand(user, "timeline.delete_timeline")
    current = locks.timelines(ids=[timeline.pk for timeline in timelines])
    if any(timeline.visibility != Timeline.Visibility.DRAFT for timeline in current):
        demand(user, PUBLISH)
    _put(Kind.TIMELINE, [(each, {Timeline: [each.pk]}) for each in current], user, reason)
    for timeline in current:
        timeline.delete()
    return len(current)


@transaction.atomic
def discard_entities(*, entities: Iterable[Entity], user: User = None, reason: str = "") -> int:
    """Delete people, organisations and places; events that named them are not found by them. How
    many there were."""
    demand(user, "timeline.delete_entity")
    wanted = [entity.pk for entity in entities]
    gone = locks.keep_from_reference(Entity.objects.filter(pk__in=wanted))
    events = naming(gone)
    current = list(Entity.objects.filter(pk__in=gone).order_by("pk"))
    _put(Kind.ENTITY, [(entity, {Entity: [entity.pk]}) for entity in current], user, reason)
    for entity in current:
        entity.delete()
    retell_events(ids=events)
    return len(gone)


@transaction.atomic
def discard_categories(
    *, categories: Iterable[Category], user: User = None, reason: str = ""
) -> int:
    """Delete categories that no event has. How many there were."""
    demand(user, "timeline.delete_category")
    current = list(Category.objects.filter(pk__in=[category.pk for category in categories]))
    _put(Kind.CATEGORY, [(each, {Category: [each.pk]}) for each in current], user, reason)
    for category in current:
        category.delete()
    return len(current)


def _put(kind: str, going: Sequence[keeping.Going], user: User, reason: str) -> None:
    keeping.put(kind=kind, going=going, user=user, reason=reason)
    for record, _rows in going:
        sign(record, user)
        vars(record)["_change_reason"] = reason or None


_DISCARD: dict[type[Model], tuple[Callable[..., int], str]] = {
    Article: (delete_articles, "articles"),
    Category: (discard_categories, "categories"),
    Entity: (discard_entities, "entities"),
    Event: (discard_events, "events"),
    Timeline: (discard_timelines, "timelines"),
}


def discard(*, model: type[Any], records: Iterable[Any], user: User, reason: str = "") -> int:
    """Delete records of one model, as above."""
    do, name = _DISCARD[model]
    return do(**{name: records}, user=user, reason=reason)
