"""The order of events that sort into one day, as an editor puts them on a timeline."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from timeline.models import Event, Timeline, TimelineEvent
from timeline.selectors.ordering import ON_TIMELINE
from timeline.services import locks, memberships, versions
from timeline.services.people import PUBLISH, User, demand, sign

# Characters that the reason of a version may have.
_REASON = 100


@transaction.atomic
def move(*, event: Event, timeline: Timeline, before: Event | None, user: User = None) -> None:
    """Put an event right before another one of its day on a timeline, or after all of these.

    Those that stand in an order of their own come first; what joins the day later follows by id.
    The history of the timeline says who did so. Raises ValidationError where the other is not of
    the same day there, PermissionDenied where the user may not change timelines and publish.
    """
    demand(user, "timeline.change_timeline", PUBLISH)
    (current,) = locks.timelines(ids=[timeline.pk])
    moved = current.memberships.get(event=event)
    # By the event's own day, which has an index for those that readers do not see, too.
    day = current.memberships.filter(event__sort_day=moved.sort_day).order_by(*ON_TIMELINE)
    others = list(day.exclude(pk=moved.pk).only("event_id", "tie"))
    others.insert(_index(others, before), moved)
    versions.complete(model=Timeline, ids=[current.pk])
    _number(others)
    sign(current, user)
    reason = _("Moved: %(title)s") % {"title": event.title}
    vars(current)["_change_reason"] = reason[:_REASON]
    current.save(update_fields=["updated_at"])
    versions.renew(model=Timeline, ids=[current.pk])
    memberships.touch(ids=[current.pk])


def _index(places: Sequence[TimelineEvent], before: Event | None) -> int:
    if before is None:
        return len(places)
    ids = [place.event_id for place in places]
    if before.pk not in ids:
        raise ValidationError(_("Only events that begin on the same day can change places."))
    return ids.index(before.pk)


def bring_back(*, timeline: Timeline, days: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Give the events of some days the order of these ids, and all others none of their own; what
    has left the timeline or the day since has no place in it."""
    wanted = {(day, pk): at - len(ids) for day, ids in days for at, pk in enumerate(ids)}
    concerned = Q(tie__lt=0) | Q(event__in={pk for _day, pk in wanted})
    places = timeline.memberships.filter(concerned).only("event_id", "sort_day", "tie")
    _give((place, wanted.get((place.sort_day, place.event_id), 0)) for place in places)


def _number(places: Sequence[TimelineEvent]) -> None:
    """Those up to the last that is out of the order of ids come first, by numbers below 0."""
    by_id = len(places) - 1
    while by_id and places[by_id - 1].event_id < places[by_id].event_id:
        by_id -= 1
    _give((place, min(at - by_id, 0)) for at, place in enumerate(places))


def _give(ties: Iterable[tuple[TimelineEvent, int]]) -> None:
    changed = list[TimelineEvent]()
    for place, tie in ties:
        if place.tie != tie:
            place.tie = tie
            changed.append(place)
    TimelineEvent.objects.bulk_update(changed, ["tie"], batch_size=100)
