"""The page of a timeline as readers see it, for the desk to show beside its form."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods

from timeline.models import Timeline
from timeline.text import in_its_own_order
from timeline.web import pages
from timeline.web.shown import shown as shown_at

POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"frame-ancestors": [SELF]}


class Words(forms.ModelForm[Timeline]):
    """What of the desk's form shows on the page before it is saved."""

    class Meta:
        model = Timeline
        fields = ("title", "introduction", "credits", "language", "lanes")


@require_http_methods(["GET", "HEAD", "POST"])
@xframe_options_sameorigin
@csp_replace(POLICY)  # type: ignore[arg-type]  # as in `embed`
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """POST the desk's form to see it with the words that are not saved yet; nothing is stored. May
    be framed by the site itself, and by nobody else; Http404 for who may not see drafts."""
    if not request.user.has_perm("timeline.view_timeline"):
        raise Http404
    shown = shown_at(request, slug)
    if request.method == "POST":
        _write(shown, Words(request.POST, instance=shown))
    return pages.page_of(request, shown, is_preview=True)


def _write(shown: Any, words: Words) -> None:
    """Of what was given that which may be saved: what may not is told when it is to be."""
    stored = {name: getattr(shown, name) for name in Words.Meta.fields}
    words.full_clean()
    for name, value in stored.items():
        given = value if name in words.errors else words.cleaned_data[name]
        setattr(shown, name, in_its_own_order(given))
