"""The pages that readers meet: the front page, a timeline, one of its events."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from timeline.dates import eras
from timeline.models import Timeline
from timeline.selectors import listing, public
from timeline.selectors import sources as source_list
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.web import linked_data, story
from timeline.web.chart_region import chart_region
from timeline.web.embed import embedding
from timeline.web.filter_bar import filter_bar, linked
from timeline.web.kept import kept
from timeline.web.opened import opened
from timeline.web.timeline_at import timeline_at

# Stories on the front page; more are a page further.
PER_FRONT_PAGE = 48
# Events that the first story tells on the front page.
LATEST = 4


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """All public timelines, the one that changed last first."""
    stories = listing.readable_by(request.user).filter(visibility=Timeline.Visibility.PUBLIC)
    stories = stories.order_by("-updated_at", "-pk")
    page = Paginator(stories, PER_FRONT_PAGE).get_page(request.GET.get("page"))
    lead = page.object_list[0] if page and not page.has_previous() else None
    latest = listing.latest(lead, LATEST) if lead else []
    return render(request, "home.html", {"page": page, "lead": lead, "latest": latest})


@gzip_page
@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    shown = timeline_at(request, slug)
    return kept(request, shown, lambda: page_of(request, shown))


def page_of(
    request: HttpRequest, shown: Any, *, is_preview: bool = False, figure: str = ""
) -> HttpResponse:
    """A timeline: its filters, its chart, the event that `?event=` opens, and as a list what the
    filters leave of its events; with `?story=` all of it told event by event. `figure` is where its
    chart comes from, if not from the usual address."""
    found = filtered(shown, request.GET)
    if story.PARAMETER in request.GET:
        return story.page(request, shown, found)
    card = opened(request, shown, found)
    pages = listing.Pages(shown, found.some)
    page = pages.get_page(request.GET.get("page") or _page_of(shown, found, card))
    path = reverse("timeline", args=[shown.address_part])
    years = listing.by_year(shown, page.object_list)
    context = {
        "timeline": shown,
        "is_preview": is_preview,
        "filters": filter_bar(found, request.GET, path, pages.count, shown.event_count),
        "linked": linked(found, request.GET),
        "page": page,
        "years": years,
        "eras": eras.read(shown.eras),
        "categories": listing.categories(found),
        "card": card,
        "chart": chart_region(shown, pages.count, request.GET.get("lanes", ""), figure),
        "embedding": embedding(request, shown),
        "linked_data": linked_data.of_page(request, shown, page, years),
    }
    return render(request, "timeline.html", context)


@require_safe
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """All that a timeline rests on."""
    shown = timeline_at(request, slug)
    page = source_list.pages(shown).get_page(request.GET.get("page"))
    cited = [] if page.has_next() else source_list.citations(shown)
    return render(request, "sources.html", {"timeline": shown, "page": page, "citations": cited})


@require_safe
def event(request: HttpRequest, slug: str, event_id: int) -> HttpResponse:
    """One event of a timeline: a page of its own, or with `?part=card` what goes into the card. Its
    neighbours are those that the filters in the address leave."""
    shown = timeline_at(request, slug)
    found = filtered(shown, request.GET)
    card = listing.card(shown, event_id, found.some)
    if card is None:
        if heir := public.heir(event_id):
            return redirect(f"{reverse('event', args=[slug, heir])}?{request.GET.urlencode()}")
        raise Http404
    context = {"timeline": shown, "card": card, "linked": linked(found, request.GET)}
    if request.GET.get("part") == "card":
        return render(request, "event_card.html", context)
    context["linked_data"] = linked_data.of_event(request, shown, card.item)
    return render(request, "event.html", context)


def _page_of(shown: Timeline, found: Filtered, card: listing.Card | None) -> int:
    """That of the open event, if the filters leave it."""
    if card is None or not found.queryset.filter(event=card.item.event).exists():
        return 1
    return listing.page_number_of(shown, card.item.event, found.some)
