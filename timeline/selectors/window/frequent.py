"""The people, places or sources that the most events have, and how many when.

An event that has two of them counts for both; one that has none of them is among the others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.db.models import Count, Exists, OuterRef

from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.selectors.census import Census, census
from timeline.selectors.columns import text
from timeline.selectors.groupings import Grouping
from timeline.selectors.memberships import Memberships
from timeline.selectors.one_of import one_of
from timeline.selectors.tallies import Tally, together
from timeline.selectors.window.known import Known, Pick, known_by_days

# As many lanes as can be told apart, with one for the others.
NUMBER = 7
OTHERS = ""
_EVER = OPEN_START, OPEN_END


def taken(members: Memberships, tally: Tally, grouping: Grouping) -> Census[str]:
    """The most frequent first, the others last; `tally` is that of the memberships."""
    chosen = _keys(members, grouping)
    named = having(members, grouping, chosen).order_by().values("lane", "sort_day")
    counts = named.annotate(events=grouping.number).values_list("lane", "sort_day", "events")
    rest = _lacking_counts(members, tally, grouping, chosen)
    others = ((OTHERS, day, events) for day, events in rest.items())
    return census([*counts, *others], lanes=[*chosen, OTHERS])


def known_of(members: Memberships, grouping: Grouping, some: Sequence[str]) -> Known:
    """The events of some of the most frequent."""
    named = having(members, grouping, some).order_by().distinct()
    return known_by_days(some, named.values_list("lane", "sort_day", "event_id", "prominence"))


def _keys(members: Memberships, grouping: Grouping) -> list[str]:
    """Counted from what puts events into lanes: the way there from the memberships leads through
    all events, which takes twice as long at a million."""
    causes = grouping.every().filter(event__in=members.order_by().values("event"))
    counted = causes.values("lane").annotate(events=grouping.number)
    return [row["lane"] for row in counted.order_by("-events", "lane")[:NUMBER]]


def _lacking_counts(
    members: Memberships, tally: Tally, grouping: Grouping, chosen: Sequence[str]
) -> Counter[int]:
    """All of a day less those that have one of the chosen: these are fewer to look at."""
    every = Counter(dict(together(tally.counts(_EVER, 0))))
    with_one = members.filter(_caused(grouping, chosen)).order_by().values("sort_day")
    every.subtract(dict(with_one.annotate(events=Count("id")).values_list("sort_day", "events")))
    return +every


def having(members: Memberships, grouping: Grouping, some: Sequence[str]) -> Memberships:
    """Those that lie in one of these lanes, each with its `lane`: once for each cause, so that
    `grouping.number` counts them."""
    found: Memberships = members.filter(grouping.lies_in(some)).annotate(lane=grouping.lane)
    return found


def lacking(members: Memberships, grouping: Grouping, some: Sequence[str]) -> Memberships:
    """Those that lie in none of these, in the lane of the others."""
    others: Memberships = members.filter(~_caused(grouping, some)).annotate(lane=text(OTHERS))
    return others


def lanes_of(events: Sequence[int], grouping: Grouping, chosen: Sequence[str]) -> Iterator[Pick]:
    """Which of the chosen lanes these events lie in, or in that of the others."""
    causes = grouping.causes(chosen).filter(one_of("event", events))
    named = set(causes.values_list("event", "lane"))
    yield from named
    others = set(events).difference(event for event, _lane in named)
    yield from ((event, OTHERS) for event in others)


def _caused(grouping: Grouping, some: Sequence[str]) -> Exists:
    return Exists(grouping.causes(some).filter(event=OuterRef("event")))
