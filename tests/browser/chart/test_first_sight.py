"""A timeline of which one event lies far from all others, as readers open it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import address_days, at_rest, days, mark, open_chart, span, until
from timeline.dates import julian
from timeline.models import Event, Timeline
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

CENTURY = 36_525
FOUNDING, STORM = "The harbour is founded", "Storm number 7"
pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def storms(site: str) -> str:
    """The address of a timeline of thirty storms since 2019, and one event of 1905."""
    timeline = create_timeline(title="Storms", visibility=Timeline.Visibility.PUBLIC)
    names = {f"Storm number {n}": f"{2019 + n // 6}-{2 * (n % 6) + 1:02}-15" for n in range(30)}
    dates = {FOUNDING: "1905", **names}
    events = [create_event(title=title, date=date) for title, date in dates.items()]
    publish_events(events=events, timeline=timeline, user=None)
    return f"/timelines/{timeline.slug}/"


def test_it_opens_on_the_others_and_says_what_lies_beyond(page: Page, storms: str) -> None:
    open_chart(page, storms)
    first, last = days(page)
    assert julian.to_day(2018, 6, 1) < first < julian.to_day(2019, 1, 15)
    assert julian.to_day(2023, 11, 15) < last < julian.to_day(2024, 6, 1)
    expect(page.locator("#opening")).to_contain_text("1 earlier event: 1905")
    assert not address_days(page)


def test_one_press_leads_to_all_of_it_and_one_back(page: Page, storms: str) -> None:
    open_chart(page, storms)
    page.get_by_role("button", name="Show all").click()
    at_rest(page)
    mark(page, FOUNDING)
    assert span(page) > CENTURY
    until(lambda: address_days(page), "an address with days")
    expect(page.locator("#opening")).to_contain_text("The other 30 events: 15 January 2019")
    back = page.get_by_role("button", name="Show these")
    expect(back).to_be_focused()
    back.press("Enter")
    at_rest(page)
    assert span(page) < CENTURY
    until(lambda: not address_days(page), "an address without days")


def test_the_days_that_a_link_names_win(page: Page, storms: str) -> None:
    open_chart(page, f"{storms}?from=1900-01-01&to=1910-01-01")
    assert days(page)[1] < julian.to_day(1911, 1, 1)
    mark(page, FOUNDING)


def test_a_link_to_the_event_beyond_shows_it(page: Page, storms: str) -> None:
    open_chart(page, storms)
    link = page.get_by_role("link", name=FOUNDING).get_attribute("href")
    assert link
    open_chart(page, storms + link.removeprefix(storms))
    assert span(page) > CENTURY
    mark(page, FOUNDING)


def test_on_a_phone_a_link_to_an_open_event_leads_to_its_card(page: Page, storms: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    event = Event.objects.get(title=STORM)
    open_chart(page, f"{storms}?event={event.pk}")
    expect(page.locator("#card h2")).to_be_in_viewport()
    open_chart(page, f"{storms}?event={event.pk}#filters")
    expect(page.locator("#filters")).to_be_in_viewport()


def test_what_a_search_finds_beyond_is_in_view(page: Page, storms: str) -> None:
    open_chart(page, storms)
    page.fill("#q", "founded")
    until(lambda: span(page) > CENTURY, "all of the time")
    at_rest(page)
    mark(page, FOUNDING)
    expect(page.locator("#opening")).not_to_be_visible()
    page.fill("#q", "storm")
    until(lambda: span(page) < CENTURY, "the days of the storms")
    at_rest(page)
    mark(page, STORM)


def test_who_chose_other_days_keeps_them_while_searching(page: Page, storms: str) -> None:
    open_chart(page, f"{storms}?from=2020-01-01&to=2021-01-01")
    chosen = days(page)
    page.fill("#q", "founded")
    expect(page.locator(".show-all")).to_be_visible()
    assert at_rest(page) == pytest.approx(chosen)


def test_arrow_keys_go_on_to_the_event_beyond(page: Page, storms: str) -> None:
    open_chart(page, storms)
    page.focus("#chart")
    page.keyboard.press("Home")
    expect(page.locator("#card")).to_contain_text("Storm number 0")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#card")).to_contain_text(FOUNDING)
    at_rest(page)
    mark(page, FOUNDING)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card")).to_contain_text("Storm number 0")
