"""Logging in at the desk: a form that was sent after the session had ended is not lost."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from timeline.admin.access import kept
from timeline.admin.access.attempts import LoginForm

admin.site.login_form = LoginForm


class KeepForms:
    """Middleware: who sends a form to the desk and is not signed in any more signs in first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if request.method != "POST" or not kept.is_desk(request) or request.user.is_authenticated:
            return None
        form = kept.kept_of(request)
        return kept.sign_in_first(request, form) if form else None


@never_cache
@login_not_required
def login(request: HttpRequest) -> HttpResponse:
    """The desk's own, which hands a form that it carries back to who wrote it."""
    carried = request.POST.get(kept.FIELD, "")
    answer = admin.site.login(request, {kept.FIELD: carried})
    form = kept.unpacked(carried) if carried else None
    if form is None or answer.status_code != 302 or not admin.site.has_permission(request):
        return answer
    if form.is_of(request.user):
        return kept.send_again(request, form)
    messages.warning(
        request,
        gettext("The form that was sent before is another account’s: only that one gets it back."),
    )
    return answer
