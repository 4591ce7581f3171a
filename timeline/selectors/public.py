"""What everybody may see outside of any one timeline: the published events of public timelines.

The number of queries does not depend on the number of events, names or timelines.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet

from timeline import search
from timeline.models import Entity, Event, FormerEntity, GoneEvent, Timeline, TimelineEvent
from timeline.selectors import listing
from timeline.selectors.memberships import Memberships
from timeline.selectors.naming import names

PUBLIC = Timeline.Visibility.PUBLIC


def timelines() -> QuerySet[Timeline]:
    return Timeline.objects.filter(visibility=PUBLIC)


def events() -> QuerySet[Event]:
    """The events that readers may see, in order."""
    shown = TimelineEvent.objects.filter(visible=True, timeline__visibility=PUBLIC)
    published = Event.objects.filter(status=Event.Status.PUBLISHED)
    found = published.filter(Exists(shown.filter(event=OuterRef("pk"))))
    return found.order_by("sort_day", "pk")


def changed_last(members: Memberships, number: int) -> list[Event]:
    """The events of some memberships that were added or corrected last, the very last first."""
    shown = members.order_by().values("event")
    found = Event.objects.filter(pk__in=shown).select_related("category")
    return list(found.order_by("-updated_at", "-pk")[:number])


def found(query: str) -> QuerySet[Event]:
    """The events that a query (`timeline.search`) finds."""
    return events().filter(search.matching(query, "pk"))


def naming(entity: Entity) -> QuerySet[Event]:
    """The events that a person or an organisation took part in, or that a place held."""
    return events().filter(names(entity, "pk"))


def among(members: Memberships) -> QuerySet[Event]:
    """The events of some memberships, in order."""
    found = Event.objects.filter(pk__in=members.order_by().values("event"))
    return found.order_by("sort_day", "pk")


def pages(found: QuerySet[Event]) -> Paginator[Event]:
    return Paginator(found.select_related("category"), listing.PER_PAGE)


def items(events: Iterable[Event]) -> list[listing.Item]:
    """Some events with what supports them, each with its public timelines."""
    found = listing.items(list(events))
    _add_timelines(found)
    return found


def by_year(events: Iterable[Event]) -> list[listing.Year]:
    """The events of one page, grouped as on a timeline, each with its public timelines."""
    years = listing.grouped(list(events))
    _add_timelines([item for year in years for item in year.items])
    return years


def event(event_id: int) -> listing.Item | None:
    """One event with what supports it and its public timelines; None where readers may see none."""
    found = events().select_related("category").filter(pk=event_id)
    return next(iter(items(found)), None)


def heir(event_id: int) -> int | None:
    """The event that one which was merged is part of now; None for one that was not."""
    last, following = event_id, _heir(event_id)
    while following is not None:  # ends: only what is not merged itself takes in others
        last, following = following, _heir(following)
    return None if last == event_id else last


def _heir(event_id: int) -> int | None:
    return Event.objects.filter(pk=event_id).values_list("heir", flat=True).first()


def is_withdrawn(event_id: int) -> bool:
    """Whether readers could see the event once, on a timeline that is public, and it was rejected
    or deleted since."""
    if event_id > BigIntegerField.MAX_BIGINT:  # SQLite would refuse to look among several
        return False
    return GoneEvent.objects.filter(pk=event_id).exists() or event_id in _withdrawn([event_id])


def known(event_ids: Collection[int]) -> set[int]:
    """Of these events those whose address has an answer for readers: the event, the one it was
    merged into, or that it was withdrawn."""
    merged = Event.objects.filter(pk__in=event_ids, heir__isnull=False)
    heirs = dict(merged.values_list("pk", "heir"))
    shown = set(events().filter(pk__in={*event_ids, *heirs.values()}).values_list("pk", flat=True))
    part = {pk for pk, into in heirs.items() if into in shown}
    return shown.intersection(event_ids) | part | _withdrawn(event_ids)


def _withdrawn(ids: Collection[int]) -> set[int]:
    """The membership stays when an event is rejected, so that it has its place again."""
    rejected = Event.objects.filter(pk__in=ids, status=Event.Status.REJECTED)
    shown = rejected.filter(timelines__visibility=PUBLIC).values("pk")
    history: Any = Event.history
    once = history.filter(id__in=shown, status=Event.Status.PUBLISHED)
    return set(once.order_by().values_list("id", flat=True))


def entity(entity_id: int) -> Entity | None:
    """A person, organisation or place with its names, if an event that readers may see names it."""
    found = Entity.objects.filter(pk=entity_id).prefetch_related("names").first()
    return found if found and naming(found).exists() else None


def entities() -> QuerySet[Entity]:
    """Those that events name which readers may see."""
    participants: Any = Event.participants.through
    places: Any = Event.places.through
    shown = events().order_by().values("pk")
    named = [
        Exists(through.objects.filter(entity=OuterRef("pk"), event__in=shown))
        for through in (participants, places)
    ]
    return Entity.objects.filter(named[0] | named[1]).order_by("pk")


def heir_of(entity_id: int) -> int | None:
    """Into which entity the one that had this id went."""
    return FormerEntity.objects.filter(pk=entity_id).values_list("heir", flat=True).first()


def _add_timelines(items: Collection[listing.Item]) -> None:
    timelines: defaultdict[int, list[Timeline]] = defaultdict(list)
    shown = TimelineEvent.objects.filter(
        event__in=[item.event.pk for item in items], visible=True, timeline__visibility=PUBLIC
    )
    in_order = shown.order_by("-timeline__updated_at", "-timeline")
    for membership in in_order.select_related("timeline"):
        timelines[membership.event_id].append(membership.timeline)
    for item in items:
        item.timelines = timelines[item.event.pk]
