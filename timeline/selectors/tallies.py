"""How many events of each category a timeline shows in each bucket of 2**level days.

Shifting a day to the right rounds towards the past on both databases, also before day 0.
"""

from collections.abc import Iterable
from typing import Protocol

from django.db.models import Count, F, QuerySet, Sum

from timeline.models import TimelineCount
from timeline.models.ranking import COARSEST, COUNT_LEVELS
from timeline.selectors.census import Census, Days, census
from timeline.selectors.memberships import Memberships

# The id of a category or None, the number of a bucket, events.
Counts = Iterable[tuple[int | None, int, int]]


class Tally(Protocol):
    @property
    def total(self) -> int: ...

    @property
    def lanes(self) -> list[int | None]:
        """The categories that there are."""

    def counts(self, days: Days, level: int) -> Counts:
        """Of the buckets that touch some days; those of a category come in their order."""


class Kept:
    """From the counts that are kept of a timeline, or of some of its categories."""

    def __init__(self, counts: "QuerySet[TimelineCount]") -> None:
        self._counts = counts.order_by()

    @property
    def total(self) -> int:
        coarsest = self._counts.filter(level=COARSEST)
        return coarsest.aggregate(sum=Sum("count"))["sum"] or 0

    @property
    def lanes(self) -> list[int | None]:
        coarsest = self._counts.filter(level=COARSEST)
        return list(coarsest.values_list("category", flat=True).distinct())

    def counts(self, days: Days, level: int) -> Counts:
        stored = max(kept for kept in COUNT_LEVELS if kept <= level)
        first, last = (day >> stored for day in days)
        first = first >> (level - stored) << (level - stored)
        found = self._counts.filter(level=stored, bucket__gte=first, bucket__lte=last)
        grouped = found.values("category", days=F("bucket").bitrightshift(level - stored))
        summed = grouped.annotate(events=Sum("count")).order_by("days")
        return list(summed.values_list("category", "days", "events"))


def counted(members: Memberships) -> "Census[int | None]":
    """A tally of any memberships: one look at each of them."""
    days = members.order_by().values("category", "sort_day").annotate(events=Count("id"))
    return census(days.values_list("category", "sort_day", "events"))


def together(counts: Counts) -> list[tuple[int, int]]:
    """(number of the bucket, events) of all categories, in the order of the buckets."""
    sums: dict[int, int] = {}
    for _category, number, events in counts:
        sums[number] = sums.get(number, 0) + events
    return sorted(sums.items())
