"""The chart on the page of an event, by keyboard; and what the overview says beside it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import days, open_chart
from tests.web import telling
from timeline.models import Event, Timeline


@pytest.fixture
def harbour(site: str) -> Timeline:
    return telling.the_harbour()


def test_the_chart_lies_around_the_event_and_leads_to_the_others(
    page: Page, harbour: Timeline
) -> None:
    opening, later = (Event.objects.get(date=date) for date in ("2024-05-20", "2031"))
    open_chart(page, f"/events/{opening.pk}/")
    first, last = days(page)
    assert first < opening.first_day < later.first_day < last
    expect(page.locator(".chart-ring")).to_be_visible()
    page.locator("#chart").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/events/{later.pk}/#chart")
    expect(page.locator("h1")).to_have_text(later.title)
    expect(page.locator("#chart")).to_be_focused()
    expect(page.locator(".chart-ring")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_nothing_jumps_when_the_chart_comes(page: Page, harbour: Timeline, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 1600})
    page.add_init_script(
        """window.moved = [];
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries())
            for (const { node, previousRect, currentRect } of sources)
              if (node?.id === "results")
                window.moved.push(Math.abs(currentRect.y - previousRect.y));
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    open_chart(page, f"/timelines/{harbour.slug}/")
    assert page.evaluate("document.getElementById('results').offsetTop") < 1600, "it is in view"
    assert max(page.evaluate("window.moved"), default=0) < 2


def test_the_overview_says_the_years_only_where_the_chart_does_not(
    page: Page, harbour: Timeline
) -> None:
    open_chart(page, f"/timelines/{harbour.slug}/")
    years = page.locator(".chart-texts .is-fixed").first
    expect(years).to_have_css("opacity", "0")
    page.click("#zoom-in")
    expect(years).to_have_css("opacity", "1")
    page.click("#fit")
    expect(years).to_have_css("opacity", "0")
