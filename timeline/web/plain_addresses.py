"""No NUL reaches a page by its address or a cookie: no text that is stored has one, PostgreSQL
refuses to be asked for it, and each list and form would have to know that."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.defaults import bad_request

_NUL = "\0"


class PlainAddresses:
    """Middleware: 400 for what no browser sends by itself. The API says by itself which parameter
    it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _NUL in "".join(_given(request)) and not request.path.startswith(reverse("api_start")):
            return bad_request(request, BadRequest())
        return self._get_response(request)


def _given(request: HttpRequest) -> list[str]:
    values = [value for name in request.GET for value in request.GET.getlist(name)]
    return [request.path, *request.GET, *values, *request.COOKIES.values()]
