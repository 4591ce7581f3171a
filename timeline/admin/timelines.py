"""Timelines on the desk."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from timeline import tasks
from timeline.admin.fields.languages import LanguageFilter
from timeline.admin.history import HistoryAdmin
from timeline.admin.media import CoverInline
from timeline.admin.reasons import REASON
from timeline.admin.saved_filter_form import FILTER_FIELDS, SavedFilterForm, matches_in_words
from timeline.admin.timeline_form import TimelineForm
from timeline.models import Run, Timeline
from timeline.services import timelines
from timeline.services.people import PUBLISH
from timeline.services.unsaved import MOST, packed
from timeline.templatetags.numbers import grouped


@admin.register(Timeline)
class TimelineAdmin(HistoryAdmin):
    form = TimelineForm
    list_display = ("title", "language", "visibility", "events_shown", "page")
    list_filter = ("visibility", ("language", LanguageFilter))
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}  # noqa: RUF012 (Django's own form of this option)
    fieldsets = (
        (
            None,
            {"fields": TimelineForm.Meta.fields},
        ),
        (_("Events that join by themselves"), {"fields": ("matching_now",)}),
    )
    inlines = (CoverInline,)
    actions = ("refresh",)

    def has_change_permission(self, request: HttpRequest, obj: Timeline | None = None) -> bool:
        """Who may not publish changes drafts alone."""
        public = obj is not None and obj.visibility != Timeline.Visibility.DRAFT
        if public and not request.user.has_perm(PUBLISH):
            return False
        return bool(super().has_change_permission(request, obj))

    def get_urls(self) -> list[URLPattern]:
        matching = path(
            "matching/",
            self.admin_site.admin_view(matching_view),
            name="timeline_timeline_matching",
        )
        return [matching, *super().get_urls()]

    @method_decorator(csp_update({"frame-src": [SELF]}))  # the preview
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {"most": MOST, **(extra_context or {})}
        page: HttpResponse = super().change_view(request, object_id, form_url, context)
        return page

    def get_fieldsets(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        """Who only looks sees no fields that are to be filled in."""
        may = self.has_change_permission if obj else self.has_add_permission
        if not may(request, *([obj] if obj else [])):
            return self.fieldsets
        (_none, first), (name, _shown) = self.fieldsets
        by_filter, *conditions = FILTER_FIELDS
        link = ("new_link",) if obj and obj.link_token else ()
        return (
            (None, {"fields": (*first["fields"], *link, *((REASON,) if obj else ()))}),
            (name, {"fields": (by_filter, "matching_now", *conditions)}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        decided = () if request.user.has_perm(PUBLISH) else ("visibility",)
        return (*decided, "matching_now")

    @admin.display(description=_("Now"))
    def matching_now(self, timeline: Timeline) -> str:
        address = reverse("admin:timeline_timeline_matching")
        message = matches_in_words(timeline.saved_filter)
        return format_html(
            '<output id="matching" data-ask="{}">{}</output>'
            '<input type="hidden" name="draft_filter" form="timeline_form">',
            address,
            message,
        )

    @admin.display(description=_("events"))
    def events_shown(self, timeline: Timeline) -> int:
        return timeline.memberships.filter(visible=True).count()

    @admin.display(description=_("page"))
    def page(self, timeline: Timeline) -> str:
        address = reverse("timeline", args=[timeline.slug])
        return format_html('<a href="{}">{}</a>', address, _("open"))

    def save_model(
        self, request: HttpRequest, obj: Timeline, form: TimelineForm, change: bool
    ) -> None:
        stored = Timeline.objects.filter(pk=obj.pk).first()
        obj.saved_filter = form.saved_filter()
        if stored:
            obj.version = stored.version  # never back to one that caches keep for good
        if form.cleaned_data.get("new_link"):
            obj.link_token = None
        super().save_model(request, obj, form, change)
        if change:
            timelines.touch(timeline=obj)
        if obj.saved_filter != (stored.saved_filter if stored else None):
            self._refresh(request, obj)

    def _refresh(self, request: HttpRequest, timeline: Timeline) -> None:
        if run := tasks.refresh(timeline=timeline, user=request.user):
            _tell_later(request, run)
            return
        number = timeline.memberships.count()
        message = ngettext(
            "%(number)s event is on this timeline now.",
            "%(number)s events are on this timeline now.",
            number,
        )
        messages.info(request, message % {"number": grouped(number)})

    @admin.action(description=_("Refresh the chosen timelines"), permissions=["change"])
    def refresh(self, request: HttpRequest, queryset: QuerySet[Timeline]) -> None:
        """Those alone that the user may change."""
        chosen = [each for each in queryset if self.has_change_permission(request, each)]
        _tell_later(request, tasks.enqueue_refresh(timelines=chosen, user=request.user))


def matching_view(request: HttpRequest) -> JsonResponse:
    """GET with the fields of a `SavedFilterForm`; answers {"sentence": how many events match,
    "draft": the filter, for the preview} or, with status 400, {"error": what is wrong}."""
    if not request.user.has_perm("timeline.view_event"):
        raise PermissionDenied
    form = SavedFilterForm(request.GET)
    if not form.is_valid():
        sentences = [str(each) for some in form.errors.values() for each in some]
        return JsonResponse({"error": " ".join(sentences)}, status=400)
    chosen = form.saved_filter()
    return JsonResponse({"sentence": matches_in_words(chosen), "draft": packed(chosen)})


def _tell_later(request: HttpRequest, run: Run) -> None:
    message, see = gettext("The events are brought up to date in the background."), gettext("See")
    address = reverse("admin:timeline_run_change", args=[run.pk])
    messages.info(request, format_html('{} <a href="{}">{}</a>', message, address, see))
