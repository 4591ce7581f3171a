"""Why a record is changed, where the editor says so."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Kept in the history, for the desk alone."),
    )
