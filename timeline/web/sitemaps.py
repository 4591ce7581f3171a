"""The pages that search engines may find: timelines and events, some thousands to a file."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from timeline.models import Event, Timeline
from timeline.selectors import public

# Addresses of one file; the protocol (sitemaps.org) allows 50,000, which take seconds to make.
PER_FILE = 5000


class Timelines(Sitemap[Timeline]):
    limit = PER_FILE

    def items(self) -> Any:
        return public.timelines().order_by("pk")

    def location(self, item: Timeline) -> str:
        return reverse("timeline", args=[item.slug])

    def lastmod(self, item: Timeline) -> datetime:
        return item.updated_at


class Events(Sitemap[Event]):
    limit = PER_FILE

    def items(self) -> Any:
        return public.events().order_by("pk").only("updated_at")

    def location(self, item: Event) -> str:
        return reverse("public_event", args=[item.pk])

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


SECTIONS = {"timelines": Timelines, "events": Events}
