"""The chart before Plotly is there: drawn by the page's own script, in the same places."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chart.harbour import EVENTS, STORM, publish
from tests.browser.drawing import DRAWN, until, wait_for_drawing

# Boxes on the screen of all bars and signs, by our drawing or by Plotly's.
BOXES = """root => {
  const parts = ['.barlayer rect', '.barlayer .point path', '.points path'];
  const found = document.querySelectorAll(parts.map((part) => `${root} ${part}`));
  return [...found]
    .filter((one) => !one.closest('pattern'))
    .map((one) => one.getBoundingClientRect())
    .map(({ x, y, width, height }) => [x, y, width, height])
    .sort((one, other) => one[1] - other[1] || one[0] - other[0]);
}"""
WITHIN = 2  # pixels
# A day that is not sure, and the signs of the categories that no event of the harbour has.
OTHERS = [
    ("Boats are counted", "2024-05-26~", "society"),
    ("A treaty is signed", "2013-03-01", "diplomacy"),
    ("Shots are fired", "2015-04-01", "conflict"),
    ("A captain is tried", "2017-05-01", "justice"),
]


def boxes(page: Page, root: str) -> list[list[float]]:
    found: list[list[float]] = page.evaluate(BOXES, root)
    return found


def hold_plotly(page: Page) -> list[Route]:
    """The requests for it, which are left without an answer."""
    held: list[Route] = []
    page.route("**/plotly-basic*", lambda route: held.append(route))
    return held


def open_first_drawing(page: Page, address: str) -> None:
    page.goto(address, wait_until="domcontentloaded")
    until(lambda: page.evaluate(DRAWN), "the first drawing")


@pytest.mark.parametrize(
    "options",
    [{}, {"locale": "ar"}, {"viewport": {"width": 390, "height": 844}}],
    ids=["wide", "from right to left", "phone"],
)
def test_marks_stand_where_plotly_draws_them(new_page, site: str, options) -> None:
    timeline = publish("The harbour", [*EVENTS, *OTHERS])
    page = new_page(**options)
    held = hold_plotly(page)
    open_first_drawing(page, f"/timelines/{timeline.slug}/")
    first = boxes(page, ".first-drawing")
    until(lambda: held, "Plotly to be asked for", page)
    held[0].continue_()
    wait_for_drawing(page)
    expect(page.locator(".first-drawing")).to_have_count(0)
    plotted = boxes(page, "#chart")
    assert len(first) == len(plotted) > len(EVENTS)
    for one, other in zip(first, plotted, strict=True):
        assert one == pytest.approx(other, abs=WITHIN)


@pytest.mark.parametrize("touch", [False, True], ids=["a click", "a tap"])
def test_a_mark_opens_its_card_before_plotly_is_there(new_page, site: str, touch: bool) -> None:
    timeline = publish("The quay", [(STORM, "2024-05-19", "disaster")])
    page = new_page(has_touch=touch)
    held = hold_plotly(page)
    open_first_drawing(page, f"/timelines/{timeline.slug}/")
    x, y, width, height = boxes(page, ".first-drawing")[-1]
    press = page.touchscreen.tap if touch else page.mouse.click
    press(x + width / 2, y + height / 2)
    expect(page.locator("#card")).to_contain_text(STORM)
    until(lambda: held, "Plotly to be asked for", page)
    held[0].continue_()
    wait_for_drawing(page)
    expect(page.locator(".chart-ring")).to_be_visible()
    expect(page.locator("#card")).to_contain_text(STORM)


def test_a_timeline_works_where_plotly_never_comes(new_page, crowd: str) -> None:
    def counted() -> int:
        paths = page.locator(".counted-bars path").all()
        return sum((path.get_attribute("d") or "").count("M") for path in paths)

    page = new_page(expected=("plotly-basic",))
    page.route("**/plotly-basic*", lambda route: route.abort())
    open_first_drawing(page, crowd)
    before, bars = boxes(page, ".first-drawing"), counted()
    for _ in range(3):
        page.click("#zoom-in")
        expect(page.locator("#chart")).to_have_attribute("aria-busy", "false")
    until(lambda: counted() < bars / 2, "bars that open")
    assert boxes(page, ".first-drawing") != before


def test_it_is_painted_for_the_dark_and_for_paper(new_page, harbour: str) -> None:
    def rules(event: str = "") -> str:
        told = f"window.dispatchEvent(new Event('{event}'))," if event else ""
        line = "document.querySelector('.first-drawing .gridlayer').getAttribute('stroke')"
        return str(page.evaluate(told + line))

    page = new_page(color_scheme="dark")
    hold_plotly(page)
    open_first_drawing(page, harbour)
    dark = rules()
    paper = rules("beforeprint")
    assert paper != dark, "what is printed is drawn before the event is over"
    rules("afterprint")
    until(lambda: rules() == dark, "the colours of the screen")
    page.emulate_media(color_scheme="light")
    until(lambda: rules() == paper, "light colours")
