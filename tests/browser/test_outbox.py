"""What is decided in the review while an answer of the server is still on its way."""

import pytest
from playwright.sync_api import expect

from tests.browser.drawing import until
from tests.browser.test_review import address, becomes, open_review, press
from timeline.models import Event

__all__ = ["address"]  # the fixture

pytestmark = pytest.mark.django_db(transaction=True)

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
