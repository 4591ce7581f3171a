"""Events on the desk: entered and corrected by hand, with their evidence below."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from simple_history.models import to_historic

from timeline.admin.access.rights import may_change, may_decide
from timeline.admin.event_form import EVENT_FIELDS, EventForm
from timeline.admin.fields.dates import understand_view
from timeline.admin.fields.labelled_rows import LabelledRows
from timeline.admin.fields.searched import NAME, SearchedMany
from timeline.admin.figures import figures_view
from timeline.admin.history import HistoryAdmin
from timeline.admin.imports import import_view, preview_view
from timeline.admin.meanwhile import SEEN
from timeline.admin.media import MediumInline
from timeline.admin.merges import merge_with_message, take_apart_with_message
from timeline.admin.placing import put_on_timeline
from timeline.admin.reasons import asked_reason
from timeline.admin.seen import FIELD, WhyForm, packed, unchanged_of_list
from timeline.admin.tellings import PLACE
from timeline.models import Entity, Event, EventIndex, EventMedia, Evidence
from timeline.services import review, search_index, versions
from timeline.services.entities import compared
from timeline.services.events import (
    ChangedMeanwhileError,
    create_event,
    update_event,
)
from timeline.services.people import PUBLISH
from timeline.templatetags.dates import date_in_words

# Rows that the database keeps beside an event, of which an editor knows nothing.
_INTERNAL = (EventIndex, Event.participants.through, Event.places.through)


def _without_internal(going: list[Any]) -> list[Any]:
    """What goes with an event (Django's nested list of lines), without the rows of `_INTERNAL`."""
    quiet = tuple(f"{capfirst(model._meta.verbose_name)}: " for model in _INTERNAL)
    return [
        _without_internal(line) if isinstance(line, list) else line
        for line in going
        if isinstance(line, list) or not line.startswith(quiet)
    ]


class EvidenceInline(admin.TabularInline[Evidence, Event]):
    """What supports the event, to read and to take away; more is added by the form above, which
    checks it against the article."""

    model = Evidence
    formset = LabelledRows
    extra = 0
    fields = ("kind", "article", "words", "citation", "citation_url")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return Evidence.objects.select_related("article").defer("article__text").with_quotes()

    def has_add_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return False

    @admin.display(description=_("quote"))
    def words(self, evidence: Any) -> str:
        return evidence.quote or ""


class MediaInline(MediumInline):
    model = EventMedia
    fields = (*MediumInline.fields, "position")


@admin.register(Event)
class EventAdmin(HistoryAdmin):
    form = EventForm
    list_display = ("title", "when", "category", "status", "confidence")
    list_filter = ("status", "category")
    search_fields = ("title", "summary")
    list_select_related = ("category",)
    fieldsets = (
        (None, {"fields": ("title", "date", "category", "status")}),
        (_("What supports it"), {"fields": (("article", "quote"), ("citation", "citation_url"))}),
        (_("More"), {"fields": ("summary", "participants", "places", "importance")}),
    )
    actions = ("accept", "reject", "merge", "take_apart", "put_on_timeline")
    action_form = WhyForm
    most_at_once = HistoryAdmin.most_at_once | {"merge": 100, "put_on_timeline": 1000}

    @admin.display(description=_("date"), ordering="sort_day")
    def when(self, event: Event) -> str:
        return date_in_words(event.date, event.part)

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """What was merged can be read; it is changed through its heir, or after it is undone."""
        merged = obj is not None and obj.status == Event.Status.MERGED
        return not merged and may_change(request, obj)

    def has_place_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(PLACE)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """For the actions below."""
        return may_decide(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Event | None = None) -> Any:
        return () if request.user.has_perm(PUBLISH) else ("status",)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Participants and places."""
        del request
        named = {"label": capfirst(db_field.verbose_name), "required": False}
        every = Entity.objects.all()
        return SearchedMany(every, by=NAME, read=compared, relation=db_field, **named)

    def get_inlines(self, request: HttpRequest, obj: Event | None) -> Any:
        return (EvidenceInline, MediaInline) if obj else (MediaInline,)

    def get_urls(self) -> list[URLPattern]:
        understand = path(
            "understand-date/",
            self.admin_site.admin_view(understand_view),
            name="timeline_understand_date",
        )
        figures = path(
            "figures/", self.admin_site.admin_view(figures_view), name="timeline_figures"
        )
        bring = path(
            "import/", self.admin_site.admin_view(import_view), name="timeline_event_import"
        )
        preview = path(
            "import/<int:pk>/",
            self.admin_site.admin_view(preview_view),
            name="timeline_event_import_preview",
        )
        return [understand, figures, bring, preview, *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        """What can be changed knows which version of it was shown."""
        if obj is None or not self.has_change_permission(request, obj):
            return self.fieldsets
        (name, first), *others = self.fieldsets
        shown = {"fields": (*first["fields"], SEEN)}
        return ((name, shown), *others, (_("The correction"), {"fields": ("correction", "reason")}))

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Where somebody else saved between the check of the form and its saving, the form, made
        anew, finds that."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ChangedMeanwhileError:
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Event, form: EventForm, change: bool) -> None:
        if change:
            # Of an earlier version all is given, for it differs from what is stored, not from what
            # was shown.
            earlier = to_historic(obj)
            changes = form.event_fields() if earlier else form.changes(*EVENT_FIELDS)
            update_event(
                event=obj,
                user=request.user,
                evidence=form.sources(),
                seen=form.stored.updated_at,
                reason=form.cleaned_data["reason"],
                **changes,
            )
        else:
            created = create_event(
                user=request.user, evidence=form.sources(), **form.event_fields()
            )
            obj.pk = created.pk

    def save_related(
        self, request: HttpRequest, form: EventForm, formsets: Any, change: bool
    ) -> None:
        """The service has saved the event and its names; what is left are the inline rows."""
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)
        versions.renew(model=Event, ids=[form.instance.pk])
        # Evidence may have been taken away.
        search_index.retell_events(ids=[form.instance.pk])

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        going, counts, missing, protected = super().get_deleted_objects(objs, request)
        kept_quiet = {str(model._meta.verbose_name_plural) for model in _INTERNAL}
        counted = {name: count for name, count in counts.items() if str(name) not in kept_quiet}
        return _without_internal(going), counted, missing, protected

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """With which version of each event it shows, for the actions."""
        page = super().changelist_view(request, *args, **kwargs)
        context = getattr(page, "context_data", None) or {}
        if form := context.get("action_form"):
            form.initial[FIELD] = packed(context["cl"].result_list)
        return page

    @admin.action(description=_("Accept the chosen events"), permissions=["decide"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        self._decide(request, queryset, review.accept)

    @admin.action(description=_("Reject the chosen events"), permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        self._decide(request, queryset, review.reject)

    @transaction.atomic
    def _decide(self, request: HttpRequest, queryset: QuerySet[Event], decision: Any) -> None:
        events = unchanged_of_list(request, queryset)
        decision(events=events, user=request.user, reason=asked_reason(request))

    @admin.action(description=_("Merge the chosen events into one"), permissions=["decide"])
    @transaction.atomic
    def merge(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        events = unchanged_of_list(request, queryset)
        if len(events) == len(queryset):
            merge_with_message(request, events, asked_reason(request))

    @admin.action(description=_("Put the chosen on a timeline"), permissions=["place"])
    def put_on_timeline(
        self, request: HttpRequest, queryset: QuerySet[Event]
    ) -> HttpResponse | None:
        return put_on_timeline(request, queryset)

    @admin.action(description=_("Take the chosen merged events apart"), permissions=["decide"])
    @transaction.atomic
    def take_apart(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        for event in unchanged_of_list(request, queryset):
            take_apart_with_message(request, event, asked_reason(request))
