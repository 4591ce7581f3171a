"""Feeds on the desk."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import tasks
from timeline.admin.fields.plain_lines import PlainLines
from timeline.admin.queue import review_address
from timeline.models import Feed, FeedEntry

# Entries that the page of a feed shows, the newest first.
_SHOWN = 50


class EntryInline(admin.TabularInline[FeedEntry, Feed]):
    model = FeedEntry
    fields = readonly_fields = ("seen_at", "entry", "came", "error")
    extra = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[FeedEntry]:
        entries = super().get_queryset(request).select_related("article")
        pk = request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
        newest = FeedEntry.objects.filter(feed=pk).values_list("pk", flat=True)[:_SHOWN]
        return entries.filter(pk__in=list(newest))

    def has_view_permission(self, request: HttpRequest, obj: Feed | None = None) -> bool:
        return request.user.has_perm("timeline.view_feed")

    def has_add_permission(self, request: HttpRequest, obj: Feed | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("entry"))
    def entry(self, entry: FeedEntry) -> str:
        return format_html('<a href="{}" rel="noreferrer">{}</a>', entry.url, entry)

    @admin.display(description=_("article"))
    def came(self, entry: FeedEntry) -> str:
        if not entry.article:
            return "–"
        return format_html('<a href="{}">{}</a>', review_address(entry.article), entry.article)


@admin.register(Feed)
class FeedAdmin(PlainLines, admin.ModelAdmin[Feed]):
    list_display = ("__str__", "active", "timeline", "fetched_at", "error")
    list_filter = ("active",)
    search_fields = ("title", "url")
    readonly_fields = ("fetched_at", "error")
    actions = ("fetch_now",)
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}

    def get_fields(self, request: HttpRequest, obj: Feed | None = None) -> Any:
        """Of one that is only entered now nothing has been fetched."""
        return ("url", "title", "active", "timeline", *(self.readonly_fields if obj else ()))

    def get_inlines(self, request: HttpRequest, obj: Feed | None = None) -> Any:
        return (EntryInline,) if obj else ()

    def save_model(self, request: HttpRequest, obj: Feed, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        tasks.keep_following()
        if obj.active and not change:
            told = gettext("Its articles come in by themselves, the first within ten minutes.")
            messages.info(request, told)

    @admin.action(description=_("Fetch the selected feeds now"), permissions=["change"])
    def fetch_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> HttpResponse:
        run = tasks.enqueue_following(feeds=queryset, user=request.user)
        messages.info(request, gettext("They are fetched in the background."))
        return HttpResponseRedirect(reverse("admin:timeline_run_change", args=[run.pk]))
