"""The data that the page hands to the chart's script: the address of the figure, its window and
language, and the texts that the script shows."""

from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext

from timeline.chart.room import expected_height
from timeline.models import Entity, Timeline
from timeline.selectors import tellings
from timeline.selectors.filtering.filters import filtered
from timeline.selectors.window import lanes as arrangements
from timeline.selectors.window.contents import span
from timeline.selectors.window.opening import Opening, opening
from timeline.templatetags.names import spoken_name
from timeline.templatetags.numbers import grouped
from timeline.web.figure import About, own_lanes, version_of

# Stands for the event's id in the address of its card; no event has it.
ANY_EVENT = 0


class Room(NamedTuple):
    """About how many pixels high the chart will be: where the names of its lanes stand beside them,
    where they stand over them, and on phones, where the script lays all events in one lane unless
    the address asks for others."""

    wide: int
    narrow: int
    phone: int


@dataclass(frozen=True, slots=True)
class ChartRegion:
    """The attributes of the section `#timeline` (`span`: its first and last Julian day), the label
    of the chart, the room that is kept free for it, what it opens on if not on all, whether it is
    to explain the star, and the words that its script shows."""

    version: str
    figure_url: str
    event_url_template: str
    language: str
    direction: str
    span: tuple[int, int] | None
    lanes: str
    lane_choices: list[tuple[str, str | Promise]]
    label: str
    room: Room
    opening: Opening | None
    has_featured: bool
    texts: dict[str, str]


def chart_region(timeline: Timeline, event_count: int, lanes: str, figure: str = "") -> ChartRegion:
    """`lanes` is what the address asks for; what is no arrangement gives the timeline's own. The
    address of the figure is the timeline's, unless another is given."""
    return _region(
        timeline,
        label=_label(timeline.title, event_count),
        number=event_count,
        lanes=lanes,
        figure=figure or reverse("figure", args=[timeline.address_part]),
        event=reverse("event", args=[timeline.address_part, ANY_EVENT]),
    )


def entity_region(entity: Entity, event_count: int, lanes: str) -> ChartRegion:
    """The chart of all events that name an entity."""
    return _region(
        entity,
        label=_label(spoken_name(entity), event_count),
        number=event_count,
        lanes=lanes,
        figure=reverse("entity_figure", args=[entity.pk]),
        event=reverse("public_event", args=[ANY_EVENT]),
        card=f"?part=card&of={entity.pk}",
    )


def event_region(timeline: Timeline, number: int, lanes: str) -> ChartRegion:
    """The chart of a timeline on the page of one of its events, where others lead to their own. The
    `number` of events around it is so small that they lie in one lane unless `lanes` says more."""
    region = _region(
        timeline,
        label=gettext("Chart of the events around this one; they are listed below."),
        number=number,
        lanes=lanes or Timeline.Lanes.ONE,
        figure=reverse("figure", args=[timeline.address_part]),
        event=reverse("public_event", args=[ANY_EVENT]),
    )
    return replace(
        region, texts=region.texts | {"failed": gettext("The chart could not be loaded.")}
    )


def _region(
    about: About,
    *,
    label: str,
    number: int,
    lanes: str,
    figure: str,
    event: str,
    card: str = "?part=card",
) -> ChartRegion:
    shown = lanes if lanes in Timeline.Lanes.values else own_lanes(about)
    return ChartRegion(
        version=version_of(about),
        figure_url=figure,
        event_url_template=event.replace(f"/{ANY_EVENT}/", "/{id}/") + card,
        language=get_language() or "",
        direction="rtl" if get_language_bidi() else "ltr",
        span=span(about),
        lanes=shown,
        lane_choices=list(Timeline.Lanes.choices),
        label=label,
        room=_room(about, number, shown, is_chosen=bool(lanes)),
        opening=opening(about),
        has_featured=isinstance(about, Timeline) and tellings.feature_any(about),
        texts=_texts(),
    )


def _room(about: About, number: int, lanes: str, *, is_chosen: bool) -> Room:
    """For a chart of so many of the events, which are taken to be spread as all of them are."""
    sizes = arrangements.sizes(filtered(about, {}), lanes)
    share = number / max(sum(sizes), 1)
    some = [ceil(size * share) for size in sizes]
    named = lanes != Timeline.Lanes.ONE
    return Room(
        wide=expected_height(some, narrow=False, named=named),
        narrow=expected_height(some, narrow=True, named=named),
        phone=expected_height(
            some if is_chosen else [number], narrow=True, named=named and is_chosen
        ),
    )


def _label(title: str, event_count: int) -> str:
    text = ngettext(
        "Chart of “{title}” with {count} event; the list below says the same in words.",
        "Chart of “{title}” with {count} events; the list below says the same in words.",
        event_count,
    )
    return text.format(title=title, count=grouped(event_count))


def _texts() -> dict[str, str]:
    return {
        "loading": gettext("Loading…"),
        "failed": gettext("The chart could not be loaded. The list below has every event."),
        "retry": gettext("Try again"),
        "event_failed": gettext("The event could not be loaded."),
        "outside": gettext("No event is known from then; the chart tells of {period}."),
        "jump_failed": gettext("The date could not be read just now. Try again."),
        "empty": gettext("No event in this period."),
        "featured": gettext("Featured"),
        "disagree": gettext("The sources give different dates"),
        "lanes": gettext("Lanes"),
        "summary": gettext("{events}, {period}. The most at a time: {most}, {busiest}."),
        "summary_lanes": gettext("In lanes: {lanes}."),
        "filters_failed": gettext("The events could not be looked for."),
        "window_start": gettext("Start of the period shown"),
        "window_whole": gettext("Period shown"),
        "window_end": gettext("End of the period shown"),
    }
