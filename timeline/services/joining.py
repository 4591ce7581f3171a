"""Events that are published or changed join the timelines whose saved filters they match."""

from collections.abc import Iterable

from timeline.models import Event, Timeline
from timeline.selectors.saved_filter import matching
from timeline.services import memberships
from timeline.services.batches import batches


def join_matching(*, events: Iterable[Event]) -> None:
    """Let events, which are as stored and locked, join the timelines they match by now. Those that
    match no more leave when the timeline is refreshed (`timelines.refresh`)."""
    current = {event.pk: event for event in events if event.status == Event.Status.PUBLISHED}
    for timeline in Timeline.objects.filter(saved_filter__isnull=False).order_by("pk"):
        matched = matching(timeline.saved_filter)
        for ids in batches(current):
            joining = [
                current[pk] for pk in matched.filter(pk__in=ids).values_list("pk", flat=True)
            ]
            memberships.add(events=joining, timeline=timeline, by_hand=False)
