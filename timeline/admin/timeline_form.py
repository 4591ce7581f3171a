"""The form of a timeline: its words, and which events join it by themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.dates import read
from timeline.admin.fields.languages import LanguageField
from timeline.admin.reasons import Reasoned
from timeline.admin.saved_filter_form import SavedFilterForm
from timeline.dates import eras
from timeline.dates.edtf import DateError
from timeline.models import Timeline


class TimelineForm(Reasoned, SavedFilterForm, forms.ModelForm[Timeline]):
    new_link = forms.BooleanField(
        label=_("Make a new private link"),
        required=False,
        help_text=_("The one that you gave away leads nowhere from then on."),
    )

    language = LanguageField(
        required=True, initial=Timeline._meta.get_field("language").get_default
    )

    def clean_eras(self) -> str:
        """Dates in words become EDTF, in which they are stored."""
        try:
            listed = eras.read(self.cleaned_data["eras"], _read_date)
        except DateError as error:
            raise forms.ValidationError(error.in_words(gettext)) from error
        return eras.written((era.date.text, era.name) for era in listed)

    class Meta:
        model = Timeline
        fields = (
            "title",
            "slug",
            "introduction",
            "credits",
            "eras",
            "language",
            "visibility",
            "lanes",
        )
        widgets = {  # noqa: RUF012 (Django's own form of this option)
            name: forms.Textarea(attrs={"rows": rows, "dir": "auto"})
            for name, rows in (("introduction", 5), ("credits", 3), ("eras", 3))
        }

    def stored(self) -> dict[str, Any] | None:
        return self.instance.saved_filter


def _read_date(words: str) -> tuple[str, str]:
    date, part = read(words)
    return date.text, part
