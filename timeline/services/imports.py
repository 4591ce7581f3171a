"""Events of a file, stored on a timeline: all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

from django.db import transaction

from timeline.extraction.findings import Kind, Name
from timeline.fetching.fields import primary_language
from timeline.formats.incoming.told import Incoming
from timeline.formats.records import EventRecord, Medium, Named, Support
from timeline.models import (
    Category,
    Cover,
    Entity,
    EntityName,
    Event,
    EventMedia,
    Evidence,
    Picture,
    Timeline,
)
from timeline.models.timeline import TITLE_LENGTH
from timeline.selectors.incoming import known
from timeline.services import (
    imported_categories,
    locks,
    memberships,
    quoted_articles,
    rows,
    search_index,
)
from timeline.services.batches import batches
from timeline.services.entities import compared, resolve
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person
from timeline.services.pictures import kept_at
from timeline.services.sources import Quote
from timeline.services.timelines import create_timeline

# Events written at a time.
_EVENTS = 1000


class FaultyError(ValueError):
    """The file has cells that cannot be taken (`Incoming.faults`); nothing was stored."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events came, how many were there, and the categories that were left out, which
    nobody has and the user may not make."""

    added: int
    known: int
    left_out: tuple[str, ...] = ()


@transaction.atomic
def import_events(
    *,
    incoming: Incoming,
    timeline: Timeline,
    publish: bool = False,
    user: User = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Imported:
    """Store the events that the timeline has not yet; they wait for review unless published. A
    draft stays one.

    Raises FaultyError where anything is wrong in the file, PermissionDenied where the user may not
    enter events, change timelines, or publish.
    """
    demand(user, "timeline.add_event", "timeline.change_timeline")
    if publish:
        demand(user, PUBLISH)
    if incoming.faults:
        raise FaultyError(incoming.faults[0].told(str))
    locks.hold(f"import into {timeline.pk}")
    here = {entry.row for entry in known(incoming.entries, timeline)}
    new = [entry.event for entry in incoming.entries if entry.row not in here]
    store, left_out = _prepared(new, timeline, publish, user)
    events: list[Event] = []
    for some in batches(new, size=_EVENTS):
        events += store.store(some)
        progress(len(some))
    memberships.add(events=events, timeline=timeline, by_hand=True)
    follow_filters(events=events)
    timeline.refresh_from_db(fields=["version", "updated_at"])
    return Imported(len(events), len(here), left_out)


@transaction.atomic
def import_as_new(
    *,
    incoming: Incoming,
    title: str = "",
    publish: bool = False,
    user: User = None,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[Timeline, Imported]:
    """The same on a timeline made for it, with the introduction, the cover and the language that
    the file tells, and where none is given its title. PermissionDenied where the user may not make
    one."""
    told = incoming.timeline
    timeline = create_timeline(
        title=(title or (told.title if told else ""))[:TITLE_LENGTH],
        introduction=told.introduction if told else "",
        language=primary_language(told.language) if told else "",
        user=user,
    )
    if told and told.cover:
        Cover.objects.create(timeline=timeline, **_medium(told.cover, kept_at([told.cover.url])))
    imported = import_events(
        incoming=incoming, timeline=timeline, publish=publish, user=user, progress=progress
    )
    return timeline, imported


def _prepared(
    new: Sequence[EventRecord], timeline: Timeline, publish: bool, user: User
) -> tuple["_Store", tuple[str, ...]]:
    wanted = ((event.category, event.category_name) for event in new)
    categories, left_out = imported_categories.resolve(wanted, user)
    supports = chain.from_iterable(event.evidence for event in new)
    named = dict.fromkeys(chain.from_iterable((*event.people, *event.places) for event in new))
    return _Store(
        status=Event.Status.PUBLISHED if publish else Event.Status.SUGGESTED,
        user=user,
        categories=categories,
        quotes=quoted_articles.place(supports, person(user)),
        entities=_entities(named, timeline.language),
        pictures=kept_at(medium.url for event in new for medium in event.media),
    ), left_out


def _entities(named: Iterable[Named], language: str) -> dict[Named, int]:
    """The id of the entity of each name, looked up once."""
    kinds = _kinds(named)
    found = resolve(named=[Name(one.name, kinds[one]) for one in kinds], language=language)
    by_name = {(entity.kind, compared(entity.name)): entity.pk for entity in found}
    also = EntityName.objects.filter(entity__in=[entity.pk for entity in found])
    for kind, folded, pk in also.values_list("entity__kind", "folded", "entity"):
        by_name.setdefault((kind, folded), pk)
    return {one: by_name[kinds[one], compared(one.name)] for one in kinds}


def _kinds(named: Iterable[Named]) -> dict[Named, Kind]:
    """A table leaves open who is a person and who an organisation: who is known by that name tells,
    and else it is a person."""
    given = list(named)
    open_names = {compared(one.name) for one in given if not one.kind}
    known_names: dict[str, str] = {}
    for some in batches(open_names):
        found = EntityName.objects.filter(folded__in=some).exclude(entity__kind=Entity.Kind.PLACE)
        names = found.order_by("-entity_id").values_list("folded", "entity__kind")
        known_names.update(names)
    return {
        one: cast(Kind, one.kind or known_names.get(compared(one.name), Entity.Kind.PERSON))
        for one in given
    }


def _medium(told: Medium, pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """The fields of a medium: a picture that is kept here comes in as itself."""
    picture = pictures.get(told.url)
    return {
        "picture": picture,
        "url": "" if picture else told.url,
        "credit": told.credit,
        "alternative_text": told.alternative_text,
    }


@dataclass(frozen=True, slots=True)
class _Store:
    """All that the events refer to is there: they are written in bulk."""

    status: str
    user: User
    categories: Mapping[tuple[str, str], Category | None]
    quotes: Mapping[Support, Quote]
    entities: Mapping[Named, int]
    pictures: Mapping[str, Picture]

    def store(self, told: Sequence[EventRecord]) -> list[Event]:
        events = [self._event(one) for one in told]
        rows.insert_with_history(events, person(self.user))
        pairs = list(zip(events, told, strict=True))
        rows.insert_with_history(
            [self._evidence(event, one) for event, record in pairs for one in record.evidence],
            person(self.user),
        )
        self._name(Event.participants.through, [(event, one.people) for event, one in pairs])
        self._name(Event.places.through, [(event, one.places) for event, one in pairs])
        rows.insert([medium for event, one in pairs for medium in self._media(event, one)])
        search_index.index(event_ids=[event.pk for event in events])
        return events

    def _event(self, told: EventRecord) -> Event:
        event = Event(
            title=told.title,
            summary=told.summary,
            correction=told.correction,
            date=told.date,
            part=told.part,
            category=self.categories[told.category, told.category_name],
            importance=told.importance,
            status=self.status,
            entered_by=person(self.user),
        )
        event.derive_days()
        return event

    def _evidence(self, event: Event, told: Support) -> Evidence:
        evidence = Evidence(event=event, kind=told.kind)
        if quote := self.quotes.get(told):
            evidence.article = quote.article
            evidence.quote_start, evidence.quote_end = quote.quote
            if quote.expression:
                evidence.expression_start, evidence.expression_end = quote.expression
        else:
            evidence.citation, evidence.citation_url = told.citation, told.citation_url
        return evidence

    def _name(self, through: Any, named: Iterable[tuple[Event, Sequence[Named]]]) -> None:
        rows.insert(
            [
                through(event_id=event.pk, entity_id=pk)
                for event, names in named
                for pk in sorted({self.entities[name] for name in names})
            ]
        )

    def _media(self, event: Event, told: EventRecord) -> list[EventMedia]:
        return [
            EventMedia(event=event, position=position, **_medium(medium, self.pictures))
            for position, medium in enumerate(told.media)
        ]
