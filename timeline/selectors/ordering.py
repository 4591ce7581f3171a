"""The order of events: by the days that they sort into, and of one day by id, unless an editor has
put those of a timeline otherwise. Lists, neighbours and cursors all have it from here."""

from collections.abc import Sequence

from django.db.models import Q

from timeline.models import Event, Timeline, TimelineEvent

# Of memberships: on their timeline, and where several timelines meet. The first is that of the
# index `membership_order`.
ON_TIMELINE, ANYWHERE = ("sort_day", "tie", "event_id"), ("sort_day", "event_id")
# The values of such fields, which together name one row.
Key = Sequence[int]


def key_of(timeline: Timeline, event: Event) -> Key:
    """Where an event of the timeline stands; one that is not on it stands where it would."""
    found = timeline.memberships.filter(event=event).values_list(*ON_TIMELINE).first()
    return found or (event.sort_day, 0, event.pk)


def key(place: TimelineEvent) -> Key:
    return place.sort_day, place.tie, place.event_id


def after(order: Sequence[str], key: Key) -> Q:
    """The condition on rows that they come after the one of the key."""
    return _past("gt", order, key)


def before(order: Sequence[str], key: Key) -> Q:
    return _past("lt", order, key)


def _past(way: str, order: Sequence[str], key: Key) -> Q:
    (name, *names), (value, *values) = order, key
    past = Q(**{f"{name}__{way}": value})
    if not names:
        return past
    # The first condition follows from the others and lets databases begin in their index.
    same = Q(**{name: value}) & _past(way, names, values)
    return Q(**{f"{name}__{way}e": value}) & (past | same)
