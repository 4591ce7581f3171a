"""What a reader sees of a chart that is slow to come, or does not come."""

from playwright.sync_api import Route, expect

from tests.browser.drawing import until, wait_for_drawing
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
    until(lambda: held, "the figure to be asked for")
    held[0].fulfill(status=500)
    again = page.locator("#chart-status button")
    expect(again).to_be_in_viewport()
    expect(waiting).to_have_count(0)
    page.unroute("**/figure.json*")
    again.click()
    wait_for_drawing(page)
    expect(again).to_have_count(0)
