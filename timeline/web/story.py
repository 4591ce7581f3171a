"""The story mode of a timeline: `?story=start` is its opening, `?story=<id>` the slide of an event.

Every slide is a page of its own; with `part=slide` it comes without one, for the page's script.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from timeline.models import Timeline
from timeline.models.ids import is_id
from timeline.selectors import listing, public, story
from timeline.selectors.filtering.filters import Filtered
from timeline.web.chart_region import chart_region
from timeline.web.filter_bar import filter_bar, linked

PARAMETER = "story"
START = "start"
# Under a slide the chart is a map: one lane, unless the reader asks for more.
LANES = Timeline.Lanes.ONE.value


def page(request: HttpRequest, shown: Any, found: Filtered) -> HttpResponse:
    """The slide that the address asks for, among the events that the filters leave.

    Raises Http404 for an event that the timeline does not have.
    """
    slide = _slide(request.GET.get(PARAMETER, START), shown, found)
    context = {"timeline": shown, "slide": slide, "linked": linked(found, request.GET)}
    if request.GET.get("part") == "slide":
        return render(request, "slide.html", context)
    chart = chart_region(shown, slide.total, request.GET.get("lanes", LANES))
    path = reverse("timeline", args=[shown.address_part])
    context |= {
        "filters": filter_bar(found, request.GET, path, slide.total, shown.event_count),
        "categories": listing.categories(found),
        "chart": chart,
    }
    return render(request, "timeline_story.html", context)


def _slide(asked: str, shown: Timeline, found: Filtered) -> story.Slide:
    if not is_id(asked):
        return story.opening(shown, found.some)
    slide = story.slide(shown, public.heir(int(asked)) or int(asked), found.some)
    if slide is None:
        raise Http404
    return slide
