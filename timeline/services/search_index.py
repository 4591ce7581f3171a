"""What events are found by, kept as their texts, evidence and names are.

Every write that changes one of these ends here, in its own transaction. An event that is entered
while somebody renames what it names is either waited for or reads the new name (`locks.refer`); of
two who index one event the later reads what the earlier wrote. So that nobody waits in a circle,
who renames locks no timeline: these are told after the commit.
"""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet

from timeline import search
from timeline.models import (
    Article,
    Entity,
    Event,
    EventIndex,
    Evidence,
    TellingIndex,
    Timeline,
    TimelineEvent,
)
from timeline.selectors.store import event_words, telling_words
from timeline.services import locks, memberships
from timeline.services.batches import batches
from timeline.services.joining import follow_filters


@transaction.atomic
def index(*, event_ids: Iterable[int]) -> int:
    """Index these events as they are now. Returns how many entries of the index that changed."""
    changed = 0
    for batch in batches(sorted(set(event_ids))):
        taken_part = Event.participants.through.objects.filter(event__in=batch).values("entity")
        held = Event.places.through.objects.filter(event__in=batch).values("entity")
        articles = Evidence.objects.filter(event__in=batch).order_by().values("article")
        locks.refer(Entity.objects.filter(Q(pk__in=taken_part) | Q(pk__in=held)))
        locks.refer(Article.objects.filter(pk__in=articles))
        changed += _index(batch)
    return changed


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
    index_tellings(event_ids=[row.pk for row in changed])
    return len(changed)


@transaction.atomic
def index_tellings(*, event_ids: Collection[int]) -> None:
    """Index what single timelines say of these events, which are indexed themselves already."""
    expected = telling_words.expected(event_ids)
    stored = TellingIndex.objects.filter(telling__event__in=event_ids)
    stored.exclude(pk__in=expected).delete()
    TellingIndex.objects.bulk_create(
        expected.values(),
        update_conflicts=True,
        unique_fields=["telling"],
        update_fields=["tokens"],
        batch_size=200,
    )


@transaction.atomic
def retell_entities(*, ids: Iterable[int]) -> None:
    """After names or aliases of entities changed: index the events that name them anew."""
    _retell(naming(locks.keep_from_reference(Entity.objects.filter(pk__in=set(ids)))))


@transaction.atomic
def retell_articles(*, ids: Iterable[int]) -> None:
    """After titles or publishers of articles changed: index the events that rest on them anew."""
    articles = locks.keep_from_reference(Article.objects.filter(pk__in=set(ids)))
    _retell(_ids(Event.objects.filter(evidence__article__in=articles)))


@transaction.atomic
def retell_events(*, ids: Iterable[int]) -> None:
    """After evidence of events was taken away."""
    _retell(list(ids))


def naming(entities: list[int]) -> list[int]:
    """The ids of the events that name one of these entities."""
    return _ids(Event.objects.filter(Q(participants__in=entities) | Q(places__in=entities)))


def _ids(events: QuerySet[Event]) -> list[int]:
    return list(events.order_by("pk").values_list("pk", flat=True).distinct())


def _retell(ids: list[int]) -> None:
    for batch in batches(ids):
        _index(batch)
    transaction.on_commit(partial(_touch, ids))


@transaction.atomic
def _touch(ids: list[int]) -> None:
    """Let these events join and leave timelines whose filters ask for what changed, and tell the
    caches of those that show them."""
    if Timeline.objects.filter(saved_filter__isnull=False).exists():
        events = locks.events(ids=ids)
        memberships.lock_timelines_of(event_ids=ids)
        follow_filters(events=events)
    timelines: set[int] = set()
    for batch in batches(ids):
        shown = TimelineEvent.objects.filter(event__in=batch)
        timelines.update(shown.values_list("timeline", flat=True))
    locks.timelines(ids=timelines)
    memberships.touch(ids=timelines)


def reindex(*, progress: Callable[[int], None] = lambda done: None) -> int:
    """Index every event, some at a time; of how many the index was wrong.

    Meant for a store that was restored or written around the services; safe at any time.
    """
    changed = 0
    for ids in batches(Event.objects.order_by("pk").values_list("pk", flat=True).iterator()):
        changed += index(event_ids=ids)
        index_tellings(event_ids=ids)
        progress(len(ids))
    search.rebuild()
    return changed
