"""What timelines copy from their events: always the same as in the events, and counted.

Every write that can change what a timeline shows ends in `synchronise`, which compares and so may
be called once too often, but never wrongly.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import F, QuerySet
from django.utils import timezone

from timeline.models import Event, Telling, Timeline, TimelineEvent
from timeline.models.ranking import FEATURED, prominence, reach
from timeline.services import counts, locks, rows
from timeline.services.batches import batches

# Changes of counts, by timeline: of each day and category.
Differences = defaultdict[int, Counter[counts.Place]]

# Copied under the same names.
COPIED = ("first_day", "last_day", "sort_day", "importance", "category_id")


def copies(event: Event, *, featured: bool = False) -> dict[str, object]:
    """The values that a membership of `event` has to have."""
    copied = {name: getattr(event, name) for name in COPIED}
    weight = event.importance + FEATURED * featured
    return {
        **copied,
        "visible": event.status == Event.Status.PUBLISHED,
        "reach": reach(event.first_day, event.last_day),
        "prominence": prominence(weight, event.pk),
    }


def member(
    event: Event, timeline: Timeline, *, by_hand: bool = True, featured: bool = False
) -> TimelineEvent:
    """A membership, not stored yet."""
    copied = copies(event, featured=featured)
    return TimelineEvent(timeline=timeline, event=event, by_hand=by_hand, **copied)


def featured(events: Iterable[Event]) -> set[tuple[int, int]]:
    """Which timelines feature which of these events: pairs of their ids."""
    tellings = Telling.objects.filter(event__in=events, featured=True)
    return set(tellings.values_list("timeline_id", "event_id"))


def synchronise(*, events: Sequence[Event]) -> None:
    """Bring every membership of these events in line with them, and the counts and versions of
    their timelines. The events are locked, and as they are stored."""
    lock_timelines_of(event_ids=[event.pk for event in events])
    differences: Differences = defaultdict(Counter)
    for batch in batches(events):
        _copy({event.pk: event for event in batch}, differences)
    _settle(differences)


def lock_timelines_of(*, event_ids: Iterable[int], also: Iterable[int] = ()) -> None:
    """Lock the timelines that the events are on or, by a saved filter, may join."""
    concerned = {*also, *_with_filter()}
    for batch in batches(event_ids):
        joined = TimelineEvent.objects.filter(event__in=batch)
        concerned.update(joined.values_list("timeline", flat=True))
    locks.timelines(ids=concerned)


def _with_filter() -> Iterable[int]:
    return Timeline.objects.filter(saved_filter__isnull=False).values_list("pk", flat=True)


def _copy(events: dict[int, Event], differences: Differences) -> None:
    changed, fields = [], set()
    marked = featured(events.values())
    for membership in TimelineEvent.objects.filter(event__in=list(events)):
        _count(membership, -1, differences)
        place = (membership.timeline_id, membership.event_id)
        new = copies(events[membership.event_id], featured=place in marked)
        if new["sort_day"] != membership.sort_day:
            new["tie"] = 0  # it was among those of another day
        differing = {name for name, value in new.items() if getattr(membership, name) != value}
        for name in differing:
            setattr(membership, name, new[name])
        _count(membership, 1, differences)
        if differing:
            changed.append(membership)
            fields |= differing
    if changed:
        TimelineEvent.objects.bulk_update(changed, sorted(fields), batch_size=100)


def add(*, events: Sequence[Event], timeline: Timeline, by_hand: bool) -> int:
    """Make the events, which are as stored and locked, members; how many were none before.

    A member by a saved filter that is added by hand stays when the filter changes; what an editor
    took off is brought back by hand alone.
    """
    locks.timelines(ids=[timeline.pk])
    differences: Differences = defaultdict(Counter)
    new = 0
    for batch in batches(events):
        members = timeline.memberships.filter(event__in=batch)
        if by_hand:
            members.filter(by_hand=False).update(by_hand=True)
        passed_over = set(members.values_list("event", flat=True))
        passed_over |= _left_out(timeline, batch, by_hand)
        marked = featured(batch)
        joining = [
            member(event, timeline, by_hand=by_hand, featured=(timeline.pk, event.pk) in marked)
            for event in batch
            if event.pk not in passed_over
        ]
        for membership in TimelineEvent.objects.bulk_create(joining):
            _count(membership, 1, differences)
        new += len(joining)
    _settle(differences)
    return new


def join(*, events: Sequence[Event], timeline: Timeline) -> None:
    """Make events that are new, and so on no timeline yet, members by hand."""
    locks.timelines(ids=[timeline.pk])
    joining = [
        {"timeline_id": timeline.pk, "event_id": event.pk, "by_hand": True, **copies(event)}
        for event in events
    ]
    if joining:
        rows.insert_values(
            TimelineEvent, list(joining[0]), [tuple(one.values()) for one in joining]
        )
    shown = Counter(
        (event.sort_day, event.category_id)
        for event in events
        if event.status == Event.Status.PUBLISHED
    )
    _settle(defaultdict(Counter, {timeline.pk: shown}))


def _left_out(timeline: Timeline, events: Sequence[Event], by_hand: bool) -> set[int]:
    """Those that a saved filter may not bring back; by hand each is welcome again."""
    if by_hand:
        timeline.left_out.remove(*events)
        return set()
    left_out = timeline.left_out.filter(pk__in=[event.pk for event in events])
    return set(left_out.values_list("pk", flat=True))


def remove(*, memberships: QuerySet[TimelineEvent]) -> int:
    """End memberships of any timelines; how many there were."""
    ids = list(memberships.values_list("pk", flat=True))
    locks.timelines(ids=memberships.values_list("timeline", flat=True))
    differences: Differences = defaultdict(Counter)
    removed = 0
    for batch in batches(ids):
        gone = TimelineEvent.objects.filter(pk__in=batch)
        for membership in gone:
            _count(membership, -1, differences)
        removed += gone.delete()[0]
    _settle(differences)
    return removed


def touch(*, ids: Collection[int]) -> None:
    """Tell every cache that readers see something new: the versions rise."""
    Timeline.objects.filter(pk__in=ids).update(version=F("version") + 1, updated_at=timezone.now())


def weigh(*, places: QuerySet[TimelineEvent]) -> None:
    """Update the prominence of memberships whose timeline began or ceased to feature the event."""
    marked = featured(place.event for place in places)
    for place in places:
        is_featured = (place.timeline_id, place.event_id) in marked
        copied = copies(place.event, featured=is_featured)
        places.filter(pk=place.pk).update(prominence=copied["prominence"])


def _count(membership: TimelineEvent, difference: int, differences: Differences) -> None:
    if membership.visible:
        place = (membership.sort_day, membership.category_id)
        differences[membership.timeline_id][place] += difference


def _settle(differences: Differences) -> None:
    """Apply the differences to the counts of the timelines, and raise their versions. A timeline
    whose counts stay the same is here too: a title may have changed."""
    for timeline_id, changes in sorted(differences.items()):
        counts.change(timeline_id=timeline_id, differences=changes)
    touch(ids=list(differences))
