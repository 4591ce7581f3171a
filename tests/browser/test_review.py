"""The review of an article by keyboard alone and without reloading."""

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from tests.admin.articles import long_article
from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.browser.drawing import until
from tests.browser.test_desk import sign_in
from timeline.models import Event
from timeline.services.articles import store_article
from timeline.services.events import create_event, update_event
from timeline.services.extract import extract_article
from timeline.services.sources import Citation

pytestmark = pytest.mark.django_db(transaction=True)

PUBLISHED = re.compile(r"\bis-published\b")


@pytest.fixture
def address(site, nour) -> str:
    """The review page of an article with four events; one of them is told elsewhere too."""
    create_event(
        title="A storm damages the Delta bridge",
        date="2024-05-20",
        evidence=[Citation("Harbour radio")],
    )
    stored = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    extract_article(article=stored.article)
    return f"/admin/timeline/article/{stored.article.pk}/review/"


def open_review(page: Page, address: str) -> Page:
    sign_in(page).goto(address)
    page.evaluate("window.notReloaded = true")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def status(date: str) -> str:
    return Event.objects.get(date=date, confidence__isnull=False).status


def becomes(date: str, wanted: str) -> None:
    until(lambda: status(date) == wanted, f"{date} to be {wanted}")


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_an_article_is_reviewed_by_keyboard_alone(new_page, address, locale):
    page = open_review(new_page(locale=locale), address)
    expect(page.locator(".review-event").first).to_be_focused()
    press(page, "a", "r")
    becomes("2019-10", "published")
    becomes("2022-05-08", "rejected")
    expect(page.locator(".review-event").nth(2)).to_be_focused()
    press(page, "k", "k", "r")
    becomes("2019-10", "rejected")
    assert page.evaluate("window.notReloaded")


def test_a_decision_is_seen_at_once_in_the_text_too(page, address):
    open_review(page, address)
    page.route("**/review/", lambda route: None)  # a server that does not answer
    press(page, "a")
    first = page.locator(".review-event").first
    expect(first).to_have_class(PUBLISHED)
    quotes = page.locator(f".quote[data-events='{first.get_attribute('data-event')}']")
    expect(quotes).to_have_class([PUBLISHED] * quotes.count())


def test_u_takes_back_one_decision_after_the_other(page, address):
    open_review(page, address)
    press(page, "a", "r", "u", "u")
    becomes("2022-05-08", "suggested")
    becomes("2019-10", "suggested")
    press(page, "u")
    expect(page.locator("#review-status")).to_have_text("There is nothing to take back.")


def test_e_edits_in_place_enter_saves_and_u_takes_it_back(page, address):
    open_review(page, address)
    before = Event.objects.get(date="2019-10").title
    first = page.locator(".review-event").first
    press(page, "e")
    expect(first.locator("[name=title]")).to_be_focused()
    page.keyboard.type("The ferry closes")
    press(page, "Enter")
    expect(first.locator("h3")).to_contain_text("The ferry closes")
    expect(first).to_be_focused()
    press(page, "u")
    expect(first.locator("h3")).to_contain_text(before)
    assert page.evaluate("window.notReloaded")


@pytest.mark.parametrize("size", [(1280, 600), (390, 600)])
def test_the_form_that_opens_in_place_is_in_sight(new_page, address, size):
    page = open_review(new_page(viewport={"width": size[0], "height": size[1]}), address)
    press(page, "j", "j", "e")
    expect(page.locator(".edit [name=title]")).to_be_focused()
    expect(page.locator(".edit")).to_be_in_viewport(ratio=0.9)


def test_a_date_that_is_none_is_said_in_place_and_the_words_stay(new_page, address):
    page = open_review(new_page(expected=("400", "422")), address)
    first = page.locator(".review-event").first
    press(page, "e")
    expect(first.locator("[name=title]")).to_be_focused()
    press(page, "Tab")
    page.keyboard.type("soon enough")
    press(page, "Enter")
    expect(first.locator(".errorlist")).to_contain_text("20 May 2024")
    expect(first.locator("[name=date]")).to_have_value("soon enough")
    first.locator("[name=date]").focus()
    press(page, "Escape")
    expect(first).to_be_focused()
    expect(first.locator(".edit")).to_have_count(0)
    press(page, "u")
    expect(page.locator("#review-status")).to_have_text("There is nothing to take back.")


def test_m_adds_the_article_to_its_twin_and_u_takes_them_apart(page, address):
    open_review(page, address)
    press(page, "j", "j", "m")
    twin = page.locator(".review-event", has_text="A storm damages the Delta bridge")
    expect(twin).to_be_focused()
    expect(twin.locator(".merged")).to_be_visible()
    press(page, "u")
    expect(page.locator(".merged")).to_have_count(0)
    becomes("2024-05-20", "suggested")
    assert page.evaluate("window.notReloaded")


def test_the_chosen_are_merged(page, address):
    open_review(page, address)
    press(page, "x", "j", "x", "m")
    expect(page.locator(".review-event")).to_have_count(3)


def test_the_keys_are_shown_and_letters_in_fields_are_letters(page, address):
    open_review(page, address)
    press(page, "?")
    expect(page.locator("#review-keys")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("#review-keys")).to_be_hidden()
    press(page, "?")
    page.click("#review-keys button")
    expect(page.locator("#review-keys")).to_be_hidden()
    page.fill("#id_new_title", "ar")
    page.locator("#id_new_title").press_sequentially("ajr")
    expect(page.locator("#id_new_title")).to_have_value("arajr")
    assert status("2019-10") == "suggested"


def test_who_writes_the_title_of_the_new_timeline_is_not_disturbed_by_answers(page, address):
    open_review(page, address)
    with page.expect_response("**/review/"):
        press(page, "a", "p")
        page.keyboard.type("The bridge")
        for _ in "bridge":
            press(page, "ArrowLeft")
    expect(page.locator("[value=publish]:visible")).to_contain_text("1")
    expect(page.locator("#id_new_title")).to_be_focused()
    page.keyboard.type("Delta ")
    expect(page.locator("#id_new_title")).to_have_value("The Delta bridge")
    assert status("2022-05-08") == "suggested"


def test_in_the_queue_the_next_article_opens_when_one_is_done(page, address):
    later = store_article(
        text=f"Later\n\n{ARTICLE}", title="Later", published_on=PUBLISHED_ON, origin="pasted"
    )
    extract_article(article=later.article)
    open_review(page, f"{address}?queue=oldest")
    press(page, *"aaaa")
    expect(page.locator("h1")).to_have_text("Later")
    expect(page.locator(".messagelist")).to_contain_text("“Bridge” is done.")
    assert "queue=oldest" in page.url
    expect(page.locator(".review-event").first).to_be_focused()
    press(page, "a")
    becomes_of = Event.objects.filter(evidence__article=later.article, status="published")
    until(becomes_of.exists, "the first event of the next article to be accepted")


def test_keys_make_a_range_correct_a_date_and_split_an_event(page, address):
    open_review(page, address)
    first = page.locator(".review-event").first
    press(page, "+")
    expect(first.locator(".when")).to_contain_text("November 2019")
    press(page, "-")
    expect(first.locator(".when")).not_to_contain_text("November 2019")
    press(page, "d")
    expect(first.locator("[name=date]")).to_be_focused()
    press(page, "Escape", "x", "j", "x", "m")
    expect(page.locator(".review-event")).to_have_count(3)
    press(page, "s")
    expect(page.locator(".split[open] [type=checkbox]").first).to_be_focused()
    page.click(".split[open] button")
    expect(page.locator(".review-event")).to_have_count(4)
    press(page, "u")
    expect(page.locator(".review-event")).to_have_count(3)
    assert page.evaluate("window.notReloaded")


def test_who_saves_second_sees_both_versions_and_chooses(new_page, address, nour):
    page = open_review(new_page(expected=("422",)), address)
    first = page.locator(".review-event").first
    press(page, "e")
    expect(first.locator("[name=title]")).to_be_focused()
    update_event(event=Event.objects.get(date="2019-10"), user=nour, title="The ferry stops")

    page.keyboard.type("The ferry closes")
    press(page, "Enter")
    expect(first.locator(".meanwhile")).to_contain_text("The ferry stops")
    expect(first.locator(".meanwhile h4")).to_be_in_viewport()
    assert Event.objects.get(date="2019-10").title == "The ferry stops"

    first.locator("[name=title]").press("Enter")
    expect(first.locator("h3")).to_contain_text("The ferry closes")
    assert page.evaluate("window.notReloaded")


def test_keys_decide_on_cards_far_down_before_they_are_filled(page, site, nour):
    article = long_article()
    page.route("**/*cards=*", lambda route: None)  # a server that does not answer
    open_review(page, f"/admin/timeline/article/{article.pk}/review/")
    last = page.locator(".review-event").last
    expect(last).to_have_class(re.compile(r"\bis-short\b"))
    last.focus()
    press(page, "k", "a", "r")
    expect(page.locator(".review-event.is-published")).to_have_count(1)
    until(lambda: Event.objects.filter(status="rejected").count() == 1, "the last to be rejected")
    press(page, "u", "e")
    expect(last.locator("[name=title]")).to_be_focused()
    page.unroute("**/*cards=*")


def test_cards_are_filled_where_the_editor_is_and_what_is_chosen_stays(page, site, nour):
    article = long_article()
    page.set_viewport_size({"width": 1000, "height": 760})
    open_review(page, f"/admin/timeline/article/{article.pk}/review/")
    last = page.locator(".review-event").last
    last.locator("[name=chosen]").evaluate("box => { box.checked = true; }")
    last.focus()
    expect(last.locator("blockquote")).to_be_visible()
    expect(last).to_be_focused()
    expect(last.locator("[name=chosen]")).to_be_checked()
    # The text beside them is there, too.
    expect(page.locator(".quote").last).to_be_in_viewport()
    press(page, *"kkkkkk")
    until(lambda: _is_below(page, ".review-event:focus", "#publish-form"), "the card in sight")


def test_a_window_that_shows_more_cards_than_come_at_once_has_them_all(page, site, nour):
    article = long_article(days_of_a_month=17)
    page.set_viewport_size({"width": 1000, "height": 6000})
    open_review(page, f"/admin/timeline/article/{article.pk}/review/")
    page.locator(".review-event").last.focus()
    expect(page.locator(".review-event.is-short")).to_have_count(0)


def _is_below(page: Page, selector: str, other: str) -> bool:
    one, above = (page.locator(each).bounding_box() for each in (selector, other))
    assert one is not None
    assert above is not None
    return one["y"] >= above["y"] + above["height"]


def test_who_lacks_a_right_is_told_so_and_nothing_goes_on_waiting(new_page, address, nour):
    page = open_review(new_page(expected=("403",)), address)
    nour.is_superuser = False
    nour.save()
    nour.groups.add(Group.objects.get(name="Contributor"))
    press(page, "a")
    expect(page.locator("#review-messages")).to_contain_text("You have no right to do that")
    expect(page.locator(".review-event").first).to_contain_text("suggested")
    expect(page.locator("#review-status")).to_be_empty()


def test_what_somebody_changed_meanwhile_is_shown_before_it_is_decided_on(new_page, address, nour):
    page = open_review(new_page(expected=("409",)), address)
    event = Event.objects.get(date="2019-10")
    update_event(event=event, user=nour, title="The ferry stops", status="rejected")
    with page.expect_response(lambda answer: answer.status == 409):
        press(page, "a")
    card = page.locator(f"#event-{event.pk}")
    expect(card).to_contain_text("As you saw it")
    expect(card).to_have_class("review-event is-rejected")
    assert status("2019-10") == "rejected"
    card.focus()
    press(page, "a")
    becomes("2019-10", "published")
    expect(card).not_to_contain_text("As you saw it")


def test_what_somebody_deleted_meanwhile_is_gone_and_that_is_told(new_page, address):
    page = open_review(new_page(expected=("404",)), address)
    Event.objects.get(date="2019-10").delete()
    press(page, "a")
    expect(page.locator("#review-messages")).to_contain_text("not here any more")
    expect(page.locator(".review-event")).to_have_count(3)


def test_why_goes_with_what_is_decided_together(page, address):
    open_review(page, address)
    page.get_by_label("Why, for the history").fill("Checked by phone")
    page.get_by_role("button", name="Accept all waiting").click()
    becomes("2019-10", "published")
    expect(page.get_by_label("Why, for the history")).to_have_value("")
    changed = Event.objects.get(date="2019-10").history.first()
    assert changed.history_change_reason == "Checked by phone"
