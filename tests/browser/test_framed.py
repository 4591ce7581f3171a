"""A timeline in a page of another origin, as the line that its page gives to copy puts it there."""

import html
import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Frame, Page, expect

from tests.browser.drawing import until, wait_for_drawing
from tests.fetching.site import Site, body, serve
from tests.web import telling
from timeline.models import Timeline

PageMaker = Callable[..., Page]
HOST = """<!doctype html><meta charset="utf-8"><title>The Delta Post</title>
<style>:root {{ color-scheme: {scheme} }}</style><h1>An article</h1>{frame}"""
# What Chromium says of a page that may not be framed.
REFUSED = "net::ERR_BLOCKED_BY_RESPONSE"


@pytest.fixture
def harbour(site: str) -> Timeline:
    return telling.the_harbour()


@pytest.fixture
def host() -> Iterator[Site]:
    """Another site: another port of the machine, by another name."""
    yield from serve()


def line(site: str, timeline: Timeline) -> str:
    """The line to copy, as a reader of the timeline is given it."""
    client = Client(headers={"host": site.removeprefix("http://")})
    page = client.get(reverse("timeline", args=[timeline.slug])).text
    (found,) = re.findall(r'id="embed-line"[^>]*>(.*?)</code>', page)
    return html.unescape(found)


def framed(page: Page, host: Site, frame: str, scheme: str = "light") -> Frame:
    """The frame in a page of the host."""
    host.answers["/"] = body(HOST.format(scheme=scheme, frame=frame).encode())
    page.goto(host.url(host="127.0.0.1"))
    found: Frame = until(lambda: page.frames[1:] and page.frames[1], "a frame", page)
    return found


def drawn(frame: Frame) -> Frame:
    frame.locator("#chart").wait_for()  # before, the frame may still be an empty one that leaves
    wait_for_drawing(frame)
    return frame


@pytest.mark.parametrize("width", [340, 720, 1200])
def test_it_is_drawn_in_a_page_of_another_origin_and_fits_its_frame(
    new_page: PageMaker, site, harbour, host, width
):
    page = new_page(expected=("127.0.0.1",), viewport={"width": width, "height": 800})
    frame = drawn(framed(page, host, line(site, harbour)))
    expect(frame.get_by_role("link", name=harbour.title)).to_be_visible()
    inside = frame.evaluate(
        """() => ({
          across: document.documentElement.scrollWidth - innerWidth,
          down: document.documentElement.scrollHeight - innerHeight,
          chart: document.getElementById('chart').getBoundingClientRect().width / innerWidth,
        })"""
    )
    assert inside["across"] <= 0
    assert inside["down"] <= 0
    assert inside["chart"] > 0.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_the_colours_of_the_page_around_it(new_page: PageMaker, site, harbour, host, scheme):
    page = new_page(expected=("127.0.0.1",), color_scheme="null")
    frame = drawn(framed(page, host, line(site, harbour), scheme))
    assert frame.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme


def test_its_links_lead_out_of_the_frame_and_leave_the_page_around_it(
    new_page: PageMaker, site, harbour, host
):
    page = new_page(expected=("127.0.0.1",))
    frame = drawn(framed(page, host, line(site, harbour)))
    with page.context.expect_page() as opened:
        frame.locator(".embed-whole").click()
    expect(opened.value.locator("h1")).to_contain_text(harbour.title)
    assert page.url == host.url(host="127.0.0.1")


@pytest.mark.parametrize("path", ["timeline", "admin:login", "home"])
def test_no_other_page_can_be_framed(new_page: PageMaker, site, harbour, host, path):
    address = reverse(path, args=[harbour.slug] if path == "timeline" else [])
    page = new_page(expected=("127.0.0.1", "frame-ancestors", REFUSED))
    with page.expect_event("requestfailed") as failed:
        framed(page, host, f'<iframe src="{site}{address}"></iframe>')
    assert failed.value.url == f"{site}{address}"
    assert failed.value.failure == REFUSED
