"""Articles and timelines are chosen by a search: no form lists all of them."""

import datetime

import pytest
from django.urls import reverse

from tests.admin.test_bad_input import EVENT, FIELDS, TIMELINE
from timeline.admin.review.forms import PublishForm
from timeline.models import Article, Entity, Event, Evidence, Timeline, TimelineEvent
from timeline.services.articles import store_article
from timeline.services.entities import add_names
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

STORM = "A storm hit Delta."


def _article(title, text=STORM):
    day = datetime.date(2024, 5, 30)
    text = f"{text} {title}"
    return store_article(text=text, title=title, published_on=day, origin="pasted").article


def _quoting(**given):
    return FIELDS[EVENT] | {"quote": STORM, **given}


def test_the_form_of_an_event_is_as_small_with_many_articles(
    nour_client, django_assert_max_num_queries
):
    sizes = []
    nour_client.get(EVENT)  # what is looked up once is kept
    for number in (1, 60):
        for each in range(number):
            _article(f"Storm {number} {each}")
        with django_assert_max_num_queries(12) as queries:
            page = nour_client.get(EVENT)
        sizes.append((len(page.content), len(queries)))
    assert sizes[0] == sizes[1]


def test_an_article_is_found_by_the_search_of_the_desk(nour_client):
    article = _article("The storm of Delta")
    asked = {"app_label": "timeline", "model_name": "evidence", "field_name": "article"}
    found = nour_client.get(reverse("admin:autocomplete"), {**asked, "term": "delta"}).json()
    assert [each["id"] for each in found["results"]] == [str(article.pk)]
    assert nour_client.post(EVENT, _quoting(article=article.pk)).status_code == 302
    assert Evidence.objects.get().article == article


@pytest.mark.parametrize("words", ["storm of del", "The storm", "  The storm of Delta "])
def test_without_scripts_words_of_its_title_find_it(nour_client, words):
    article = _article("The storm of Delta")
    _article("A gale", "It blew.")
    assert "article-words" in nour_client.get(EVENT).content.decode()
    assert nour_client.post(EVENT, _quoting(**{"article-words": words})).status_code == 302
    assert Evidence.objects.get().article == article


def test_whose_whole_title_is_given_is_meant(nour_client):
    _article("Storm in Delta")
    article = _article("Storm")
    nour_client.post(EVENT, _quoting(**{"article-words": "Storm"}))
    assert Evidence.objects.get().article == article


def test_of_several_one_is_chosen_from_the_form_that_comes_back(nour_client):
    first, second = _article("Storm in Delta"), _article("Storm in Sidra")
    answer = nour_client.post(EVENT, _quoting(**{"article-words": "storm"}))
    page = answer.content.decode()
    assert "Several have these words: choose one of them." in page
    assert 'value="storm"' in page
    for article in (first, second):
        assert f'<option value="{article.pk}">{article.title}</option>' in page


@pytest.mark.parametrize("words", ["flood", "x" * 10_000, "\0", "%"])
def test_words_of_nothing_are_told(nour_client, words):
    _article("Storm in Delta")
    answer = nour_client.post(EVENT, _quoting(**{"article-words": words}))
    assert answer.status_code == 200
    assert "article" in answer.context["adminform"].form.errors


@pytest.mark.parametrize("value", ["x", "9" * 30, "-1", "?", "\0"])
def test_what_is_no_article_is_no_error_of_ours(nour_client, value):
    assert nour_client.post(EVENT, _quoting(article=value)).status_code == 200


def test_the_review_lists_the_timelines_changed_last_and_finds_others_by_their_titles(client):
    made = [create_timeline(title=f"Storms {number}") for number in range(51)]
    form = PublishForm(may_make=True)
    page = str(form["timeline"])
    assert page.count("<option") == 51  # with "a new timeline"
    assert "Storms 50" in page
    assert "Storms 0<" not in page
    assert "timeline-words" in page
    sent = PublishForm({"timeline-words": "Storms 0", "new_title": ""}, may_make=True)
    assert sent.is_valid()
    assert sent.cleaned_data["timeline"] == made[0]
    chosen = PublishForm({"timeline": str(made[0].pk)}, may_make=True)
    assert f'<option value="{made[0].pk}" selected>' in str(chosen["timeline"])


def test_a_few_timelines_need_no_words(client):
    create_timeline(title="Storms")
    assert "timeline-words" not in str(PublishForm(may_make=True)["timeline"])


def test_events_are_put_on_a_timeline_found_by_words(nour_client):
    timeline = create_timeline(title="Storms of Delta")
    event = create_event(title="A storm", date="2024", status="published")
    put = {"action": "put_on_timeline", "_selected_action": event.pk}
    address = reverse("admin:timeline_event_changelist")
    page = nour_client.post(address, put | {"timeline": "", "timeline-words": "flood"})
    assert "None has these words" in page.content.decode()
    nour_client.post(address, put | {"timeline": "", "timeline-words": "of delta"})
    assert TimelineEvent.objects.get().timeline == timeline


def test_the_import_opens_with_the_timeline_that_is_asked_for(nour_client):
    for number in range(60):
        create_timeline(title=f"Storms {number}")
    first = create_timeline(title="Gales")
    page = nour_client.get(reverse("admin:timeline_event_import"), {"timeline": first.pk})
    assert f'<option value="{first.pk}" selected>Gales</option>' in page.content.decode()
    assert Article.objects.count() == 0


def _people(*names):
    people = [Entity.objects.create(name=name, kind="person") for name in names]
    add_names(entities=people)
    return people


def test_without_scripts_people_and_places_are_found_by_their_names(nour_client):
    torres, lind, _other = _people("Alma Tórres", "Mara Lind", "Mara Linden")
    page = nour_client.get(EVENT).content.decode()
    assert "participants-words" in page
    assert "places-words" in page
    given = {"participants-words": "torres; mara lind ؛ ", "places-words": "Linden"}
    assert nour_client.post(EVENT, FIELDS[EVENT] | given).status_code == 302
    event = Event.objects.get()
    assert set(event.participants.all()) == {torres, lind}
    assert [place.name for place in event.places.all()] == ["Mara Linden"]


def test_names_of_several_and_of_none_are_told_and_the_several_are_there_to_choose(nour_client):
    first, second = _people("Mara Lind", "Mara Torres")
    given = {"participants-words": "Mara; Nobody"}
    page = nour_client.post(EVENT, FIELDS[EVENT] | given).content.decode()
    assert "“Mara” names several: choose in the list." in page
    assert "“Nobody” names none: write others." in page
    assert 'value="Mara; Nobody"' in page
    for one in (first, second):
        assert f'<option value="{one.pk}">{one}</option>' in page
    again = {"participants-words": "Mara", "participants": [second.pk]}
    assert nour_client.post(EVENT, FIELDS[EVENT] | again).status_code == 302
    assert list(Event.objects.get().participants.all()) == [second]


@pytest.mark.parametrize("words", ["x" * 10_000, "\0", "%", "; ;", "?", ";" * 900])
def test_no_words_of_names_are_an_error_of_ours(nour_client, words):
    for name in ("participants", "places"):
        given = FIELDS[EVENT] | {f"{name}-words": words}
        assert nour_client.post(EVENT, given).status_code in (200, 302)


def test_without_scripts_a_saved_filter_names_people_and_articles_by_words(nour_client):
    (torres,) = _people("Alma Torres")
    article = _article("The storm of Delta")
    given = {"by_filter": "on", "entities-words": "torres", "articles-words": "of delta"}
    assert nour_client.post(TIMELINE, FIELDS[TIMELINE] | given).status_code == 302
    kept = Timeline.objects.get().saved_filter
    assert kept == {"entities": [torres.pk], "sources": [f"article:{article.pk}"]}
