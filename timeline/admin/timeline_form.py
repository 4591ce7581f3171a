"""The form of a timeline: its words, and which events join it by themselves."""

from typing import Any

from django import forms

from timeline.admin.saved_filter_form import SavedFilterForm
from timeline.models import Timeline


class TimelineForm(SavedFilterForm, forms.ModelForm[Timeline]):
    class Meta:
        model = Timeline
        fields = ("title", "slug", "introduction", "language", "visibility", "lanes")

    def stored(self) -> dict[str, Any] | None:
        return self.instance.saved_filter
