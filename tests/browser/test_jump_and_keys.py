"""Going to a date, the list of keys, and the chart on paper."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.drawing import at_rest, days, open_chart, span, until
from tests.web import telling
from timeline.dates import julian


@pytest.fixture
def harbour(site: str) -> str:
    return f"/timelines/{telling.the_harbour().slug}/"


def _go(page: Page, words: str) -> None:
    page.fill("#jump-date", words)
    page.press("#jump-date", "Enter")


def test_words_lead_to_their_days(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    whole = span(page)
    _go(page, "May 2024")
    until(lambda: span(page) < whole, "a movement")
    expect(page.locator("#chart-status")).to_contain_text("2024")
    first, last = at_rest(page)
    assert julian.to_day(2024, 3, 1) < first < julian.to_day(2024, 5, 1)
    assert julian.to_day(2024, 5, 31) < last < julian.to_day(2024, 8, 1)


def test_days_are_told_in_the_digits_of_the_language(new_page, harbour: str) -> None:
    page = new_page(locale="fa")
    open_chart(page, harbour)
    expect(page.locator("#chart-status")).to_contain_text("۲۰۱۸")
    expect(page.locator("#chart-summary")).to_contain_text("۴ رویداد")


@pytest.mark.parametrize(
    ("words", "answer"), [("soon", "This is not a date"), ("1850", "2018"), ("", "Write a date")]
)
def test_what_cannot_be_shown_is_answered_and_nothing_moves(
    page: Page, harbour: str, words: str, answer: str
) -> None:
    open_chart(page, harbour)
    before = days(page)
    _go(page, words)
    expect(page.locator("#jump-error")).to_contain_text(answer)
    assert days(page) == before
    page.locator("#jump-date").press("x")
    expect(page.locator("#jump-error")).to_be_empty()


def test_an_answer_that_another_has_overtaken_moves_nothing(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    held: list[Route] = []
    page.route("**/dates/*", lambda route: held.append(route), times=1)
    _go(page, "2018")
    until(lambda: held, "the first date to be asked for", page)
    whole = span(page)
    _go(page, "May 2024")
    until(lambda: span(page) < whole, "a movement")
    there = at_rest(page)
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.evaluate("new Promise(requestAnimationFrame)")
    assert at_rest(page) == there


def test_a_question_mark_shows_the_keys_and_the_focus_returns(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.focus("#chart")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#chart")).to_be_focused()
    page.click("#keys-open")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#keys-open")).to_be_focused()


def test_a_question_mark_in_a_field_is_only_written(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.focus("#jump-date")
    page.keyboard.type("?")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#jump-date")).to_have_value("?")


def test_on_paper_the_chart_is_as_wide_as_the_page_and_has_no_controls(
    page: Page, harbour: str
) -> None:
    open_chart(page, harbour)
    page.emulate_media(media="print")
    for control in ("#jump", "#keys-open", ".strip", ".head-ways"):
        expect(page.locator(control)).to_be_hidden()
    chart = page.locator("#chart .main-svg").first
    until(
        lambda: (box := chart.bounding_box()) and box["width"] == pytest.approx(640, abs=8),
        "a chart as wide as the paper",
    )
    paper = page.evaluate(
        "document.querySelector('.chart-overlay').style.getPropertyValue('--print-zoom')"
    )
    assert 0 < float(paper) < 1
