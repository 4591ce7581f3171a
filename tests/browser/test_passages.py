"""A passage of the article's text becomes an event: by mouse, by touch, by keyboard, by hand."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.browser.drawing import until
from tests.browser.test_desk import sign_in
from tests.browser.test_outbox import OFFLINE, cut_off
from tests.browser.test_review import open_review, press
from timeline.models import Event
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

pytestmark = pytest.mark.django_db(transaction=True)

# Letters beyond the 16 bits of a browser's unit stand before the passage that is chosen.
TEXT = f"𝔇𝔢𝔩𝔱𝔞 🌉\n\n{ARTICLE}"
VISIT = "Torres visited the site on May 8, 2022"
STORM = "a storm damaged two pillars"

# The text between two of its offsets, as a range.
RANGE = """words => {
  const text = document.querySelector("#review-text pre"), range = document.createRange();
  let left = text.textContent.indexOf(words), end = left + words.length, started = false;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!started && left < node.length) { range.setStart(node, left); started = true; }
    if (end <= node.length) { range.setEnd(node, end); break; }
    left -= node.length;
    end -= node.length;
  }
  return range;
}"""
CHOOSE = f"words => getSelection().addRange(({RANGE})(words))"
# Where the words lie on the screen: x and y of their beginning and of their end.
PLACE = f"""words => {{
  const range = ({RANGE})(words);
  range.startContainer.parentElement.scrollIntoView({{ block: "center" }});
  const boxes = [...range.getClientRects()], first = boxes[0], last = boxes.at(-1);
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}}"""


@pytest.fixture
def address(site, nour) -> str:
    stored = store_article(
        text=TEXT, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    extract_article(article=stored.article)
    return f"/admin/timeline/article/{stored.article.pk}/review/"


def entered() -> Event:
    """The event that was made of a passage: nothing weighs what a person decided."""
    event: Event = until(
        lambda: Event.objects.filter(confidence=None).first(), "an event of the passage"
    )
    return event


def quoted(event: Event) -> str:
    return event.evidence.with_quotes().get().quote


def test_words_chosen_by_mouse_become_an_event_and_u_takes_it_back(page, address):
    open_review(page, address)
    left, top, right, bottom = page.evaluate(PLACE, STORM)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()
    page.click("#passage-offer")
    expect(page.locator("#passage-date")).to_be_focused()
    page.keyboard.insert_text("20 May 2024")
    press(page, "Enter")
    expect(page.locator(".review-event[data-current]")).to_be_focused()
    assert quoted(entered()) == STORM
    expect(page.locator(".review-event")).to_have_count(5)
    press(page, "u")
    expect(page.locator(".review-event")).to_have_count(4)
    assert page.evaluate("window.notReloaded")


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_a_passage_is_chosen_by_keyboard_alone(new_page, address, locale):
    page = open_review(new_page(locale=locale), address)
    press(page, "j", "n", *["Shift+ArrowLeft"] * 3, "Enter")
    expect(page.locator("#passage-title")).to_be_focused()
    assert page.input_value("#passage-quote").startswith(VISIT)
    assert page.input_value("#passage-quote").endswith("and")
    press(page, "Enter")
    event = entered()
    assert event.date == "2022-05-08"
    assert quoted(event) == f"{VISIT}, and"


def test_the_form_is_there_before_the_server_has_read_the_passage(new_page, address):
    page, held = open_review(new_page(), address), list[Route]()
    page.route(re.compile("passage="), lambda route: held.append(route))
    page.evaluate(CHOOSE, VISIT)
    page.click("#passage-offer")
    expect(page.locator("#passage-quote")).to_have_value(VISIT)
    page.fill("#passage-title", "A visit")
    until(lambda: held, "the passage to be sent", page)
    held[0].continue_()
    expect(page.locator("#passage-date")).to_have_value("2022-05-08")
    expect(page.locator("#passage-title")).to_have_value("A visit")


def hold_the_reading(page: Page, words: str) -> Route:
    """Choose a passage; the server's answer to it is held."""
    held: list[Route] = []
    page.route(re.compile("passage="), lambda route: held.append(route), times=1)
    page.evaluate(CHOOSE, words)
    page.click("#passage-offer")
    expect(page.locator("#passage-quote")).to_have_value(words)
    until(lambda: held, "the passage to be sent", page)
    return held[0]


def answer(page: Page, held: Route) -> None:
    """Let the answer come, and all that it would lead to."""
    held.continue_()
    page.evaluate("fetch(location.href)")
    page.evaluate("new Promise(requestAnimationFrame)")


def test_a_form_that_was_left_is_not_opened_by_the_answer(page, address):
    open_review(page, address)
    held = hold_the_reading(page, VISIT)
    press(page, "Escape")
    expect(page.locator("#passage-title")).to_be_hidden()
    answer(page, held)
    expect(page.locator("#passage-title")).to_be_hidden()
    expect(page.locator("#review-text")).to_be_focused()


def test_a_form_that_was_sent_is_not_opened_by_the_answer(page, address):
    open_review(page, address)
    held = hold_the_reading(page, STORM)
    page.keyboard.insert_text("20 May 2024")
    press(page, "Enter")
    expect(page.locator(".review-event[data-current]")).to_be_focused()
    answer(page, held)
    expect(page.locator("#passage-title")).to_be_hidden()
    expect(page.locator("#passage-date")).to_have_value("")


def test_of_two_passages_the_form_is_about_the_one_that_was_chosen_last(page, address):
    open_review(page, address)
    held = hold_the_reading(page, STORM)
    page.evaluate("getSelection().removeAllRanges()")
    page.evaluate(CHOOSE, VISIT)
    page.click("#passage-offer")
    expect(page.locator("#passage-date")).to_have_value("2022-05-08")
    answer(page, held)
    expect(page.locator("#passage-quote")).to_have_value(VISIT)


def test_a_finger_finds_the_offer_at_the_foot_of_the_window(new_page, address):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = open_review(new_page(**phone), address)
    page.evaluate(CHOOSE, VISIT)
    offer = page.locator("#passage-offer")
    expect(offer).to_be_visible()
    until(
        lambda: (box := offer.bounding_box()) and box["y"] + box["height"] > 844 - 100,
        "the offer at the foot",
    )
    page.tap("#passage-offer")
    expect(page.locator("#passage-date")).to_have_value("2022-05-08")
    page.tap("#passage-form .default")
    assert quoted(entered()) == VISIT


def test_escape_leaves_the_passage_and_the_form(page, address):
    open_review(page, address)
    press(page, "n", "Enter")
    expect(page.locator("#passage-title")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("#passage-title")).to_be_hidden()
    press(page, "n", "Escape")
    until(lambda: page.evaluate("getSelection().isCollapsed"), "nothing to be chosen")
    assert not Event.objects.filter(confidence=None).exists()


def test_without_javascript_the_passage_is_pasted(new_page, address):
    page = new_page(java_script_enabled=False, expected=("422",))
    sign_in(page).goto(address)
    fill(page, "a storm of protest")
    expect(page.locator("#passage .errorlist")).to_contain_text("not in the article")
    fill(page, VISIT)
    expect(page.locator(".messagelist")).to_contain_text("is an event now")
    page.click("#review-undo button")
    expect(page.locator(".review-event")).to_have_count(4)


def fill(page: Page, words: str) -> None:
    page.wait_for_load_state()
    if not page.locator("#passage-quote").is_visible():
        page.click("#passage > summary")
    page.fill("#passage-quote", words)
    page.click("#passage-form .default")


def test_what_is_entered_without_a_connection_is_sent_later(new_page, address):
    page = open_review(new_page(expected=(OFFLINE,)), address)
    cut_off(page)
    page.evaluate(CHOOSE, VISIT)
    page.click("#passage-offer")
    expect(page.locator("#passage-quote")).to_have_value(VISIT)
    page.click("#passage-form .default")
    expect(page.locator("#review-status")).to_contain_text("No connection")
    page.context.set_offline(False)
    assert quoted(entered()) == VISIT


def test_a_vague_date_is_given_in_words_or_rejected_by_key(new_page, site, nour):
    text = f"The mayor was recently elected by the council.\n\n{ARTICLE}"
    stored = store_article(
        text=text, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    extract_article(article=stored.article)
    page = open_review(new_page(), f"/admin/timeline/article/{stored.article.pk}/review/")
    press(page, *"jjjj")
    expect(page.locator(".is-undated")).to_be_focused()
    press(page, "r")
    expect(page.locator(".is-undated")).to_have_count(0)
    press(page, "u")
    expect(page.locator(".is-undated")).to_have_count(1)
    page.locator(".is-undated").focus()
    press(page, "e")
    expect(page.locator("#passage-date")).to_be_focused()
    page.keyboard.insert_text("spring 2024")
    press(page, "Enter")
    assert entered().date == "2024-21"
    expect(page.locator(".is-undated")).to_have_count(0)
    assert page.evaluate("window.notReloaded")


def test_the_surest_are_counted_accepted_and_taken_back_and_marks_lead_to_events(page, address):
    Event.objects.update(confidence=0.5)
    Event.objects.filter(date="2024-05-20").update(confidence=0.97)
    Event.objects.filter(date="2019-10").update(confidence=0.9)
    open_review(page, address)
    number = page.locator("#least-number")
    expect(number).to_have_text("(1)")
    page.select_option("#least", index=1)
    expect(number).to_have_text("(2)")
    page.click("[value=accept-above]")
    expect(page.locator(".review-event.is-published")).to_have_count(2)
    expect(page.locator(".glance .mark.is-published")).to_have_count(2)
    page.locator(".review-event").first.focus()
    press(page, "u")
    expect(page.locator(".review-event.is-published")).to_have_count(0)
    page.locator(".glance .mark").last.click()
    expect(page.locator(".review-event").last).to_be_focused()
    assert page.evaluate("window.notReloaded")
