"""All choices of a filter, where its menu has only the most frequent: a page for every browser."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.selectors import public
from timeline.selectors.filtering.every_choice import EveryChoice
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.groupings import GROUPINGS
from timeline.templatetags.names import spoken_name
from timeline.web.filter_bar import LABELS, kept_fields
from timeline.web.timeline_at import timeline_at


@require_safe
def of_timeline(request: HttpRequest, slug: str, menu: str) -> HttpResponse:
    """What the events of a timeline name: people, places or sources, with how many events each."""
    shown = timeline_at(request, slug)
    path = reverse("timeline", args=[slug])
    return _page(request, menu, filtered(shown, request.GET), shown.title, path)


@require_safe
def of_entity(request: HttpRequest, entity_id: int, menu: str) -> HttpResponse:
    """The same of the events that name an entity."""
    entity = public.entity(entity_id)
    if entity is None:
        raise Http404
    path = reverse("entity", args=[entity_id])
    return _page(request, menu, filtered(entity, request.GET), spoken_name(entity), path)


def _page(request: HttpRequest, menu: str, found: Filtered, title: str, path: str) -> HttpResponse:
    if menu not in GROUPINGS:
        raise Http404
    page = EveryChoice(found, menu).get_page(request.GET.get("page"))
    here = {(menu, choice.value) for choice in page.object_list}
    # What is chosen elsewhere goes along with what is chosen here.
    elsewhere = [param for param in found.params if param not in here]
    context = {
        "title": title,
        "path": path,
        "menu": menu,
        "label": LABELS[menu],
        "page": page,
        "kept": [*elsewhere, *kept_fields(request.GET)],
    }
    return render(request, "choices.html", context)
