"""How one timeline tells an event, on the desk: its words there, its media, whether it stands out.

Reached from the timeline's list of events, to which it leads back.
"""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.admin.history import HistoryAdmin
from timeline.admin.media import MediumInline, OfItsParent
from timeline.admin.reasons import Reasoned
from timeline.models import Event, Telling, TellingMedia, Timeline, TimelineEvent
from timeline.models.ids import is_id
from timeline.services import tellings
from timeline.services.people import PUBLISH

# What readers see of a timeline is changed by those who may publish.
PLACE = ("timeline.change_timeline", PUBLISH)
_PLACE_FIELDS = ("timeline", "event")


def address_of(place: TimelineEvent, telling: int | None) -> str:
    """The form for the title, summary and media of an event on this timeline alone; `telling` is
    the id of what it has there already."""
    if telling is not None:
        return reverse("admin:timeline_telling_change", args=[telling])
    asked = urlencode({"timeline": place.timeline_id, "event": place.event_id})
    return f"{reverse('admin:timeline_telling_add')}?{asked}"


def events_of(timeline_id: int) -> str:
    """The address of the timeline's list of events."""
    return f"{reverse('admin:timeline_timelineevent_changelist')}?timeline__id__exact={timeline_id}"


class TellingForm(Reasoned, forms.ModelForm[Telling]):
    class Meta:
        model = Telling
        fields = (*_PLACE_FIELDS, "title", "summary", "featured")
        widgets: ClassVar[dict[str, Any]] = {
            "timeline": forms.HiddenInput,
            "event": forms.HiddenInput,
            "title": forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
            "summary": forms.Textarea(attrs={"dir": "auto", "rows": 5}),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "title": _("Empty where it is to have the event’s own."),
            "summary": _("Empty where it is to have the event’s own."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            # Who may only look has no fields.
            for name in self.fields.keys() & set(_PLACE_FIELDS):
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        timeline, event = data.get("timeline"), data.get("event")
        placed = timeline and timeline.memberships.filter(event=event).exists()
        if self.instance.pk is None and not placed:
            self.add_error(None, _("The event is not on this timeline: put it there first."))
        return data


class MediaInline(OfItsParent, MediumInline):
    model = TellingMedia
    fields = (*MediumInline.fields, "position")


@admin.register(Telling)
class TellingAdmin(HistoryAdmin):
    form = TellingForm
    inlines = (MediaInline,)
    list_display = ("__str__", "timeline", "featured")
    list_select_related = _PLACE_FIELDS
    fieldsets = ((None, {"fields": (*_PLACE_FIELDS, "title", "summary", "featured", "reason")}),)
    change_form_template = "admin/timeline/telling/change_form.html"

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """It is reached from its timeline alone."""
        return {}

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("timeline.view_timeline")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perms(PLACE)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(PLACE)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It goes with its event or its timeline; until then it can be empty."""
        return False

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With what the event says everywhere else."""
        context["show_save_and_add_another"] = False  # there is nothing to begin with
        initial = context["adminform"].form.initial
        context["event"] = Event.objects.filter(pk=_number(initial.get("event"))).first()
        timeline = _number(initial.get("timeline"))
        context["timeline"] = Timeline.objects.filter(pk=timeline).first()
        answer: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return answer

    def save_model(
        self, request: HttpRequest, obj: Telling, form: TellingForm, change: bool
    ) -> None:
        fields = {name: form.cleaned_data[name] for name in ("title", "summary", "featured")}
        saved = tellings.tell(
            event=obj.event,
            timeline=obj.timeline,
            user=request.user,
            reason=form.cleaned_data["reason"],
            **fields,
        )
        obj.pk = saved.pk

    def save_related(
        self, request: HttpRequest, form: TellingForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        tellings.follow(telling=form.instance)

    def response_post_save_add(self, request: HttpRequest, obj: Telling) -> HttpResponse:
        return redirect(events_of(obj.timeline_id))

    response_post_save_change = response_post_save_add


def _number(value: Any) -> int:
    """An id out of an address; that of nothing where it is none."""
    return int(value) if is_id(str(value)) else 0
