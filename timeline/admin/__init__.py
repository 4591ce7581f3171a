"""The desk: where editors bring articles in, review what was found, enter events and publish."""

from timeline.admin import (
    accounts,
    articles,
    categories,
    deleted,
    entities,
    events,
    feeds,
    groups,
    placing,
    register,
    runs,
    tellings,
    timelines,
)

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
    "register",
    "runs",
    "tellings",
    "timelines",
]
