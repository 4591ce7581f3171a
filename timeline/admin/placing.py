"""Events on timelines by hand: put there from the list of events, taken off in its own."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.searched import Searched
from timeline.admin.tellings import PLACE, address_of
from timeline.admin.ties import buttons, move_view, with_neighbours
from timeline.models import Event, Telling, Timeline, TimelineEvent
from timeline.models.ids import is_id
from timeline.selectors.ordering import ON_TIMELINE
from timeline.services import timelines
from timeline.templatetags.dates import date_in_words
from timeline.templatetags.numbers import grouped
from timeline.text import isolated


class PlaceForm(forms.Form):
    timeline = Searched(
        Timeline.objects.order_by("-updated_at", "-pk"),
        by="title",
        label=_("Timeline"),
        empty_label=None,
    )


def put_on_timeline(request: HttpRequest, events: QuerySet[Event]) -> HttpResponse | None:
    """First asks on which."""
    form = PlaceForm(request.POST if "timeline" in request.POST else None)
    if not form.is_valid():
        return _ask(request, events, form)
    timeline = form.cleaned_data["timeline"]
    number = timelines.add_events(events=events, timeline=timeline, user=request.user)
    message = ngettext(
        "%(number)s event was put on “%(title)s”.",
        "%(number)s events were put on “%(title)s”.",
        number,
    )
    messages.success(request, message % {"number": grouped(number), "title": timeline.title})
    return None


def _ask(request: HttpRequest, events: QuerySet[Event], form: PlaceForm) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": gettext("Put on a timeline"),
        "events": events,
        "form": form,
        "opts": Event._meta,
        "action": put_on_timeline.__name__,
        "go_on": gettext("Put on the timeline"),
    }
    return render(request, "admin/timeline/event/place.html", context)


_OWN = ("id", "title", "featured")


@admin.register(TimelineEvent)
class TimelineEventAdmin(admin.ModelAdmin[TimelineEvent]):
    """The events of one timeline (`?timeline__id__exact=`), to look at, to take off, and to tell
    otherwise there."""

    list_display = ("title", "date", "order", "own_words", "how", "shown")
    list_display_links = None
    list_select_related = ("event", "timeline")
    ordering = ON_TIMELINE
    search_fields = ("event__title",)
    show_full_result_count = False
    actions = ("take_off",)

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/desk-timeline.css"]}

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """It is reached from its timeline alone."""
        return {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("timeline.view_timeline")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_place_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(PLACE)

    def get_queryset(self, request: HttpRequest) -> QuerySet[TimelineEvent]:
        tellings = Telling.objects.filter(timeline=OuterRef("timeline"), event=OuterRef("event"))
        own = {name: Subquery(tellings.values(name)[:1]) for name in _OWN}
        columns = {f"own_{name}": value for name, value in own.items()}
        places: QuerySet[TimelineEvent] = with_neighbours(
            super().get_queryset(request).annotate(**columns)
        )
        return places

    def get_urls(self) -> list[URLPattern]:
        move = path(
            "<int:pk>/move/",
            self.admin_site.admin_view(move_view),
            name="timeline_timelineevent_move",
        )
        return [move, *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        asked = request.GET.get("timeline__id__exact", "")
        timeline = Timeline.objects.filter(pk=int(asked)).first() if is_id(asked) else None
        if timeline:
            title = gettext("Events of “%(title)s”") % {"title": isolated(timeline.title)}
            extra_context = {**(extra_context or {}), "timeline": timeline, "title": title}
        answer: HttpResponse = super().changelist_view(request, extra_context)
        return answer

    def get_list_display(self, request: HttpRequest) -> Any:
        """Who may not move events sees no buttons for it."""
        may = self.has_place_permission(request)
        return self.list_display if may else [each for each in self.list_display if each != "order"]

    @admin.display(description=_("of one day"))
    def order(self, membership: TimelineEvent) -> str:
        return buttons(membership)

    @admin.display(description=_("on this timeline"))
    def own_words(self, membership: Any) -> str:
        """Its title on this timeline alone, linked to the form that changes it."""
        star = "★ " if membership.own_featured else ""
        words = membership.own_title or gettext("Tell it otherwise")
        address = address_of(membership, membership.own_id)
        return format_html('{}<a href="{}"><bdi>{}</bdi></a>', star, address, words)

    @admin.display(description=_("title"))
    def title(self, membership: TimelineEvent) -> str:
        address = reverse("admin:timeline_event_change", args=[membership.event_id])
        return format_html('<a href="{}">{}</a>', address, membership.event.title)

    @admin.display(description=_("date"))
    def date(self, membership: TimelineEvent) -> str:
        return date_in_words(membership.event.date, membership.event.part)

    @admin.display(description=_("how it came"))
    def how(self, membership: TimelineEvent) -> str:
        return gettext("by hand") if membership.by_hand else gettext("by the filter")

    @admin.display(description=_("readers see it"), boolean=True)
    def shown(self, membership: TimelineEvent) -> bool:
        return membership.visible

    @admin.action(description=_("Take the chosen off the timeline"), permissions=["place"])
    def take_off(self, request: HttpRequest, queryset: QuerySet[TimelineEvent]) -> None:
        number = 0
        for timeline in Timeline.objects.filter(memberships__in=queryset).distinct():
            events = Event.objects.filter(memberships__in=queryset.filter(timeline=timeline))
            number += timelines.remove_events(
                events=list(events), timeline=timeline, user=request.user
            )
        message = ngettext(
            "%(number)s event was taken off; its filter does not bring it back.",
            "%(number)s events were taken off; their filter does not bring them back.",
            number,
        )
        messages.success(request, message % {"number": grouped(number)})
