"""The words that each event has to be found by, and whether the index has them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from timeline import search
from timeline.dates import edtf
from timeline.models import Entity, Event, EventIndex, Evidence

# Events held in memory at a time.
_EVENTS = 400


def expected(ids: Collection[int]) -> dict[int, EventIndex]:
    """The index of each of these events that is there, by its id; nothing is stored. Four queries.

    Raises `timeline.dates.edtf.DateError` for an event whose date is none.
    """
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for pk, *words in chain(_evidence(ids), _names(ids, "participants"), _names(ids, "places")):
        texts[pk] += filter(None, words)
    events = Event.objects.filter(pk__in=ids).only("title", "summary", "date").order_by()
    return {event.pk: index_of(event, texts[event.pk]) for event in events}


def index_of(event: Event, texts: Iterable[str]) -> EventIndex:
    """The index of an event: `texts` are those of its evidence, in the order of their ids (quote,
    title and publisher of the article, citation), then `names` of who took part and of where."""
    return EventIndex(
        event_id=event.pk,
        tokens=search.document([event.title, event.summary, *texts]),
        precision=event.parsed_date.precision,
    )


def names(entities: Collection[int]) -> dict[int, list[str]]:
    """By what events that name these entities are found, in the order of the entities' ids."""
    found: dict[int, list[str]] = {}
    of_entities = Entity.objects.filter(pk__in=entities).order_by("pk", "names__pk")
    for pk, name, other in of_entities.values_list("pk", "name", "names__name"):
        found.setdefault(pk, []).extend(filter(None, (name, other)))
    return found


def _evidence(ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Quotes with their articles' titles and publishers, and citations; never an article's text."""
    evidence = Evidence.objects.filter(event__in=ids).with_quotes().order_by("pk")
    fields = ("event_id", "quote", "article__title", "article__publisher", "citation")
    return evidence.values_list(*fields).iterator()


def _names(ids: Collection[int], field: str) -> Iterator[tuple[Any, ...]]:
    through: Any = getattr(Event, field).through
    named = through.objects.filter(event__in=ids).order_by("entity_id", "entity__names__pk")
    names = named.values_list("event_id", "entity__name", "entity__names__name")
    found: Iterator[tuple[Any, ...]] = names.iterator()
    return found


def faults() -> Iterator[str]:
    """Events that are not found by their own words, each in one sentence."""
    if not search.is_sound():
        yield "The full-text index disagrees with its table: run `manage.py reindex`."
    last = 0
    while ids := _after(last):
        stored = EventIndex.objects.in_bulk(ids)
        for pk, index in _expected(ids).items():
            if pk not in stored or differs(stored[pk], index):
                yield f"Event {pk}: search does not know what it says; run `manage.py reindex`."
        last = ids[-1]


def _expected(ids: list[int]) -> dict[int, EventIndex]:
    """A date that is none is a fault of another kind, and shall not hide the others."""
    try:
        return expected(ids)
    except edtf.DateError:
        return expected([pk for pk in ids if _is_dated(pk)])


def _is_dated(pk: int) -> bool:
    try:
        return bool(Event.objects.get(pk=pk).parsed_date)
    except edtf.DateError:
        return False


def _after(last: int) -> list[int]:
    later = Event.objects.filter(pk__gt=last).order_by("pk")
    return list(later.values_list("pk", flat=True)[:_EVENTS])


def differs(one: EventIndex, other: EventIndex) -> bool:
    return (one.tokens, one.precision) != (other.tokens, other.precision)
