"""Structured data for programs: JSON-LD in a data block, which browsers do not run. A list holds
the events of its page, so that its size does not grow with the timeline."""

from collections.abc import Sequence

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from timeline.formats import linked_data
from timeline.models import Timeline, TimelineEvent
from timeline.selectors import transfer
from timeline.selectors.listing import Item, Year


def of_event(request: HttpRequest, timeline: Timeline, item: Item) -> SafeString:
    """One event; empty where the timeline is a draft, so that the event has no public page."""
    if timeline.visibility != Timeline.Visibility.PUBLIC:
        return SafeString()
    (record,) = transfer.records_of_items([item], timeline, request.build_absolute_uri)
    return _block(linked_data.event(record))


def of_page(
    request: HttpRequest, timeline: Timeline, page: Page[TimelineEvent], years: Sequence[Year]
) -> SafeString:
    """The events on one page of a timeline's list; empty for a draft."""
    if timeline.visibility != Timeline.Visibility.PUBLIC:
        return SafeString()
    items = [item for year in years for item in year.items]
    node = linked_data.listed(
        transfer.described(timeline, request.build_absolute_uri),
        transfer.records_of_items(items, timeline, request.build_absolute_uri),
        start=page.start_index(),
        total=page.paginator.count,
    )
    return _block(node)


def _block(node: dict[str, object]) -> SafeString:
    return mark_safe(linked_data.in_html(node))  # noqa: S308  # escaped by `in_html`
