"""What events are found by, kept as their texts, evidence and names are.

Every write that changes one of these ends here, in its own transaction. Beside the order of locks
of this package, whoever changes a name or an article locks it against being referred to (`retell`):
an event that is entered meanwhile is either waited for, or reads what is new.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from timeline import search
from timeline.models import Article, Entity, Event, EventIndex, TimelineEvent
from timeline.selectors import event_words
from timeline.services import memberships
from timeline.services.batches import batches


@transaction.atomic
def index(*, event_ids: Iterable[int]) -> int:
    """Bring the index of these events to what they say now; of how many it was another."""
    return sum(_index(batch) for batch in batches(sorted(set(event_ids))))


def _index(ids: list[int]) -> int:
    # Locked before the events are read: who waited for another writer here sees what it wrote.
    locked = EventIndex.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    stored = {row.pk: row for row in locked}
    changed = [
        row
        for pk, row in event_words.expected(ids).items()
        if pk not in stored or event_words.differs(stored[pk], row)
    ]
    EventIndex.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=["tokens", "precision"],
        batch_size=200,
    )
    return len(changed)


@transaction.atomic
def retell_entities(*, ids: Iterable[int]) -> None:
    """After names or aliases of entities changed: the events that name them, and their timelines,
    say so."""
    for batch in batches(sorted(set(ids))):
        retell(event_ids=_ids(_naming(_held(Entity.objects.filter(pk__in=batch)))))


@transaction.atomic
def retell_articles(*, ids: Iterable[int]) -> None:
    """After titles or publishers of articles changed: the events that rest on them say so."""
    for batch in batches(sorted(set(ids))):
        held = _held(Article.objects.filter(pk__in=batch))
        retell(event_ids=_ids(Event.objects.filter(evidence__article__in=held)))


@transaction.atomic
def delete_entities(*, entities: QuerySet[Entity]) -> None:
    """Delete people, organisations and places; events that named them are not found by them."""
    held = _held(entities)
    events = list(_ids(_naming(held)))
    Entity.objects.filter(pk__in=held).delete()
    retell(event_ids=events)


def _held(rows: QuerySet[Model]) -> list[int]:
    """The ids of rows that nobody may refer to until the transaction ends."""
    return list(rows.order_by("pk").select_for_update().values_list("pk", flat=True))


def _naming(entities: list[int]) -> QuerySet[Event]:
    return Event.objects.filter(Q(participants__in=entities) | Q(places__in=entities))


def _ids(events: QuerySet[Event]) -> Iterator[int]:
    return events.order_by().values_list("pk", flat=True).distinct().iterator()


@transaction.atomic
def retell(*, event_ids: Iterable[int]) -> None:
    """Index events anew whose surroundings changed, and tell the caches of their timelines."""
    ids = list(event_ids)
    memberships.lock_timelines_of(event_ids=ids)
    index(event_ids=ids)
    timelines: set[int] = set()
    for batch in batches(ids):
        shown = TimelineEvent.objects.filter(event__in=batch)
        timelines.update(shown.values_list("timeline", flat=True))
    memberships.touch(ids=timelines)


def reindex(*, progress: Callable[[int], None] = lambda done: None) -> int:
    """Index every event, some at a time; of how many the index was wrong.

    Meant for a store that was restored or written around the services; safe at any time.
    """
    changed = 0
    for ids in batches(Event.objects.order_by("pk").values_list("pk", flat=True).iterator()):
        changed += index(event_ids=ids)
        progress(len(ids))
    search.rebuild()
    return changed
