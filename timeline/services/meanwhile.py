"""Several people on the same events: what somebody decides is about the version that they saw."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from timeline.models import Event
from timeline.services import review

# What a person decides by. An event that got further evidence meanwhile is the same to them.
SHOWN = ("title", "date", "part", "category_id", "status")


@dataclass(frozen=True, slots=True)
class Changed:
    """An event as it is stored, and as the user saw it: None where no version of then is kept."""

    event: Event
    was: Event | None


def tell_apart(
    *, ids: Collection[int], seen: Mapping[int, datetime]
) -> tuple[list[Event], list[Changed]]:
    """Lock events, and tell those that are as they were seen from those changed since.

    `seen` is when each had last changed (`updated_at`) as it was shown; what was not shown counts
    as changed. The locks hold to the end of the transaction, which has to have begun.
    """
    _articles, current = review.lock(ids=sorted(ids))
    same: list[Event] = []
    changed: list[Changed] = []
    for event in current:
        if event.updated_at == seen.get(event.pk):
            same.append(event)
            continue
        was = _as_seen(event, seen.get(event.pk))
        if was and all(getattr(was, name) == getattr(event, name) for name in SHOWN):
            same.append(event)
        else:
            changed.append(Changed(event, was))
    return same, changed


def _as_seen(event: Event, when: datetime | None) -> Event | None:
    version = event.history.filter(updated_at=when).first() if when else None
    return version.instance if version else None
