"""Several events that are one: merged with all their evidence, and taken apart again."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from timeline.models import Event, EventMedia, Evidence, Merge, Telling, Timeline
from timeline.services import memberships, review, versions
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person
from timeline.services.search_index import index, index_tellings

_NAMED = ("participants", "places")
_BATCH = 100


def best_heir(events: Iterable[Event]) -> Event:
    """The one that the others go into unless somebody chooses: what readers know already, else
    what the store has had for longest."""
    return min(events, key=lambda event: (event.status != Event.Status.PUBLISHED, event.pk))


@transaction.atomic
def merge(*, events: Iterable[Event], heir: Event, user: User, reason: str = "") -> int:
    """Let `heir` have all that supports and shows the events, and the timelines they are on; its
    own words, date and names stay, and it takes over words and names where it has none: an article
    in another language names the same people otherwise. `reason` says in the history why. How many
    went into it.

    Raises ValidationError, and changes nothing, where one of them is rejected or merged already, or
    is published while the heir is not; PermissionDenied where the user may not change and publish.
    """
    demand(user, "timeline.change_event", PUBLISH)
    ids = {event.pk for event in events} - {heir.pk}
    articles, locked = review.lock(ids=sorted({*ids, heir.pk}))
    current = {event.pk: event for event in locked}
    into, going = current[heir.pk], [current[pk] for pk in sorted(ids)]
    _check([into, *going], into)
    shown = Timeline.objects.filter(memberships__event__in=ids)
    memberships.lock_timelines_of(event_ids=current, also=shown.values_list("pk", flat=True))
    versions.complete(model=Event, ids=list(current))
    for event in going:
        _merge(event, into, user)
    _settle([into, *going], user, reason)
    review.mark_articles(articles)
    return len(going)


def _check(events: Sequence[Event], heir: Event) -> None:
    for event in events:
        if event.status in (Event.Status.REJECTED, Event.Status.MERGED):
            raise ValidationError(
                _("“%(title)s” cannot be merged: it is %(status)s."),
                params={"title": event.title, "status": event.get_status_display()},
            )
        if event.status == Event.Status.PUBLISHED and event.status != heir.status:
            raise ValidationError(
                _("“%(title)s” is published and “%(heir)s” is not: merge into the published one."),
                params={"title": event.title, "heir": heir.title},
            )


def _merge(event: Event, heir: Event, user: User) -> None:
    record = Merge.objects.create(event=event, status=event.status, merged_by=person(user))
    record.evidence.set(_move(_new_to(heir, event.evidence.all()), heir, user))
    for name in _NAMED:
        if not getattr(heir, name).exists():
            getattr(heir, name).set(getattr(event, name).all())
            getattr(record, name).set(getattr(event, name).all())
    record.media.set(_show(_unlike(heir.media.all(), event.media.all()), heir))
    joined = Timeline.objects.filter(memberships__event=event).exclude(memberships__event=heir)
    for timeline in joined.exclude(left_out=heir).order_by("pk"):
        record.timelines.add(timeline)
        memberships.add(events=[heir], timeline=timeline, by_hand=True)
        if heir.sort_day == event.sort_day:
            place = timeline.memberships.get(event=event)
            timeline.memberships.filter(event=heir).update(tie=place.tie)
    record.tellings.set(_hand_over(event, heir))
    _lend_words(event, heir, record)
    event.status, event.heir = Event.Status.MERGED, heir
    heir.entered_by = heir.entered_by or person(user)


def _hand_over(event: Event, heir: Event) -> list[Telling]:
    """Give the heir the event's tellings, but for those of timelines where the heir has its own."""
    taken = Telling.objects.filter(event=heir).values("timeline")
    return _move_tellings(heir, event.tellings.exclude(timeline__in=taken))


def _lend_words(event: Event, heir: Event, record: Merge) -> None:
    if event.summary and not heir.summary:
        heir.summary, record.summary = event.summary, True
        record.save(update_fields=["summary"])
    own = {telling.timeline_id: telling for telling in heir.tellings.all()}
    for telling in event.tellings.all():  # of the timelines that tell both
        words = (telling.title, telling.summary)
        if any(words) and not _words(own[telling.timeline_id]):
            _say(own[telling.timeline_id], *words)
            record.worded.add(own[telling.timeline_id])


def _take_words_back(event: Event, heir: Event, record: Merge) -> None:
    """What has been changed since stays."""
    if record.summary and heir.summary == event.summary:
        heir.summary = ""
    lent = {telling.timeline_id: telling for telling in event.tellings.all()}
    for telling in record.worded.filter(event=heir):
        if _words(telling) == _words(lent.get(telling.timeline_id)):
            _say(telling, "", "")


def _words(telling: Telling | None) -> tuple[str, ...]:
    return tuple(filter(None, (telling.title, telling.summary))) if telling else ()


def _say(telling: Telling, title: str, summary: str) -> None:
    telling.title, telling.summary = title, summary
    telling.save(update_fields=["title", "summary"])


def _move_tellings(event: Event, tellings: Iterable[Telling]) -> list[Telling]:
    moved = list(tellings)
    for telling in moved:
        telling.event = event
        telling.save(update_fields=["event"])
    return moved


def _new_to(heir: Event, evidence: Iterable[Evidence]) -> list[Evidence]:
    """A passage that supports the heir already stays with the event that is going."""
    passages = ("article_id", "quote_start", "quote_end")
    known = set(heir.evidence.exclude(article=None).values_list(*passages))
    return [
        piece
        for piece in evidence
        if (piece.article_id, piece.quote_start, piece.quote_end) not in known
    ]


def _unlike(shown: Iterable[EventMedia], media: Iterable[EventMedia]) -> list[EventMedia]:
    """Of media those that show something else."""
    known = {(medium.url, medium.picture_id) for medium in shown}
    return [medium for medium in media if (medium.url, medium.picture_id) not in known]


def _show(media: list[EventMedia], event: Event) -> list[EventMedia]:
    """Let an event have media behind its own."""
    last = event.media.aggregate(last=Max("position"))["last"]
    for position, medium in enumerate(media, 0 if last is None else last + 1):
        medium.event, medium.position = event, position
        medium.save(update_fields=["event", "position"])
    return media


def _move(pieces: list[Evidence], event: Event, user: User) -> list[Evidence]:
    for piece in pieces:
        piece.event = event
    if pieces:
        _write(pieces, Evidence, ["event"], user)
    return pieces


def _write(rows: list[Any], model: Any, fields: list[str], user: User, reason: str = "") -> None:
    bulk_update_with_history(
        rows,
        model,
        fields,
        default_user=person(user),
        default_change_reason=reason or None,
        batch_size=_BATCH,
    )


@transaction.atomic
def undo(*, event: Event, user: User, reason: str = "") -> Event:
    """Take an event that was merged out of its heir again, with all that came from it; what is left
    of the heir as it is now. The event.

    Raises ValidationError where it is not merged, or its heir has gone into another one meanwhile,
    PermissionDenied as `merge` does.
    """
    demand(user, "timeline.change_event", PUBLISH)
    heir_id = Event.objects.values_list("heir", flat=True).get(pk=event.pk)
    articles, locked = review.lock(ids=sorted({event.pk, heir_id or event.pk}))
    current = {one.pk: one for one in locked}
    apart, heir = current[event.pk], current.get(heir_id or 0)
    if heir is None or apart.heir_id != heir.pk:
        raise ValidationError(
            _("“%(title)s” is not merged into another event."), params={"title": apart.title}
        )
    if heir.status == Event.Status.MERGED:
        raise ValidationError(
            _("“%(heir)s” has been merged into another event: undo that first."),
            params={"heir": heir.title},
        )
    memberships.lock_timelines_of(event_ids=current)
    versions.complete(model=Event, ids=list(current))
    _take_apart(apart, heir, user)
    _settle([apart, heir], user, reason)
    review.mark_articles(articles)
    return apart


def _take_apart(event: Event, heir: Event, user: User) -> None:
    record = event.merge
    _move(list(record.evidence.filter(event=heir)), event, user)
    _show(list(record.media.filter(event=heir)), event)
    for name in _NAMED:
        getattr(heir, name).remove(*getattr(record, name).all())
    _take_words_back(event, heir, record)
    _move_tellings(event, record.tellings.filter(event=heir))
    came = heir.memberships.filter(timeline__in=record.timelines.all())
    memberships.remove(memberships=came)
    event.status, event.heir = record.status, None
    record.delete()


def _settle(events: list[Event], user: User, reason: str) -> None:
    """Store what the events are now, and bring all that follows from it into accord."""
    now = timezone.now()
    for event in events:
        event.updated_at = now
    _write(events, Event, ["status", "heir", "summary", "entered_by", "updated_at"], user, reason)
    ids = [event.pk for event in events]
    versions.renew(model=Event, ids=ids)
    index(event_ids=ids)
    index_tellings(event_ids=ids)
    memberships.synchronise(events=events)
    follow_filters(events=events)
