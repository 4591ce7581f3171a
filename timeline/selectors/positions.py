"""Where in the order of a timeline an event stands, by the stored counts: finding event number
700,000 passes over no more than those of one day."""

from django.db.models import Sum

from timeline.models import Timeline
from timeline.models.ranking import COUNT_LEVELS

# From the coarsest buckets to single days; each holds at most 256 of the next.
_LEVELS = COUNT_LEVELS[::-4]


def day_at(timeline: Timeline, position: int) -> tuple[int, int]:
    """The day that the event at a position (from 0) sorts into, and how many sort before that day.

    Beyond the last event: its day.
    """
    within, day, before = None, 0, 0
    for level in _LEVELS:
        buckets = _buckets(timeline, level, within)
        for day, events in buckets:
            if before + events > position or day == buckets[-1][0]:
                break
            before += events
        within = (day << level, (day + 1) << level)
    return day, before


def number_before(timeline: Timeline, day: int) -> int:
    """How many events sort before a day."""
    within, before = None, 0
    for level in _LEVELS:
        number = day >> level
        buckets = _buckets(timeline, level, within)
        before += sum(events for bucket, events in buckets if bucket < number)
        within = (number << level, (number + 1) << level)
    return before


def _buckets(
    timeline: Timeline, level: int, within: tuple[int, int] | None
) -> list[tuple[int, int]]:
    """(number of the bucket, events) of a level in their order, all or those of some days."""
    counts = timeline.counts.filter(level=level)
    if within:
        counts = counts.filter(bucket__gte=within[0] >> level, bucket__lt=within[1] >> level)
    summed = counts.order_by().values("bucket").annotate(events=Sum("count")).order_by("bucket")
    return list(summed.values_list("bucket", "events"))
