"""axe finds nothing on any page of the desk, Django's own among them, and nothing runs over the
side: in both directions, in both schemes, on a phone too."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from tests.admin.whole import PAGES, filled, one_of_everything
from tests.browser.test_accessibility import SIZES, findings, over_the_side
from tests.browser.test_desk import ADD_EVENT, sign_in
from tests.cast import PASSWORD
from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "/admin/timeline"
LOOKS = [("en-GB", "light", "wide"), ("ar", "dark", "phone")]
looks = pytest.mark.parametrize(("language", "scheme", "size"), LOOKS)
# The same templates make these for an event and a group; and one is no page.
ALIKE = re.compile(
    r"(entity|feed|run|telling|user|article/\{article\})/(\{\w+\}/)?(history|delete)|understand"
)


@pytest.fixture
def page(new_page, language, scheme, size) -> Page:
    told: Page = new_page(
        locale=language,
        color_scheme=scheme,
        viewport=SIZES[size],
        expected=("403",),
    )
    return told


def look(page: Page) -> tuple[list[str], int]:
    return findings(page, preload=False), over_the_side(page)


def ask(page: Page, model: str, action: str) -> None:
    """Choose two records of a list for something."""
    page.goto(f"{DESK}/{model}/")
    for box in page.locator("input.action-select").all()[:2]:
        box.check()
    page.select_option("select[name=action]", action)
    page.click("button[name=index]")
    expect(page.locator("#changelist")).to_have_count(0)


def come_in(page: Page, site: str, user: User) -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])


@looks
def test_axe_finds_nothing_on_any_page_of_the_desk(page, site, nour, sam):
    ids = one_of_everything(sam)
    come_in(page, site, nour)
    for address in PAGES:
        if not ALIKE.search(address):
            page.goto(f"/admin/{filled(address, ids)}")
            assert look(page) == ([], 0), address


@looks
def test_axe_finds_nothing_on_the_way_of_a_form(page, site, nour, sam):
    one_of_everything(sam)
    page.goto("/admin/")
    assert look(page) == ([], 0)
    sign_in(page)
    for model, action in (("event", "put_on_timeline"), ("entity", "merge")):
        ask(page, model, action)
        assert look(page) == ([], 0), action
    page.goto(ADD_EVENT)
    page.locator(".select2-selection").first.click()
    expect(page.locator(".select2-results__option[role=option]").first).to_be_visible()
    assert look(page) == ([], 0)
    page.keyboard.press("Escape")
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "2024-05-20")
    page.context.clear_cookies(name="sessionid")
    page.click("[name=_save]")
    assert look(page) == ([], 0)
    page.fill("#id_username", "nour")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form [type=submit]")
    expect(page.locator(".kept")).to_be_visible()
    assert look(page) == ([], 0)
    assert not Event.objects.filter(title="The bridge opens").exists()
