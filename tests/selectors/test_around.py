"""An event among its nearest neighbours."""

import pytest

from timeline.models import Category, Event, Timeline
from timeline.selectors.around import NUMBER, around
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events


def _told(*dates: str) -> tuple[Timeline, list[Event]]:
    events = [create_event(title=date, date=date) for date in dates]
    timeline = create_timeline(title="Around")
    publish_events(events=events, timeline=timeline, user=None)
    return timeline, events


def test_the_nearest_on_either_side_stand_in_their_order(db):
    timeline, events = _told(*(str(year) for year in range(2000, 2020)))
    found = around(timeline, events[10])
    assert found.events == events[10 - NUMBER : 11 + NUMBER]
    assert found.before[-1] == events[9]
    assert found.after[0] == events[11]


def test_the_first_has_none_before_it_and_the_last_none_after(db):
    timeline, events = _told("2001", "2002")
    assert around(timeline, events[0]).before == []
    assert around(timeline, events[1]).after == []


def test_events_of_one_day_stand_in_the_order_of_the_list(db):
    timeline, events = _told("2001-01-01", "2001-01-01", "2001-01-01")
    found = around(timeline, events[1])
    assert (found.before, found.after) == ([events[0]], [events[2]])


@pytest.mark.parametrize("date", ["2011/..", "../2011", "2011"])
def test_the_days_shown_hold_the_event_and_its_neighbours_however_open_it_is(db, date):
    timeline, events = _told("2010-05-01", date, "2012-05-01")
    first, last = around(timeline, events[1]).days
    assert first < events[0].first_day
    assert events[2].last_day < last
    assert last - first < 4 * 365


def test_an_event_alone_has_air_around_it(db):
    timeline, events = _told("2024-05-20")
    first, last = around(timeline, events[0]).days
    assert first < events[0].first_day < last


def test_the_categories_are_those_of_the_events_in_their_order_and_nobody_elses(db):
    timeline, events = _told(*(str(year) for year in range(2000, 2000 + NUMBER + 2)))
    for event, key in zip(events, ("society", "economy", "society"), strict=False):
        Event.objects.filter(pk=event.pk).update(category=Category.objects.get(key=key))
    Event.objects.filter(pk=events[-1].pk).update(category=Category.objects.get(key="conflict"))
    shown = around(timeline, Event.objects.get(pk=events[0].pk)).categories
    assert [category.key for category in shown] == ["economy", "society"]


def test_the_edge_of_the_chart_cuts_no_mark_where_there_is_a_gap(db):
    near = [f"2024-05-{day:02}" for day in (9, *range(11, 20), 28)]
    timeline, events = _told("2024-04-01", *near)
    found = around(timeline, events[6])
    assert found.before[0] == events[2], "the ninth lies right before it"
    first, last = found.days
    assert events[0].sort_day < first < events[1].sort_day
    assert events[10].sort_day < last < events[11].sort_day
