"""An event among those that lie nearest to it on a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.models import Category, Event, Timeline
from timeline.selectors import listing, ordering
from timeline.selectors.census import Days
from timeline.selectors.memberships import visible

# On either side; as many have room for their labels on a phone.
NUMBER = 4
# A mark takes this share of a phone's width: where the next one lies nearer, the edge cuts it.
_MARK = 1 / 20


@dataclass(frozen=True, slots=True)
class Around:
    """Up to `NUMBER` events `before` and `after` one, each list in the timeline's order, and the
    first and the last Julian day that a chart of them shows, with some air."""

    before: Sequence[Event]
    event: Event
    after: Sequence[Event]
    days: Days

    @property
    def events(self) -> list[Event]:
        return [*self.before, self.event, *self.after]

    @property
    def categories(self) -> list[Category]:
        """Those of the events, in their order."""
        some = {event.category for event in self.events if event.category}
        return sorted(some, key=lambda category: (category.position, category.pk))


def around(timeline: Timeline, event: Event) -> Around:
    members = listing.order(visible(timeline)).select_related("event__category")
    key = ordering.key_of(timeline, event)
    earlier = members.filter(ordering.before(ordering.ON_TIMELINE, key)).reverse()[: 2 * NUMBER]
    later = members.filter(ordering.after(ordering.ON_TIMELINE, key))[: 2 * NUMBER]
    before = [membership.event for membership in earlier]
    after = [membership.event for membership in later]
    days = _days(event, before, after)
    return Around(before[:NUMBER][::-1], event, after[:NUMBER], days)


def _days(event: Event, before: Sequence[Event], after: Sequence[Event]) -> Days:
    """Of a chart of the nearest; `before` and `after` go on from there, the nearest first."""
    own = (event.first_day, event.sort_day, event.last_day)
    shown = [day for day in own if day not in (OPEN_START, OPEN_END)]
    shown += [each.sort_day for each in (*before[:NUMBER], *after[:NUMBER])]
    first, last = min(shown), max(shown)
    air = _air(last - first, [first - each.sort_day for each in before[NUMBER:]])
    more = _air(last - first, [each.sort_day - last for each in after[NUMBER:]])
    return first - air, last + more


def _air(length: int, beyond: Sequence[int]) -> int:
    """Days from the end of what is shown to the edge, which lies in the first gap between those
    `beyond` (days away) that is wide enough for no mark to be cut."""
    air, mark = max(length // 10, 2), max(int(length * _MARK), 2)
    away = [0, *(days for days in beyond if days > 0)]
    for near, far in pairwise(away):
        if far - near > mark:
            return near + min(air, (far - near) // 2)
    return away[-1] + air
