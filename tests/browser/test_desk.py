"""The desk in a real browser: from a pasted article to its published timeline, and nothing lost."""

import pytest
from playwright.sync_api import expect

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.cast import PASSWORD
from timeline.models import Entity, Event
from timeline.services.entities import add_names
from timeline.services.events import create_event
from timeline.services.timelines import add_events, create_timeline

ADD_ARTICLE = "/admin/timeline/article/add/"
ADD_EVENT = "/admin/timeline/event/add/"

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page):
    page.goto("/admin/")
    page.fill("#id_username", "nour")
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.click("[type=submit]")
    return page


def save(page):
    """And wait until the next page runs, whose scripts forget the draft."""
    with page.expect_navigation():
        page.click("[name=_save]")


def paste(page):
    page.goto(ADD_ARTICLE)
    page.fill("#id_text", ARTICLE)
    page.fill("#id_published_on", PUBLISHED_ON.isoformat())
    save(page)
    page.wait_for_url("**/review/**")


def publish(page):
    paste(page)
    page.fill("#id_new_title", "The Delta bridge")
    page.click("[value=publish-all]")
    expect(page.locator("h1")).to_contain_text("The Delta bridge")


def test_an_article_is_pasted_reviewed_and_published(page, nour):
    publish(sign_in(page))

    expect(page.locator("#events li[data-event]")).to_have_count(4)


def test_the_same_without_javascript(new_page, nour):
    publish(sign_in(new_page(java_script_enabled=False)))


def test_the_same_in_arabic_from_right_to_left(new_page, nour):
    page = sign_in(new_page(locale="ar"))
    publish(page)

    assert page.evaluate("document.documentElement.dir") == "rtl"


def test_pointing_at_an_event_marks_its_words_in_the_text(page, nour):
    paste(sign_in(page))

    page.hover(".review-event >> nth=0")

    expect(page.locator(".quote.is-linked").first).to_be_visible()


def test_a_click_on_a_quote_leads_to_its_event(page, nour):
    paste(sign_in(page))

    quote = page.locator(".quote").last
    quote.click()

    event = quote.get_attribute("data-events").split()[0]
    expect(page.locator(f"#event-{event}")).to_be_focused()


def test_a_date_is_understood_while_it_is_written(new_page, nour):
    page = sign_in(new_page(expected=("400",)))
    page.goto(ADD_EVENT)

    page.fill("#id_date", "since 2011")
    expect(page.locator("output.understood")).to_have_text(
        "Understood as: since some day in 2011 (2011/..)"
    )
    page.fill("#id_date", "gibberish")
    expect(page.locator("output.understood")).to_contain_text("20 May 2024")
    expect(page.locator("#id_date")).to_have_attribute("aria-invalid", "true")
    page.fill("#id_date", "")
    expect(page.locator("#id_date")).to_have_attribute("aria-invalid", "false")


def test_a_date_that_can_be_two_is_settled_by_one_click(new_page, nour):
    page = sign_in(new_page(expected=("400",)))
    page.goto(ADD_EVENT)

    page.fill("#id_date", "5/6/2024")
    page.click("output.understood button:text-is('6 May 2024')")

    expect(page.locator("output.understood")).to_have_text("Understood as: 6 May 2024 (2024-05-06)")
    expect(page.locator("#id_date")).to_have_value("6 May 2024")


def test_no_answer_stands_beside_other_words_while_the_next_is_awaited(page, nour):
    sign_in(page).goto(ADD_EVENT)
    page.fill("#id_date", "since 2011")
    expect(page.locator("output.understood")).to_contain_text("2011")

    page.route("**/understand-date/**", lambda route: None)  # a server that does not answer
    page.fill("#id_date", "20 May 2024")

    expect(page.locator("output.understood")).to_have_text("")


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_the_date_stands_beside_its_label(new_page, nour, locale):
    page = sign_in(new_page(locale=locale))
    page.goto(ADD_EVENT)
    title = page.locator("#id_title").bounding_box()
    date = page.locator("#id_date").bounding_box()
    assert date["x"] + date["width"] == title["x"] + title["width"]
    assert date["height"] == title["height"]


def test_a_form_left_by_accident_is_not_lost(page, nour):
    sign_in(page).goto(ADD_ARTICLE)
    page.fill("#id_text", ARTICLE)
    page.goto("/admin/")

    page.goto(ADD_ARTICLE)
    page.click("[data-restore]")

    expect(page.locator("#id_text")).to_have_value(ARTICLE)


@pytest.fixture
def draft(page, nour):
    """The form of an event, filled in and left by accident."""
    Entity.objects.create(name="Alma Torres", kind="person")
    sign_in(page).goto(ADD_EVENT)
    page.click(".field-participants .select2-selection")
    expect(page.locator(".field-participants .select2-search__field")).to_be_focused()
    page.keyboard.type("Alma")
    page.click(".select2-results__option >> text=Alma Torres")
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "early 2020")
    page.select_option("#id_status", "suggested")
    page.click("#media-group summary")
    page.fill("[name=media-0-credit]", "The Delta Post")
    page.goto("/admin/")
    page.goto(ADD_EVENT)
    return page


def test_all_fields_of_an_event_come_back(draft):
    page = draft
    page.click("[data-restore]")

    expect(page.locator(".field-participants .select2-selection")).to_contain_text("Alma Torres")
    expect(page.locator("output.understood")).to_contain_text("early 2020")
    page.fill("[name=media-0-url]", "https://example.org/bridge.jpg")
    page.fill("[name=media-0-alternative_text]", "The bridge")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("The bridge opens")
    event = Event.objects.get()
    assert (event.date, event.part, event.status) == ("2020", "START", "suggested")
    assert [person.name for person in event.participants.all()] == ["Alma Torres"]
    assert [medium.credit for medium in event.media.all()] == ["The Delta Post"]


def test_how_a_timeline_tells_an_event_comes_back_to_that_event_alone(page, nour):
    timeline = create_timeline(title="Bridges")
    events = [create_event(title=title, date="2024") for title in ("It opens", "It closes")]
    add_events(events=events, timeline=timeline)
    first, second = (
        f"/admin/timeline/telling/add/?timeline={timeline.pk}&event={event.pk}" for event in events
    )
    sign_in(page).goto(first)
    page.fill("#id_summary", "With a band")
    page.goto(second)
    expect(page.locator("[data-restore]")).to_have_count(0)
    page.goto(first)
    page.click("[data-restore]")
    expect(page.locator("#id_summary")).to_have_value("With a band")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto(first)
    expect(page.locator("[data-restore]")).to_have_count(0)


def test_without_scripts_people_and_places_are_found_by_their_names(new_page, nour):
    add_names(entities=[Entity.objects.create(name="Alma Tórres", kind="person")])
    page = sign_in(new_page(java_script_enabled=False, locale="ar"))
    page.goto(ADD_EVENT)
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "2024-05-20")
    page.fill("#id_participants-words", "torres")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("The bridge opens")
    assert [person.name for person in Event.objects.get().participants.all()] == ["Alma Tórres"]


def test_a_saved_form_leaves_no_draft(page, nour):
    paste(sign_in(page))
    page.goto(ADD_ARTICLE)

    expect(page.locator("[data-restore]")).to_have_count(0)
