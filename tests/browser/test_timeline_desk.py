"""A timeline on the desk in a real browser: what joins it, and how readers will see it."""

import pytest
from playwright.sync_api import expect

from tests.browser.drawing import wait_for_drawing
from tests.browser.test_accessibility import findings
from tests.browser.test_desk import sign_in
from tests.pictures import as_file, drawn
from tests.web import telling
from timeline.models import Timeline

pytestmark = pytest.mark.django_db(transaction=True)


QUAY = {"name": "quay.jpg", "mimeType": "image/jpeg"}


@pytest.fixture
def page(new_page, nour):
    """The form of a timeline, filled in but not saved: a filter, and a cover 900 pixels wide."""
    telling.the_harbour()
    page = sign_in(new_page())
    page.goto("/admin/timeline/timeline/add/")
    page.fill("#id_title", "Storms")
    page.check("#id_by_filter")
    page.check("#id_categories [value=economy]")
    page.fill("#id_since", "2019")
    expect(page.locator("#matching")).to_have_text("1 event matches now.")
    page.click("#cover-group summary")
    page.set_input_files("[name=cover-0-upload]", QUAY | {"buffer": as_file(drawn((900, 600)))})
    page.fill("[name=cover-0-alternative_text]", "The quay from the north")
    page.fill("[name=cover-0-credit]", "Mara Lind")
    return page


def _saved(page):
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_contain_text("1 event is on this timeline now.")
    return Timeline.objects.get(title="Storms")


def test_a_timeline_is_built_by_a_filter_that_says_how_many_match_and_gets_a_cover(page):
    assert findings(page, preload=False) == []
    stored = _saved(page)
    assert stored.memberships.count() == 1
    assert stored.cover.picture.width == 900
    expect(page.frame_locator(".preview iframe").locator("#chart .main-svg").first).to_be_visible()
    assert findings(page, preload=False) == []


def test_the_preview_follows_what_is_written_and_nothing_of_it_is_stored(page):
    _saved(page)
    preview = page.frame_locator(".preview iframe")
    expect(preview.locator("#events li[data-event]")).to_have_count(1)
    expect(preview.locator("#chart .main-svg").first).to_be_visible()
    cover = preview.get_by_alt_text("The quay from the north")
    expect(cover).to_have_js_property("naturalWidth", 900)

    page.fill("#id_title", "Storms at the quay")
    page.press("#id_title", "Tab")
    expect(preview.locator("h1")).to_have_text("Storms at the quay")
    expect(preview.locator("#chart .main-svg").first).to_be_visible()

    page.fill("#id_since", "2030")
    expect(preview.locator("#events li[data-event]")).to_have_count(0)
    page.fill("#id_since", "2019")
    expect(preview.locator("#events li[data-event]")).to_have_count(1)
    expect(preview.locator("#chart .main-svg").first).to_be_visible()
    page.set_input_files("[name=cover-0-upload]", QUAY | {"buffer": as_file(drawn((600, 300)))})
    expect(cover).to_have_js_property("naturalWidth", 600)
    stored = Timeline.objects.get(title="Storms")
    assert stored.memberships.count() == 1
    assert stored.cover.picture
    assert stored.cover.picture.width == 900


def test_no_count_stands_beside_another_filter_where_none_comes(page):
    # As after the end of a session: the login, which is no answer.
    page.route("**/matching/**", lambda route: route.fulfill(body="<h1>Log in</h1>"))
    page.fill("#id_since", "2030")
    expect(page.locator("#matching")).to_have_text("")


def test_a_private_link_shows_chart_and_events_in_the_language_that_its_reader_chooses(
    new_page, nour
):
    harbour = telling.the_harbour()
    harbour.visibility = "link"
    harbour.save()
    desk = sign_in(new_page())
    desk.goto(f"/admin/timeline/timeline/{harbour.pk}/change/")
    link = desk.input_value("#private-link")

    page = new_page()
    page.goto(link)
    wait_for_drawing(page)
    page.click("#events li[data-event] a >> nth=0")
    expect(page.locator("#card h2")).to_be_visible()
    page.click(".languages summary")
    with page.expect_navigation():
        page.click(".languages button[value=ar]")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    wait_for_drawing(page)
    assert harbour.private_address in page.url
