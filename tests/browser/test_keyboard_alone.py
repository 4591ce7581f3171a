"""From a pasted article to its published timeline with no pointer at all, in both directions."""

import pytest
from playwright.sync_api import Page, expect

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.browser.test_review import press
from tests.cast import PASSWORD
from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db(transaction=True)

# More stops than any page of the desk has before the field that is meant.
FAR = 60


def tab_to(page: Page, selector: str) -> None:
    for _ in range(FAR):
        press(page, "Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    pytest.fail(f"{selector} is not reached by the keyboard")


def paste(page: Page) -> None:
    page.goto("/admin/")
    expect(page.locator("#id_username")).to_be_focused()
    page.keyboard.type("nour")
    tab_to(page, "#id_password")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        press(page, "Enter")
    tab_to(page, "#quick-text")
    page.keyboard.insert_text(ARTICLE)
    tab_to(page, "#quick-day")
    # Typed, its parts would stand in the order of the machine's own language.
    page.fill("#quick-day", PUBLISHED_ON.isoformat())
    with page.expect_navigation():
        press(page, "Enter")
    expect(page.locator(".review-event").first).to_be_focused()


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_an_article_is_pasted_decided_on_and_published(new_page, nour, locale):
    page = new_page(locale=locale)
    paste(page)
    press(page, "a", "r", "a", "a", "p")
    expect(page.locator("#id_new_title")).to_be_focused()
    page.keyboard.type("The Delta bridge")
    press(page, "Enter")
    expect(page.locator("h1")).to_contain_text("The Delta bridge")
    expect(page.locator("#events li[data-event]")).to_have_count(3)
    assert Event.objects.filter(status="rejected").count() == 1


def test_enter_in_a_field_above_decides_on_nothing_that_waits(new_page, nour):
    page = new_page(expected=("422",))
    paste(page)
    page.locator("#reason").focus()
    page.keyboard.type("Checked")
    press(page, "Enter")
    page.locator("#id_new_title").focus()
    page.keyboard.type("The Delta bridge")
    press(page, "Enter")
    expect(page.locator(".review-bar .errornote")).to_contain_text("accept an event first")
    expect(page.locator("#id_new_title")).to_have_value("The Delta bridge")
    assert set(Event.objects.values_list("status", flat=True)) == {"suggested"}
    assert not Timeline.objects.exists()
