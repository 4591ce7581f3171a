"""The chart as it is drawn: marks, labels and lanes, in both directions and schemes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chart.harbour import EVENTS, STORM, publish
from tests.browser.drawing import at_rest, labels, mark, open_chart, until


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


def test_a_label_goes_out_of_sight_with_its_mark(page: Page, harbour: str) -> None:
    """The view begins where the lighthouse's October ends."""
    open_chart(page, f"{harbour}?from=2019-11-01&to=2020-11-01")
    x, y = mark(page, "The lighthouse is lit")
    assert [one for one in labels(page) if one["top"] < y < one["bottom"] and one["left"] > x] == []


def test_a_label_in_a_bar_is_shortened_to_what_is_in_view_of_it(page: Page, site: str) -> None:
    title = "The bridge over the northern arm of the river is built anew, pier by pier"
    timeline = publish("Bridges", [(title, "2000/2010", "society"), ("A ferry", "2014", "society")])
    open_chart(page, f"/timelines/{timeline.slug}/?from=2010-07-01&to=2013-01-01")
    label = page.locator(".chart-label.is-inside")
    expect(label).to_contain_text("The bridge over")
    expect(label).to_contain_text("…")
    chart, box = page.locator("#chart").bounding_box(), label.bounding_box()
    assert chart
    assert box
    assert chart["x"] < box["x"] < box["x"] + box["width"] < chart["x"] + chart["width"] / 2


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


def test_lanes_are_rearranged_without_another_page(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    names = page.locator(".lane-names a")
    expect(names).to_have_count(4)
    beside = mark(page, STORM)[0]
    page.select_option('select[name="lanes"]', "one")
    expect(names).to_have_count(0)
    until(lambda: mark(page, STORM)[0] != beside, "the mark elsewhere")
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
    at_rest(page)
    mark(page, "The council meets")
    until(lambda: "folded" not in page.evaluate("location.search"), "an address without it")


def test_the_chart_is_described_in_words(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    said = page.locator("#chart-summary")
    for words in ("8 events", "1990", "2024", "4 events", "Politics", "Society"):
        expect(said).to_contain_text(words)


def test_who_listens_is_read_no_nameless_pictures_and_no_points(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    assert "img" not in page.locator("#chart").aria_snapshot()
    facts = page.locator(".evidence figcaption").first
    assert facts.locator("span").count() > 1
    assert "·" not in facts.aria_snapshot()


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
