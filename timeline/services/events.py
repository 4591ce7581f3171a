"""Events: entered, corrected and deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import router, transaction
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from timeline.models import Article, Category, Entity, Event, TimelineEvent
from timeline.models.event import DERIVED_FIELDS
from timeline.models.history import deleted_together
from timeline.services import memberships, review, versions
from timeline.services.batches import batches
from timeline.services.entities import Named, resolve, resolve_each
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person, sign
from timeline.services.search_index import index
from timeline.services.sources import EditorsWord, Source, add_first_sources, add_sources
from timeline.text import in_its_own_order

# What an editor may change of an event; `entities.resolve` takes the two of names.
CHANGEABLE = frozenset(
    (
        "title",
        "date",
        "part",
        "summary",
        "correction",
        "category",
        "status",
        "importance",
        "participants",
        "places",
    )
)
_NAMED = ("participants", "places")


class ChangedMeanwhileError(Exception):
    """Somebody else has changed the event since it was read; nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """The fields of an event: `date` is EDTF; without evidence it stands on the editors' word."""

    title: str
    date: str
    part: str = ""
    summary: str = ""
    category: Category | None = None
    status: str = Event.Status.SUGGESTED
    importance: int = 0
    confidence: float | None = None
    reasons: Sequence[str] = ()
    participants: Iterable[Named] = ()
    places: Iterable[Named] = ()
    evidence: Iterable[Source] = ()


def create_event(*, language: str = "", user: User = None, **fields: Any) -> Event:
    """Enter an event: `fields` are those of a `NewEvent`. Raises as `create_events` does."""
    return create_events(new=[NewEvent(**fields)], language=language, user=user)[0]


@transaction.atomic
def create_events(*, new: Sequence[NewEvent], language: str = "", user: User = None) -> list[Event]:
    """Enter events with what supports them, in a number of queries that does not grow with theirs.

    `language` is that of names not known yet. Raises ValidationError for a date that is none, an
    empty title, or a passage outside its article, PermissionDenied where the user may not enter
    events, or not with their status.
    """
    demand(user, "timeline.add_event")
    _demand_publishing(user, *(event.status for event in new))
    named = resolve_each(
        groups=[names for event in new for names in (event.participants, event.places)],
        language=language,
    )
    events = [_checked(_event(event, user), user) for event in new]
    bulk_create_with_history(events, Event)
    _name(Event.participants.through, events, named[::2])
    _name(Event.places.through, events, named[1::2])
    sources = [list(event.evidence) or [EditorsWord()] for event in new]
    add_first_sources(new=list(zip(events, sources, strict=True)))
    index(event_ids=[event.pk for event in events])
    follow_filters(events=events)
    return events


def _event(new: NewEvent, user: User) -> Event:
    return Event(
        title=_one_line(new.title),
        date=new.date,
        part=new.part,
        summary=in_its_own_order(new.summary),
        category=new.category,
        status=new.status,
        importance=new.importance,
        confidence=new.confidence,
        reasons=list(new.reasons),
        entered_by=person(user),
    )


def _name(through: Any, events: Sequence[Event], named: Sequence[Sequence[Entity]]) -> None:
    """Store the participants and places of new events."""
    through.objects.bulk_create(
        through(event_id=event.pk, entity_id=entity.pk)
        for event, entities in zip(events, named, strict=True)
        for entity in entities
    )


@transaction.atomic
def update_event(
    *,
    event: Event,
    user: User,
    language: str = "",
    evidence: Iterable[Source] = (),
    seen: datetime | None = None,
    reason: str = "",
    **changes: Any,
) -> Event:
    """Change what is given (see `CHANGEABLE`) and add evidence; timelines follow.

    `reason` says in the history why. `seen` is when the event had last changed (`updated_at`) as
    the user saw it: ChangedMeanwhileError where that is no longer so.

    What a person corrected is theirs: extraction does not replace it. Raises ValidationError as
    `create_event` does, TypeError for a field that cannot be changed; PermissionDenied where the
    user may not change events, or not those that are decided on.
    """
    demand(user, "timeline.change_event")
    named = _taken_out(changes, language)
    articles, current = _locked(event, seen)
    _demand_publishing(user, current.status, changes.get("status", current.status))
    vars(current)["_change_reason"] = reason or None
    _apply(current, changes, named, user)
    add_sources(event=current, sources=evidence)
    _follow(current)
    if "status" in changes:
        review.mark_articles(articles)
    event.refresh_from_db()
    return current


def _taken_out(changes: dict[str, Any], language: str) -> dict[str, list[Entity]]:
    """Remove the participants and places from `changes` and return their entities, so that only
    fields are left. Raises TypeError for a name that is not in `CHANGEABLE`."""
    if unknown := changes.keys() - CHANGEABLE:
        raise TypeError(f"Cannot be changed: {', '.join(sorted(unknown))}")
    changed = [name for name in _NAMED if name in changes]
    return {name: resolve(named=changes.pop(name), language=language) for name in changed}


def _locked(event: Event, seen: datetime | None) -> tuple[list[Article], Event]:
    """The event under its lock, as it was `seen`, and the articles that it rests on."""
    articles, (current,) = review.lock(ids=[event.pk])
    if current.status == Event.Status.MERGED:
        raise ValidationError(
            _("“%(title)s” was merged into another event: change that one, or undo the merge."),
            params={"title": current.title},
        )
    if seen is not None and current.updated_at != seen:
        raise ChangedMeanwhileError
    return articles, current


def _demand_publishing(user: User, *statuses: str) -> None:
    """Who may not publish enters and changes what waits, and nothing else."""
    if set(statuses) - {Event.Status.SUGGESTED}:
        demand(user, PUBLISH)


def _apply(
    event: Event, changes: Mapping[str, Any], named: Mapping[str, list[Entity]], user: User
) -> None:
    versions.complete(model=Event, ids=[event.pk])
    for name, value in changes.items():
        setattr(event, name, value)
    event.title = _one_line(event.title)
    event.summary = in_its_own_order(event.summary)
    event.correction = in_its_own_order(event.correction)
    event.entered_by = event.entered_by or person(user)
    _checked(event, user).save()
    for name, entities in named.items():
        getattr(event, name).set(entities)
    versions.renew(model=Event, ids=[event.pk])


def _follow(event: Event) -> None:
    """Search and timelines have the event as it is now."""
    index(event_ids=[event.pk])
    memberships.synchronise(events=[event])
    follow_filters(events=[event])


@transaction.atomic
def delete_events(*, events: Iterable[Event], user: User = None, reason: str = "") -> int:
    """Delete events for good, and update the timelines and articles that had them. Returns how many
    there were."""
    articles, current = review.lock(ids=[event.pk for event in events])
    memberships.lock_timelines_of(event_ids=[event.pk for event in current])
    for some in batches(current):
        memberships.remove(memberships=TimelineEvent.objects.filter(event__in=some))
    for event in current:
        sign(event, user)
        vars(event)["_change_reason"] = reason or None
    _delete(current)
    review.mark_articles(articles)
    return len(current)


def _delete(events: Sequence[Event]) -> None:
    """At once, as the database does for a query; but the versions are of these very objects, which
    know who deletes them and why."""
    collector = Collector(using=router.db_for_write(Event))
    collector.collect(events)
    with deleted_together():
        collector.delete()


def _one_line(title: str) -> str:
    return in_its_own_order(title).strip()[: title_length()]


def title_length() -> int:
    return Event._meta.get_field("title").max_length or 0


def _checked(event: Event, user: User) -> Event:
    """The event, its days set and signed for its history. Raises ValidationError."""
    sign(event, user)
    event.clean()
    event.clean_fields(exclude=("entered_by", "category", *DERIVED_FIELDS))
    return event
