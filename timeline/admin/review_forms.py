"""The forms on the review page: an event's words and date, and where the accepted go."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from timeline.admin.date_field import DateField
from timeline.models import Category, Event, Timeline


class EventForm(forms.Form):
    """Title, date and category of one event, corrected in place."""

    title = forms.CharField(label=_("Title"), max_length=300)
    date = DateField(label=_("Date"))
    category = forms.ModelChoiceField(
        Category.objects.all(), label=_("Category"), required=False, empty_label=_("none")
    )

    def __init__(self, data: Any = None, *, event: Event) -> None:
        self.event = event
        # As it was, for taking a correction back.
        self.before = json.dumps(
            {"title": event.title, "date": event.date, "category": str(event.category_id or "")}
        )
        initial = {"title": event.title, "date": event.date, "category": event.category_id}
        super().__init__(data, initial=initial, auto_id=f"event-{event.pk}-%s")


class PublishForm(forms.Form):
    """An existing timeline, or the title of a new one."""

    timeline = forms.ModelChoiceField(
        Timeline.objects.order_by("title"),
        label=_("Timeline"),
        required=False,
        empty_label=_("a new timeline"),
    )
    new_title = forms.CharField(
        label=_("Title of the new timeline"), max_length=200, required=False
    )

    def clean_new_title(self) -> str:
        title: str = self.cleaned_data["new_title"].strip()
        if not title and not self.cleaned_data.get("timeline"):
            raise forms.ValidationError(_("Choose a timeline, or give the new one a title."))
        return title
