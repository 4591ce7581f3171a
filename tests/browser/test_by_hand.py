"""A timeline is made by hand in a real browser: what is on it, in which order, in which words."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import save, sign_in
from tests.pictures import as_file, drawn
from timeline.models import Entity, Telling, Timeline
from timeline.services.entities import add_names
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db(transaction=True)

WAYS = pytest.mark.parametrize(
    "options", [{}, {"java_script_enabled": False, "locale": "ar"}], ids=["english", "plain-arabic"]
)


@pytest.fixture
def storms(nour):
    for title in ("A storm", "A flood"):
        create_event(
            title=title, date="2024-05-20", status="published", summary="It came by night."
        )
    return create_timeline(title="Storms", visibility="public")


def put_on(page):
    page.goto("/admin/timeline/event/")
    for box in page.locator("input.action-select").all():
        box.check()
    page.select_option("select[name=action]", "put_on_timeline")
    with page.expect_navigation():
        page.click("button[name=index]")
    page.select_option("[name=timeline]", label="Storms")
    with page.expect_navigation():
        page.click(".merge-choice .button")


def rows(page):
    return page.locator("#result_list tbody tr")


@WAYS
def test_events_are_put_on_it_and_those_of_one_day_change_places(new_page, storms, options):
    page = sign_in(new_page(**options))
    put_on(page)
    expect(page.locator(".messagelist")).to_contain_text("Storms")

    page.goto(f"/admin/timeline/timelineevent/?timeline__id__exact={storms.pk}")
    expect(rows(page).first).to_contain_text("A storm")
    rows(page).first.locator(".tie").click()
    expect(rows(page).first).to_contain_text("A flood")

    page.goto(f"/timelines/{storms.slug}/")
    titles = page.locator("#events li[data-event]")
    expect(titles.first).to_contain_text("A flood")
    expect(titles.last).to_contain_text("A storm")


@WAYS
def test_an_event_has_other_words_and_media_there_and_stands_out(new_page, storms, options):
    page = sign_in(new_page(**options))
    put_on(page)
    page.goto(f"/admin/timeline/timelineevent/?timeline__id__exact={storms.pk}")
    rows(page).first.locator(".field-own_words a").click()
    page.fill("#id_title", "The deluge of the century")
    page.check("#id_featured")
    page.click("#media-group summary")
    quay = {"name": "quay.jpg", "mimeType": "image/jpeg", "buffer": as_file(drawn((900, 600)))}
    page.set_input_files("[name=media-0-upload]", quay)
    page.fill("[name=media-0-alternative_text]", "The quay under water")
    page.fill("[name=media-0-credit]", "Mara Lind")
    save(page)
    expect(rows(page).first).to_contain_text("★ The deluge of the century")

    event = Telling.objects.get().event_id
    page.goto(f"/timelines/{storms.slug}/events/{event}/")
    expect(page.locator("h1, h2").first).to_contain_text("The deluge of the century")
    expect(page.get_by_alt_text("The quay under water")).to_be_visible()
    page.goto(f"/events/{event}/")
    expect(page.locator("main")).to_contain_text("A storm")
    expect(page.get_by_alt_text("The quay under water")).to_have_count(0)


def test_without_scripts_a_saved_filter_names_whom_it_is_about(new_page, nour):
    (torres,) = people = [Entity.objects.create(name="Alma Torres", kind="person")]
    add_names(entities=people)
    create_event(title="A visit", date="2024-05-20", status="published", participants=people)
    page = sign_in(new_page(java_script_enabled=False))
    page.goto("/admin/timeline/timeline/add/")
    page.fill("#id_title", "Visits")
    page.fill("#id_slug", "visits")
    page.check("#id_by_filter")
    page.fill("#id_entities-words", "torres")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("1 event is on this timeline now.")
    assert Timeline.objects.get().saved_filter == {"entities": [torres.pk]}
