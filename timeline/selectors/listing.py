"""A timeline as a list: pages of its events in their order, and one event between its neighbours.

The number of queries does not depend on the number of events.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.contrib.auth.models import AnonymousUser, User
from django.core.paginator import Page, Paginator
from django.db.models import (
    BigIntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

from timeline.dates.julian import from_day
from timeline.dates.resolved import disagree
from timeline.models import (
    Article,
    Category,
    Entity,
    Event,
    Evidence,
    Timeline,
    TimelineCount,
    TimelineEvent,
)
from timeline.models.ranking import COARSEST
from timeline.selectors import positions, readable, tellings
from timeline.selectors.filtering.filters import Filtered
from timeline.selectors.memberships import Memberships, visible
from timeline.selectors.naming import named_by
from timeline.selectors.ordering import ANYWHERE, ON_TIMELINE, Key, after, before, key, key_of
from timeline.selectors.rests import in_their_order

# Takes a server some 60 ms to write; readers seldom go through more at a time.
PER_PAGE = 30


@dataclass(slots=True)
class Item:
    """An event as readers see it. Each evidence has its `quote` and `expression`, cut from the
    article's text, which itself is never loaded; the strongest evidence comes first. `timelines`
    is filled where events of several are shown (`selectors.public`)."""

    event: Event
    evidence: list[Evidence] = field(default_factory=list)
    people: Sequence[Entity] = ()
    places: Sequence[Entity] = ()
    timelines: list[Timeline] = field(default_factory=list)

    @property
    def strongest(self) -> Evidence | None:
        return next(iter(self.evidence), None)

    @property
    def others(self) -> int:
        """How many pieces of evidence there are beside the strongest."""
        return max(0, len(self.evidence) - 1)

    @property
    def is_disputed(self) -> bool:
        """Whether its articles give different dates."""
        resolutions = [
            (each.article_id, each.resolution) for each in self.evidence if each.article_id
        ]
        return disagree(resolutions, self.event.parsed_date)


@dataclass(frozen=True, slots=True)
class Card:
    """An event, and those before and after it in its timeline's order."""

    item: Item
    before: Event | None
    after: Event | None


@dataclass(frozen=True, slots=True)
class Year:
    """The events that sort into one year; `year` is astronomical (0 is 1 BC)."""

    year: int
    items: Sequence[Item]


def readable_by(user: User | AnonymousUser) -> QuerySet[Timeline]:
    """The public timelines, and to the desk the others too, as `described` has them."""
    return described().filter(readable.by(user))


def described() -> QuerySet[Timeline]:
    """Timelines, each with `event_count`, and as EDTF text the `first_date` and `last_date` of what
    readers see of it, None where it is empty."""
    shown = TimelineEvent.objects.filter(timeline=OuterRef("pk"), visible=True)
    in_order = shown.order_by(*ON_TIMELINE)
    counted = TimelineCount.objects.filter(timeline=OuterRef("pk"), level=COARSEST).order_by()
    return Timeline.objects.select_related("cover__picture").annotate(
        event_count=Coalesce(
            Subquery(counted.values("timeline").annotate(sum=Sum("count")).values("sum")), 0
        ),
        first_date=Subquery(in_order.values("event__date")[:1]),
        last_date=Subquery(in_order.reverse().values("event__date")[:1]),
    )


def order(members: Memberships) -> Memberships:
    """In the order of their timeline."""
    return members.order_by(*ON_TIMELINE)


class Pages(Paginator[TimelineEvent]):
    """The events of a timeline, page by page; how many there are is known from its counts, unless
    only `some` of its memberships are wanted."""

    def __init__(self, timeline: Timeline, some: Memberships | None = None) -> None:
        self._members = order(visible(timeline) if some is None else some)
        self._timeline, self._some = timeline, some
        super().__init__(self._members, PER_PAGE)

    def page(self, number: int | str) -> Page[TimelineEvent]:
        """Looked for in the index alone, and then only these events are read."""
        number = self.validate_number(number)
        members, start = self._members, (number - 1) * PER_PAGE
        if start and self._some is None:
            day, before = positions.day_at(self._timeline, start)
            members, start = members.filter(sort_day__gte=day), start - before
        found = list(members.values_list("event", flat=True)[start : start + PER_PAGE])
        shown = order(self._timeline.memberships.filter(event__in=found))
        return Page(shown.select_related("event__category"), number, self)

    @cached_property
    def count(self) -> int:
        if self._some is not None:
            return self._some.count()
        counts = self._timeline.counts.filter(level=COARSEST)
        return counts.aggregate(sum=Sum("count"))["sum"] or 0


def page_number_of(timeline: Timeline, event: Event, some: Memberships | None = None) -> int:
    """The page of the list on which an event stands, or would stand."""
    return (position_of(timeline, event, some) - 1) // PER_PAGE + 1


def position_of(timeline: Timeline, event: Event, some: Memberships | None = None) -> int:
    """The place of an event, from 1 on, in the order of the timeline or of `some` of it."""
    key = key_of(timeline, event)
    if some is not None:
        return some.filter(before(ON_TIMELINE, key)).count() + 1
    same_day = visible(timeline).filter(before(ON_TIMELINE, key), sort_day=event.sort_day)
    return positions.number_before(timeline, event.sort_day) + same_day.count() + 1


def by_year(timeline: Timeline, memberships: Iterable[TimelineEvent]) -> list[Year]:
    """The events of one page as they are on the timeline, with their evidence, grouped by the year
    they sort into."""
    events = [membership.event for membership in memberships]
    tellings.tell(timeline, events)
    return grouped(events)


def grouped(events: Sequence[Event]) -> list[Year]:
    """Events in their order, with what supports them, by the year they sort into."""
    years = groupby(items(events), key=lambda item: from_day(item.event.sort_day)[0])
    return [Year(year, list(group)) for year, group in years]


def latest(timeline: Timeline, number: int) -> list[Event]:
    """The last events of a timeline, the very last first."""
    memberships = order(visible(timeline)).reverse().select_related("event")[:number]
    events = [membership.event for membership in memberships]
    tellings.tell(timeline, events)
    return events


def categories(found: Filtered) -> QuerySet[Category]:
    """The categories of the events that filters leave, in their order."""
    return Category.objects.filter(pk__in=[pk for pk in found.categories if pk is not None])


def card(timeline: Timeline, event_id: int, among: Memberships | None = None) -> Card | None:
    """One event, and its neighbours `among` these of the timeline's memberships, or all of them;
    None where the timeline has no such event that readers may see."""
    if event_id > BigIntegerField.MAX_BIGINT:  # SQLite would refuse to look for it
        return None
    members = visible(timeline)
    found = members.select_related("event__category").filter(event_id=event_id).first()
    if found is None:
        return None
    beside = _beside(members if among is None else among, ON_TIMELINE, key(found))
    tellings.tell(timeline, [found.event, *beside])
    return Card(items([found.event])[0], *beside)


def neighbours(members: Memberships, event: Event) -> tuple[Event | None, Event | None]:
    """The events before and after one among these, which are of several timelines."""
    return _beside(members, ANYWHERE, (event.sort_day, event.pk))


def _beside(members: Memberships, by: Sequence[str], key: Key) -> tuple[Event | None, Event | None]:
    earlier = members.filter(before(by, key)).order_by(*by).reverse()
    return _nearest(earlier), _nearest(members.filter(after(by, key)).order_by(*by))


def _nearest(memberships: Memberships) -> Event | None:
    found = memberships.select_related("event").first()
    return found.event if found else None


def items(events: Sequence[Event]) -> list[Item]:
    """Events with what supports them, their own evidence before what merging brought, and whom they
    name."""
    ids = [event.pk for event in events]
    took_part, held = named_by(ids)
    supports = _supports(ids)
    return [
        Item(each, supports[each.pk], took_part.get(each.pk, ()), held.get(each.pk, ()))
        for each in events
    ]


def _supports(ids: Sequence[int]) -> defaultdict[int, list[Evidence]]:
    """By event. An article that several pieces are from is read once, never its text."""
    evidence = in_their_order(Evidence.objects.with_quotes().filter(event__in=ids))
    articles = Article.objects.defer("text").prefetch_related("addresses")
    found: defaultdict[int, list[Evidence]] = defaultdict(list)
    for piece in evidence.prefetch_related(Prefetch("article", articles)):
        found[piece.event_id].append(piece)
    return found
