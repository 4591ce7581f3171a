"""What the counts of a timeline have to be."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F

from timeline.models import Timeline
from timeline.models.ranking import COUNT_LEVELS

# Level, bucket, id of the category.
Key = tuple[int, int, int | None]


def counted(timeline: Timeline) -> Iterator[tuple[Key, int]]:
    """The count of every bucket that has any, by one grouped query for each level."""
    visible: Any = timeline.memberships.filter(visible=True).order_by()
    for level in COUNT_LEVELS:
        grouped = visible.values("category_id", bucket=F("sort_day").bitrightshift(level))
        for row in grouped.annotate(number=Count("id")):
            yield (level, row["bucket"], row["category_id"]), row["number"]
