"""How many events a timeline shows in each bucket of days: kept by differences, proved by counting.

Callers hold the timeline's row; see `memberships`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import Q

from timeline.models import Timeline, TimelineCount
from timeline.models.ranking import COUNT_LEVELS
from timeline.selectors.store.counts import Key, counted
from timeline.services import rows
from timeline.services.batches import batches

# A day and the id of a category: what one visible event counts under.
Place = tuple[int, int | None]


def change(*, timeline_id: int, differences: Mapping[Place, int]) -> None:
    """Add to the counts of a timeline what became visible (+1) or vanished (-1)."""
    changes: Counter[Key] = Counter()
    for (day, category), difference in differences.items():
        for level in COUNT_LEVELS:
            changes[level, day >> level, category] += difference
    for batch in batches(key for key, difference in changes.items() if difference):
        _apply(timeline_id, {key: changes[key] for key in batch})


def _apply(timeline_id: int, changes: dict[Key, int]) -> None:
    found = {
        (count.level, count.bucket, count.category_id): count
        for count in TimelineCount.objects.filter(_within(changes), timeline=timeline_id)
    }
    new: list[TimelineCount] = []
    changed: list[TimelineCount] = []
    gone: list[TimelineCount] = []
    for (level, bucket, category), difference in changes.items():
        count = found.get((level, bucket, category)) or TimelineCount(
            timeline_id=timeline_id, level=level, bucket=bucket, category_id=category, count=0
        )
        count.count += difference
        kind = gone if not count.count else changed if count.pk else new
        kind.append(count)
    rows.insert(new)
    TimelineCount.objects.bulk_update(changed, ["count"])
    TimelineCount.objects.filter(pk__in=[count.pk for count in gone]).delete()


def _within(changes: dict[Key, int]) -> Q:
    """The rows of the buckets that change, whatever their category."""
    buckets: defaultdict[int, set[int]] = defaultdict(set)
    for level, bucket, _category in changes:
        buckets[level].add(bucket)
    return reduce(or_, (Q(level=level, bucket__in=some) for level, some in buckets.items()))


def recount(*, timeline: Timeline) -> None:
    """Count a timeline anew from its memberships."""
    timeline.counts.all().delete()
    for batch in batches(counted(timeline)):
        rows.insert(
            [
                TimelineCount(
                    timeline=timeline, level=key[0], bucket=key[1], category_id=key[2], count=n
                )
                for key, n in batch
            ]
        )
