"""Where events stand in the order of their timeline, told by its counts."""

import pytest

from timeline.models import Event
from timeline.selectors import listing, positions
from timeline.selectors.memberships import visible
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db

DATES = [*["-6000-01-01"] * 3, "-0043-03-15", "1999-12-31", *["2000-01-01"] * 4, "2024", "2025/.."]


@pytest.fixture
def timeline(db):
    timeline = create_timeline(title="Harbours")
    events = [create_event(title=f"Event {at}", date=date) for at, date in enumerate(DATES)]
    publish_events(events=events, timeline=timeline, user=None)
    return timeline


def test_the_day_at_each_position_is_that_of_the_event_there(timeline):
    days = list(listing.order(visible(timeline)).values_list("sort_day", flat=True))
    for position, day in enumerate(days):
        assert positions.day_at(timeline, position) == (day, days.index(day))


def test_beyond_the_last_event_is_its_day(timeline):
    last = positions.day_at(timeline, len(DATES) - 1)
    assert positions.day_at(timeline, len(DATES) + 5) == last


def test_a_timeline_without_events_has_no_day_to_find():
    assert positions.day_at(create_timeline(title="Empty"), 3) == (0, 0)


def test_the_number_of_events_before_a_day(timeline):
    days = list(listing.order(visible(timeline)).values_list("sort_day", flat=True))
    for day in {*days, days[0] - 1, days[3] + 1, days[-1] + 500_000}:
        assert positions.number_before(timeline, day) == sum(one < day for one in days)


def test_every_page_goes_on_where_the_one_before_it_ended(timeline, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    found = []
    for number in range(1, 7):
        page = listing.Pages(timeline).page(number)
        found += [membership.event_id for membership in page.object_list]
        for membership in page.object_list:
            assert listing.page_number_of(timeline, membership.event) == number
    expected = Event.objects.order_by("sort_day", "pk").values_list("pk", flat=True)
    assert found == list(expected)
