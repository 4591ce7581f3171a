"""What is new and corrected on a timeline, as an Atom feed; addresses for search engines."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from timeline.formats import markup
from timeline.formats.records import EventRecord
from timeline.models import Timeline
from timeline.selectors import public, transfer

# Entries of a feed: what readers missed in some days; older ones are on the page.
ENTRIES = 50


class Changes(Feed):  # type: ignore[type-arg]  # takes no arguments when it runs
    """An entry is an event; it is told anew when it is corrected."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Timeline:
        return get_object_or_404(public.timelines(), slug=kwargs["slug"])

    def title(self, timeline: Timeline) -> str:
        return timeline.title

    def subtitle(self, timeline: Timeline) -> str:
        return timeline.introduction

    def link(self, timeline: Timeline) -> str:
        return reverse("timeline", args=[timeline.slug])

    def items(self, timeline: Timeline) -> list[EventRecord]:
        events = public.changed_last(timeline, ENTRIES)
        return transfer.told(
            events, timeline, lambda event: reverse("public_event", args=[event.pk])
        )

    def item_title(self, item: Any) -> str:
        return f"{item.date_in_words}: {item.title}"

    def item_description(self, item: Any) -> str:
        note = gettext("Correction: %(note)s") % {"note": item.correction}
        return f"{markup.paragraphs(note if item.correction else '')}{markup.body(item)}"

    def item_link(self, item: Any) -> str:
        return str(item.address)

    def item_updateddate(self, item: Any) -> datetime:
        return datetime.fromisoformat(item.changed)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search results and the desk are no pages to find (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Disallow: /dates/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
