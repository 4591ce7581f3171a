"""Languages on the desk: the field that takes one, and the filter of a list by them, with the names
that they have in the reader's."""

from typing import Any

from django import forms
from django.contrib.admin import AllValuesFieldListFilter
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.fetching.fields import primary_language
from timeline.models.article import LANGUAGE_TAG_LENGTH
from timeline.templatetags.names import language_name


class LanguageField(forms.CharField):
    """Cleans to the code of a language, by which its grammar is found, or to nothing."""

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"label": _("Language"), "required": False}
        super().__init__(max_length=LANGUAGE_TAG_LENGTH, **usual | kwargs)

    def clean(self, value: Any) -> str:
        written = super().clean(value)
        language = primary_language(written)
        if written and not language:
            raise forms.ValidationError(gettext("Write a code such as en or ar."))
        return language


class LanguageFilter(AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        every, *languages = super().choices(changelist)
        yield every
        for one in languages:
            code, _, number = str(one["display"]).partition(" ")
            name = language_name(code) or code or gettext("no language given")
            yield {**one, "display": f"{name} {number}".rstrip()}
