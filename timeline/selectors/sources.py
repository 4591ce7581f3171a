"""The sources of a timeline, each with the number of its events that readers see."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet

from timeline.models import Article, Evidence, Timeline
from timeline.selectors.memberships import visible

PER_PAGE = 100


def articles(timeline: Timeline) -> "QuerySet[Article]":
    """Articles with their `event_count`, the largest first; never with their texts."""
    counted = Count("evidence__event", distinct=True)
    found = Article.objects.filter(evidence__event__in=_events(timeline))
    ordered = found.annotate(event_count=counted).order_by("-event_count", "-published_on", "pk")
    return ordered.defer("text").prefetch_related("addresses")


def citations(timeline: Timeline) -> Sequence[Mapping[str, Any]]:
    """`citation`, `citation_url` and `event_count` of cited works that are no articles here: the
    `PER_PAGE` with the most events."""
    found = Evidence.objects.filter(event__in=_events(timeline), kind=Evidence.Kind.CITATION)
    cited = found.order_by().values("citation", "citation_url")
    counted = cited.annotate(event_count=Count("event", distinct=True))
    return list(counted.order_by("-event_count", "citation")[:PER_PAGE])


def pages(timeline: Timeline) -> Paginator[Article]:
    """The articles, page by page."""
    return Paginator(articles(timeline), PER_PAGE)


def _events(timeline: Timeline) -> Any:
    return visible(timeline).order_by().values("event")
