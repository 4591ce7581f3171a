"""The events of a timeline that readers may see."""

from typing import Any

from django.db.models import Q, QuerySet

from timeline.models import Timeline, TimelineEvent
from timeline.models.timeline import REACHES

# Of TimelineEvent; any, since no type says which annotations they carry.
Memberships = QuerySet[Any]


def visible(timeline: Timeline) -> Memberships:
    return TimelineEvent.objects.filter(timeline=timeline, visible=True)


def reaching(days: tuple[int, int]) -> Q:
    """The condition that an event covers one of the days from the first to the last, and sorts into
    none of them.

    Of each reach only those days are looked at in which such an event can begin.
    """
    first = days[0]
    long = Q(reach=len(REACHES), first_day__lt=first)
    alternatives = long & ~Q(sort_day__range=days)
    for number, most in list(enumerate(REACHES))[1:]:
        alternatives |= Q(reach=number, first_day__range=(first - most + 1, first - 1))
    return Q(last_day__gte=first) & alternatives
