"""How many events a timeline shows in each bucket of 2**level days.

Shifting a day to the right rounds towards the past on both databases, also before day 0.
"""

from collections.abc import Iterable

from django.db.models import CharField, Count, F, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from timeline.models import Timeline, TimelineCount
from timeline.models.timeline import COUNT_LEVELS
from timeline.selectors.memberships import Memberships

EVENTS = Count("id")
# (lane, number of the bucket, events), in the order of the buckets.
Buckets = Iterable[tuple[str, int, int]]


def text(value: str) -> Cast:
    """A text of ours as a column: PostgreSQL has to be told its type."""
    return Cast(Value(value), CharField())


def kept(timeline: Timeline, days: tuple[int, int], level: int, lane: Combinable) -> Buckets:
    """From the counts that are kept per category; `lane` names the lane of a kept count."""
    stored = max(kept_level for kept_level in COUNT_LEVELS if kept_level <= level)
    first, last = (day >> stored for day in days)
    first = first >> (level - stored) << (level - stored)
    found = TimelineCount.objects.filter(
        timeline=timeline, level=stored, bucket__gte=first, bucket__lte=last
    )
    grouped = found.values(lane=lane, days=F("bucket").bitrightshift(level - stored))
    return (
        grouped.annotate(events=Sum("count")).order_by("days").values_list("lane", "days", "events")
    )


def counted(
    members: Memberships, days: tuple[int, int], level: int, number: Count = EVENTS
) -> Buckets:
    """From the memberships themselves, each with its `lane`; no counts are kept of such lanes.
    `number` says what is counted of those of one lane."""
    first = days[0] >> level << level
    found = members.filter(sort_day__gte=first, sort_day__lte=days[1]).order_by()
    grouped = found.values("lane", days=F("sort_day").bitrightshift(level))
    counts = grouped.annotate(events=number).order_by("days")
    return list(counts.values_list("lane", "days", "events"))
