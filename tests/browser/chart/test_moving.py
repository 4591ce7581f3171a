"""Moving in time: zooming and panning by button, wheel, mouse, touch and the overview."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart.harbour import STORM
from tests.browser.drawing import at_rest, days, mark, open_chart, span, until
from timeline.chart.window import quantise


def test_zooming_changes_the_axis_and_the_way_back_is_all(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    whole = days(page)
    page.click("#zoom-in")
    closer = at_rest(page)
    assert closer[1] - closer[0] == pytest.approx((whole[1] - whole[0]) / 2)
    page.click("#pan-forward")
    assert at_rest(page)[0] > closer[0]
    page.click("#zoom-out")
    at_rest(page)
    page.click("#fit")
    assert at_rest(page) == pytest.approx(whole)
    until(lambda: "from=" not in page.evaluate("location.search"), "an address without days")


def test_zooming_opens_counted_bars_into_marks(page: Page, crowd: str) -> None:
    def marks() -> int:
        return int(page.locator("#chart .points path").count())

    def counted() -> int:
        paths = page.locator(".counted-bars path").all()
        return sum((path.get_attribute("d") or "").count("M") for path in paths)

    open_chart(page, crowd)
    before = counted()
    assert before
    for _ in range(3):
        page.click("#zoom-in")
        at_rest(page)
        assert not counted() or page.locator(".chart-number").count()
    until(lambda: counted() < before / 2, "bars that open")
    assert marks()


def test_ctrl_and_the_wheel_zoom_at_the_pointer_and_the_plain_wheel_scrolls(
    page: Page, harbour: str
) -> None:
    open_chart(page, harbour)
    whole, (x, y) = span(page), mark(page, STORM)
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    at_rest(page)
    assert span(page) < whole * 0.7
    assert mark(page, STORM)[0] == pytest.approx(x, abs=3)
    seen = days(page)
    page.mouse.wheel(0, 200)
    until(lambda: page.evaluate("window.scrollY") >= 100, "a page that scrolls")
    assert days(page) == seen


def test_the_mouse_pans(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.click("#zoom-in")
    first = at_rest(page)[0]
    box = page.locator("#chart").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 8
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 150, y, steps=4)
    page.mouse.up()
    assert at_rest(page)[0] < first


def test_a_mouse_that_is_let_go_beside_the_chart_drags_no_more(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.click("#zoom-in")
    before = at_rest(page)
    box = page.locator("#chart").bounding_box()
    assert box
    x, foot = box["x"] + box["width"] / 2, box["y"] + box["height"]
    page.mouse.move(x, foot - 2)
    page.mouse.down()
    page.mouse.move(x, foot + 2)
    page.mouse.up()
    page.mouse.move(x, foot - 2)
    page.mouse.move(x + 150, foot - 2, steps=4)
    assert at_rest(page) == before


def test_the_overview_moves_and_resizes_the_window_by_mouse_and_keyboard(
    page: Page, harbour: str
) -> None:
    open_chart(page, harbour)
    whole = days(page)
    handle = page.locator(".strip-start").bounding_box()
    assert handle
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 400, y, steps=4)
    page.mouse.up()
    first, last = at_rest(page)
    assert first > whole[0] + 1000
    assert last == pytest.approx(whole[1], abs=1)
    slider = page.get_by_role("slider", name="Period shown", exact=True)
    said = until(lambda: slider.get_attribute("aria-valuetext"), "the days in words")
    slider.press("ArrowLeft")
    assert at_rest(page)[1] < last
    until(lambda: slider.get_attribute("aria-valuetext") != said, "other days in words")


def test_two_fingers_zoom_and_one_pans_on_a_phone(new_page, harbour: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_chart(page, harbour)
    page.locator("#chart").scroll_into_view_if_needed()
    box = page.locator("#chart").bounding_box()
    assert box
    expect(page.locator("#lanes")).to_have_value("one")
    whole = span(page)
    touch = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + 160

    def send(kind: str, *places: float) -> None:
        points = [{"x": place, "y": y, "id": at} for at, place in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", x - 30, x + 30)
    for step in range(1, 7):
        send("touchMove", x - 30 - 12 * step, x + 30 + 12 * step)
    send("touchEnd")
    closer = at_rest(page)
    assert closer[1] - closer[0] < whole * 0.6
    send("touchStart", x)
    for step in range(1, 7):
        send("touchMove", x - 15 * step)
    send("touchEnd")
    assert at_rest(page)[0] > closer[0]


@pytest.mark.parametrize("below", [20, 200], ids=["the overview", "the lanes"])
def test_a_finger_that_scrolls_over_the_chart_scrolls_the_page_alone(
    new_page, crowd: str, below: int
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_chart(page, f"{crowd}?from=2015-01-01&to=2016-01-01")
    before = at_rest(page)
    box = page.locator("#chart").bounding_box()
    assert box
    page.evaluate("y => window.scrollTo(0, y)", box["y"] - 300)
    until(lambda: page.evaluate("window.scrollY") > 0, "the chart in sight")
    top, x = page.evaluate("window.scrollY"), box["x"] + 60
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *places: float) -> None:
        points = [{"x": x, "y": place} for place in places]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", 300 + below)
    for step in range(1, 12):
        send("touchMove", 300 + below - 15 * step)
    send("touchEnd")
    until(lambda: page.evaluate("window.scrollY") > top + 80, "the page scrolled")
    assert at_rest(page) == before


@pytest.mark.parametrize("view", [(2450000.0, 2450001.5), (2440000.25, 2451234.5), (-5e5, 2e6)])
def test_browser_and_server_quantise_alike(page: Page, harbour: str, view) -> None:
    page.goto(harbour)
    source = page.locator('script[type="module"]').get_attribute("src")
    assert source
    found = page.evaluate(
        """async ([source, view]) => {
          const folder = source.slice(0, source.lastIndexOf('/'));
          const { quantise } = await import(`${folder}/windows.js`);
          return quantise(view);
        }""",
        [source, view],
    )
    window = quantise(*view)
    assert found["held"] == [window.first, window.last]
    assert found["span"] == window.span
