"""A session that ends while somebody writes costs a login, and no word."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.test_desk import ADD_EVENT, save, sign_in
from tests.cast import PASSWORD
from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "options", [{}, {"java_script_enabled": False}, {"locale": "ar"}], ids=["en", "plain", "ar"]
)
def test_a_form_that_is_sent_after_the_session_ended_is_sent_after_the_login(
    new_page, nour, options
):
    page = sign_in(new_page(expected=("403",), **options))
    page.goto(ADD_EVENT)
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "2024-05-20")
    Session.objects.all().delete()
    save(page)
    page.fill("#id_username", "nour")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form [type=submit]")

    expect(page.locator(".kept")).to_contain_text("The bridge opens")
    with page.expect_navigation():
        page.click(".kept button")
    expect(page.locator(".messagelist")).to_contain_text("The bridge opens")
    assert Event.objects.get().date == "2024-05-20"
    page.goto(ADD_EVENT)
    expect(page.locator("[data-restore]")).to_have_count(0)
