"""The chart saved as a picture."""

import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route

from tests.browser.drawing import DRAWN, at_rest, open_chart, until
from tests.web import telling

PageMaker = Callable[..., Page]
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def address(site: str) -> str:
    return reverse("timeline", args=[telling.the_harbour().slug])


def _saved(page: Page, ending: str) -> bytes:
    with page.expect_download() as download:
        page.click(f"[data-picture={ending}]")
    assert download.value.suggested_filename == f"the-harbour-its-keepers.{ending}"
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_the_chart_is_saved_as_it_is_shown(
    new_page: PageMaker, address: str, language: str
) -> None:
    page = new_page(locale=language)
    open_chart(page, f"{address}?category=economy&lanes=category")
    at_rest(page)
    page.click("[popovertarget=take-along]")
    drawing = ElementTree.fromstring(_saved(page, "svg"))  # noqa: S314  # our own
    told = [text.text for text in drawing.iter(f"{SVG}text")]
    overview = page.locator(".strip-bars path").get_attribute("d")
    assert [path.get("d") for path in drawing.findall(f"{SVG}svg/{SVG}path")] == [overview]
    assert "The harbour & its keepers" in told
    assert page.evaluate("decodeURI(location.href)") in told
    shown = page.locator(".chart-label").all_inner_texts()
    assert shown
    assert set(shown) <= set(told)
    width, height = (int(drawing.get(name, "0")) for name in ("width", "height"))
    picture = _saved(page, "png")
    assert picture.startswith(PNG)
    # The header of a PNG has its size behind the signature, a length and a name (RFC 2083, 4.1.1).
    assert struct.unpack(">II", picture[16:24]) == (2 * width, 2 * height)


def test_a_picture_that_is_asked_for_before_plotly_is_there_is_saved_then(
    page: Page, address: str
) -> None:
    held: list[Route] = []
    page.route("**/plotly-basic*", lambda route: held.append(route))
    page.goto(address, wait_until="domcontentloaded")
    until(lambda: page.evaluate(DRAWN) and held, "Plotly to be asked for")
    page.click("[popovertarget=take-along]")
    with page.expect_download() as download:
        page.click("[data-picture=png]")
        held[0].continue_()
    assert Path(download.value.path()).read_bytes().startswith(PNG)


# Asks for a picture in the very moment in which the chart is drawn for the first time.
AT_ONCE = """
const mark = performance.mark.bind(performance);
performance.mark = (name) => {
  if (name === "timeline drawn") document.querySelector("[data-picture=svg]").click();
  return mark(name);
};
"""


def test_a_picture_that_is_asked_for_at_once_is_saved_when_it_can_be(
    page: Page, address: str
) -> None:
    page.add_init_script(AT_ONCE)
    with page.expect_download() as download:
        page.goto(address)
    assert download.value.suggested_filename.endswith(".svg")
