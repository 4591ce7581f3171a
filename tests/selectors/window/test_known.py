"""Events that are known by their days: in one order, in whatever order a database tells them."""

from itertools import permutations

import pytest

from timeline.extraction.findings import Name
from timeline.models import Timeline
from timeline.models.ranking import prominence
from timeline.selectors.filtering.filters import filtered
from timeline.selectors.groupings import GROUPINGS
from timeline.selectors.window import frequent
from timeline.selectors.window.known import known_by_days
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

WEIGHT = prominence(1, 0)
# Lane, day, event, prominence: two events in two lanes each.
MEMBERS = [("b", 1, 7, WEIGHT), ("a", 1, 7, WEIGHT), ("b", 1, 8, WEIGHT), ("a", 1, 8, WEIGHT)]


def test_lanes_of_one_event_come_in_their_order():
    first, *others = (known_by_days(["b", "a"], members) for members in permutations(MEMBERS))
    assert first.within((1, 1), ["a", "b"]) == [(7, "b"), (7, "a"), (8, "b"), (8, "a")]
    assert first.foremost_within((1, 1), ["a", "b"], 3) == [(7, "b"), (7, "a"), (8, "b")]
    assert all(other == first for other in others)


@pytest.mark.django_db
def test_where_a_database_cuts_between_two_lanes_of_an_event_the_first_by_name_stays():
    people = [Name(name, "person") for name in ("Mara Lind", "Sam Reed", "Alma Torres")]
    event = create_event(title="They meet", date="2024", importance=1, participants=people)
    timeline = create_timeline(title="Meetings")
    publish_events(events=[event], timeline=timeline, user=None)
    found = filtered(timeline, {})
    lanes = sorted(str(one.pk) for one in event.participants.all())
    for order in (lanes, lanes[::-1]):
        some = frequent.having(found.queryset, GROUPINGS[Timeline.Lanes.PERSON], order)
        cut = found.foremost(some, 2).values_list("lane", flat=True)
        assert list(cut) == lanes[:2]
