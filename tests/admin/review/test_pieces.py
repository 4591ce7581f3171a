"""On the review page: dates are moved, sources compared, events split."""

import pytest
from django.urls import reverse

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Event
from timeline.services.articles import store_article
from timeline.services.extract import extract_article
from timeline.services.merging import merge

pytestmark = pytest.mark.django_db

OTHER = "Harbour news\n\nOn May 21, a storm damaged two pillars of the Delta bridge."


def bring_in(text):
    stored = store_article(
        text=text, title=text[:12], published_on=PUBLISHED_ON, language="en", origin="pasted"
    )
    stored.article.refresh_from_db()
    extract_article(article=stored.article)
    return stored.article


@pytest.fixture
def article():
    return bring_in(ARTICLE)


@pytest.fixture
def address(article):
    return reverse("admin:timeline_article_review", args=[article.pk])


@pytest.fixture
def press(nour_client, address):
    def press(action, **fields):
        return nour_client.post(address, {"action": action, **fields}, follow=True).content.decode()

    return press


def storm():
    return Event.objects.get(evidence__quote_start=ARTICLE.index("On May 20"))


@pytest.fixture
def disputed(article):
    """The storm, which another article puts a day later."""
    other = bring_in(OTHER)
    event = storm()
    late = Event.objects.get(evidence__article=other)
    merge(events=[event, late], heir=event, user=None)
    return event


def test_a_day_becomes_a_range_and_a_day_again(press):
    press(f"longer:{storm().pk}")
    assert storm().date == "2024-05-20/2024-05-21"
    press(f"shorter:{storm().pk}")
    assert storm().date == "2024-05-20"


def test_what_would_end_before_it_begins_says_so(press):
    assert "no end that could be moved" in press(f"shorter:{storm().pk}")
    assert storm().date == "2024-05-20"


def test_sources_that_give_different_dates_stand_side_by_side(nour_client, address, disputed):
    page = nour_client.get(address).content.decode()
    assert "The sources give different dates" in page
    assert "20 May 2024" in page
    assert "21 May 2024" in page
    assert "Harbour news" in page


def test_the_date_of_one_source_is_taken_and_taken_back(press, disputed):
    later = disputed.evidence.exclude(article=disputed.evidence.first().article).get()
    page = press(f"date:{disputed.pk}:{later.pk}")
    assert storm().date == "2024-05-21"
    assert '<input type="hidden" name="date" value="2024-05-20">' in page
    assert f'value="edit:{disputed.pk}"' in page


def test_the_source_of_another_event_is_not_taken(nour_client, address, article):
    other = Event.objects.get(date="2019-10").evidence.get()
    action = {"action": f"date:{storm().pk}:{other.pk}"}
    assert nour_client.post(address, action).status_code == 404


def test_an_event_with_one_source_shows_no_comparison(nour_client, address):
    page = nour_client.get(address).content.decode()
    assert "What it rests on" not in page
    assert 'class="split"' not in page


def test_evidence_is_split_off_and_joined_again(press, nour_client, address):
    first, second = storm(), Event.objects.get(date="2022-05-08")
    merge(events=[first, second], heir=first, user=None)
    piece = first.evidence.order_by("quote_start").last()
    assert 'class="split"' in nour_client.get(address).content.decode()
    page = press(f"split:{first.pk}", piece=piece.pk)
    piece.refresh_from_db()
    assert piece.event_id != first.pk
    assert piece.event.date == "2022-05-08"
    press(f"join:{piece.event_id}:{first.pk}")
    assert f'value="join:{piece.event_id}:{first.pk}"' in page
    piece.refresh_from_db()
    assert piece.event_id == first.pk


@pytest.mark.parametrize("piece", ["", "x", "9" * 30])
def test_splitting_off_nothing_says_what_to_choose(press, piece):
    assert "Choose some of the evidence" in press(f"split:{storm().pk}", piece=piece)
