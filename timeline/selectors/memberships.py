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
    """The condition that an event covers one of the days from the first to the last.

    Said twice, for the two indexes that can be used: `membership_prominence`, where many events
    meet it, and `membership_overlap`, where few do. No part is the same in all the alternatives:
    PostgreSQL would take it out of them, and then expect many times as many rows.
    """
    first, last = days
    alternatives = Q(reach=len(REACHES), first_day__lt=last + 1)
    for number, most in enumerate(REACHES):
        alternatives |= Q(reach=number, first_day__range=(first - most + 1, last + number % 2))
    return Q(first_day__lte=last, last_day__gte=first) & alternatives
