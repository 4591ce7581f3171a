"""The pages as a reader without scripts uses them, and what the reader chooses for themselves."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.web import telling
from timeline.models import Timeline

PageMaker = Callable[..., Page]


@pytest.fixture
def harbour(site: str) -> Timeline:
    return telling.the_harbour()


@pytest.fixture
def plain(new_page: PageMaker, harbour: Timeline) -> Page:
    page = new_page(java_script_enabled=False)
    page.goto(reverse("timeline", args=[harbour.slug]))
    return page


def test_without_scripts_no_control_that_needs_them_is_shown(plain: Page):
    expect(plain.locator("noscript p")).to_be_visible()
    expect(plain.locator("#zoom-in")).to_be_hidden()
    expect(plain.locator("#scheme")).to_be_hidden()


def test_without_scripts_a_timeline_is_taken_along_in_the_ways_that_need_none(plain: Page):
    plain.click("[popovertarget=take-along]")
    expect(plain.get_by_role("link", name="XLSX")).to_be_visible()
    expect(plain.get_by_role("link", name="See it")).to_be_visible()
    for control in ("[data-picture=png]", "[data-picture=svg]", "[data-copy]"):
        expect(plain.locator(control)).to_be_hidden()


def test_without_scripts_an_event_is_opened_read_and_closed(plain: Page, harbour: Timeline):
    plain.locator("#events h4 a", has_text="The harbour opens").click()
    card = plain.locator("#card")
    expect(card.get_by_role("heading", name="The harbour opens")).to_be_in_viewport()
    expect(card.locator("mark")).to_have_text(["on May 20", "في 20 مايو"])
    card.locator("#card-close").click()
    expect(card).to_be_hidden()
    opening = harbour.events.get(date="2024-05-20")
    expect(plain.locator(f"#event-{opening.pk}")).to_be_in_viewport()


def test_without_scripts_the_neighbours_lead_from_event_to_event(plain: Page):
    plain.locator("#events h4 a", has_text="The harbour opens").click()
    plain.locator("#card a.next").click()
    expect(plain.locator("#card h2")).to_have_text("A second basin is dug")


def test_without_scripts_the_language_is_changed_in_place(plain: Page):
    address = plain.url
    plain.locator(".languages summary").click()
    plain.get_by_role("button", name="العربيّة").click()
    expect(plain.locator("html")).to_have_attribute("dir", "rtl")
    assert plain.url == address


def test_the_chosen_scheme_is_kept(new_page: PageMaker, harbour: Timeline):
    page = new_page(color_scheme="light")
    page.goto("/")
    light = _ground(page)
    page.get_by_role("button", name="Dark").click()
    dark = _ground(page)
    assert dark != light
    page.goto(reverse("timeline", args=[harbour.slug]))
    assert _ground(page) == dark
    page.get_by_role("button", name="Light").click()
    assert _ground(page) == light


def test_print_is_black_on_white_and_without_controls(new_page: PageMaker, harbour: Timeline):
    page = new_page(color_scheme="dark")
    page.goto(reverse("timeline", args=[harbour.slug]))
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 35, 41)"
    for control in ("#zoom-in", "#scheme", ".skip"):
        expect(page.locator(control)).to_be_hidden()


def test_the_first_stop_of_the_keyboard_leads_past_the_masthead(page: Page, harbour: Timeline):
    page.goto(reverse("timeline", args=[harbour.slug]))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()


def _ground(page: Page) -> str:
    ground: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return ground
