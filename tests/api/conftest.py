"""The story that the tests of the API read."""

import pytest

from tests.web import telling
from timeline.models import Event, Timeline


@pytest.fixture
def harbour(db: None) -> Timeline:
    return telling.the_harbour()


@pytest.fixture
def opening(harbour: Timeline) -> Event:
    """The event of 20 May 2024, told by two articles."""
    return harbour.events.get(date="2024-05-20")
