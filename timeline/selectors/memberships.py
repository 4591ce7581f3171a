"""The events of a timeline that readers may see."""

from typing import Any

from django.db.models import Q, QuerySet

from timeline.models import Timeline, TimelineEvent
from timeline.models.timeline import REACHES

# Of TimelineEvent; any, since no type says which annotations they carry.
Memberships = QuerySet[Any]


def visible(timeline: Timeline) -> Memberships:
    return TimelineEvent.objects.filter(timeline=timeline, visible=True)


def overlapping(days: tuple[int, int]) -> Q:
    """The condition that an event covers one of the days from the first to the last."""
    first, last = days
    longer = Q(reach=len(REACHES), first_day__lte=last, last_day__gte=first)
    for number, most in enumerate(REACHES):
        begins = Q(first_day__gt=first - most, first_day__lte=last)
        longer |= Q(reach=number, last_day__gte=first) & begins
    return longer
