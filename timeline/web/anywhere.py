"""The pages outside of any one timeline: an event, whom events name, and the search."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Event
from timeline.selectors import filter_fields, public
from timeline.selectors.listing import Card


class SearchForm(forms.Form):
    q = filter_fields.Words(required=False)


@require_safe
def event(request: HttpRequest, event_id: int) -> HttpResponse:
    """The permanent page of an event; one that was merged leads to its heir, one that was withdrawn
    is 410 (RFC 9110, 15.5.11)."""
    item = public.event(event_id)
    if item is not None:
        card = Card(item, before=None, after=None)
        return render(request, "public_event.html", {"card": card, "timeline": item.timelines[0]})
    if heir := public.heir(event_id):
        return redirect("public_event", heir)
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


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The events of all public timelines that the words in `?q=` find."""
    form = SearchForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "query": query, "asked": request.GET.get("q", "")}
    if query:
        context |= _listed(request, public.found(query))
    return render(request, "search.html", context)


def _listed(request: HttpRequest, found: QuerySet[Event]) -> dict[str, Any]:
    page = public.pages(found).get_page(request.GET.get("page"))
    return {"page": page, "years": public.by_year(page.object_list), "elsewhere": True}
