"""Marks of many categories, drawn as one trace."""

import pytest
from playwright.sync_api import Page

from tests.browser.drawing import open_chart
from tests.web import telling
from timeline.models import Timeline
from timeline.services.timelines import create_timeline, publish_events

DAYS = [("politics", "2024-05-02"), ("disaster", "2024-05-03"), ("economy", "2024-05-04")]
MONTHS = [("politics", "2023-02"), ("disaster", "2023-04")]
SOFT = [("economy", "2023-06~")]


@pytest.fixture
def quay(site: str) -> Timeline:
    events = [
        telling.event(f"{category} in {date}", date, category=category)
        for category, date in (*DAYS, *MONTHS, *SOFT)
    ]
    timeline = create_timeline(title="The quay")
    publish_events(events=events, timeline=timeline, user=None)
    return timeline


def _values(page: Page, nodes: str, asked: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(nodes, f"(all) => all.map((node) => {asked})")
    return found


def test_each_keeps_its_own_colour_shape_and_softness(page: Page, quay: Timeline) -> None:
    open_chart(page, f"/timelines/{quay.slug}/")
    points, bars = "#chart .scatterlayer .points path", "#chart .barlayer .point path"
    assert len(_values(page, points, "node.style.fill")) == len(DAYS)
    assert len(set(_values(page, points, "node.style.fill"))) == len(DAYS)
    assert len(set(_values(page, points, "node.getAttribute('d')"))) == len(DAYS)
    fills = _values(page, bars, "node.style.fill")
    assert len(fills) == len(MONTHS) + len(SOFT)
    assert len(set(fills)) == len(fills)
    assert sum(fill.startswith("url") for fill in fills) == len(SOFT), "the soft one has a pattern"
    assert len(_values(page, "#chart .scatterlayer .trace", "node")) == 1
    assert len(_values(page, "#chart .barlayer .trace", "node")) == 2
