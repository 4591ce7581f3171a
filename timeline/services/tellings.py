"""How a timeline overrides its events: another title, summary or media, and which it features."""

from django.db import transaction

from timeline.models import Event, Telling, Timeline
from timeline.services import locks, memberships, versions
from timeline.services.people import PUBLISH, User, demand, sign
from timeline.services.search_index import index_tellings
from timeline.text import in_its_own_order


@transaction.atomic
def tell(
    *,
    event: Event,
    timeline: Timeline,
    title: str = "",
    summary: str = "",
    featured: bool = False,
    user: User = None,
    reason: str = "",
) -> Telling:
    """Give an event this title and summary on this timeline alone; an empty one is the event's own.

    `reason` is kept in the history. Raises PermissionDenied where the user may not change timelines
    and publish.
    """
    demand(user, "timeline.change_timeline", PUBLISH)
    locks.events(ids=[event.pk])
    locks.timelines(ids=[timeline.pk])
    known = Telling.objects.filter(event=event, timeline=timeline).first()
    telling = known or Telling(event=event, timeline=timeline)
    versions.complete(model=Telling, ids=[telling.pk] if known else [])
    telling.title, telling.summary = in_its_own_order(title).strip(), in_its_own_order(summary)
    telling.featured = featured
    sign(telling, user)
    vars(telling)["_change_reason"] = reason
    telling.save()
    follow(telling=telling)
    return telling


@transaction.atomic
def follow(*, telling: Telling) -> None:
    """After a telling or its media changed: renew its timeline and the index of what it says."""
    places = telling.timeline.memberships.filter(event=telling.event_id)
    memberships.weigh(places=places.select_related("event"))
    index_tellings(event_ids=[telling.event_id])
    memberships.touch(ids=[telling.timeline_id])
