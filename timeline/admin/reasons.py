"""Why a record is changed, where the editor says so."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.fields.plain_lines import in_its_own_order

# Characters, as the history keeps them.
MAX_REASON = 100
# The field's name.
REASON = "reason"


class Reasoned(forms.Form):
    """The form of a stored record."""

    reason = forms.CharField(
        label=_("Why it is changed"),
        required=False,
        max_length=MAX_REASON,
        validators=[in_its_own_order],
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Kept in the history, for the desk alone."),
    )


def asked_reason(request: HttpRequest) -> str:
    """Why it is done, where the editor says so."""
    return request.POST.get(REASON, "").strip()


def wrong_reason(request: HttpRequest) -> str:
    """A sentence about a reason that cannot be kept; empty where it can."""
    given = asked_reason(request)
    if len(given) > MAX_REASON:
        message = gettext("The reason has %(length)s characters: at most %(most)s are kept.")
        return message % {"length": len(given), "most": MAX_REASON}
    try:
        in_its_own_order(given)
    except ValidationError as error:
        return str(error.messages[0])
    return ""
