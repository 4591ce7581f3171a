"""One event that is two: some of its evidence becomes an event of its own."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.dates.resolved import resolved_date
from timeline.models import Event, Evidence, Timeline
from timeline.services import memberships, review, versions
from timeline.services.events import update_event
from timeline.services.joining import follow_filters
from timeline.services.people import PUBLISH, User, demand, person, sign
from timeline.services.search_index import index

_COPIED = ("title", "summary", "part", "category", "status", "importance", "confidence", "reasons")


@transaction.atomic
def split(*, event: Event, evidence: Collection[int], user: User) -> Event:
    """Take the evidence with these ids out of an event, into a new one that is otherwise like it:
    its names, status and timelines. It has the date that its first words give, where they give
    one. The new event.

    Raises ValidationError, and changes nothing, unless some evidence goes and some stays;
    PermissionDenied where the user may not enter, change and publish events.
    """
    demand(user, "timeline.add_event", "timeline.change_event", PUBLISH)
    articles, (current,) = review.lock(ids=[event.pk])
    pieces = list(current.evidence.filter(pk__in=evidence))
    if not pieces or len(pieces) == current.evidence.count():
        raise ValidationError(
            _("Choose some of the evidence for the second event, and leave some for the first.")
        )
    versions.complete(model=Event, ids=[current.pk])
    second = _like(current, pieces, user)
    for piece in pieces:
        piece.event = second
        sign(piece, user)
        piece.save()
    versions.renew(model=Event, ids=[second.pk])
    index(event_ids=[second.pk])
    _place(second, current)
    update_event(event=current, user=user)  # it is of a person's making now
    review.mark_articles(articles)
    return second


def _like(event: Event, pieces: list[Evidence], user: User) -> Event:
    date = next(filter(None, (resolved_date(piece.resolution) for piece in pieces)), None)
    copied = {name: getattr(event, name) for name in _COPIED}
    second = Event(**copied, date=date.text if date else event.date, entered_by=person(user))
    sign(second, user)
    second.save()
    second.participants.set(event.participants.all())
    second.places.set(event.places.all())
    return second


def _place(second: Event, event: Event) -> None:
    """On the timelines that the first is on, by hand or by their filters."""
    for timeline in Timeline.objects.filter(
        memberships__event=event, memberships__by_hand=True
    ).order_by("pk"):
        memberships.add(events=[second], timeline=timeline, by_hand=True)
    follow_filters(events=[second])
