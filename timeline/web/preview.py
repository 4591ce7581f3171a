"""The page of a timeline as readers see it, for the desk to show beside its form."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from timeline.models import Timeline
from timeline.services.unsaved import refilled
from timeline.text import in_its_own_order
from timeline.web import figure, pages
from timeline.web.timeline_at import timeline_at
from timeline.web.unsaved_cover import cover_of

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
    """POST the desk's form to see it with what is not saved yet, its filter as `draft_filter`;
    nothing is stored. May be framed by the site itself, and by nobody else; Http404 for who may not
    see drafts."""
    stored, draft = _stored(request, slug), request.POST.get("draft_filter", "")
    with refilled(timeline=stored, packed=draft) as version:
        shown = timeline_at(request, slug)
        if request.method == "POST":
            _write(shown, Words(request.POST, instance=shown))
            _cover(request, shown)
        drawn = ""
        if version:
            shown.version = version
            drawn = reverse("preview_figure", args=[slug, draft])
        return pages.page_of(request, shown, is_preview=True, figure=drawn)


@require_safe
def preview_figure(request: HttpRequest, slug: str, draft: str) -> HttpResponse:
    """The chart of the same."""
    with refilled(timeline=_stored(request, slug), packed=draft) as version:
        shown = timeline_at(request, slug, Timeline.objects.all())
        shown.version = version or shown.version
        return figure.answer(request, shown, is_public=False)


def _stored(request: HttpRequest, slug: str) -> Timeline:
    if not request.user.has_perm("timeline.view_timeline"):
        raise Http404
    stored: Timeline = timeline_at(request, slug, Timeline.objects.all())
    return stored


def _write(shown: Any, words: Words) -> None:
    """Set the form's valid fields on what is shown; errors are shown when the form is saved."""
    stored = {name: getattr(shown, name) for name in Words.Meta.fields}
    words.full_clean()
    for name, value in stored.items():
        text = value if name in words.errors else words.cleaned_data[name]
        setattr(shown, name, in_its_own_order(text))


def _cover(request: HttpRequest, shown: Any) -> None:
    if "cover-0-credit" in request.POST:
        cover: Any = cover_of(request.POST, request.FILES.get("cover-0-upload"))
        Timeline._meta.get_field("cover").set_cached_value(shown, cover)
