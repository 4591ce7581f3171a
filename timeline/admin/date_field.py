"""The date field of the desk: takes what people write, keeps EDTF, says how it was understood."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from timeline.dates.edtf import Date, DateError
from timeline.dates.words import explained
from timeline.extraction.reading import read_date

# Longer than any date people write, short enough that reading it costs nothing.
MAX_WORDS = 200


class DateInput(forms.TextInput):
    """A text box beside which `desk/dates.js` shows how its words are understood."""

    template_name = "admin/timeline/date_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        described = {**(attrs or {}), "data-understand": reverse("admin:timeline_understand_date")}
        context: dict[str, Any] = super().get_context(name, value, described)
        context["understood"] = understood(str(value)) if value else ""
        return context


class DateField(forms.CharField):
    """Cleans to canonical EDTF text; words that are no date say what would be accepted."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_WORDS)
        kwargs.setdefault("help_text", DATE_HELP)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        words = super().clean(value)
        try:
            return read(words).text if words else ""
        except DateError as error:
            raise forms.ValidationError(error.told(gettext)) from error


DATE_HELP = _(
    "For example: 20 May 2024, May 2024, since 2011, 22-25 May 2024, the 1980s, about 1990; "
    "in Arabic too; or EDTF."
)


def read(words: str) -> Date:
    return read_date(words, language=get_language() or "")


def understood(words: str) -> str:
    """How `words` are read, for people; an empty string where they are no date."""
    try:
        date = read(words)
    except DateError:
        return ""
    said = explained(date, get_language() or "en", translate=gettext)
    return gettext("Understood as: %(words)s (%(edtf)s)") % {"words": said, "edtf": date.text}


def understand_view(request: HttpRequest) -> JsonResponse:
    """GET `words`; answers {"understood": sentence} or, with status 400, {"error": sentence}."""
    if not request.user.has_perm("timeline.view_event"):
        raise PermissionDenied
    words = request.GET.get("words", "")[:MAX_WORDS]
    try:
        read(words)
    except DateError as error:
        return JsonResponse({"error": error.told(gettext)}, status=400)
    return JsonResponse({"understood": understood(words)})
