"""The page of a timeline as readers see it, for the desk to show beside its form."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from timeline.web import pages

POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"frame-ancestors": [SELF]}


@require_safe
@xframe_options_sameorigin
@csp_replace(POLICY)  # type: ignore[arg-type]  # as in `embed`
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """May be framed by the site itself, and by nobody else; Http404 for who may not see drafts."""
    if not request.user.has_perm("timeline.view_timeline"):
        raise Http404
    return pages.timeline(request, slug, is_preview=True)
