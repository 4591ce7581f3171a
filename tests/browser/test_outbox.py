"""What is decided in the review on a lost connection, and while an answer is still on its way."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.admin.articles import long_article
from tests.browser.drawing import until
from tests.browser.test_desk import sign_in
from tests.browser.test_review import address, becomes, open_review, press, status
from timeline.models import Event

__all__ = ["address"]  # the fixture

pytestmark = pytest.mark.django_db(transaction=True)

OFFLINE = "ERR_INTERNET_DISCONNECTED"
UNREACHED = "fetch('/robots.txt', {cache: 'no-store'}).then(() => false, () => true)"
# The head of an answer is there; its body comes when the test says so.
HOLD_BODIES = """
  const read = Response.prototype.text;
  window.held = [];
  Response.prototype.text = async function () {
    await new Promise((go) => window.held.push(go));
    return read.call(this);
  };
"""
LET_GO = "window.held.shift()()"
# The body of the first answer is lost on its way.
LOSE_A_BODY = """
  const read = Response.prototype.text;
  Response.prototype.text = async function () {
    Response.prototype.text = read;
    throw new TypeError('network error');
  };
"""


def cut_off(page: Page) -> None:
    """Chromium goes offline a while after it was told to."""
    page.context.set_offline(True)
    until(lambda: page.evaluate(UNREACHED), "the connection to be lost")


def test_what_is_decided_without_a_connection_is_sent_when_it_is_back(new_page, address):
    page = open_review(new_page(expected=(OFFLINE,)), address)
    cut_off(page)
    press(page, "a", "r")
    expect(page.locator("#review-status")).to_contain_text("No connection")
    assert status("2019-10") == "suggested"
    page.context.set_offline(False)
    becomes("2019-10", "published")
    becomes("2022-05-08", "rejected")
    expect(page.locator("#review-status")).to_have_text("")


def test_what_was_decided_without_a_connection_outlives_the_page(new_page, address):
    page = open_review(new_page(expected=(OFFLINE,)), address)
    cut_off(page)
    press(page, "a")
    expect(page.locator("#review-status")).to_contain_text("No connection")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    becomes("2019-10", "published")


def test_an_event_is_corrected_without_a_connection_and_sent_when_it_is_back(new_page, address):
    page = open_review(new_page(expected=(OFFLINE,)), address)
    before = Event.objects.get(date="2019-10").title
    cut_off(page)
    press(page, "e")
    expect(page.locator(".edit [name=title]")).to_be_focused()
    expect(page.locator(".edit [name=title]")).to_have_value(before)
    page.keyboard.type("The ferry closes")
    press(page, "Enter")
    expect(page.locator("#review-status")).to_contain_text("No connection")
    page.context.set_offline(False)
    first = page.locator(".review-event").first
    expect(first.locator("h3")).to_contain_text("The ferry closes")
    expect(first.locator(".edit")).to_have_count(0)
    until(Event.objects.filter(date="2019-10", title="The ferry closes").exists, "the new title")


def test_what_is_written_stays_when_an_earlier_decision_is_answered(page, address):
    open_review(page, address)
    sent: list[Route] = []
    page.route("**/review/", lambda route: sent.append(route), times=1)
    press(page, "+", "e")
    first = page.locator(".review-event").first
    expect(first.locator("[name=title]")).to_be_focused()
    page.keyboard.type("The ferry closes")
    until(lambda: bool(sent), "the decision to be sent", page)
    sent[0].continue_()
    expect(first.locator(".when")).to_contain_text("November 2019")
    # What was not written into is as the decision made it.
    expect(first.locator("[name=date]")).to_have_value("2019-10/2019-11")
    expect(first.locator("[name=title]")).to_be_focused()
    page.keyboard.type(" again")
    press(page, "Enter")
    expect(first.locator("h3")).to_contain_text("The ferry closes again")
    both = Event.objects.filter(title="The ferry closes again", date="2019-10/2019-11")
    until(both.exists, "both corrections to be stored")


def test_who_is_signed_out_meanwhile_loses_nothing(page, address):
    open_review(page, address)
    page.context.clear_cookies(name="sessionid")
    press(page, "a")
    expect(page.locator("#review-status")).to_contain_text("You are signed out")
    sign_in(page).goto(address)
    becomes("2019-10", "published")


def test_u_waits_for_what_the_server_has_yet_to_answer(page, address):
    open_review(page, address)
    press(page, "x", "j", "x", "m")
    expect(page.locator(".merged")).to_have_count(1)
    sent: list[Route] = []
    page.route("**/review/", lambda route: sent.append(route), times=1)
    press(page, "s")
    page.click(".split[open] button")
    until(lambda: bool(sent), "the splitting to be sent", page)
    press(page, "u")
    sent[0].continue_()
    # What was split off is back, and what was merged before stays so.
    expect(page.locator(".merged")).to_have_count(2)
    expect(page.locator(".review-event")).to_have_count(3)


def test_what_is_decided_while_an_answer_arrives_is_about_what_it_shows(page, address):
    page.add_init_script(HOLD_BODIES)
    open_review(page, address)
    press(page, "a")
    until(lambda: page.evaluate("window.held.length"), "an answer to arrive")
    press(page, "u")
    page.evaluate(LET_GO)
    until(lambda: page.evaluate("window.held.length"), "the second answer to arrive")
    page.evaluate(LET_GO)
    becomes("2019-10", "suggested")
    expect(page.locator("#review-messages")).not_to_contain_text("changed")


def test_an_answer_that_breaks_off_is_asked_for_again(page, address):
    page.add_init_script(LOSE_A_BODY)
    open_review(page, address)
    press(page, "a")
    expect(page.locator("#review-status")).to_contain_text("No connection")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#review-status")).to_have_text("")
    assert Event.objects.get(date="2019-10").status == Event.Status.PUBLISHED
    press(page, "u")
    becomes("2019-10", "suggested")


def test_cards_that_could_not_be_filled_are_filled_when_the_connection_is_back(
    new_page, site, nour
):
    page = new_page(expected=(OFFLINE,))
    open_review(page, f"/admin/timeline/article/{long_article().pk}/review/")
    cut_off(page)
    last = page.locator(".review-event").last
    with page.expect_event("requestfailed", lambda request: "cards=" in request.url):
        last.focus()
    page.context.set_offline(False)
    expect(last.locator("blockquote")).to_be_visible()
