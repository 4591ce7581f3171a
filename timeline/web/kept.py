"""Pages that all readers see alike, written once for all of them until what they show changes.

Every write that shows on the page of a timeline raises its version, in the same transaction or just
after it (`services.memberships`), so the version is what says whether a page still holds.
"""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from timeline.models import Timeline
from timeline.web.languages import PARAMETER, named

# Seconds, after which even what was written past the services, by hand, is seen.
KEPT_FOR = 3600


def kept(
    request: HttpRequest, timeline: Timeline, write: Callable[[], HttpResponse]
) -> HttpResponse:
    """What `write` answers, or answered before to another reader. An address that filters or opens
    something, and whoever is signed in, have it written for them alone."""
    if not _is_for_all(request):
        return write()
    key = _key(request, timeline)
    body: bytes | None = cache.get(key)
    if body is None:
        body = write().content
        cache.set(key, body, timeout=KEPT_FOR)
    return HttpResponse(body)


def _is_for_all(request: HttpRequest) -> bool:
    """Addresses that anybody could make up, one like the other, would push out what is kept."""
    is_plain = not request.GET or (list(request.GET) == [PARAMETER] and bool(named(request)))
    return is_plain and request.user.is_anonymous


def _key(request: HttpRequest, timeline: Timeline) -> str:
    """The page has addresses in it that begin as the one asked for does."""
    address = request.build_absolute_uri()
    parts = (address, get_language(), timeline.pk, timeline.version)
    return "page." + hashlib.sha256(repr(parts).encode()).hexdigest()
