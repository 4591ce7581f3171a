"""What all answers of the API have: checked parameters, a state to ask about, pages."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from timeline.api import cursors, parameters
from timeline.api.errors import BadRequestError
from timeline.models import Entity, Timeline
from timeline.selectors import public
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.scopes import scope, state_of_all

# Rises when the same state is answered in another format: what clients have cached is stale then.
FORMAT = 4


@dataclass(frozen=True, slots=True)
class State:
    """Another one as soon as readers see something new; `changed` is when, where that is known."""

    name: str
    changed: datetime | None = None

    @classmethod
    def of(cls, about: Timeline | Entity) -> "State":
        """Withdrawing an event or a timeline changes the version, but leaves no later date on what
        is seen of an entity: only a timeline has one."""
        known = scope(about)
        changed = about.updated_at if isinstance(about, Timeline) else None
        return cls(f"{known.key} {known.version}", changed)

    @classmethod
    def of_all(cls) -> "State":
        return cls(state_of_all())


class ForEverySite:
    """Pages of other sites may read what everybody may read."""

    def finalize_response(self, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(*args, **kwargs)  # type: ignore[misc]
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Retry-After"
        return response


class Answer(ForEverySite, APIView):
    """The view of one address; `parameters` are those that it knows."""

    http_method_names = ("get", "head")
    parameters: Sequence[OpenApiParameter] = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        parameters.check(request.query_params, self.parameters)

    def answer(self, state: State, tell: Callable[[], Any]) -> HttpResponseBase:
        """200 with what `tell` gives, or 304 to a client that has it already."""
        identity = (FORMAT, state.name, self.here, self.request.META.get("HTTP_ACCEPT_LANGUAGE"))
        tag = quote_etag(hashlib.sha256(repr(identity).encode()).hexdigest()[:32])
        changed = int(state.changed.timestamp()) if state.changed else None
        asked = self.request._request
        response = get_conditional_response(asked, etag=tag, last_modified=changed)
        if response is None:
            response = Response(tell())
        response["ETag"] = tag
        response["Cache-Control"] = "public, no-cache"
        if changed is not None:
            response["Last-Modified"] = http_date(changed)
        return response

    @property
    def here(self) -> str:
        return str(self.request.build_absolute_uri())

    def link(self, name: str, *args: Any) -> str:
        return str(self.request.build_absolute_uri(reverse(name, args=args)))

    def page(
        self,
        found: "QuerySet[Any]",
        tell: Callable[[Sequence[Any]], Iterable[Any]],
        order: Sequence[str] = ("pk",),
    ) -> dict[str, Any]:
        """The page that the address asks for, its rows as `tell` tells them."""
        query = self.request.query_params.copy()
        limit = query.get("limit", str(cursors.PER_PAGE))
        page = cursors.page(found, order, query.get("cursor"), limit)
        query["cursor"] = page.cursor
        following = self.request.build_absolute_uri(f"?{query.urlencode()}")
        return {"next": following if page.cursor else None, "results": tell(page.rows)}

    def filtered(self, about: Timeline | Entity) -> Filtered:
        """As the page's own filters leave it; BadRequestError for one that cannot be read."""
        found = filtered(about, self.request.query_params)
        for name, sentences in found.errors.items():
            raise BadRequestError(f"“{name}” cannot be used: {sentences[0]}")
        return found


def timeline(slug: str) -> Timeline:
    """Http404 for one that is not public."""
    found = public.timelines().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def entity(entity_id: int) -> Entity:
    """The one that goes by this id, or into which that one went."""
    found = public.entity(entity_id) or public.entity(public.heir_of(entity_id) or entity_id)
    if found is None:
        raise Http404
    return found
