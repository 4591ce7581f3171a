"""The events of a timeline that readers may see."""

from typing import Any

from django.db.models import QuerySet

from timeline.models import Timeline, TimelineEvent

# Of TimelineEvent; any, since no type says which annotations they carry.
Memberships = QuerySet[Any]


def visible(timeline: Timeline) -> Memberships:
    return TimelineEvent.objects.filter(timeline=timeline, visible=True)
