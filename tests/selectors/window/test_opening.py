"""What a timeline opens on, from its events."""

import pytest

from timeline.chart.window import fit
from timeline.dates import julian
from timeline.models import Timeline
from timeline.selectors.window.opening import opening
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db

RECENT = ["2019-01-24", "2020", "2021-05-03", "2022-02-11", "2023-03", "2024-09-13"]


def _timeline(*dates: str) -> Timeline:
    timeline = create_timeline(title="Harbours")
    _publish(timeline, *dates)
    return timeline


def _publish(timeline: Timeline, *dates: str) -> None:
    events = [create_event(title=f"A pier is built, {date}", date=date) for date in dates]
    publish_events(events=events, timeline=timeline, user=None)


def test_a_timeline_without_exceptions_opens_on_all_of_it():
    assert opening(_timeline(*RECENT)) is None


def test_a_timeline_without_events_opens():
    assert opening(_timeline()) is None


def test_what_is_left_out_is_told_by_its_own_dates():
    found = opening(_timeline("1905~", *RECENT))
    assert found
    assert (found.number, found.first, found.last) == (len(RECENT), "2019-01-24", "2024-09-13")
    assert found.view == fit(julian.to_day(2019, 1, 24), julian.to_day(2024, 9, 13))
    assert found.earlier == (1, "1905~", "1905~", julian.to_day(1905, 1, 1))
    assert found.later is None


def test_of_more_on_a_side_the_first_and_the_last_are_told():
    found = opening(_timeline("1871-03-02", "1905", *RECENT * 6, "2071", "2098-01-01/.."))
    assert found
    assert found.earlier == (2, "1871-03-02", "1905", julian.to_day(1905, 1, 1))
    assert found.later
    assert found.later[:3] == (2, "2071", "2098-01-01/..")
    assert found.later.nearest == julian.to_day(2071, 12, 31)


def test_an_open_end_stands_out_on_no_side():
    assert opening(_timeline(*RECENT, "2020/..", "../2021")) is None


def test_what_joins_later_counts():
    timeline = _timeline("1905", *RECENT)
    assert opening(timeline)
    _publish(timeline, *(f"{year}" for year in range(1910, 2019)))
    timeline.refresh_from_db()
    assert opening(timeline) is None
