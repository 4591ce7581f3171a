"""The chart by mouse, wheel, touch and keyboard, in both directions and schemes."""

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import address_days, at_rest, days, labels, mark, open_chart, span, until
from timeline.chart.window import quantise
from timeline.dates import julian
from timeline.models import Timeline
from timeline.services.bulk import Draft, Report, store_reports
from timeline.services.timelines import create_timeline
from timeline.text import Span

EVENTS = [
    ("The harbour is founded", "1990~", "politics"),
    ("The first pier is built", "2011", "economy"),
    ("A ferry line opens", "2011/..", "economy"),
    ("The lighthouse is lit", "2019-10", "society"),
    ("A storm takes the pier", "2024-05-19", "disaster"),
    ("The council meets", "2024-05-20T10:30", "politics"),
    ("Days without boats", "2024-05-22/2024-05-25", "economy"),
    ("The pier is repaired", "2024-05-30", "economy"),
]
PUBLISHED = datetime.date(2024, 6, 1)
STORM = "A storm takes the pier"


def _publish(title: str, events: list[tuple[str, str, str]]) -> Timeline:
    """A timeline of events, all told by one article, a line each."""
    text = "\n".join(name for name, _, _ in events)
    drafts = []
    for name, date, category in events:
        quote = Span(at := text.index(name), at + len(name))
        drafts.append(Draft(name, date, category, 0, (), (), quote, quote))
    report = Report(title, text, PUBLISHED, tuple(drafts))
    timeline = create_timeline(title=title, visibility=Timeline.Visibility.PUBLIC)
    store_reports(reports=[report], language="en", timeline=timeline)
    return timeline


@pytest.fixture
def harbour(site: str) -> str:
    """The address of a timeline of eight events."""
    return f"/timelines/{_publish('The harbour', EVENTS).slug}/"


def _day(text: str) -> str:
    year, month, number = julian.from_day(julian.to_day(2010, 1, 1) + int(text))
    return f"{year:04}-{month:02}-{number:02}"


@pytest.fixture
def crowd(site: str) -> str:
    """The address of a timeline of 420 events."""
    keys = ("politics", "economy", "disaster")
    events = [(f"Entry {n} of the log", _day(str(n * 11)), keys[n % 3]) for n in range(420)]
    return f"/timelines/{_publish('The log', events).slug}/"


def test_all_is_drawn_where_it_belongs(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    box = page.locator("#chart").bounding_box()
    assert box
    for title, _, _ in EVENTS:
        x, y = mark(page, title)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


def test_no_label_touches_another_or_is_cut(page: Page, crowd: str) -> None:
    open_chart(page, crowd)
    boxes = labels(page)
    assert len(boxes) > 10
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert apart or one["bottom"] <= other["top"] + 2 or other["bottom"] <= one["top"] + 2


@pytest.mark.parametrize(("year", "side"), [(2014, "before"), (2021, "after")])
def test_a_label_that_an_edge_would_cut_stands_on_the_other_side(
    page: Page, harbour: str, year: int, side: str
) -> None:
    """The lighthouse of October 2019, alone in its lane: near the later edge and in the middle."""
    open_chart(page, f"{harbour}?from={year - 5}-01-01&to={year + 6}-01-01")
    x, y = mark(page, "The lighthouse is lit")
    (label,) = [box for box in labels(page) if box["top"] < y < box["bottom"]]
    assert label["right"] < x if side == "before" else label["left"] > x


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


def test_texts_are_drawn_near_the_view_and_come_with_it(page: Page, crowd: str) -> None:
    def texts() -> list[str]:
        at_rest(page)
        places: list[tuple[str, float]] = page.eval_on_selector_all(
            ".chart-label",
            "all => all.map((one) => [one.textContent, one.getBoundingClientRect().x])",
        )
        assert all(-1280 < x < 2560 for _, x in places)
        assert any(x > 1280 for _, x in places), "ready to come into view with a movement"
        return [text for text, x in places if 0 < x < 1280]

    open_chart(page, crowd)
    page.click("#zoom-in")
    page.click("#zoom-in")
    before = texts()
    page.click("#pan-back")
    assert before
    assert set(texts()) - set(before)


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


def test_an_event_among_many_is_come_closer_to_until_it_is_a_mark(page: Page, site: str) -> None:
    crowd = [(f"Entry {n}", f"2024-05-{n % 28 + 1:02}", "politics") for n in range(140)]
    timeline = _publish("The month", [("Long ago", "1900", "politics"), *crowd])
    open_chart(page, f"/timelines/{timeline.slug}/")
    drawn = page.evaluate(
        """document.getElementById('chart').data
          .filter((trace) => trace.meta.role === 'marks')
          .flatMap((trace) => trace.customdata.map(([id]) => id))"""
    )
    counted = timeline.events.exclude(pk__in=drawn).order_by("sort_day", "pk")
    page.locator(f"#event-{counted[0].pk} h4 a").click()
    expect(page.locator(".chart-ring")).to_be_visible()
    assert span(page) < 366


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
    page.keyboard.press("+")
    whole = span(page)
    at_rest(page)
    assert span(page) < whole


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


def test_lanes_are_rearranged_without_another_page(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    names = page.locator(".lane-names a")
    expect(names).to_have_count(4)
    beside = mark(page, STORM)[0]
    page.select_option('select[name="lanes"]', "one")
    expect(names).to_have_count(0)
    assert mark(page, STORM)[0] != beside
    until(lambda: "lanes=one" in page.evaluate("location.search"), "lanes in the address")


def test_a_lane_is_folded_by_keyboard_and_stays_so_in_the_address(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    politics = page.get_by_role("link", name="Politics", exact=True)
    before = page.locator("#chart").bounding_box()
    politics.press("Enter")
    expect(politics).to_have_attribute("aria-expanded", "false")
    expect(politics).to_be_focused()
    until(lambda: "folded=politics" in page.evaluate("location.search"), "a lane in the address")
    at_rest(page)
    after = page.locator("#chart").bounding_box()
    assert before
    assert after
    assert after["height"] < before["height"]
    open_chart(page, page.evaluate("location.href"))
    expect(politics).to_have_attribute("aria-expanded", "false")
    politics.click()
    expect(politics).to_have_attribute("aria-expanded", "true")
    assert mark(page, "The council meets")
    until(lambda: "folded" not in page.evaluate("location.search"), "an address without it")


def test_the_chart_is_described_in_words(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    said = page.locator("#chart-summary")
    for words in ("8 events", "1990", "2024", "4 events", "Politics", "Society"):
        expect(said).to_contain_text(words)


def test_arabic_runs_from_right_to_left(new_page, harbour: str) -> None:
    page = new_page(locale="ar")
    open_chart(page, harbour)
    assert mark(page, "The harbour is founded")[0] > mark(page, STORM)[0]
    first, last = page.evaluate("document.getElementById('chart')._fullLayout.xaxis.range")
    assert first > last
    page.click("#zoom-in")
    at_rest(page)
    page.click("#fit")
    at_rest(page)
    page.mouse.click(*mark(page, STORM))
    expect(page.locator("#card")).to_contain_text(STORM)
    page.focus("#chart")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#card")).to_contain_text("The council meets")


def test_dark_light_and_paper_paint_the_same_figure(new_page, harbour: str) -> None:
    page = new_page(color_scheme="dark")
    open_chart(page, harbour)

    def rules(after: str = "0") -> str:
        return str(page.evaluate(f"{after}, document.querySelector('#chart .xgrid').style.stroke"))

    dark = rules()
    paper = rules("window.dispatchEvent(new Event('beforeprint'))")
    assert paper != dark, "what is printed is drawn before the event is over"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    until(lambda: rules() == dark, "the colours of the screen")
    page.emulate_media(color_scheme="light")
    until(lambda: rules() == paper, "light colours")


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
