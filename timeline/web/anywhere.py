"""The pages outside of any one timeline: an event, whom events name, and the search."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import Event
from timeline.selectors import public
from timeline.selectors.listing import Card


@require_safe
def event(request: HttpRequest, event_id: int) -> HttpResponse:
    """The permanent page of an event; 410 (RFC 9110, 15.5.11) for one that was withdrawn."""
    item = public.event(event_id)
    if item is not None:
        card = Card(item, before=None, after=None)
        return render(request, "public_event.html", {"card": card, "timeline": item.timelines[0]})
    if public.is_withdrawn(event_id):
        return render(request, "410.html", status=410)
    raise Http404


@require_safe
def entity(request: HttpRequest, entity_id: int) -> HttpResponse:
    """A person, organisation or place, and the events that name it."""
    found = public.entity(entity_id)
    if found is None:
        raise Http404
    return render(
        request, "entity.html", {"entity": found, **_listed(request, public.naming(found))}
    )


def _listed(request: HttpRequest, found: QuerySet[Event]) -> dict[str, Any]:
    page = public.pages(found).get_page(request.GET.get("page"))
    return {"page": page, "years": public.by_year(page.object_list), "elsewhere": True}
