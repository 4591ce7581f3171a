"""Events: entered, corrected and deleted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.models import Category, Event
from timeline.models.event import DERIVED_FIELDS
from timeline.services import memberships, review
from timeline.services.entities import Named, resolve
from timeline.services.joining import join_matching
from timeline.services.people import PUBLISH, User, demand, person, sign
from timeline.services.search_index import index
from timeline.services.sources import EditorsWord, Source, add_sources

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


@transaction.atomic
def create_event(
    *,
    title: str,
    date: str,
    part: str = "",
    summary: str = "",
    category: Category | None = None,
    status: str = Event.Status.SUGGESTED,
    importance: int = 0,
    confidence: float | None = None,
    reasons: Sequence[str] = (),
    participants: Iterable[Named] = (),
    places: Iterable[Named] = (),
    evidence: Iterable[Source] = (),
    language: str = "",
    user: User = None,
) -> Event:
    """Enter an event with what supports it; without a source it stands on the editors' word.

    `date` is EDTF; `language` is that of names not known yet. Raises ValidationError for a date
    that is none, an empty title, or a passage outside its article, PermissionDenied where the user
    may not enter events, or not with this status.
    """
    demand(user, "timeline.add_event")
    _demand_publishing(user, status)
    people = resolve(named=participants, language=language)
    sites = resolve(named=places, language=language)
    event = Event(
        title=title.strip()[: title_length()],
        date=date,
        part=part,
        summary=summary,
        category=category,
        status=status,
        importance=importance,
        confidence=confidence,
        reasons=list(reasons),
        entered_by=person(user),
    )
    _save(event, user)
    event.participants.set(people)
    event.places.set(sites)
    add_sources(event=event, sources=list(evidence) or [EditorsWord()])
    join_matching(events=[event])
    index(event_ids=[event.pk])
    return event


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
    if unknown := changes.keys() - CHANGEABLE:
        raise TypeError(f"Cannot be changed: {', '.join(sorted(unknown))}")
    named = {
        name: resolve(named=changes.pop(name), language=language)
        for name in _NAMED
        if name in changes
    }
    articles, (current,) = review.lock(ids=[event.pk])
    if current.status == Event.Status.MERGED:
        raise ValidationError(
            _("“%(title)s” was merged into another event: change that one, or undo the merge."),
            params={"title": current.title},
        )
    if seen is not None and current.updated_at != seen:
        raise ChangedMeanwhileError
    _demand_publishing(user, current.status, changes.get("status", current.status))
    vars(current)["_change_reason"] = reason or None
    _apply(current, changes, user)
    for name, entities in named.items():
        getattr(current, name).set(entities)
    add_sources(event=current, sources=evidence)
    memberships.synchronise(events=[current])
    join_matching(events=[current])
    index(event_ids=[current.pk])
    if "status" in changes:
        review.mark_articles(articles)
    event.refresh_from_db()
    return current


def _demand_publishing(user: User, *statuses: str) -> None:
    """Who may not publish enters and changes what waits, and nothing else."""
    if set(statuses) != {Event.Status.SUGGESTED}:
        demand(user, PUBLISH)


def _apply(event: Event, changes: Mapping[str, Any], user: User) -> None:
    for name, value in changes.items():
        setattr(event, name, value)
    event.title = event.title.strip()[: title_length()]
    event.entered_by = event.entered_by or person(user)
    _save(event, user)


@transaction.atomic
def delete_events(*, events: Iterable[Event]) -> int:
    """Delete events; the timelines that showed them and the articles that tell them are counted
    right. How many there were."""
    articles, current = review.lock(ids=[event.pk for event in events])
    for event in current:
        memberships.remove(memberships=event.memberships.all())
        event.delete()
    review.mark_articles(articles)
    return len(current)


def title_length() -> int:
    return Event._meta.get_field("title").max_length or 0


def _save(event: Event, user: User) -> None:
    sign(event, user)
    event.clean()
    event.clean_fields(exclude=("entered_by", "category", *DERIVED_FIELDS))
    event.save()
