"""What is new and corrected on a timeline, as an Atom feed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from timeline.formats import markup
from timeline.formats.records import EventRecord
from timeline.models import Timeline
from timeline.selectors import public, transfer
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.text import writable
from timeline.web.downloads import misread
from timeline.web.filter_bar import encoded

# Entries of a feed: what readers missed in some days; older ones are on the page.
ENTRIES = 50


@dataclass(frozen=True, slots=True)
class Followed:
    """A timeline, as far as the filters in the address leave it."""

    timeline: Timeline
    found: Filtered

    @property
    def query(self) -> str:
        """The filters, as they stand in addresses."""
        return f"?{encoded(self.found.params)}" if self.found.params else ""


class Changes(Feed):  # type: ignore[type-arg]  # takes no arguments when it runs
    """An entry is an event; when it is corrected, it comes again."""

    feed_type = Atom1Feed
    author_name = "Dateline"  # RFC 4287, 4.1.1: a feed or each of its entries has an author

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """400 for a filter that cannot be read: a feed of more would go unnoticed."""
        try:
            return super().__call__(request, *args, **kwargs)
        except BadRequest as error:
            return HttpResponse(str(error), status=400, content_type="text/plain; charset=utf-8")

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Followed:
        timeline = get_object_or_404(public.timelines(), slug=kwargs["slug"])
        found = filtered(timeline, request.GET)
        if found.errors:
            raise BadRequest(misread(found))
        return Followed(timeline, found)

    def title(self, followed: Followed) -> str:
        return writable(followed.timeline.title)

    def subtitle(self, followed: Followed) -> str | None:
        return writable(followed.timeline.introduction) or None

    def link(self, followed: Followed) -> str:
        return reverse("timeline", args=[followed.timeline.slug]) + followed.query

    def feed_url(self, followed: Followed) -> str:
        return reverse("feed", args=[followed.timeline.slug]) + followed.query

    def items(self, followed: Followed) -> list[EventRecord]:
        events = public.changed_last(followed.found.queryset, ENTRIES)
        return transfer.records_of(events, followed.timeline, str)

    def item_title(self, item: Any) -> str:
        return writable(f"{item.date_in_words}: {item.title}")

    def item_description(self, item: Any) -> str:
        note = gettext("Correction: %(note)s") % {"note": item.correction}
        correction = markup.paragraphs(note) if item.correction else ""
        return writable(f"{correction}{markup.body(item)}")

    def item_link(self, item: Any) -> str:
        return str(item.address)

    def item_updateddate(self, item: Any) -> datetime:
        return datetime.fromisoformat(item.changed)
