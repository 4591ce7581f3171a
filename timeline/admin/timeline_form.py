"""The form of a timeline: its words, and which events join it by themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from timeline.admin.reasons import Reasoned
from timeline.admin.saved_filter_form import SavedFilterForm
from timeline.models import Timeline


class TimelineForm(Reasoned, SavedFilterForm, forms.ModelForm[Timeline]):
    new_link = forms.BooleanField(
        label=_("Make a new private link"),
        required=False,
        help_text=_("The one that you gave away leads nowhere from then on."),
    )

    class Meta:
        model = Timeline
        fields = ("title", "slug", "introduction", "credits", "language", "visibility", "lanes")

    def stored(self) -> dict[str, Any] | None:
        return self.instance.saved_filter
