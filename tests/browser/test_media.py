"""A picture is uploaded at the desk, comes back where another field is wrong, and is seen."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import SIZES, findings, over_the_side
from tests.browser.test_desk import ADD_EVENT, save, sign_in
from tests.pictures import as_file, drawn
from timeline.models import Event
from timeline.services.timelines import create_timeline, publish_events

MEDIA = "#media-group"

pytestmark = pytest.mark.django_db(transaction=True)


def choose(page, content, name="quay.jpg"):
    page.set_input_files(
        "[name=media-0-upload]", {"name": name, "mimeType": "image/jpeg", "buffer": content}
    )


@pytest.mark.parametrize(
    ("language", "scheme", "size"), [("en-GB", "light", "wide"), ("ar", "dark", "phone")]
)
def test_a_picture_is_uploaded_and_shown(new_page, nour, language, scheme, size):
    page = sign_in(new_page(locale=language, color_scheme=scheme, viewport=SIZES[size]))
    page.goto(ADD_EVENT)
    page.fill("#id_title", "The bridge opens")
    page.fill("#id_date", "2024-05-20")
    page.click(f"{MEDIA} summary")
    page.fill("[name=media-0-credit]", "The Delta Post")
    choose(page, b"<script>alert(1)</script>")
    save(page)
    expect(page.locator(f"{MEDIA} .errorlist")).to_have_count(2)  # of the words, too
    assert (findings(page, MEDIA, preload=False), over_the_side(page)) == ([], 0)

    choose(page, as_file(drawn((900, 600))))
    save(page)
    expect(page.locator(".picture-preview")).to_be_visible()
    assert (findings(page, MEDIA, preload=False), over_the_side(page)) == ([], 0)

    page.fill("[name=media-0-alternative_text]", "The bridge from the north")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("The bridge opens")
    medium = Event.objects.get().media.get()
    timeline = create_timeline(title="Bridges")
    publish_events(events=[medium.event], timeline=timeline, user=None)
    page.goto(f"/timelines/{timeline.slug}/events/{medium.event_id}/")
    picture = page.get_by_alt_text("The bridge from the north")
    expect(picture).to_have_js_property("naturalWidth", 900)
