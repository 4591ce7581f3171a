"""The date field of the desk: takes what people write, keeps EDTF, says how it was understood."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from timeline.dates.edtf import DateError, parse
from timeline.dates.words import explained, in_words
from timeline.extraction.reading import Reading, read_typed
from timeline.extraction.resolving.day_order import AmbiguousError

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
    """Cleans to a `Reading`, None where it may be empty and is; words that are no date say what
    would be accepted."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_WORDS)
        kwargs.setdefault("help_text", DATE_HELP)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Reading | None:
        words = super().clean(value)
        try:
            return read(words) if words else None
        except DateError as error:
            raise forms.ValidationError(error.in_words(gettext)) from error


class DatedForm(forms.BaseForm):
    """A form with the field `date`, whose words may say that a part of it is meant."""

    part = ""

    def clean_date(self) -> str:
        reading: Reading | None = self.cleaned_data["date"]
        if reading is None:
            return ""
        self.part = reading.part
        return reading.date.text

    def changes(self, *names: str) -> dict[str, Any]:
        """Which of the fields `names` differ from what was shown, as `update_event` takes them."""
        given = {name: self.cleaned_data[name] for name in names if name in self.changed_data}
        return {**given, "part": self.part} if "date" in given else given


DATE_HELP = _(
    "For example: 20 May 2024, May 2024, early 2020, since 2011, 22-25 May 2024, about 1990; "
    "in Arabic too; or EDTF."
)


def read(words: str) -> Reading:
    return read_typed(words, language=get_language() or "")


def as_written(date: str, part: str) -> str:
    """A stored date as the field shows it: in words where a part of it is meant, which EDTF cannot
    say, if they can be read back; else EDTF."""
    if not part:
        return date
    words = in_words(parse(date), get_language() or "en", part=part, translate=gettext)
    try:
        return words if read(words) == Reading(parse(date), part) else date
    except DateError:
        return date


def understood(words: str) -> str:
    """How `words` are read, for people; an empty string where they are no date."""
    try:
        return _explained(read(words))
    except DateError:
        return ""


def _explained(reading: Reading) -> str:
    date, part = reading
    words = explained(date, get_language() or "en", part=part, translate=gettext)
    return gettext("Understood as: %(words)s (%(edtf)s)") % {"words": words, "edtf": date.text}


def understand_view(request: HttpRequest) -> JsonResponse:
    """GET `words`; answers {"understood": sentence} or, with status 400, {"error": sentence} and in
    `readings` the words for each date that it can be."""
    if not request.user.has_perm("timeline.view_event"):
        raise PermissionDenied
    try:
        reading = read(request.GET.get("words", "")[:MAX_WORDS])
    except DateError as error:
        readings = error.readings if isinstance(error, AmbiguousError) else ()
        return JsonResponse({"error": error.in_words(gettext), "readings": readings}, status=400)
    return JsonResponse({"understood": _explained(reading)})
