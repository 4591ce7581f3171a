"""axe finds nothing on the pages of the desk, Django's own among them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import LOOKS, SIZES, findings, over_the_side
from tests.browser.test_desk import ADD_EVENT, sign_in
from tests.cast import PASSWORD
from tests.web import telling
from timeline.extraction.findings import Name
from timeline.models import Deleted, Event
from timeline.services.events import create_event
from timeline.services.removal import discard_events

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "/admin/timeline"


@pytest.fixture
def addresses(site: str, nour) -> list[str]:
    harbour = telling.the_harbour()
    harbour.visibility = "link"
    harbour.save()
    opening = harbour.events.get(date="2024-05-20")
    names = [Name("Sidra", "place"), Name("Tobruk", "place")]
    gone = create_event(title="Told twice", date="2024", places=names)
    discard_events(events=[gone], user=nour)
    person = opening.participants.get().pk
    return [
        f"{DESK}/event/{opening.pk}/change/",
        f"{DESK}/timeline/{harbour.pk}/change/",
        f"{DESK}/entity/{person}/change/",
        f"{DESK}/deleted/{Deleted.objects.get().pk}/change/",
        "/admin/auth/group/add/",
    ]


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


@pytest.mark.parametrize(("language", "scheme", "size"), [LOOKS[0], LOOKS[3]])
def test_axe_finds_nothing_on_the_pages_of_the_desk(new_page, addresses, language, scheme, size):
    page = new_page(locale=language, color_scheme=scheme, viewport=SIZES[size], expected=("403",))
    page.goto("/admin/")
    assert look(page) == ([], 0)
    sign_in(page)
    for address in addresses:
        page.goto(address)
        assert look(page) == ([], 0), address
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
