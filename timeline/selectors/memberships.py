"""The events of a timeline that readers may see."""

from typing import Any

from django.db.models import Q, QuerySet

from timeline.models import Timeline, TimelineEvent
from timeline.models.ranking import REACHES

# Of TimelineEvent; any, since no type says which annotations they carry.
Memberships = QuerySet[Any]
# The id of an event, and that of its category.
Told = tuple[int, int | None]
_ORDERED = ("event", "prominence", "category")


def visible(timeline: Timeline) -> Memberships:
    return TimelineEvent.objects.filter(timeline=timeline, visible=True)


def reaching(days: tuple[int, int]) -> list[Q]:
    """The condition that an event covers one of the days from the first to the last, and sorts into
    none of them: one for each reach, of which only those days are looked at in which such an event
    can begin."""
    first = days[0]
    lasting = Q(last_day__gte=first)
    shorter = [
        lasting & Q(reach=number, first_day__range=(first - most + 1, first - 1))
        for number, most in list(enumerate(REACHES))[1:]
    ]
    longest = lasting & Q(reach=len(REACHES), first_day__lt=first) & ~Q(sort_day__range=days)
    return [*shorter, longest]


def foremost_of(parts: list[Memberships], number: int) -> list[Told]:
    """The most prominent members of all parts, each of which is asked for by itself: from an index
    that knows all that it takes, a hundredth of the time of one condition for all."""
    first, *others = (part.order_by().values(*_ORDERED) for part in parts)
    ordered = first.union(*others, all=True).order_by("-prominence", "event")
    return [(member["event"], member["category"]) for member in ordered[:number]]
