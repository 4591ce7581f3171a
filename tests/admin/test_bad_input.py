"""What a form of the desk cannot take is told in a sentence, and nothing else of it is lost."""

from typing import Any

import pytest

from tests.admin.articles import ARTICLE, PUBLISHED_ON
from tests.cast import PASSWORD
from timeline.models import Article, Event, Timeline

EVENT = "/admin/timeline/event/add/"
ARTICLES = "/admin/timeline/article/add/"
TIMELINE = "/admin/timeline/timeline/add/"
FIELDS: dict[str, dict[str, Any]] = {
    EVENT: {
        "title": "The bridge opens",
        "date": "20 May 2024",
        "status": "published",
        "importance": 0,
        "summary": "Two pillars were new.",
        **{f"media-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")},
    },
    ARTICLES: {"text": ARTICLE, "title": "A bridge", "published_on": PUBLISHED_ON},
    TIMELINE: {
        "title": "Bridges",
        "slug": "bridges",
        "language": "en",
        "introduction": "What was built.",
        "visibility": "draft",
        "lanes": "one",
    },
}
OVERRIDDEN = "Bridge \u202edesolc"

pytestmark = pytest.mark.django_db


def _refused(client, address, **given):
    """The form that comes back, in which everything that was given stands."""
    fields = FIELDS[address] | given
    answer = client.post(address, fields)
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    for name in form.fields.keys() & fields.keys():
        assert str(form[name].value()) == str(fields[name])
    assert not Event.objects.exists()
    assert not Article.objects.exists()
    assert not Timeline.objects.exists()
    return form.errors


@pytest.mark.parametrize("address", FIELDS)
def test_the_forms_of_this_file_are_right_but_for_what_is_said_to_be_wrong(nour_client, address):
    assert nour_client.post(address, FIELDS[address]).status_code == 302


@pytest.mark.parametrize("address", FIELDS)
def test_a_title_of_ten_thousand_characters_is_too_long(nour_client, address):
    (problem,) = _refused(nour_client, address, title="x" * 10_000)["title"]
    assert "10000" in problem


@pytest.mark.parametrize("address", FIELDS)
def test_a_title_that_is_shown_in_another_order_than_it_is_stored_in_is_refused(
    nour_client, address
):
    (problem,) = _refused(nour_client, address, title=OVERRIDDEN)["title"]
    assert "invisible signs" in problem


def test_marks_of_direction_that_arabic_needs_are_kept(nour_client):
    title = "افتتاح الجسر \u2068(Delta Post)\u2069\u200f"
    assert nour_client.post(EVENT, FIELDS[EVENT] | {"title": title}).status_code == 302
    assert Event.objects.get().title == title


def test_an_event_that_ends_before_it_begins_is_refused(nour_client):
    (problem,) = _refused(nour_client, EVENT, date="2024-05-25/2024-05-22")["date"]
    assert problem.startswith("“2024-05-25/2024-05-22” ends before it starts")


def test_words_whose_years_say_that_the_end_comes_first_are_refused(nour_client):
    assert "date" in _refused(nour_client, EVENT, date="25 May 2024 to 22 May 2024")


def test_words_that_are_no_date_are_refused(nour_client):
    (problem,) = _refused(nour_client, EVENT, date="one fine day")["date"]
    assert "write for example 20 May 2024" in problem


def test_a_text_that_is_larger_than_an_article_may_be_is_refused(nour_client, settings):
    text = "x" * (settings.MAX_ARTICLE_BYTES + 1)
    (problem,) = _refused(nour_client, ARTICLES, text=text)["text"]
    assert str(settings.MAX_ARTICLE_BYTES) in problem


@pytest.mark.parametrize("address", FIELDS)
def test_a_form_that_is_sent_after_the_session_ended_leads_back_to_itself(client, nour, address):
    login = client.post(address, FIELDS[address])["Location"]
    assert not Event.objects.exists()
    signed_in = client.post(login, {"username": "nour", "password": PASSWORD})
    assert signed_in["Location"] == address
