"""The timelines that the tests of the chart read."""

import pytest

from tests.browser.chart.harbour import EVENTS, publish
from timeline.dates import julian


@pytest.fixture
def harbour(site: str) -> str:
    """The address of a timeline of eight events."""
    return f"/timelines/{publish('The harbour', EVENTS).slug}/"


@pytest.fixture
def crowd(site: str) -> str:
    """The address of a timeline of 420 events."""
    keys = ("politics", "economy", "disaster")
    events = [(f"Entry {n} of the log", _day(n * 11), keys[n % 3]) for n in range(420)]
    return f"/timelines/{publish('The log', events).slug}/"


def _day(number: int) -> str:
    """The day so many days after 1 January 2010, as EDTF."""
    year, month, day = julian.from_day(julian.to_day(2010, 1, 1) + number)
    return f"{year:04}-{month:02}-{day:02}"
