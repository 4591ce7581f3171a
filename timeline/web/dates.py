"""Dates as people write them, read for the page's script."""

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from timeline.dates.edtf import Date
from timeline.dates.scales import Precision
from timeline.selectors.filtering import fields

# Longer is no date in any language.
LONGEST = 100


class DateForm(forms.Form):
    q = fields.Day(max_length=LONGEST, required=False)


@require_safe
def date(request: HttpRequest) -> JsonResponse:
    """`days` of the date in `?q=`, in EDTF or in words: the first, and the one after the last, as
    Julian Day Numbers; or `error`, one sentence. A date that is open is its known end."""
    form = DateForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"error": form.errors["q"][0]})
    found: Date | None = form.cleaned_data["q"]
    if found is None:
        return JsonResponse({"error": gettext("Write a date, such as “May 2024” or 2024-05-20.")})
    return JsonResponse({"days": _days(found)})


def _days(date: Date) -> tuple[int, int]:
    if date.precision is Precision.OPEN:
        return date.sort_day, date.sort_day + 1
    return date.first_day, date.last_day + 1
