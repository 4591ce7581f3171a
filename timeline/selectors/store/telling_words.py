"""The words that events have to be found by on timelines with other words for them."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from timeline import search
from timeline.models import EventIndex, Telling, TellingIndex

# Tellings held in memory at a time.
_TELLINGS = 400


def speaking() -> QuerySet[Telling]:
    """Those that have words; the others only feature an event, or show it otherwise."""
    return Telling.objects.exclude(title="", summary="")


def expected(event_ids: Collection[int]) -> dict[int, TellingIndex]:
    """The index of each telling of these events that has words, by its id; nothing is stored. The
    events are found by their own words, too. Two queries."""
    tellings = list(speaking().filter(event__in=event_ids))
    beside = EventIndex.objects.in_bulk([telling.event_id for telling in tellings])
    return {telling.pk: _index(telling, beside.get(telling.event_id)) for telling in tellings}


def _index(telling: Telling, beside: EventIndex | None) -> TellingIndex:
    own = [telling.title, telling.summary]
    tokens = search.document(own, beside=beside.tokens if beside else "")
    return TellingIndex(telling_id=telling.pk, tokens=tokens)


def faults() -> Iterator[str]:
    """Tellings whose words are not found, each in one sentence."""
    last = 0
    while found := list(speaking().filter(pk__gt=last).order_by("pk")[:_TELLINGS]):
        stored = TellingIndex.objects.in_bulk([telling.pk for telling in found])
        wanted = expected([telling.event_id for telling in found])
        for telling in found:
            index = stored.get(telling.pk)
            if index is None or index.tokens != wanted[telling.pk].tokens:
                yield (
                    f"Event {telling.event_id}: search does not know what timeline "
                    f"{telling.timeline_id} says of it; run `manage.py reindex`."
                )
        last = found[-1].pk
