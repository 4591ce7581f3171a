"""The filter of a list by language, with the names that the languages have in the reader's."""

from typing import Any

from django.contrib.admin import AllValuesFieldListFilter
from django.utils.translation import gettext

from timeline.templatetags.names import language_name


class LanguageFilter(AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        every, *languages = super().choices(changelist)
        yield every
        for one in languages:
            code, _, number = str(one["display"]).partition(" ")
            name = language_name(code) or code or gettext("no language given")
            yield {**one, "display": f"{name} {number}".rstrip()}
