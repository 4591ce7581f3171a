"""What search engines may find (timelines and events, each in every language) and what not."""

from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.models import Event, Timeline
from timeline.selectors import public
from timeline.web import languages

# Pages of one file; the protocol (sitemaps.org) allows 50,000, which take seconds to make.
PER_FILE = 1000

Page = TypeVar("Page", Timeline, Event)


class _InEachLanguage(Sitemap[Page]):
    limit = PER_FILE

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        urls: list[dict[str, Any]] = super().get_urls(*args, **kwargs)
        named = [(code, urlencode(query)) for code, query in languages.queries()]
        for url in urls:
            url["alternates"] = [
                {"lang_code": code, "location": "?".join(filter(None, (url["location"], query)))}
                for code, query in named
            ]
        return urls


class Timelines(_InEachLanguage[Timeline]):
    def items(self) -> Any:
        return public.timelines().order_by("pk")

    def location(self, item: Timeline) -> str:
        return reverse("timeline", args=[item.slug])

    def lastmod(self, item: Timeline) -> datetime:
        return item.updated_at


class Events(_InEachLanguage[Event]):
    def items(self) -> Any:
        return public.events().order_by("pk").only("updated_at")

    def location(self, item: Event) -> str:
        return reverse("public_event", args=[item.pk])

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


SECTIONS = {"timelines": Timelines, "events": Events}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search results and the desk are no pages to find (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Disallow: /dates/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
