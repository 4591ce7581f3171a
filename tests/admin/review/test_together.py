"""The review as a whole: many decided in one step, the glance above, the tray of vague dates."""

import pytest
from django.urls import reverse

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Event
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

pytestmark = pytest.mark.django_db

VAGUE = (
    "\n\nThe mayor was recently elected by the council. The old pier was destroyed in the 1980s."
)


@pytest.fixture
def address():
    stored = store_article(
        text=ARTICLE + VAGUE, title="B", published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    stored.article.refresh_from_db()
    extract_article(article=stored.article)
    Event.objects.update(confidence=0.6)
    Event.objects.filter(date="2024-05-20").update(confidence=0.97)
    return reverse("admin:timeline_article_review", args=[stored.article.pk])


@pytest.fixture
def press(nour_client, address):
    def press(action, **fields):
        return nour_client.post(address, {"action": action, **fields}, follow=True).content.decode()

    return press


def accepted():
    return {event.date for event in Event.objects.filter(status="published")}


def test_all_above_a_confidence_are_accepted_and_taken_back_in_one_step(
    press, nour_client, address
):
    assert ">≥ 95 % (1)</option>" in nour_client.get(address).content.decode()
    page = press("accept-above", least="95")
    assert accepted() == {"2024-05-20"}
    assert "1 event was accepted" in page
    chosen = Event.objects.get(date="2024-05-20").pk
    assert f'name="chosen" value="{chosen}"' in page
    press("restore-chosen", chosen=chosen)
    assert accepted() == set()


@pytest.mark.parametrize("least", ["", "x", "-1", "٩٠"])
def test_a_confidence_that_is_none_accepts_nothing(press, least):
    assert "not known here" in press("accept-above", least=least)
    assert accepted() == set()


def test_rejecting_all_is_taken_back_in_one_step(press):
    before = Event.objects.count()
    page = press("reject-all")
    assert f"{before} events were rejected" in page
    assert page.count('name="chosen" value=') == before + before  # to merge, and to take back
    press("restore-chosen", chosen=list(Event.objects.values_list("pk", flat=True)))
    assert set(Event.objects.values_list("status", flat=True)) == {"suggested"}


def test_the_glance_has_a_mark_for_each_event_that_leads_to_it(nour_client, address):
    page = nour_client.get(address).content.decode()
    for event in Event.objects.all():
        assert f'<a href="#event-{event.pk}" class="mark' in page
    assert page.count("<circle") >= 3
    assert "style=" not in page


@pytest.mark.parametrize(
    ("language", "left", "right"), [("en", "start", "end"), ("ar", "end", "start")]
)
def test_words_at_either_end_of_the_glance_stay_within_it(
    nour_client, address, language, left, right
):
    page = nour_client.get(address, headers={"Accept-Language": language}).content.decode()
    assert f'<text class="is-{left}" x="0%"' in page
    assert f'<text class="is-{right}" x="100%"' in page


def test_numbers_of_the_picture_are_not_written_in_the_readers_way(nour_client, address):
    page = nour_client.get(address, headers={"Accept-Language": "ar"}).content.decode()
    picture = page[page.index("<svg height") : page.index("</svg>", page.index("<svg height"))]
    assert "٫" not in picture
    assert ',"' not in picture


def test_vague_dates_have_a_tray_of_their_own(nour_client, address):
    page = nour_client.get(address).content.decode()
    tray = page[page.index('class="tray"') :]
    assert "the 1980s" in tray
    assert "<mark>recently</mark>" in tray
    assert "<mark>May 20</mark>" not in tray[: tray.index("</section>")]


def test_what_has_no_date_is_rejected_and_brought_back(press, nour_client, address):
    at = (ARTICLE + VAGUE).index("recently")
    page = press(f"set-aside:{at}")
    assert f"set-aside:{at}" not in page
    assert f'value="bring-back:{at}"' in page
    assert f'value="set-aside:{at}"' in press(f"bring-back:{at}")


def test_what_has_no_date_is_given_one(press, nour_client, address):
    page = nour_client.get(address).content.decode()
    start = page.index("passage=") + len("passage=")
    passage = page[start : page.index("#", start)]
    form = nour_client.get(address, {"passage": passage}).content.decode()
    assert "The mayor was recently elected by the council." in form
    press("enter", quote="The mayor was recently elected by the council.", date="May 2024")
    assert Event.objects.filter(date="2024-05", status="published").exists()


def test_an_event_whose_date_changes_moves_to_its_place(nour_client, address):
    event = Event.objects.get(date="198X")
    fields = {"action": f"edit:{event.pk}", "title": event.title, "date": "1985", "category": ""}
    part = nour_client.post(address, fields, headers={"X-Part": "1"}).content.decode()
    assert 'class="review-events"' in part
