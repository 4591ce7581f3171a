"""Pages under a private link: whoever has it may read them, so nothing may give it away."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from timeline.selectors.readable import is_private

# No search engine lists them, no other site and no log of one learns the address, no shared cache
# keeps them.
HEADERS = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
UNCACHED = "private, no-cache"


class PrivateLinks:
    """Middleware: the headers above, whatever is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        found = request.resolver_match
        if found and is_private(str(found.kwargs.get("slug", ""))):
            for name, value in HEADERS.items():
                response.headers[name] = value
            response.headers.setdefault("Cache-Control", UNCACHED)
        return response
