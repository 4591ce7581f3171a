"""The story mode by button, arrow key and swipe; the chart follows, the address says where."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from tests.browser.drawing import open_chart, until
from tests.web import telling

PageMaker = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def story(site: str) -> str:
    """The address of the opening of a story of four events."""
    return f"{reverse('timeline', args=[telling.the_harbour().slug])}?story=start"


def _headline(page: Page, words: str) -> None:
    expect(page.locator("#slide h1")).to_have_text(words)


def _search(page: Page) -> str:
    return str(page.evaluate("location.search"))


def test_next_and_previous_change_the_slide_the_address_and_the_chart(page: Page, story: str):
    open_chart(page, story)
    page.click("[data-way=begin]")
    _headline(page, "The harbour stands closed")
    expect(page.locator(".story-position")).to_have_text("1 of 4")
    expect(page.locator(".chart-ring")).to_be_visible()
    page.click("[data-way=next]")
    _headline(page, "<script>alert(1)</script> is asked for")
    expect(page.locator("[data-way=next]")).to_be_focused()
    until(lambda: "story=start" not in _search(page), "the event in the address")
    page.click("[data-way=previous]")
    _headline(page, "The harbour stands closed")


def test_arrow_keys_tell_the_story_wherever_the_focus_is(page: Page, story: str):
    open_chart(page, story)
    page.keyboard.press("ArrowRight")
    _headline(page, "The harbour stands closed")
    page.focus("#chart")
    page.keyboard.press("ArrowRight")
    _headline(page, "<script>alert(1)</script> is asked for")
    expect(page.locator("#chart")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    _headline(page, "The harbour stands closed")
    page.keyboard.press("ArrowLeft")
    _headline(page, "The harbour & its keepers")


def test_in_arabic_the_story_goes_on_to_the_left(new_page: PageMaker, story: str):
    page = new_page(locale="ar")
    open_chart(page, story)
    page.keyboard.press("ArrowLeft")
    _headline(page, "The harbour stands closed")


def test_a_slide_is_reached_by_its_address_and_by_going_back(page: Page, story: str):
    open_chart(page, story)
    page.keyboard.press("ArrowRight")
    _headline(page, "The harbour stands closed")
    page.keyboard.press("ArrowRight")
    _headline(page, "<script>alert(1)</script> is asked for")
    page.go_back()
    _headline(page, "The harbour stands closed")
    open_chart(page, page.evaluate("location.href"))
    _headline(page, "The harbour stands closed")


def test_a_finger_turns_the_slides_and_a_vertical_one_does_not(new_page: PageMaker, story: str):
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    open_chart(page, story)
    touch = page.context.new_cdp_session(page)

    def swipe(*places: tuple[float, float]) -> None:
        for at, (x, y) in enumerate(places):
            kind = "touchMove" if at else "touchStart"
            event = {"type": kind, "touchPoints": [{"x": x, "y": y}]}
            touch.send("Input.dispatchTouchEvent", event)
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe((300, 350), (300, 300), (300, 250))
    _headline(page, "The harbour & its keepers")
    page.evaluate("window.scrollTo(0, 0)")
    swipe((300, 350), (220, 352), (120, 354))
    _headline(page, "The harbour stands closed")


def test_on_a_phone_the_way_on_is_a_day_that_stays_in_sight(new_page: PageMaker, story: str):
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    open_chart(page, story)
    page.click("[data-way=begin]")
    _headline(page, "The harbour stands closed")
    way = page.locator("[data-way=next]")
    expect(way.locator(".story-when")).to_be_visible()
    expect(way.locator(".story-title")).to_be_hidden()
    page.locator("#slide").evaluate("slide => scrollBy(0, slide.getBoundingClientRect().top)")
    expect(page.locator("#story-leave")).not_to_be_in_viewport()
    expect(way).to_be_in_viewport(ratio=1)


def test_a_mark_of_the_chart_opens_its_slide(page: Page, story: str):
    open_chart(page, story)
    page.focus("#chart")
    page.keyboard.press("End")
    _headline(page, "A second basin is dug")


def test_escape_leads_to_the_event_in_the_whole_timeline(page: Page, story: str):
    open_chart(page, story)
    page.keyboard.press("ArrowRight")
    _headline(page, "The harbour stands closed")
    page.focus("#chart")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_contain_text("The harbour stands closed")


def test_without_scripts_the_links_tell_the_story(new_page: PageMaker, story: str):
    page = new_page(java_script_enabled=False)
    page.goto(story)
    page.click("[data-way=begin]")
    _headline(page, "The harbour stands closed")
    page.click("[data-way=next]")
    expect(page.locator(".story-position")).to_have_text("2 of 4")
    page.click("#story-leave")
    expect(page.locator("#card")).to_contain_text("is asked for")


def test_a_slide_that_cannot_be_loaded_says_so_and_can_be_asked_for_again(
    new_page: PageMaker, story: str
):
    page = new_page(expected=("Failed to load", "net::ERR_FAILED"))
    page.route("**/*part=slide*", lambda route: route.abort())
    open_chart(page, story)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".story-failed")).to_contain_text("could not be loaded")
    page.unroute("**/*part=slide*")
    page.get_by_role("button", name="Try again").click()
    _headline(page, "The harbour stands closed")


def test_a_slide_that_fails_behind_another_is_not_told_of(new_page: PageMaker, story: str):
    page, held = new_page(expected=("Failed to load", "net::ERR_FAILED")), list[Route]()
    page.route("**/*part=slide*", lambda route: held.append(route))
    open_chart(page, story)
    until(lambda: held, "the first slide to be asked for", page)
    page.focus("#chart")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    until(lambda: len(held) == 2, "the last slide to be asked for", page)
    held[1].continue_()
    _headline(page, "A second basin is dug")
    with page.expect_event("requestfailed"):
        held[0].abort()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator(".story-failed")).to_have_count(0)
