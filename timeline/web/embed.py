"""A timeline inside of other sites: the page that may be framed, and oEmbed (oembed.com), by which
editors of other sites embed it by pasting its address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from timeline.dates import eras
from timeline.models import Timeline
from timeline.selectors import listing, public
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.web.chart_region import chart_region
from timeline.web.filter_bar import encoded, linked
from timeline.web.opened import opened

POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"frame-ancestors": ["*"]}
# Pixels: what is usual for the column of an article, and room for the chart with a card below.
WIDTH, HEIGHT = 720, 520
# Seconds for which other sites may keep what they were told.
CACHE_AGE = 86_400
# Pages that are embedded when their address is pasted.
PASTED = ("timeline", "embed")


@require_safe
@xframe_options_exempt
@csp_replace(POLICY)  # type: ignore[arg-type]  # its types know no arguments from addresses
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The chart of a public timeline without anything around it, with the filters in the address;
    without JavaScript the first page of its list."""
    shown = get_object_or_404(public.timelines(), slug=slug)
    found = filtered(shown, request.GET)
    pages = listing.Pages(shown, found.some)
    context = {
        "timeline": shown,
        "whole": _whole(request, shown, found),
        "filters": {
            "query": encoded(found.params),
            "chips": [{"name": name, "value": value} for name, value in found.params],
        },
        "linked": linked(found, request.GET),
        "more": pages.num_pages > 1,
        "eras": eras.read(shown.eras),
        "years": listing.by_year(shown, pages.get_page(1).object_list),
        "categories": listing.categories(found),
        "card": opened(request, shown, found),
        "chart": chart_region(shown, pages.count, request.GET.get("lanes", "")),
    }
    return render(request, "embed.html", context)


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """What the address in `?url=` embeds as: oEmbed 1.0, type "rich".

    404 for an address that is no public timeline here, 501 for another format than JSON (2.3.4).
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only “json” is spoken here.", status=501, content_type="text/plain")
    shown, query = _pasted(request)
    width = _within(request, "maxwidth", WIDTH)
    height = _within(request, "maxheight", HEIGHT)
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "provider_url": request.build_absolute_uri("/"),
        "title": shown.title,
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "html": frame(request, shown, query, width=str(width), height=height),
        **_thumbnail(request, shown),
    }
    return JsonResponse(answer, headers={"Access-Control-Allow-Origin": "*"})


def _thumbnail(request: HttpRequest, shown: Timeline) -> dict[str, str | int]:
    """The cover, where its size is known and the other site has room for it (2.3.4)."""
    picture = shown.cover.picture if hasattr(shown, "cover") else None
    if picture is None:
        return {}
    size = picture.width, picture.height
    if size != (_within(request, "maxwidth", size[0]), _within(request, "maxheight", size[1])):
        return {}
    return {
        "thumbnail_url": request.build_absolute_uri(picture.address),
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
    }


@dataclass(frozen=True, slots=True)
class Embedding:
    """How other sites embed the timeline: the `line` to copy, and the address for programs
    (oEmbed)."""

    line: str
    oembed: str


def embedding(request: HttpRequest, shown: Timeline) -> Embedding | None:
    """None for a draft."""
    if shown.visibility != Timeline.Visibility.PUBLIC:
        return None
    query = kept(shown, request.GET)
    whole = reverse("timeline", args=[shown.slug]) + (f"?{query}" if query else "")
    asked = urlencode({"url": request.build_absolute_uri(whole)})
    oembed = request.build_absolute_uri(f"{reverse('oembed')}?{asked}")
    return Embedding(line=frame(request, shown, query), oembed=oembed)


def frame(
    request: HttpRequest, shown: Timeline, query: str, width: str = "100%", height: int = HEIGHT
) -> str:
    """One line of HTML for other pages."""
    path = reverse("embed", args=[shown.slug]) + (f"?{query}" if query else "")
    address = request.build_absolute_uri(path)
    context = {"address": address, "timeline": shown, "width": width, "height": height}
    return render_to_string("embed_frame.html", context).strip()


def _whole(request: HttpRequest, shown: Timeline, found: Filtered) -> str:
    """The address of the whole page of what is embedded."""
    query = encoded(found.params)
    path = reverse("timeline", args=[shown.slug]) + (f"?{query}" if query else "")
    return request.build_absolute_uri(path)


def _pasted(request: HttpRequest) -> tuple[Timeline, str]:
    """The timeline whose address was pasted, and what of its query stays."""
    try:
        address = urlsplit(request.GET.get("url", ""))
        page = resolve(address.path)
    except (ValueError, Resolver404):
        raise Http404 from None
    if address.netloc != request.get_host() or page.url_name not in PASTED:
        raise Http404
    shown = get_object_or_404(public.timelines(), slug=page.kwargs["slug"])
    return shown, kept(shown, QueryDict(address.query))


def kept(shown: Timeline, query: QueryDict) -> str:
    """What of the query of a timeline's page is understood."""
    return linked(filtered(shown, query), query).removesuffix("&")


def _within(request: HttpRequest, name: str, usual: int) -> int:
    """The usual size, or less where the other site has less room."""
    asked: Any = request.GET.get(name, "")
    digits = asked.isascii() and asked.isdecimal() and len(asked) <= len("99999")
    return min(usual, max(int(asked), 1)) if digits else usual
