"""Events of a file, stored on a timeline: all of them or none."""

import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, cast

from django.db import transaction

from timeline.extraction.findings import Kind, Name
from timeline.fetching.fields import primary_language
from timeline.formats.incoming.contents import Incoming
from timeline.formats.records import EventRecord, Medium, Named, Support, TimelineRecord
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
from timeline.selectors.store import event_words
from timeline.services import locks, memberships, rows
from timeline.services.batches import batches
from timeline.services.entities import compared, resolve
from timeline.services.importing import articles, categories, eras, tellings
from timeline.services.importing.drafts import Draft, drafts_of, looks
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person
from timeline.services.pictures import fields_of, kept_at
from timeline.services.sources import Quote
from timeline.services.timelines import create_timeline
from timeline.text import in_its_own_order

# Events written at a time.
_EVENTS = 1000
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events came, how many were there, the categories that were left out, which nobody
    has and the user may not make, and how many eras were."""

    added: int
    known: int
    left_out: tuple[str, ...] = ()
    eras_left_out: int = 0


def import_events(
    *,
    incoming: Incoming,
    timeline: Timeline,
    publish: bool = False,
    user: User = None,
    progress: Progress = lambda done: None,
    drafts: Sequence[Draft] | None = None,
) -> Imported:
    """Store the events that the timeline has not yet; they wait for review unless published. A
    draft stays one. `drafts` are those of the file, where a transaction has begun already, which
    others wait for.

    Raises FaultyError where anything is wrong in the file, PermissionDenied where the user may not
    enter events, change timelines, or publish.
    """
    demand(user, "timeline.add_event", "timeline.change_timeline")
    if publish:
        demand(user, PUBLISH)
    ready = drafts_of(incoming) if drafts is None else drafts
    with transaction.atomic():
        imported = _stored(ready, timeline, publish, user, progress)
        left_out = eras.add(records=incoming.eras, timeline=timeline, user=user)
        timeline.refresh_from_db(fields=["version", "updated_at"])
        return replace(imported, eras_left_out=left_out)


def import_as_new(
    *,
    incoming: Incoming,
    title: str = "",
    publish: bool = False,
    user: User = None,
    progress: Progress = lambda done: None,
    drafts: Sequence[Draft] | None = None,
) -> tuple[Timeline, Imported]:
    """The same on a new timeline, with the introduction, credits, cover and language of the file,
    and its title where none is given. Raises PermissionDenied where the user may not make a
    timeline."""
    ready = drafts_of(incoming) if drafts is None else drafts
    with transaction.atomic():
        timeline = _made(incoming.timeline, title, user)
        return timeline, import_events(
            incoming=incoming,
            timeline=timeline,
            publish=publish,
            user=user,
            progress=progress,
            drafts=ready,
        )


def _made(record: TimelineRecord | None, title: str, user: User) -> Timeline:
    timeline = create_timeline(
        title=(title or (record.title if record else ""))[:TITLE_LENGTH],
        introduction=record.introduction if record else "",
        credits=record.credits if record else "",
        look=looks(record.look) if record else {},
        language=primary_language(record.language) if record else "",
        user=user,
    )
    if record and record.cover:
        Cover.objects.create(
            timeline=timeline, **fields_of(record.cover, kept_at([record.cover.url]))
        )
    return timeline


def _stored(
    drafts: Sequence[Draft], timeline: Timeline, publish: bool, user: User, progress: Progress
) -> Imported:
    locks.hold(f"import into {timeline.pk}")
    here = {entry.row for entry in known([draft.entry for draft in drafts], timeline)}
    new = [draft for draft in drafts if draft.entry.row not in here]
    store, left_out = _prepared(new, timeline, publish, user)
    for some in batches(new, size=_EVENTS):
        store.store(some)
        progress(len(some))
    events = [draft.event for draft in new]
    memberships.join(events=events, timeline=timeline)
    tellings.store(drafts=new, timeline=timeline, user=user, pictures=store.pictures)
    follow_filters(events=events)
    return Imported(len(events), len(here), left_out)


def _prepared(
    new: Sequence[Draft], timeline: Timeline, publish: bool, user: User
) -> tuple["_Store", tuple[str, ...]]:
    records = [draft.record for draft in new]
    wanted = ((event.category, event.category_name) for event in records)
    found, left_out = categories.resolve(wanted, user)
    supports = chain.from_iterable(event.evidence for event in records)
    named = dict.fromkeys(chain.from_iterable((*event.people, *event.places) for event in records))
    entities = _entities(named, timeline.language)
    return _Store(
        status=Event.Status.PUBLISHED if publish else Event.Status.SUGGESTED,
        user=user,
        categories=found,
        quotes=articles.place(supports, person(user)),
        entities=entities,
        found_by=_found_by(set(entities.values())),
        pictures=kept_at(medium.url for medium in chain.from_iterable(map(_shown, records))),
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


def _found_by(entities: Collection[int]) -> dict[int, list[str]]:
    """The names of each, which nobody changes until the transaction ends."""
    found: dict[int, list[str]] = {}
    for some in batches(entities):
        locks.refer(Entity.objects.filter(pk__in=some))
        found |= event_words.names(some)
    return found


def _kinds(named: Iterable[Named]) -> dict[Named, Kind]:
    """The kind of each name. A table does not say who is a person and who an organisation: a name
    that is known has the kind that it has here, any other is a person's."""
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


def _shown(event: EventRecord) -> tuple[Medium, ...]:
    return event.media + (event.elsewhere.media if event.elsewhere else ())


@dataclass(frozen=True, slots=True)
class _Store:
    """All that the events refer to is there: they are written in bulk."""

    status: str
    user: User
    categories: Mapping[tuple[str, str], Category | None]
    quotes: Mapping[Support, Quote]
    entities: Mapping[Named, int]
    found_by: Mapping[int, list[str]]
    pictures: Mapping[str, Picture]

    def store(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self._complete(draft)
        rows.insert_with_history([draft.event for draft in drafts], person(self.user))
        evidence = [
            [self._evidence(draft.event, one) for one in draft.record.evidence] for draft in drafts
        ]
        rows.insert_with_history([*chain.from_iterable(evidence)], person(self.user))
        people = [self._ids(draft.record.people) for draft in drafts]
        places = [self._ids(draft.record.places) for draft in drafts]
        self._name(Event.participants.through, drafts, people)
        self._name(Event.places.through, drafts, places)
        rows.insert([medium for draft in drafts for medium in self._media(draft)])
        self._index(drafts, evidence, map(operator.add, people, places))

    def _complete(self, draft: Draft) -> None:
        record, event = draft.record, draft.event
        event.category = self.categories[record.category, record.category_name]
        event.status = self.status
        event.entered_by = person(self.user)

    def _evidence(self, event: Event, support: Support) -> Evidence:
        evidence = Evidence(event_id=event.pk, kind=support.kind)
        if quote := self.quotes.get(support):
            evidence.article = quote.article
            evidence.quote_start, evidence.quote_end = quote.quote
            if quote.expression:
                evidence.expression_start, evidence.expression_end = quote.expression
        else:
            evidence.citation = in_its_own_order(support.citation)
            evidence.citation_url = support.citation_url
        return evidence

    def _ids(self, named: Sequence[Named]) -> list[int]:
        return sorted({self.entities[name] for name in named})

    def _name(self, through: Any, drafts: Sequence[Draft], ids: Sequence[list[int]]) -> None:
        named = zip(drafts, ids, strict=True)
        pairs = ((draft.event.pk, pk) for draft, some in named for pk in some)
        rows.insert_values(through, ("event", "entity"), pairs)

    def _media(self, draft: Draft) -> list[EventMedia]:
        return [
            EventMedia(event=draft.event, position=position, **fields_of(medium, self.pictures))
            for position, medium in enumerate((draft.record.elsewhere or draft.record).media)
        ]

    def _index(
        self,
        drafts: Sequence[Draft],
        evidence: Iterable[Sequence[Evidence]],
        named: Iterable[Sequence[int]],
    ) -> None:
        rows.insert(
            [
                event_words.index_of(
                    draft.event,
                    [
                        *chain.from_iterable(map(_words, some)),
                        *chain.from_iterable(self.found_by[pk] for pk in ids),
                    ],
                )
                for draft, some, ids in zip(drafts, evidence, named, strict=True)
            ]
        )


def _words(evidence: Evidence) -> Iterator[str]:
    """What an event is found by of a piece of its evidence."""
    if article := evidence.article:
        yield article.text[evidence.quote_start : evidence.quote_end]
        yield from filter(None, (article.title, article.publisher))
    elif evidence.citation:
        yield evidence.citation
