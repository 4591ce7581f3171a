"""Events that are published or changed join the timelines whose saved filters they match, and leave
those that they were on by it and match no more."""

from collections.abc import Iterable

from timeline.models import Event, Timeline
from timeline.selectors.filtering.saved_filter import matching
from timeline.services import memberships
from timeline.services.batches import batches


def follow_filters(*, events: Iterable[Event]) -> None:
    """Let events, which are as stored, indexed and locked, join and leave. One that is withdrawn
    keeps its place for its return, and what was put there by hand stays."""
    current = {event.pk: event for event in events if event.status == Event.Status.PUBLISHED}
    for timeline in Timeline.objects.filter(saved_filter__isnull=False).order_by("pk"):
        matched = matching(timeline.saved_filter)
        for ids in batches(current):
            joining = set(matched.filter(pk__in=ids).values_list("pk", flat=True))
            memberships.add(
                events=[current[pk] for pk in sorted(joining)], timeline=timeline, by_hand=False
            )
            leaving = timeline.memberships.filter(event__in=set(ids) - joining, by_hand=False)
            memberships.remove(memberships=leaving)
