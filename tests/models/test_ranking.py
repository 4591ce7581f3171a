"""What memberships copy to find the events of a window."""

import pytest

from timeline.models.ranking import prominence, reach


@pytest.mark.parametrize(
    ("days", "expected"), [(1, 0), (2, 1), (31, 1), (32, 2), (366, 2), (367, 3), (90_000, 3)]
)
def test_days_months_and_years_are_of_one_reach_each(days, expected):
    assert reach(-500, -500 + days - 1) == expected


def test_the_more_important_event_is_the_more_prominent_whatever_their_ids():
    low = [prominence(3, number) for number in range(1, 70_000, 7)]
    high = [prominence(4, number) for number in range(1, 70_000, 7)]
    assert max(low) < min(high)


def test_equally_important_events_are_scattered():
    """Of the first hundred that were stored, some come before and some after the others."""
    found = [prominence(5, number) for number in range(1, 1001)]
    first = sorted(range(1000), key=lambda at: found[at])[:100]
    assert 30 < sum(at < 500 for at in first) < 70
