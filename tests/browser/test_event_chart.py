"""The chart on the page of an event, by keyboard; and what the overview says beside it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import days, open_chart
from tests.web import telling
from timeline.models import Category, Event, Timeline
from timeline.services.events import create_event
from timeline.services.timelines import publish_events


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


def test_a_label_that_fits_on_neither_side_is_shortened(page: Page, harbour: Timeline) -> None:
    title = "The bridge over the northern arm of the river is opened by the mayor of the old town"
    event = create_event(title=title, date="2020-05")
    publish_events(events=[event], timeline=harbour, user=None)
    page.set_viewport_size({"width": 390, "height": 844})
    open_chart(page, f"/events/{event.pk}/")
    label = page.locator(".chart-label", has_text="The bridge over")
    expect(label).to_contain_text("…")
    box = label.bounding_box()
    assert box
    assert 0 < box["x"] < box["x"] + box["width"] < 390


def test_the_key_names_the_categories_in_view(page: Page, harbour: Timeline) -> None:
    category = Category.objects.get(key="conflict")
    events = [create_event(title="A war", date="1910", category=category)]
    events += [create_event(title="A dry year", date=str(year)) for year in range(1990, 2000)]
    publish_events(events=events, timeline=harbour, user=None)
    opening = Event.objects.get(date="2024-05-20")
    open_chart(page, f"/events/{opening.pk}/")
    society, war = (page.locator(".key li", has_text=name) for name in ("Society", "Conflict"))
    expect(society).to_be_visible()
    expect(war).to_be_hidden()
    page.click("#fit")
    expect(war).to_be_visible()
    expect(society).to_be_visible()


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
