"""What a page is about: all that readers may see of one timeline, or of whom events name.

Filters, lanes and figures treat both alike.
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Sum

from timeline.models import Entity, Timeline, TimelineCount, TimelineEvent
from timeline.selectors.memberships import Memberships, visible
from timeline.selectors.naming import names

PUBLIC = Timeline.Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Scope:
    """`members` are memberships, one of each event, and `counts` those kept of just these, or None.
    Caches know it by its `key`; the `version` is another one when readers see something new. Events
    are told as `timeline` tells them, where there is one."""

    members: Memberships
    counts: "QuerySet[TimelineCount] | None"
    key: str
    version: str
    timeline: Timeline | None = None


def scope(about: Timeline | Entity) -> Scope:
    if isinstance(about, Timeline):
        key, version = f"timeline {about.pk}", str(about.version)
        return Scope(visible(about), about.counts.all(), key, version, about)
    return Scope(_once(names(about)), None, f"entity {about.pk}", state_of_all())


def _once(wanted: Q) -> Memberships:
    """Of all public timelines; of an event that is on several the oldest membership."""
    public = TimelineEvent.objects.filter(visible=True, timeline__visibility=PUBLIC)
    older = public.filter(event=OuterRef("event"), pk__lt=OuterRef("pk"))
    return public.filter(wanted).exclude(Exists(older))


def state_of_all() -> str:
    """Another one with each change that readers could see on any public timeline."""
    public = Timeline.objects.filter(visibility=PUBLIC).order_by()
    state = public.aggregate(number=Count("pk"), versions=Sum("version"), last=Max("updated_at"))
    changed = state["last"].timestamp() if state["last"] else 0
    return f"{state['number']}-{state['versions'] or 0}-{changed:.6f}"
