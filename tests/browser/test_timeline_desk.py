"""A timeline on the desk in a real browser: what joins it, and how readers will see it."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import findings
from tests.browser.test_desk import sign_in
from tests.web import telling

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_timeline_is_built_by_a_filter_that_says_how_many_match(new_page, nour):
    telling.the_harbour()
    page = sign_in(new_page())
    page.goto("/admin/timeline/timeline/add/")
    page.fill("#id_title", "Storms")
    page.check("#id_by_filter")
    page.check("#id_categories [value=economy]")
    page.fill("#id_since", "2019")
    expect(page.locator("#matching")).to_have_text("1 event matches now.")
    assert findings(page, preload=False) == []
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_contain_text("1 event is on this timeline now.")
