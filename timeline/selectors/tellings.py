"""Events with the title, summary and media that one timeline has for them."""

from collections.abc import Iterable
from copy import copy

from timeline.models import Event, Telling, Timeline


def tell(timeline: Timeline, events: Iterable[Event | None]) -> None:
    """Put the timeline's own title, summary and media on these events; what they have everywhere
    else stays in `event.telling.event`. Two queries.

    The events are for reading from then on: saving one would give the timeline's words to all.
    """
    by_id = {event.pk: event for event in events if event}
    for telling in timeline.tellings.filter(event__in=by_id).prefetch_related("media"):
        _tell(by_id[telling.event_id], telling)


def _tell(event: Event, telling: Telling) -> None:
    telling.event = copy(event)
    event.telling = telling
    event.title = telling.title or event.title
    event.summary = telling.summary or event.summary
    if media := telling.media.all():
        vars(event).setdefault("_prefetched_objects_cache", {})["media"] = media


def feature_any(timeline: Timeline) -> bool:
    """Whether a timeline features one of its events."""
    return timeline.tellings.filter(featured=True).exists()
