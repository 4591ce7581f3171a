"""What a form of the desk cannot take is told in a sentence, and nothing else of it is lost."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.articles import extracted_article
from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.roles import client_of
from timeline.extraction.findings import Name
from timeline.models import Article, Entity, Event, Timeline
from timeline.services.articles import store_article
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline

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
        **{f"cover-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")},
    },
}
MODELS: dict[str, Any] = {EVENT: Event, ARTICLES: Article, TIMELINE: Timeline}
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


@pytest.mark.parametrize(
    ("address", "name"),
    [(EVENT, "summary"), (EVENT, "citation"), (TIMELINE, "introduction"), (TIMELINE, "credits")],
)
def test_so_is_any_longer_text(nour_client, address, name):
    (problem,) = _refused(nour_client, address, **{name: f"One line\n{OVERRIDDEN}"})[name]
    assert "invisible signs" in problem


def test_a_reason_that_the_history_cannot_hold_deletes_nothing(nour_client):
    event = create_event(title="A storm", date="2024")
    address = reverse("admin:timeline_event_delete", args=[event.pk])
    listed = reverse("admin:timeline_event_changelist")
    chosen = {"action": "delete_selected", "_selected_action": event.pk}
    for reason, said in (("x" * 101, "The reason has 101 characters"), (OVERRIDDEN, "invisible")):
        given = {"post": "yes", "reason": reason}
        for answer in (
            nour_client.post(address, given, follow=True),
            nour_client.post(listed, given | chosen, follow=True),
        ):
            assert said in answer.content.decode()
    assert Event.objects.exists()


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
    assert "at most 5 MB" in problem


def test_so_is_one_in_arabic_which_forms_send_as_three_times_as_much(nour_client, settings):
    text = "م" * (settings.MAX_ARTICLE_BYTES // 2 + 1)
    fields = FIELDS[ARTICLES] | {"text": text}
    answer = nour_client.post(
        ARTICLES, urlencode(fields), content_type="application/x-www-form-urlencoded"
    )
    assert "at most 5 MB" in str(answer.context["adminform"].form.errors["text"])


def test_what_no_form_could_hold_is_answered_by_a_sentence(nour_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = nour_client.post(ARTICLES, FIELDS[ARTICLES] | {"text": "x" * 2000})
    assert answer.status_code == 413
    assert "at most 5 MB" in answer.content.decode()


@pytest.mark.parametrize("address", FIELDS)
def test_a_form_that_is_sent_twice_makes_one_record_and_says_so(nour_client, address):
    assert nour_client.post(address, FIELDS[address]).status_code == 302
    second = nour_client.post(address, FIELDS[address], follow=True)
    assert MODELS[address].objects.count() == 1
    assert "This was sent twice and is stored once" in second.content.decode()


def test_what_was_added_to_the_form_meanwhile_is_another_event(nour_client):
    nour_client.post(EVENT, FIELDS[EVENT])
    nour_client.post(EVENT, FIELDS[EVENT] | {"citation": "The Delta Post, page 3"})
    assert Event.objects.count() == 2


def test_what_was_deleted_meanwhile_can_be_entered_again(nour_client):
    nour_client.post(EVENT, FIELDS[EVENT])
    Event.objects.all().delete()
    nour_client.post(EVENT, FIELDS[EVENT])
    assert Event.objects.count() == 1


def test_two_people_may_enter_the_same(nour_client):
    nour_client.post(EVENT, FIELDS[EVENT])
    client_of("Editor").post(EVENT, FIELDS[EVENT])
    assert Event.objects.count() == 2


def test_a_new_timeline_of_the_review_has_a_plain_title_too(nour_client):
    address = reverse("admin:timeline_article_review", args=[extracted_article().pk])
    answer = nour_client.post(address, {"action": "publish-all", "new_title": OVERRIDDEN})
    assert answer.status_code == 422
    assert "invisible signs" in answer.content.decode()
    assert not Timeline.objects.exists()


def test_a_name_in_another_language_is_plain_too(nour_client):
    names = {"names-0-name": OVERRIDDEN, "names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0}
    nour_client.post("/admin/timeline/entity/add/", {"kind": "place", "name": "Delta", **names})
    assert not Entity.objects.exists()


def test_what_turns_letters_around_in_a_file_is_taken_out(nour_client):
    told = {"title": OVERRIDDEN, "text": ARTICLE, "published": "2024-05-30"}
    brought = SimpleUploadedFile("a.json", json.dumps(told).encode())
    look = nour_client.post("/admin/timeline/article/files/", {"brought": brought}, follow=True)
    assert 'value="Bridge desolc"' in look.content.decode()


def test_so_it_is_in_whatever_is_stored():
    store_article(text=ARTICLE, title=OVERRIDDEN, published_on=PUBLISHED_ON, origin="file")
    create_event(title=OVERRIDDEN, date="2024", participants=[Name(OVERRIDDEN, "person")])
    create_timeline(title=OVERRIDDEN)
    models: list[Any] = [Article, Event, Timeline]
    assert [model.objects.get().title for model in models] == ["Bridge desolc"] * 3
    assert Entity.objects.get().name == "Bridge desolc"
