"""Our file opened in the real TimelineJS: a page of its own, with nothing of the site."""

import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.drawing import until
from tests.formats.telling import TIMELINE, event
from timeline.dates.edtf import parse
from timeline.dates.words import in_words
from timeline.formats import timelinejs
from timeline.formats.records import EraRecord, Medium

DIST = Path(__file__).resolve().parents[2] / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
HOST = "http://timelinejs.test"
PAGE = """<!doctype html><link rel="icon" href="data:,">
<link rel="stylesheet" href="/css/timeline.css">
<div id="told" style="width: 1000px; height: 600px"></div><script src="/js/timeline.js"></script>"""
PICTURE = Medium(f"{HOST}/pier.png", "A & B", "A pier")
# In the order of their days.
DATES = (
    "-0099/-0098",
    "-0043-03-15",
    "0000",
    "0001",
    "18XX",
    "198X",
    "1990~",
    "2011/..",
    "../2018-08",
    "2019-10",
    "2024-05-20",
    "2024-05-22T10:30",
)


def _serve(route: Route) -> None:
    """From its folder; what it would fetch from other hosts, its fonts, it does without."""
    address = urlsplit(route.request.url)
    path = DIST / address.path.lstrip("/")
    if address.path == "/":
        route.fulfill(body=PAGE, content_type="text/html")
    elif address.netloc == urlsplit(HOST).netloc and path.is_file():
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.abort()


@pytest.fixture(scope="module")
def told(browser: Browser) -> Iterator[Page]:
    """TimelineJS with an event for each of the dates."""
    events = [
        event(
            date,
            id=number,
            title=f"Told <{number}>",
            date_in_words=in_words(parse(date), "en"),
            media=(PICTURE,) if number == 3 else (),
        )
        for number, date in enumerate(DATES)
    ]
    timeline = replace(TIMELINE, eras=(EraRecord("A <long> war", "1914/1918"),))
    written = b"".join(timelinejs.write(timeline, events)).decode()
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="en-GB")
    context.route("**/*", _serve)
    page = context.new_page()
    page.goto(HOST)
    page.evaluate(
        """text => {
          window.told = new TL.Timeline("told", JSON.parse(text), { font: null });
          window.told.on("loaded", () => (window.isLoaded = true));
        }""",
        written,
    )
    until(lambda: page.evaluate("window.isLoaded"), "TimelineJS")
    yield page
    context.close()


def _of_events(page: Page, what: str) -> Any:
    return page.evaluate(f"window.told.config.events.map((event) => {what})")


def test_no_event_is_lost_and_all_stand_in_their_order(told):
    assert _of_events(told, "event.unique_id") == [f"event-{n}" for n in range(len(DATES))]
    assert told.evaluate("window.told.config.messages.errors ?? []") == []
    headlines = told.locator(".tl-slide h2.tl-headline").all_text_contents()
    assert {text.strip() for text in headlines} >= {f"Told <{n}>" for n in range(len(DATES))}


def test_every_date_is_shown_as_exact_as_it_is_known(told):
    shown = told.locator(".tl-slide .tl-headline-date").all_text_contents()
    # The title slide has none.
    assert [text.strip() for text in shown if text] == [
        in_words(parse(date), "en") for date in DATES
    ]


def test_years_before_our_era_are_the_same_years_there(told):
    """What TimelineJS would say itself of the days that it is given."""
    days = _of_events(told, "event.start_date.getDisplayDate().replace(/<.*?>/g, '')")
    assert days[:4] == [
        "January 1, 100 BCE",
        "March 15, 44 BCE",
        "January 1, 1 BCE",
        "January 1, 1",
    ]


def test_the_title_the_groups_and_the_picture_come_along(told):
    title = told.locator(".tl-slide-titleslide h2").text_content()
    assert title.strip() == TIMELINE.title
    assert told.locator(".tl-timegroup-message").all_text_contents() == ["Economy"]
    assert _of_events(told, "event.media?.url ?? null")[3] == PICTURE.url


def test_eras_are_bands_there_too(told):
    (era,) = told.locator(".tl-timeera .tl-headline").all_text_contents()
    assert era == "A <long> war"
