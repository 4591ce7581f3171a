"""An event among those that lie nearest to it on a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.models import Category, Event, Timeline
from timeline.selectors import listing, ordering
from timeline.selectors.census import Days
from timeline.selectors.memberships import visible

# On either side; as many have room for their labels on a phone.
NUMBER = 4


@dataclass(frozen=True, slots=True)
class Around:
    """Up to `NUMBER` events `before` and `after` one, each list in the timeline's order."""

    before: Sequence[Event]
    event: Event
    after: Sequence[Event]

    @property
    def events(self) -> list[Event]:
        return [*self.before, self.event, *self.after]

    @property
    def categories(self) -> list[Category]:
        """Those of the events, in their order."""
        some = {event.category for event in self.events if event.category}
        return sorted(some, key=lambda category: (category.position, category.pk))

    @property
    def days(self) -> Days:
        """The first and the last Julian day that a chart of them shows, with some air."""
        own = (self.event.first_day, self.event.last_day)
        known = [day for day in own if day not in (OPEN_START, OPEN_END)]
        days = [*(event.sort_day for event in self.events), *known]
        air = max((max(days) - min(days)) // 10, 2)
        return min(days) - air, max(days) + air


def around(timeline: Timeline, event: Event) -> Around:
    members = listing.order(visible(timeline)).select_related("event__category")
    key = ordering.key_of(timeline, event)
    earlier = members.filter(ordering.before(ordering.ON_TIMELINE, key)).reverse()[:NUMBER]
    later = members.filter(ordering.after(ordering.ON_TIMELINE, key))[:NUMBER]
    return Around(
        before=[membership.event for membership in earlier][::-1],
        event=event,
        after=[membership.event for membership in later],
    )
