"""The views of the API, one for each address."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request

from timeline.api import shapes
from timeline.api.answers import Answer, ForEverySite, State, entity, timeline
from timeline.api.parameters import EVENT_PAGING, FILTERS, PAGING
from timeline.models import Entity, Timeline
from timeline.selectors import listing, public, tellings, transfer
from timeline.selectors import sources as source_list
from timeline.selectors.listing import Item
from timeline.selectors.ordering import ANYWHERE, ON_TIMELINE

WRONG = dict.fromkeys((400, 406, 429), shapes.ErrorShape)
MISSING = WRONG | {404: shapes.ErrorShape}
# Without a sentence of ours: nothing has changed, or a server in front refuses so long an address.
BARE = {304: None, 414: None}


def _answers(shape: Any, errors: dict[int, Any] = WRONG) -> dict[int, Any]:
    return {200: shape} | BARE | errors


class StartView(Answer):
    @extend_schema(responses=_answers(shapes.Start), operation_id="start")
    def get(self, request: Request) -> HttpResponseBase:
        """Where to begin."""
        names = ("timelines", "entities", "schema")
        return self.answer(State(""), lambda: {name: self.link(f"api_{name}") for name in names})


class TimelinesView(Answer):
    parameters = PAGING

    @extend_schema(
        parameters=list(PAGING),
        responses=_answers(shapes.TimelinePage),
        operation_id="list_timelines",
    )
    def get(self, request: Request) -> HttpResponseBase:
        """The public timelines, the oldest first."""
        found = listing.readable_by(AnonymousUser())
        return self.answer(State.of_all(), lambda: self.page(found, partial(_timelines, self)))


class TimelineView(Answer):
    @extend_schema(responses=_answers(shapes.TimelineShape, MISSING), operation_id="get_timeline")
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """One timeline."""
        found = listing.readable_by(AnonymousUser()).filter(slug=slug).first()
        if found is None:
            raise Http404
        return self.answer(State.of(found), lambda: _timelines(self, [found])[0])


class _EventsView(Answer):
    parameters = (*FILTERS, *EVENT_PAGING)

    def answer_events(
        self, about: Timeline | Entity, timeline: Timeline | None
    ) -> HttpResponseBase:
        """A page of its events, as the filters leave them."""
        return self.answer(State.of(about), lambda: self._events(about, timeline))

    def _events(self, about: Timeline | Entity, timeline: Timeline | None) -> Any:
        members = self.filtered(about).queryset.select_related("event__category")

        def tell(rows: Sequence[Any]) -> Any:
            events = [row.event for row in rows]
            if timeline is None:
                return _event_shapes(self, public.items(events), None)
            tellings.tell(timeline, events)
            return _event_shapes(self, listing.items(events), timeline)

        return self.page(members, tell, ON_TIMELINE if timeline else ANYWHERE)


_events_of = partial(
    extend_schema,
    parameters=list(_EventsView.parameters),
    responses=_answers(shapes.EventPage, MISSING),
)


class TimelineEventsView(_EventsView):
    @_events_of(operation_id="list_events_of_timeline")
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """The events of a timeline in its order, as its filters leave them."""
        shown = timeline(slug)
        return self.answer_events(shown, shown)


class TimelineSourcesView(Answer):
    parameters = PAGING

    @extend_schema(
        parameters=list(PAGING),
        responses=_answers(shapes.SourcePage, MISSING),
        operation_id="list_sources_of_timeline",
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """The articles that a timeline rests on, never with their texts."""
        shown = timeline(slug)
        found = source_list.articles(shown)

        def tell(articles: Sequence[Any]) -> Any:
            return shapes.CountedSource(articles, many=True).data

        return self.answer(State.of(shown), lambda: self.page(found, tell))


class EventView(Answer):
    @extend_schema(responses=_answers(shapes.EventShape, MISSING), operation_id="get_event")
    def get(self, request: Request, id: int) -> HttpResponseBase:  # noqa: A002  # the parameter
        """One event; of one that was merged into another, that one."""
        item = public.event(public.heir(id) or id)
        if item is None:
            raise Http404
        return self.answer(State.of_all(), lambda: _event_shapes(self, [item], None)[0])


class EntitiesView(Answer):
    parameters = PAGING

    @extend_schema(
        parameters=list(PAGING), responses=_answers(shapes.EntityPage), operation_id="list_entities"
    )
    def get(self, request: Request) -> HttpResponseBase:
        """The people, organisations and places that events name."""
        found = public.entities().prefetch_related("names")
        return self.answer(State.of_all(), lambda: self.page(found, partial(_entities, self)))


class EntityView(Answer):
    @extend_schema(responses=_answers(shapes.EntityShape, MISSING), operation_id="get_entity")
    def get(self, request: Request, id: int) -> HttpResponseBase:  # noqa: A002
        """One person, organisation or place. The id of one that was merged leads to the other."""
        found = entity(id)
        return self.answer(State.of(found), lambda: _entities(self, [found])[0])


class EntityEventsView(_EventsView):
    @_events_of(operation_id="list_events_of_entity")
    def get(self, request: Request, id: int) -> HttpResponseBase:  # noqa: A002
        """The events that name somebody or a place, as the filters leave them."""
        return self.answer_events(entity(id), None)


@extend_schema(exclude=True)
class NowhereView(Answer):
    """Every other address, so that programs get no HTML."""

    def get(self, request: Request, rest: str) -> HttpResponseBase:
        raise Http404


class SchemaView(ForEverySite, SpectacularAPIView):
    """The OpenAPI document."""

    http_method_names = ("get", "head")
    renderer_classes = [OpenApiJsonRenderer]  # noqa: RUF012  # as its class has it


def _event_shapes(view: Answer, items: Sequence[Item], timeline: Timeline | None) -> Any:
    """Events in the language of a timeline, or each in that of one that it is on."""
    records = transfer.records_of_items(items, timeline, view.request.build_absolute_uri)
    return shapes.EventShape(records, many=True).data


def _timelines(view: Answer, found: Sequence[Any]) -> Any:
    for each in found:
        each.address = view.link("timeline", each.slug)
        each.changed = each.updated_at.isoformat(timespec="seconds")
        each.api_cover = transfer.cover_of(each, view.request.build_absolute_uri)
        each.api_eras = transfer.eras_of(each)
        each.api_events = view.link("api_timeline_events", each.slug)
        each.api_sources = view.link("api_timeline_sources", each.slug)
    return shapes.TimelineShape(found, many=True).data


def _entities(view: Answer, found: Sequence[Any]) -> Any:
    for each in found:
        each.address = view.link("entity", each.pk)
        each.api_events = view.link("api_entity_events", each.pk)
    return shapes.EntityShape(found, many=True).data
