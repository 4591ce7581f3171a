"""What editors set right after publishing, in a real browser: corrections, names, and the bin."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import save, sign_in
from timeline.models import Entity, Event
from timeline.services.entities import add_names
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db(transaction=True)

WAYS = pytest.mark.parametrize(
    "options", [{}, {"java_script_enabled": False, "locale": "ar"}], ids=["english", "plain-arabic"]
)


@pytest.fixture
def event(nour):
    people = [Entity.objects.create(kind="person", name=name) for name in ("Alma", "A. Torres")]
    add_names(entities=people)
    event = create_event(
        title="A storm", date="2024-05-20", confidence=0.92, participants=people[1:]
    )
    publish_events(events=[event], timeline=create_timeline(title="Storms"), user=nour)
    return event


def desk(page, address):
    page.goto(f"/admin/timeline/{address}")
    return page


@WAYS
def test_readers_see_the_note_of_a_correction(new_page, event, options):
    page = desk(sign_in(new_page(**options)), f"event/{event.pk}/change/")
    page.fill("#id_date", "2024-05-21")
    page.fill("#id_correction", "It was the 21st, not the 20th of May.")
    page.fill("#id_reason", "By phone")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("A storm")

    page.goto(f"/events/{event.pk}/")
    expect(page.locator(".card-correction")).to_contain_text("It was the 21st")
    expect(page.locator("body")).not_to_contain_text("By phone")
    desk(page, f"event/{event.pk}/history/")
    expect(page.locator("#change-history")).to_contain_text("By phone")


@WAYS
def test_two_names_of_one_person_become_one(new_page, event, options):
    page = desk(sign_in(new_page(**options)), "entity/")
    for box in page.locator("[name=_selected_action]").all():
        box.check()
    page.select_option("[name=action]", "merge")
    page.click("[name=index]")
    page.check("label:has-text('Alma') >> input")
    page.fill("#id_reason", "One woman")
    page.click(".merge-choice .button")
    expect(page.locator(".messagelist")).to_contain_text("Alma")

    page.goto(f"/events/{event.pk}/")
    expect(page.locator("main")).to_contain_text("Alma")
    expect(page.locator("main")).not_to_contain_text("A. Torres")


@WAYS
def test_what_was_deleted_is_brought_back_out_of_the_bin(new_page, event, options):
    page = desk(sign_in(new_page(expected=("410",), **options)), f"event/{event.pk}/delete/")
    page.fill("#id_reason", "Told twice")
    page.click(".bin-choice [type=submit]")
    page.click(".messagelist a")
    expect(page.locator("#result_list")).to_contain_text("Told twice")
    assert page.goto(f"/events/{event.pk}/").status == 410

    page = desk(page, "deleted/")
    page.click("#result_list tbody th a")
    page.click(".in-bin .button")
    expect(page.locator(".messagelist")).to_contain_text("A storm")
    assert page.goto(f"/events/{event.pk}/").status == 200


@WAYS
def test_the_figures_say_how_much_of_what_was_promised_was_accepted(new_page, event, options):
    page = desk(sign_in(new_page(**options)), "event/figures/")
    row = page.locator("tr", has_text="90–95 %")
    expect(row.locator("td").nth(0)).to_contain_text("92 %")
    expect(row.locator("td").nth(1)).to_contain_text("100 %")
    assert Event.objects.filter(status="published").count() == 1
