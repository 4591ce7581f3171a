"""Timelines on the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from timeline.models import Timeline
from timeline.services import timelines


@admin.register(Timeline)
class TimelineAdmin(SimpleHistoryAdmin):
    list_display = ("title", "language", "visibility", "events_shown", "page")
    list_filter = ("visibility", "language")
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}  # noqa: RUF012 (Django's own form of this option)
    fields = ("title", "slug", "introduction", "language", "visibility", "lanes")

    @admin.display(description=_("events"))
    def events_shown(self, timeline: Timeline) -> int:
        return timeline.memberships.filter(visible=True).count()

    @admin.display(description=_("page"))
    def page(self, timeline: Timeline) -> str:
        address = reverse("timeline", args=[timeline.slug])
        return format_html('<a href="{}">{}</a>', address, _("open"))

    def save_model(self, request: HttpRequest, obj: Timeline, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            timelines.touch(timeline=obj)
