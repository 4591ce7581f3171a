"""Timelines on the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from timeline.admin.history import HistoryAdmin
from timeline.models import Timeline
from timeline.services import timelines
from timeline.services.people import PUBLISH


@admin.register(Timeline)
class TimelineAdmin(HistoryAdmin):
    list_display = ("title", "language", "visibility", "events_shown", "page")
    list_filter = ("visibility", "language")
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}  # noqa: RUF012 (Django's own form of this option)
    fields = ("title", "slug", "introduction", "language", "visibility", "lanes")

    def has_change_permission(self, request: HttpRequest, obj: Timeline | None = None) -> bool:
        """Who may not publish changes drafts alone."""
        public = obj is not None and obj.visibility != Timeline.Visibility.DRAFT
        if public and not request.user.has_perm(PUBLISH):
            return False
        return bool(super().has_change_permission(request, obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        return () if request.user.has_perm(PUBLISH) else ("visibility",)

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
