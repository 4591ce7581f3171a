"""Two people on the form of one event, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import save, sign_in
from tests.roles import member
from timeline.services.events import create_event, update_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False, "locale": "ar"}])
def test_who_saves_second_sees_both_versions_and_chooses(new_page, nour, options):
    event = create_event(title="A storm", date="2024-05-20")
    page = sign_in(new_page(**options))
    page.goto(f"/admin/timeline/event/{event.pk}/change/")
    update_event(event=event, user=member("Editor"), title="A hurricane")

    page.fill("#id_title", "A gale")
    save(page)
    for words in ("A hurricane", "A gale", "editor"):
        expect(page.locator(".meanwhile")).to_contain_text(words)
    assert page.input_value("#id_title") == "A gale"
    event.refresh_from_db()
    assert event.title == "A hurricane"

    save(page)
    expect(page.locator(".messagelist .success")).to_contain_text("A gale")
    event.refresh_from_db()
    assert event.title == "A gale"
