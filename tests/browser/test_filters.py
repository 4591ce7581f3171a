"""Searching and filtering a timeline in a browser: chart, list, counts and address follow."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.drawing import at_rest, days, open_chart, until
from timeline.extraction.findings import Name
from timeline.models import Category, Timeline
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events
from timeline.web import filter_bar

PageMaker = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
MARA, IBO = Name("Mara Lind", "person"), Name("Ibo Sanda", "person")
EVENTS = [
    ("The first pier is built", "2011-04-02", "economy", [MARA]),
    ("A storm takes the pier", "2019-05-19", "disaster", [MARA, IBO]),
    ("The council meets", "2020-05-20", "politics", [IBO]),
    ("A storm again", "2023-10", "disaster", [IBO]),
    ("The pier is repaired", "2024-05-30", "economy", []),
]


@pytest.fixture
def harbour(site: str) -> str:
    """The address of a timeline of five events."""
    made = [
        create_event(
            title=title, date=date, category=Category.objects.get(key=key), participants=people
        )
        for title, date, key, people in EVENTS
    ]
    timeline: Timeline = create_timeline(title="The harbour")
    publish_events(events=made, timeline=timeline, user=None)
    return f"/timelines/{timeline.slug}/"


def _query(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.search)"))


def _listed(page: Page) -> list[str]:
    return page.locator("#events h4").all_inner_texts()


def _drawn(page: Page) -> set[str]:
    """The titles of the marks in the chart."""
    return set(
        page.evaluate(
            """(document.getElementById('chart').data ?? [])
              .filter((trace) => trace.meta.role === 'marks')
              .flatMap((trace) => trace.customdata.map(([, title]) => title))"""
        )
    )


def _in_strip(page: Page) -> int:
    """Bars of the overview; no two of the events lie in one."""
    return (page.locator(".strip-bars path").get_attribute("d") or "").count("M")


def _shows(page: Page, titles: set[str]) -> None:
    until(lambda: set(_listed(page)) == titles, f"a list of {titles}")
    until(lambda: _drawn(page) == titles, f"a chart of {titles}")


STORMS = {"A storm takes the pier", "A storm again"}
ALL = {title for title, *_ in EVENTS}


def test_chart_overview_list_and_address_follow_what_is_typed(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    before = days(page)
    page.locator("#q").press_sequentially("stor", delay=30)
    _shows(page, STORMS)
    until(lambda: _in_strip(page) == 2, "an overview of two")
    assert days(page) == before
    assert _query(page) == "?q=stor"
    expect(page.locator("#found")).to_have_text("2 of 5 events")
    expect(page.locator(".key .sign")).to_have_count(1)
    expect(page.locator("#q")).to_be_focused()
    page.locator("#q").fill("")
    _shows(page, ALL)
    assert _query(page) == ""


def test_an_address_gives_back_what_was_found(page: Page, harbour: str) -> None:
    open_chart(page, f"{harbour}?q=storm&category=disaster&since=2020")
    _shows(page, {"A storm again"})
    expect(page.locator("#q")).to_have_value("storm")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.get_by_label("Disaster")).to_be_checked()


def test_a_chosen_filter_is_a_step_to_go_back_to(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.click("#menu-category > summary")
    page.get_by_label("Disaster").check()
    _shows(page, STORMS)
    assert _query(page) == "?category=disaster"
    expect(page.get_by_label("Disaster")).to_be_focused()
    page.get_by_label("Politics").check()
    _shows(page, {*STORMS, "The council meets"})
    page.go_back()
    _shows(page, STORMS)
    expect(page.get_by_label("Politics")).not_to_be_checked()
    page.go_back()
    _shows(page, ALL)


def test_chips_take_filters_back_and_the_focus_stays_in_the_filters(
    page: Page, harbour: str
) -> None:
    open_chart(page, f"{harbour}?q=storm&category=disaster&since=2020")
    page.locator(".chip", has_text="storm").focus()
    page.keyboard.press("Enter")
    until(lambda: page.locator(".chip").count() == 2, "two chips")
    assert _query(page) == "?category=disaster&since=2020"
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator(".chip").first).to_be_focused()
    page.get_by_role("link", name="Clear the filters").click()
    _shows(page, ALL)


def test_a_name_filters_without_a_reload(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.evaluate("window.same = true")
    page.locator("#events .name", has_text="Mara Lind").first.click()
    _shows(page, {"The first pier is built", "A storm takes the pier"})
    assert page.evaluate("window.same")
    assert "person=" in _query(page)


def test_dates_in_words_filter_and_what_is_no_date_is_told(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    page.click("#menu-dates > summary")
    page.fill("#since", "May 2020")
    page.keyboard.press("Tab")
    _shows(page, {"The council meets", "A storm again", "The pier is repaired"})
    expect(page.locator("#until")).to_be_focused()
    page.keyboard.type("soon")
    page.keyboard.press("Enter")
    expect(page.locator("#filter-error-until")).to_contain_text("This is not a date")
    expect(page.locator("#until")).to_have_value("soon")
    _shows(page, {"The council meets", "A storm again", "The pier is repaired"})


def test_what_lies_outside_of_the_days_in_view_is_a_button_away(page: Page, harbour: str) -> None:
    open_chart(page, f"{harbour}?from=2014-01-01&to=2015-01-01")
    page.fill("#q", "storm")
    page.get_by_role("button", name="Show all 2 events found").click()
    expect(page.locator("#chart-status button")).to_have_count(0)
    first, last = at_rest(page)
    assert first < 2458623 < 2460249 < last  # 19 May 2019 and 31 October 2023


def test_only_the_last_answer_counts(page: Page, harbour: str) -> None:
    open_chart(page, harbour)
    slow: list[Any] = []
    page.route("**/*q=pier*", lambda route: slow.append(route))
    with page.expect_request("**/*q=pier*"):
        page.fill("#q", "pier")
    page.fill("#q", "storm")
    _shows(page, STORMS)
    for route in slow:
        route.abort()
    expect(page.locator("#found")).to_have_text("2 of 5 events")


def test_choices_that_were_not_counted_come_when_their_menu_opens(
    page: Page, harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filter_bar, "COUNTED_AT_ONCE", 1)
    open_chart(page, harbour)
    page.click("#menu-person > summary")
    page.get_by_label("Ibo Sanda").check()
    _shows(page, {*STORMS, "The council meets"})
    page.click("#menu-category > summary")
    page.get_by_label("Politics").check()
    _shows(page, {"The council meets"})
    page.keyboard.press("Escape")
    expect(page.locator("#menu-category > summary")).to_be_focused()
    expect(page.get_by_label("Politics")).to_be_hidden()


def test_choices_that_are_slow_say_so_and_can_be_asked_for_again_where_they_fail(
    new_page: PageMaker, harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filter_bar, "COUNTED_AT_ONCE", 1)
    page = new_page(expected=("Failed to load", "net::ERR_FAILED"))
    open_chart(page, harbour)
    held: list[Any] = []
    page.route("**/*choose=person*", lambda route: held.append(route))
    with page.expect_request("**/*choose=person*"):
        page.click("#menu-person > summary")
    ask = page.locator("#menu-person .menu-ask")
    expect(ask).to_have_attribute("aria-busy", "true")
    expect(ask.get_by_role("link")).to_be_hidden()
    until(lambda: held, "the request that is held", page)
    held[0].abort()
    page.unroute("**/*choose=person*")
    ask.get_by_role("link").click()
    expect(page.get_by_label("Ibo Sanda")).to_be_visible()


def test_choices_that_come_before_a_figure_do_not_stop_it(
    page: Page, harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn_for() -> float:
        return float(page.evaluate("document.getElementById('chart').layout.meta.span"))

    monkeypatch.setattr(filter_bar, "COUNTED_AT_ONCE", 1)
    open_chart(page, harbour)
    before, held = drawn_for(), list[Route]()
    page.route("**/figure.json*", lambda route: held.append(route))
    page.click("#zoom-in")
    until(lambda: held, "another figure to be asked for", page)
    page.click("#menu-person > summary")
    expect(page.get_by_label("Ibo Sanda")).to_be_visible()
    for route in held:
        route.continue_()
    until(lambda: drawn_for() < before, "the figure of fewer days")


def test_a_phone_has_the_filters_in_a_sheet_in_arabic_too(
    new_page: PageMaker, harbour: str
) -> None:
    page = new_page(locale="ar", viewport=PHONE, has_touch=True)
    open_chart(page, harbour)
    expect(page.locator("#menu-category > summary")).to_be_hidden()
    page.locator(".filter-open").click()
    page.locator("#menu-category > summary").click()
    page.get_by_label("كوارث").check()
    expect(page.locator(".filter-done")).to_have_text("اعرض حدثين")
    page.locator(".filter-done").click()
    expect(page.locator("#menu-category > summary")).to_be_hidden()
    _shows(page, STORMS)


def test_without_scripts_the_form_filters(new_page: PageMaker, harbour: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(harbour)
    page.fill("#q", "pier")
    page.click("#menu-person > summary")
    page.get_by_label("Mara Lind").check()
    page.locator("#menu-person .menu-apply").click()
    expect(page.locator("#found")).to_have_text("2 of 5 events")
    page.locator(".chip", has_text="pier").click()
    page.get_by_role("link", name="Clear the filters").click()
    expect(page.locator("#found")).to_have_text("5 events")


def test_an_open_event_stays_open_and_its_neighbours_are_those_found(
    page: Page, harbour: str
) -> None:
    open_chart(page, harbour)
    page.fill("#q", "storm")
    _shows(page, STORMS)
    page.locator("#events h4 a", has_text="A storm again").click()
    expect(page.locator("#card .previous")).to_contain_text("A storm takes the pier")
    assert "q=storm&event=" in _query(page)
    page.fill("#q", "council")
    _shows(page, {"The council meets"})
    expect(page.locator("#card h2")).to_have_text("A storm again")
