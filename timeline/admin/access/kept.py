"""Forms that arrive when the session has ended, or from a page of an earlier one: what was written
comes back to who wrote it, once they sign in, and is sent again by their hand alone.

Nothing is stored for visitors: the page that asks who they are carries the form, signed. Each form
of the desk says whose it is (`SENDER`); what does not is given back to nobody. Files and passwords
are never carried along.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.csrf import csrf_failure

from timeline.admin.access.attempts import LoginForm

# The field that carries a form through the login, and that by which forms say whose they are.
FIELD, SENDER = "unsent", "sender"
_SALT = "timeline.admin.kept"  # signed forms that wait name it: it stays when the module moves
_SIGNER = signing.Signer(salt=f"{_SALT}.sender")
# Longer than the article they may hold: Arabic, say, is packed to less than it is sent as.
_LONGEST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)
# Fields by which forms talk to the desk, not to people.
_INTERNAL = ("shown", "seen", "index", "select_across", "post")
# What each page writes into its forms anew.
_ANEW = (_TOKEN, SENDER)
_MACHINERY = re.compile(r"^_|__prefix__|_FORMS$|-id$|-\d+-position$")
# Characters of one field that are shown; all of them are sent.
_SHOWN = 10_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A form: where it was sent, the id of whose account it is, its fields, and whether files went
    with it."""

    path: str
    sender: str
    fields: list[tuple[str, str]]
    had_files: bool = False

    def is_of(self, user: User | AnonymousUser) -> bool:
        return str(user.pk) == self.sender


def signed(user: User | AnonymousUser) -> str:
    """What the forms of somebody's pages have as `SENDER`."""
    return _SIGNER.sign(str(user.pk))


def kept_of(request: HttpRequest) -> Kept | None:
    """What a request brings: a form, or one on its way through the login; None where nothing was
    written in it. What a script sends (`X-Part`) that script keeps."""
    if FIELD in request.POST:
        return unpacked(request.POST[FIELD])
    if request.method != "POST" or "X-Part" in request.headers:
        return None
    fields = [(n, v) for n, values in request.POST.lists() for v in values if n not in _ANEW]
    written = any(name != "action" for name, _value in _written(fields))
    sender = _sender(request)
    if not (written and sender) or any("password" in name for name, _value in fields):
        return None
    return Kept(request.get_full_path(), sender, fields, bool(request.FILES))


def _sender(request: HttpRequest) -> str:
    try:
        return _SIGNER.unsign(request.POST.get(SENDER, ""))
    except signing.BadSignature:
        return ""


def is_desk(request: HttpRequest) -> bool:
    """Whether it is about a page of the desk, other than the way into it."""
    desk, login = reverse("admin:index"), reverse("admin:login")
    return request.path.startswith(desk) and request.path != login


def packed(kept: Kept) -> str:
    return signing.dumps(asdict(kept), salt=_SALT, compress=True)


def unpacked(text: str) -> Kept | None:
    """What `packed` made, or None: nobody else's."""
    try:
        found = signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
    return Kept(**{**found, "fields": [(name, value) for name, value in found["fields"]]})


def sign_in_first(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """The page that asks who it is, with the form; None where that is too long to carry along."""
    carried = packed(kept)
    if len(carried) > _LONGEST:
        return None
    context = {
        **admin.site.each_context(request),
        "title": gettext("Log in"),
        "subtitle": None,
        "form": LoginForm(request),
        "app_path": reverse("admin:login"),
        "next": kept.path,
        FIELD: carried,
    }
    answer = render(request, "admin/login.html", context, status=403)
    add_never_cache_headers(answer)
    return answer


def send_again(request: HttpRequest, kept: Kept, *, status: int = 200) -> HttpResponse:
    """The page that shows who wrote it what they wrote, to be sent, or not."""
    context = {
        **admin.site.each_context(request),
        "title": gettext("Nothing was saved yet"),
        "kept": kept,
        "written": list(_labelled(request, kept)),
        "leave": kept.path,
    }
    answer = render(request, "admin/timeline/kept.html", context, status=status)
    add_never_cache_headers(answer)
    return answer


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is of another session. Only a page of this site is given its words
    back, and only to who wrote them: what another site sent is shown to nobody."""
    wanted = is_desk(request) or FIELD in request.POST
    kept = kept_of(request) if wanted and _is_of_this_site(request) else None
    answer = None
    if kept and kept.is_of(request.user) and admin.site.has_permission(request):
        answer = send_again(request, kept, status=403)
    elif kept and request.user.is_anonymous:
        answer = sign_in_first(request, kept)
    return answer or csrf_failure(request, reason)


def _is_of_this_site(request: HttpRequest) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _labelled(request: HttpRequest, kept: Kept) -> Iterator[tuple[str, str]]:
    """What people wrote and chose, with the names of the fields."""
    fields = _form_fields(request, kept.path)
    for name, value in _written(kept.fields):
        field = fields.get(name)
        label = field.label if field and field.label else name.replace("-", " ").replace("_", " ")
        words = _in_words(field, value)
        yield capfirst(str(label)), words[:_SHOWN] + "…" * (len(words) > _SHOWN)


def _written(fields: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in fields:
        if value.strip() and name not in _INTERNAL and not _MACHINERY.search(name):
            yield name, value


def _form_fields(request: HttpRequest, path: str) -> dict[str, forms.Field]:
    """The fields of the form that adds or changes a record there; none where there is no such."""
    try:
        view: Any = resolve(urlsplit(path).path).func
    except Resolver404:
        return {}
    model_admin = getattr(view, "model_admin", None)
    return model_admin.get_form(request).base_fields if model_admin else {}


def _in_words(field: forms.Field | None, value: str) -> str:
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        try:
            return str(field.queryset.filter(pk=value).first() or value)
        except (ValueError, ValidationError):
            return value
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return value
