"""Names, places and categories at the desk, in a real browser, and where readers meet them."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import save, sign_in
from timeline.extraction.findings import Name
from timeline.models import Category, Entity
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def event(nour):
    event = create_event(
        title="A storm", date="2024-05-20", places=[Name("Delta", "place")], language="en"
    )
    publish_events(events=[event], timeline=create_timeline(title="Storms"), user=nour)
    return event


def test_a_place_that_is_renamed_has_its_new_names_at_every_event(new_page, event):
    page = sign_in(new_page())
    page.goto(f"/admin/timeline/entity/{Entity.objects.get().pk}/change/")
    page.fill("#id_name", "Delta City")
    page.fill("#id_wikidata", "Q42")
    page.fill("#id_latitude", "52.5")
    page.fill("#id_longitude", "13.4")
    page.click("#names-group .add-row a")
    page.fill("[name=names-0-name]", "مدينة الدلتا")
    page.fill("[name=names-0-language]", "ar")
    save(page)
    expect(page.locator(".messagelist .success")).to_contain_text("Delta City")

    page.goto(f"/events/{event.pk}/")
    expect(page.locator("main")).to_contain_text("Delta City")
    arabic = new_page(locale="ar")
    arabic.goto(f"/events/{event.pk}/")
    expect(arabic.locator("main")).to_contain_text("مدينة الدلتا")


def test_names_that_were_left_by_accident_are_not_lost(page, nour):
    sign_in(page).goto("/admin/timeline/entity/add/")
    page.select_option("#id_kind", "place")
    page.fill("#id_name", "Delta City")
    page.click("#names-group .add-row a")
    page.fill("[name=names-0-name]", "مدينة الدلتا")
    page.goto("/admin/")
    page.goto("/admin/timeline/entity/add/")
    page.click("[data-restore]")
    expect(page.locator("#id_name")).to_have_value("Delta City")
    expect(page.locator("[name=names-0-name]")).to_have_value("مدينة الدلتا")
    save(page)
    expect(page.locator(".messagelist .success")).to_contain_text("Delta City")
    page.goto("/admin/timeline/entity/add/")
    expect(page.locator("[data-restore]")).to_have_count(0)


def test_a_colour_that_readers_could_not_see_is_refused_and_one_near_it_is_named(page, nour):
    sign_in(page).goto("/admin/timeline/category/add/")
    page.fill("#id_key", "sun")
    page.fill("#id_name", "Sun")
    page.fill("#id_colour", "#ffff00")
    page.select_option("#id_shape", "star")
    save(page)
    told = page.locator(".field-colour .errorlist").inner_text()
    assert page.input_value("#id_name") == "Sun"
    page.fill("#id_colour", told[told.index("#") :][:7])
    save(page)
    expect(page.locator(".messagelist .success")).to_contain_text("Sun")
    assert Category.objects.filter(key="sun").exists()
