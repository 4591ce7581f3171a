"""A timeline as a story: an opening, then one slide for each event in its order."""

from dataclasses import dataclass

from timeline.models import Event, Timeline
from timeline.selectors import listing, tellings
from timeline.selectors.listing import Item
from timeline.selectors.memberships import Memberships, visible


@dataclass(frozen=True, slots=True)
class Slide:
    """`item` is None on the opening, whose `number` is 0; the events count from 1 to `total`.
    `before` is None on the first event too, since before that comes the opening."""

    item: Item | None
    number: int
    total: int
    before: Event | None
    after: Event | None


def opening(timeline: Timeline, some: Memberships | None = None) -> Slide:
    """The slide before all events, or before `some` of them."""
    shown = visible(timeline) if some is None else some
    found = listing.order(shown).select_related("event").first()
    first = found.event if found else None
    tellings.tell(timeline, [first])
    return Slide(None, 0, _total(timeline, some), None, first)


def slide(timeline: Timeline, event_id: int, some: Memberships | None = None) -> Slide | None:
    """The slide of one event among these of the timeline's memberships, or among all; None where
    the timeline has no such event that readers may see."""
    card = listing.card(timeline, event_id, some)
    if card is None:
        return None
    number = listing.position_of(timeline, card.item.event, some)
    return Slide(card.item, number, _total(timeline, some), card.before, card.after)


def _total(timeline: Timeline, some: Memberships | None) -> int:
    return listing.Pages(timeline, some).count
