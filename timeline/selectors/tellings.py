"""Events as one timeline tells them: in its words where it has other ones, and with its media."""

from collections.abc import Iterable
from copy import copy

from timeline.models import Event, Telling, Timeline


def tell(timeline: Timeline, events: Iterable[Event | None]) -> None:
    """Let events speak as they do on the timeline; as they do everywhere else they stay in
    `event.telling.event`. Two queries. They are for reading from then on: saved, the words of the
    timeline would be everybody's."""
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
