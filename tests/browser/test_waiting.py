"""What a reader sees of a chart that is slow to come, or does not come."""

from playwright.sync_api import Page, Route, expect

from tests.browser.drawing import open_chart, until, wait_for_drawing
from tests.web import telling
from timeline.services.timelines import create_timeline, publish_events


def test_a_slow_figure_has_a_sign_and_one_that_fails_can_be_asked_for_again(new_page, site) -> None:
    timeline = create_timeline(title="The quay")
    publish_events(events=[telling.event("The pier", "2024-05")], timeline=timeline, user=None)
    page = new_page(expected=("figure.json", "500"))
    held: list[Route] = []
    page.route("**/figure.json*", lambda route: held.append(route))
    page.goto(f"/timelines/{timeline.slug}/")
    waiting = page.locator("#chart.is-waiting")
    expect(waiting).to_be_in_viewport()
    until(lambda: held, "the figure to be asked for", page)
    held[0].fulfill(status=500)
    again = page.locator("#chart-status button")
    expect(again).to_be_in_viewport()
    expect(waiting).to_have_count(0)
    page.unroute("**/figure.json*")
    again.dblclick()
    wait_for_drawing(page)
    expect(again).to_have_count(0)
    expect(page.locator(".strip")).to_have_count(1)


def test_a_card_and_a_slide_that_are_slow_to_come_have_a_sign(new_page, site) -> None:
    timeline = create_timeline(title="The quay")
    events = [telling.event("The pier", "2024-05"), telling.event("The storm", "2024-06")]
    publish_events(events=events, timeline=timeline, user=None)
    page = new_page()
    held: list[Route] = []
    page.route("**/*part=*", lambda route: held.append(route))
    open_chart(page, f"/timelines/{timeline.slug}/")
    page.locator("#events").get_by_role("link", name="The storm").click()
    card = page.locator("#card")
    expect(card).to_have_text("Loading…")
    held.pop().continue_()
    expect(card.locator("h2")).to_have_text("The storm")
    expect(card).not_to_have_attribute("aria-busy", "true")
    open_chart(page, f"/timelines/{timeline.slug}/?story={events[1].pk}")
    page.click("[data-way=previous]")
    story = page.locator("#story")
    expect(story).to_have_attribute("aria-busy", "true")
    until(lambda: len(held) == 2, "that slide, and the one after this, to be asked for", page)
    for route in held:
        route.continue_()
    page.unroute("**/*part=*")
    expect(page.locator("#slide h1")).to_have_text("The pier")
    expect(story).not_to_have_attribute("aria-busy", "true")


def test_an_event_opens_and_closes_before_the_chart_is_there(page: Page, site) -> None:
    timeline = create_timeline(title="The quay")
    storm = telling.event("The storm", "2024-06")
    publish_events(events=[storm], timeline=timeline, user=None)
    held: list[Route] = []
    page.route("**/figure.json*", lambda route: held.append(route))
    page.goto(f"/timelines/{timeline.slug}/")
    until(lambda: held, "the figure to be asked for", page)
    link, card = page.locator("#events h4 a"), page.locator("#card")
    link.click()
    expect(card.locator("h2")).to_have_text("The storm")
    assert _opened(page) == str(storm.pk)
    page.go_back()
    expect(card).to_be_hidden()
    link.click()
    expect(card.locator("h2")).to_have_text("The storm")
    page.click("#card-close")
    expect(card).to_be_hidden()
    until(lambda: not _opened(page), "an address without the event")
    held[0].continue_()
    wait_for_drawing(page)


def _opened(page: Page) -> str:
    return str(page.evaluate("new URLSearchParams(location.search).get('event') ?? ''"))


def test_an_event_that_is_closed_on_its_way_stays_closed(page: Page, site) -> None:
    timeline = create_timeline(title="The quay")
    events = [telling.event("The pier", "2024-05"), telling.event("The storm", "2024-06")]
    publish_events(events=events, timeline=timeline, user=None)
    held: list[Route] = []
    page.route("**/*part=*", lambda route: held.append(route))
    open_chart(page, f"/timelines/{timeline.slug}/")
    page.focus("#chart")
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    until(lambda: held, "the event to be asked for", page)
    until(lambda: not _opened(page), "an address without the event")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    _frames_pass(page)
    expect(page.locator("#card")).to_be_hidden()


def _frames_pass(page: Page) -> None:
    """What an answer that is here leads to has been done."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
