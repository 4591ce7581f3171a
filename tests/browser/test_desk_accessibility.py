"""axe finds nothing on any page of the desk, Django's own among them, nor where a form comes back
with what is wrong, and nothing runs over the side: in both directions, in both schemes, on a phone
too."""

import json
import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from tests.admin.bridge import ARTICLE
from tests.admin.whole import PAGES, filled, one_of_everything
from tests.browser.test_accessibility import SIZES, findings, over_the_side
from tests.browser.test_desk import ADD_ARTICLE, ADD_EVENT, sign_in
from tests.cast import PASSWORD
from tests.fetching import printed
from timeline.models import Event, Upload

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "/admin/timeline"
LOOKS = [("en-GB", "light", "wide"), ("ar", "dark", "phone")]
FILES, IMPORT = f"{DESK}/article/files/", f"{DESK}/event/import/"
SHEET = "date,title,colour\n2024-05-20,The harbour opens,red\n"
# Addresses of forms, and what is written there that none of them takes.
REFUSED: dict[str, dict[str, str]] = {
    f"{ADD_ARTICLE}?": {},
    ADD_ARTICLE: {"url": "http://127.0.0.1/news"},
    ADD_EVENT: {"date": "one fine day", "quote": "It rained", "citation_url": "x y"},
    f"{DESK}/event/{{alone}}/change/": {"title": "", "date": "2024-05-25/2024-05-22"},
    f"{DESK}/feed/add/": {"url": "a feed"},
    f"{DESK}/entity/add/": {"wikidata": "X", "latitude": "91"},
    f"{DESK}/category/add/": {"colour": "#ffffff"},
    f"{DESK}/timeline/add/": {"slug": "two words"},
    f"{DESK}/telling/{{telling}}/change/": {"title": "x\u202ey"},
    "/admin/auth/user/add/": {},
    "/admin/auth/group/add/": {},
    "/admin/password_change/": {"old_password": "wrong"},
}
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
        expected=("400", "403", "422"),
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
    with page.expect_navigation():
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
    with page.expect_navigation():
        page.click("[name=_save]")
    assert look(page) == ([], 0)
    page.fill("#id_username", "nour")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form [type=submit]")
    expect(page.locator(".kept")).to_be_visible()
    assert look(page) == ([], 0)
    assert not Event.objects.filter(title="The bridge opens").exists()


def send(page: Page, form: str = "#content form") -> None:
    """Send what this browser would not, as others do."""
    button = page.locator(f"{form} [type=submit], {form} button.default").first
    with page.expect_navigation():
        button.evaluate("button => { button.form.noValidate = true; button.click() }")


@looks
def test_axe_finds_nothing_where_a_form_comes_back(page, site, nour, sam):
    ids = one_of_everything(sam)
    come_in(page, site, nour)
    for address, given in REFUSED.items():
        page.goto(filled(address, ids))
        for name, value in given.items():
            page.fill(f"#content form [name={name}]", value)
        send(page)
        expect(page.locator(".errorlist, .errornote").first).to_be_visible()
        assert look(page) == ([], 0), address


@looks
def test_axe_finds_nothing_where_the_review_takes_something_not(page, site, nour, sam):
    ids = one_of_everything(sam)
    come_in(page, site, nour)
    review = f"{DESK}/article/{ids['article']}/review/"
    page.goto(f"{review}?edit={ids['waits']}")
    page.fill(".edit [name=date]", "one fine day")
    page.click(".edit [value^=edit]")
    expect(page.locator(".edit .errorlist")).to_be_visible()
    assert look(page) == ([], 0)
    page.goto(f"{review}?passage=0:4")
    page.fill("#passage [name=quote]", "Nobody said so")
    page.click("#passage [value=enter]")
    expect(page.locator("#passage .errorlist")).to_be_visible()
    assert look(page) == ([], 0)
    page.goto(review)
    page.fill("[name=new_title]", "")
    page.click("[value=publish-all]")
    expect(page.locator("#id_new_title[aria-invalid]")).to_be_visible()
    assert look(page) == ([], 0)


@looks
def test_axe_finds_nothing_where_articles_are_looked_at_before_they_are_stored(
    page, site, nour, tmp_path
):
    known = {"title": "Bridge", "text": ARTICLE, "published": "2024-05-30"}
    (tmp_path / "known.json").write_text(json.dumps(known))
    (tmp_path / "doubtful.pdf").write_bytes(printed.by_fpdf())
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    come_in(page, site, nour)
    page.goto(FILES)
    send(page, ".files-form")
    expect(page.locator(".files-form .errornote")).to_be_visible()
    assert look(page) == ([], 0)
    page.set_input_files("[name=brought]", sorted(tmp_path.iterdir()))
    send(page, ".files-form")
    expect(page.locator(".intake-unreadable")).to_be_visible()
    assert look(page) == ([], 0)
    page.click("[value=store]")
    expect(page.locator(".intake-error")).to_be_visible()
    assert look(page) == ([], 0)
    page.check("[name$=sure]")
    page.click("[value=store]")
    expect(page.locator(".run-parts tbody tr")).to_have_count(2)
    assert look(page) == ([], 0)


@looks
def test_axe_finds_nothing_where_a_sheet_is_looked_at_before_it_is_stored(
    page, site, nour, tmp_path
):
    come_in(page, site, nour)
    sheet = tmp_path / "events.csv"
    for cells, found in (("", ".errorlist"), ("soon,,\n", ".import-faults"), ("", ".import-go")):
        page.goto(IMPORT)
        if found != ".errorlist":
            sheet.write_text(SHEET + cells)
            page.set_input_files("[name=file]", sheet)
            page.fill("[name=title]", "The harbour")
        send(page, ".import-form")
        expect(page.locator(found).first).to_be_visible()
        assert look(page) == ([], 0), found
    page.click(".import-go button")
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert look(page) == ([], 0)
    page.goto(f"{IMPORT}{Upload.objects.get(run__isnull=False).pk}/")
    expect(page.locator(".run-parts")).to_be_visible()
    assert look(page) == ([], 0)
