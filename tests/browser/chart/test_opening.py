"""Events are opened from the chart, the list, the keyboard and the address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chart.harbour import STORM, publish
from tests.browser.drawing import address_days, at_rest, mark, open_chart, span, until
from timeline.dates import julian


def test_a_mark_says_what_it_is_and_opens_its_card(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.mouse.move(*mark(page, STORM))
    expect(page.locator(".chart-tip")).to_contain_text("19 May 2024")
    page.mouse.click(*mark(page, STORM))
    expect(page.locator("#card")).to_contain_text(STORM)
    expect(page.locator("#card")).to_be_focused()
    expect(page.locator("#events [aria-current]")).to_have_text(STORM)
    expect(page.locator(".chart-ring")).to_be_visible()


def test_the_list_opens_the_chart_at_its_event(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    for _ in range(3):
        page.click("#zoom-in")
        at_rest(page)
    page.locator("#events a", has_text="The harbour is founded").click()
    expect(page.locator("#card")).to_contain_text("The harbour is founded")
    first, last = at_rest(page)
    assert first < julian.to_day(1990, 7, 1) < last


def open_many(page: Page) -> Locator:
    """A chart of 130 years, most of whose events are of one month; the link of one of these that
    the chart only counts."""
    crowd = [(f"Entry {n}", f"2024-05-{n % 28 + 1:02}", "politics") for n in range(140)]
    timeline = publish("The month", [("Long ago", "1900", "politics"), *crowd])
    open_chart(page, f"/timelines/{timeline.slug}/?from=1895-01-01&to=2030-01-01")
    drawn = page.evaluate(
        """document.getElementById('chart').data
          .filter((trace) => trace.meta.role === 'marks')
          .flatMap((trace) => trace.customdata.map(([id]) => id))"""
    )
    counted = timeline.events.exclude(pk__in=drawn).order_by("sort_day", "pk")
    return page.locator(f"#event-{counted[0].pk} h4 a")


def test_an_event_among_many_is_come_closer_to_until_it_is_a_mark(page: Page, site: str) -> None:
    open_many(page).click()
    expect(page.locator(".chart-ring")).to_be_visible()
    until(lambda: span(page) < 366, "a year or less")


def test_where_no_closer_figure_comes_the_way_to_an_event_waits(new_page, site: str) -> None:
    page = new_page(expected=("figure.json", "500"))
    link = open_many(page)
    page.route("**/figure.json*", lambda route: route.fulfill(status=500))
    link.click()
    again = page.locator("#chart-status button")
    expect(again).to_be_visible()
    at_rest(page)
    assert span(page) > 366
    page.unroute("**/figure.json*")
    again.click()
    expect(page.locator(".chart-ring")).to_be_visible()
    until(lambda: span(page) < 366, "a year or less")


def test_a_shared_address_gives_the_same_view_and_event(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.mouse.click(*mark(page, STORM))
    expect(page.locator("#card")).to_contain_text(STORM)
    page.click("#zoom-in")
    page.click("#zoom-in")
    seen = at_rest(page)
    until(lambda: address_days(page) == pytest.approx(seen, abs=1), "these days in the address")
    open_chart(page, page.evaluate("location.href"))
    assert at_rest(page) == pytest.approx(seen, abs=1)
    expect(page.locator("#card")).to_contain_text(STORM)
    expect(page.locator(".chart-ring")).to_be_visible()


def test_back_closes_what_was_opened(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.mouse.click(*mark(page, STORM))
    expect(page.locator("#card")).to_contain_text(STORM)
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()


def test_the_way_back_to_an_event_is_no_new_step(page: Page, harbour: str) -> None:
    open_chart(page, f"{harbour}?from=2024-05-01&to=2024-07-01")
    card, there = page.locator("#card h2"), at_rest(page)
    page.focus("#chart")
    page.keyboard.press("End")
    expect(card).to_have_text("The pier is repaired")
    page.locator("#events a", has_text="The harbour is founded").click()
    expect(card).to_have_text("The harbour is founded")
    elsewhere = at_rest(page)
    assert elsewhere[1] < there[0]
    until(
        lambda: address_days(page) == pytest.approx(elsewhere, abs=1), "other days in the address"
    )
    page.go_back()
    expect(card).to_have_text("The pier is repaired")
    assert at_rest(page) == pytest.approx(there, abs=1)
    page.go_forward()
    expect(card).to_have_text("The harbour is founded")


def test_arrow_keys_go_from_event_to_event_and_escape_closes(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.focus("#chart")
    page.keyboard.press("Home")
    expect(page.locator("#card")).to_contain_text("The harbour is founded")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card")).to_contain_text(re.compile("first pier|ferry line"))
    expect(page.locator("#chart")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#card")).to_contain_text("The pier is repaired")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    at_rest(page)
    whole = span(page)
    page.keyboard.press("+")
    at_rest(page)
    assert span(page) < whole
