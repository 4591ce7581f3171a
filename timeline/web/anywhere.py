"""The pages outside of any one timeline: an event, whom events name, and the search."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from timeline.models import Event
from timeline.models.ids import is_id
from timeline.selectors import listing, public, searched
from timeline.selectors.around import around
from timeline.selectors.filtering import fields
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.listing import Card, Item
from timeline.web import linked_data
from timeline.web.chart_region import entity_region, event_region
from timeline.web.filter_bar import filter_bar, linked


class SearchForm(forms.Form):
    q = fields.Words(required=False)


@gzip_page
@require_safe
def event(request: HttpRequest, event_id: int) -> HttpResponse:
    """The permanent page of an event; one that was merged leads to its heir, one that was withdrawn
    is 410 (RFC 9110, 15.5.11)."""
    item = public.event(event_id)
    if item is not None:
        if request.GET.get("part") == "card":
            return render(request, "public_card.html", _carded(request, item))
        return render(request, "public_event.html", _on_its_timeline(request, item))
    if heir := public.heir(event_id):
        return redirect("public_event", heir)
    if public.is_withdrawn(event_id):
        withdrawn = render(request, "410.html", status=410)
        # Browsers keep such an answer for good unless told otherwise, and the event may come back.
        withdrawn["Cache-Control"] = "no-cache"
        return withdrawn
    raise Http404


def _carded(request: HttpRequest, item: Item) -> dict[str, Any]:
    """An event as a card; on the page of an entity, whose id is in `?of=`, with its neighbours
    there."""
    asked = request.GET.get("of", "")
    shown = public.entity(int(asked)) if is_id(asked) else None
    if shown is None:
        return {"card": Card(item, before=None, after=None)}
    found = filtered(shown, request.GET)
    card = Card(item, *listing.neighbours(found.queryset, item.event))
    return {"card": card, "entity": shown, "linked": linked(found, request.GET)}


def _on_its_timeline(request: HttpRequest, item: Item) -> dict[str, Any]:
    """An event among its neighbours on the timeline that changed last of those that it is on."""
    timeline = item.timelines[0]
    found = around(timeline, item.event)
    before, after = found.before[-1:], found.after[:1]
    return {
        "card": Card(item, next(iter(before), None), next(iter(after), None)),
        "timeline": timeline,
        "around": found,
        "chart": event_region(timeline, len(found.events), request.GET.get("lanes", "")),
        "categories": listing.categories(filtered(timeline, {})),
        "elsewhere": True,
        "linked_data": linked_data.of_event(request, timeline, item),
    }


@gzip_page
@require_safe
def entity(request: HttpRequest, entity_id: int) -> HttpResponse:
    """A person, organisation or place, and the timeline of the events that name it."""
    shown = public.entity(entity_id)
    if shown is None:
        return _elsewhere(entity_id)
    found = filtered(shown, request.GET)
    listed = _listed(request, public.pages(public.among(found.queryset)))
    number, total = listed["page"].paginator.count, found.all.tally.total
    context = {
        "entity": shown,
        "filters": filter_bar(found, request.GET, request.path, number, total),
        "chart": entity_region(shown, number, request.GET.get("lanes", "")),
        "categories": listing.categories(found),
        "card": _opened(request, found),
        "total": total,
        "linked": linked(found, request.GET),
        **listed,
    }
    return render(request, "entity.html", context)


def _elsewhere(entity_id: int) -> HttpResponse:
    """Where the one that was merged into another is found now."""
    heir = public.heir_of(entity_id)
    if heir is None:
        raise Http404
    return redirect("entity", heir, permanent=True)


def _opened(request: HttpRequest, found: Filtered) -> Card | None:
    """The event that `?event=` opens, if it is one of these."""
    asked = request.GET.get("event", "")
    if not is_id(asked) or not found.all.queryset.filter(event=int(asked)).exists():
        return None
    item = public.event(int(asked))
    return Card(item, *listing.neighbours(found.queryset, item.event)) if item else None


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The events of all public timelines that the words in `?q=` find."""
    form = SearchForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "query": query, "asked": request.GET.get("q", "")}
    if query:
        context |= _listed(request, searched.Pages(query))
    return render(request, "search.html", context)


def _listed(request: HttpRequest, pages: Paginator[Event]) -> dict[str, Any]:
    page = pages.get_page(request.GET.get("page"))
    return {"page": page, "years": public.by_year(page.object_list), "elsewhere": True}
