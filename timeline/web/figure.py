"""`figure.json`: the Plotly figure of one window of a timeline, or of the events of an entity.

Every request is checked strictly, so that each figure has one address and can be cached for good.
"""

import hashlib
import math
from dataclasses import astuple, dataclass
from functools import lru_cache, partial
from typing import Any

import orjson
from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import translation
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from timeline.chart.figure import figure
from timeline.chart.geometry import Geometry
from timeline.chart.window import LARGEST_WIDTH, Window, fit, quantise, quantise_width
from timeline.models import Entity, Timeline
from timeline.selectors import public, transfer
from timeline.selectors.filtering.filters import Filtered, filtered
from timeline.selectors.scopes import scope
from timeline.selectors.window.contents import contents, span
from timeline.selectors.window.lanes import shown
from timeline.selectors.window.opening import opening
from timeline.templatetags.numbers import grouped
from timeline.web.timeline_at import timeline_at

# Counts the changes of what is drawn and of what the script relies on in a figure: raise it with
# each, or browsers go on using the figures that they hold.
FORMAT = 12
ONCE = ("from", "to", "width", "lanes", "lang", "v", "q", "since", "until")
SEVERAL = ("category", "person", "place", "source", "precision", "folded")
PARAMETERS = (*ONCE, *SEVERAL)
DEFAULT_WIDTH = 1120
# More than there are lanes of any arrangement, and longer than the key of any.
MOST_FOLDED, LONGEST_KEY = 64, 64
# Julian days of the years that EDTF can write, with some air; anything beyond is a slip.
FIRST_DAY, LAST_DAY = -3_000_000, 7_000_000
YEAR_IN_SECONDS = 31_536_000

About = Timeline | Entity


class BadRequestError(ValueError):
    """What is wrong with the request: one sentence for a developer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, checked; `window` is None for the whole timeline."""

    window: Window | None
    width: int
    lanes: str
    folded: tuple[str, ...]
    language: str
    version: str
    filtered: Filtered


@gzip_page
@require_safe
def figure_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The figure, or 400 with one sentence that says which parameter is wrong and what would do."""
    timeline = timeline_at(request, slug, Timeline.objects.all())
    is_public = timeline.visibility == Timeline.Visibility.PUBLIC
    return answer(request, timeline, is_public=is_public)


@gzip_page
@require_safe
def entity_figure_json(request: HttpRequest, entity_id: int) -> HttpResponse:
    """The same of all that readers may see of a person, an organisation or a place."""
    entity = public.entity(entity_id)
    if entity is None:
        raise Http404
    return answer(request, entity, is_public=True)


def answer(request: HttpRequest, about: About, *, is_public: bool) -> HttpResponse:
    """The figure of events that whoever asks may see."""
    try:
        asked = _asked(request.GET, about)
    except BadRequestError as error:
        return _json(orjson.dumps({"error": str(error)}), 400)
    tag = _tag(about, asked)
    if tag in _held(request):
        response = HttpResponse(status=304)
    else:
        response = _json(_drawn(about, asked, tag), 200)
    return _cached(response, tag, is_public, asked.version == version_of(about))


def _held(request: HttpRequest) -> list[str]:
    """The tags of what the browser holds; weak ones (W/) are of the same figure, compressed."""
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    return [tag.removeprefix("W/") for tag in tags]


def version_of(about: About) -> str:
    """What the address of a figure carries as `v`."""
    return f"{scope(about).version}.{FORMAT}"


def own_lanes(about: About) -> str:
    """The lanes that readers see who choose none."""
    return about.lanes if isinstance(about, Timeline) else Timeline.Lanes.CATEGORY.value


def _drawn(about: About, asked: Asked, tag: str) -> bytes:
    """As JSON. What every reader sees first is drawn once for all of them."""
    if asked.filtered.params or asked.window not in (None, _opening_window(about)):
        return orjson.dumps(_figure(about, asked))
    key = f"figure.{tag}"
    known: bytes | None = cache.get(key)
    if known is None:
        known = orjson.dumps(_figure(about, asked))
        cache.set(key, known, timeout=None)
    return known


def _opening_window(about: About) -> Window | None:
    found = opening(about)
    return quantise(*found.view) if found else None


def _figure(about: About, asked: Asked) -> dict[str, Any]:
    with translation.override(asked.language):
        days = span(about)
        domain = fit(*days) if days else (0.0, 1.0)
        window = asked.window or quantise(*domain)
        lanes = shown(asked.filtered, asked.lanes)
        geometry = Geometry(window, asked.width, domain, lanes != Timeline.Lanes.ONE)
        return figure(
            contents(asked.filtered, geometry, lanes, asked.folded),
            geometry,
            asked.language,
            translate=translation.gettext,
            counted=partial(_in_words, language=translation.get_language()),
        )


@lru_cache(maxsize=4096)
def _in_words(number: int, language: str) -> str:
    told = translation.ngettext("{count} event", "{count} events", number)
    return told.format(count=grouped(number))


def _asked(query: QueryDict, about: About) -> Asked:
    for name, values in query.lists():
        if name not in PARAMETERS:
            raise BadRequestError(
                f"“{name[:40]}” is no parameter of a figure: {_list(PARAMETERS)} are."
            )
        if len(values) > 1 and name in ONCE:
            raise BadRequestError(f"“{name}” is given {len(values)} times: give it once.")
    lanes = _choice(query, "lanes", list(Timeline.Lanes.values), own_lanes(about))
    languages = [code for code, _ in settings.LANGUAGES]
    own = transfer.language_of(about) if isinstance(about, Timeline) else languages[0]
    language = _choice(query, "lang", languages, own)
    return Asked(
        window=_window(query),
        width=quantise_width(_width(query)),
        lanes=lanes,
        folded=_folded(query),
        language=language,
        version=query.get("v", ""),
        filtered=_filtered(query, about, language),
    )


def _filtered(query: QueryDict, about: About, language: str) -> Filtered:
    """Dates in words are read in the language of the figure."""
    with translation.override(language):
        found = filtered(about, query)
    for name, sentences in found.errors.items():
        raise BadRequestError(f"“{name}” cannot be used: {sentences[0]}")
    return found


def _window(query: QueryDict) -> Window | None:
    if "from" not in query and "to" not in query:
        return None
    first, last = _day(query, "from"), _day(query, "to")
    if first >= last:
        raise BadRequestError("“from” is not before “to”: give the earlier day first.")
    return quantise(first, last)


def _day(query: QueryDict, name: str) -> float:
    try:
        day = float(query.get(name, ""))
    except ValueError:
        day = math.nan
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadRequestError(
            f"“{name}” is no Julian Day Number: give a number such as 2460451 (20 May 2024), "
            f"from {FIRST_DAY} to {LAST_DAY}; “from” and “to” go together."
        )
    return day


def _width(query: QueryDict) -> int:
    text = query.get("width", str(DEFAULT_WIDTH))
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) > 0):
        raise BadRequestError(
            f"“width” is no width in pixels: give a whole number up to {LARGEST_WIDTH}."
        )
    return int(text)


def _folded(query: QueryDict) -> tuple[str, ...]:
    """Keys of lanes; those of no lane are of no account: filters may leave a lane out."""
    keys = sorted(set(query.getlist("folded")))
    if len(keys) > MOST_FOLDED or any(len(key) > LONGEST_KEY for key in keys):
        raise BadRequestError("“folded” names no lane: give the keys of lanes of this timeline.")
    return tuple(keys)


def _choice(query: QueryDict, name: str, choices: list[str], otherwise: str) -> str:
    value = query.get(name, otherwise)
    if value not in choices:
        raise BadRequestError(f"“{name}” cannot be “{value[:40]}”: give one of {_list(choices)}.")
    return value


def _list(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(words)


def _tag(about: About, asked: Asked) -> str:
    window = asked.window and astuple(asked.window)
    lanes = (asked.lanes, asked.folded)
    drawn = (window, asked.width, lanes, asked.language, asked.filtered.params)
    parts = (asked.filtered.scope.key, version_of(about), *drawn)
    return quote_etag(hashlib.sha256(repr(parts).encode()).hexdigest()[:32])


def _cached(response: HttpResponse, tag: str, public: bool, current: bool) -> HttpResponse:
    """For good, when the address carries the present version; else ask again each time."""
    scope = "public" if public else "private"
    response["ETag"] = tag
    response["Cache-Control"] = (
        f"{scope}, max-age={YEAR_IN_SECONDS}, immutable" if current else f"{scope}, no-cache"
    )
    return response


def _json(content: bytes, status: int) -> HttpResponse:
    return HttpResponse(content, status=status, content_type="application/json")
