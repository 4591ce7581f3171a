"""The desk: where editors bring articles in, review what was found, enter events and publish."""

from timeline.admin import (
    articles,
    categories,
    deleted,
    entities,
    events,
    feeds,
    placing,
    runs,
    tellings,
    timelines,
)
from timeline.admin.access import accounts, groups

__all__ = [
    "accounts",
    "articles",
    "categories",
    "deleted",
    "entities",
    "events",
    "feeds",
    "groups",
    "placing",
    "runs",
    "tellings",
    "timelines",
]
