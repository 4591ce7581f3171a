"""The queue on the desk: a page of what waits, and one article after the other."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Event
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

QUEUE = "/admin/timeline/article/queue/"

pytestmark = pytest.mark.django_db


def bring_in(title):
    stored = store_article(
        text=f"{title}\n\n{ARTICLE}",
        title=title,
        published_on=PUBLISHED_ON,
        language="en",
        origin="pasted",
    )
    stored.article.refresh_from_db()
    extract_article(article=stored.article)
    return stored.article


def review_of(article, query="?queue=oldest"):
    return reverse("admin:timeline_article_review", args=[article.pk]) + query


@pytest.fixture
def articles():
    return bring_in("First"), bring_in("Second")


def test_the_page_leads_to_each_article_with_how_much_waits(nour_client, articles):
    page = nour_client.get(QUEUE).content.decode()
    assert "2 articles wait" in page
    assert page.index(review_of(articles[0])) < page.index(review_of(articles[1]))
    assert "<td>4</td>" in page


def test_the_surest_come_first_where_that_is_asked_for(nour_client, articles):
    Event.objects.filter(evidence__article=articles[0]).update(confidence=0.2)
    extract_article(article=articles[1])
    type(articles[0]).objects.filter(pk=articles[0].pk).update(certainty=0.2)
    page = nour_client.get(QUEUE, {"order": "certain"}).content.decode()
    first, second = (review_of(article, "?queue=certain") for article in articles)
    assert page.index(second) < page.index(first)


@pytest.mark.parametrize("query", ["?order=nonsense", "?page=x", "?page=999"])
def test_a_query_that_is_none_gives_the_queue(nour_client, articles, query):
    assert "2 articles wait" in nour_client.get(QUEUE + query).content.decode()


def test_an_empty_queue_says_so(nour_client):
    assert "Nothing waits" in nour_client.get(QUEUE).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_queue(
    nour_client, articles, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        nour_client.get(QUEUE)


def test_only_who_may_see_articles_sees_the_queue(client, sam):
    sam.is_staff = True
    sam.save()
    client.force_login(sam)
    assert client.get(QUEUE).status_code == 403
    sam.user_permissions.add(Permission.objects.get(codename="view_article"))
    assert client.get(QUEUE).status_code == 200


def test_the_next_article_opens_when_one_is_done(nour_client, articles):
    first, second = articles
    answer = nour_client.post(review_of(first), {"action": "accept-all"}, follow=True)
    assert answer.redirect_chain == [(review_of(second), 302)]
    page = answer.content.decode()
    assert "“First” is done." in page
    assert 'id="review-undo"' not in page
    answer = nour_client.post(review_of(second), {"action": "reject-all"})
    assert answer["Location"] == f"{QUEUE}?order=oldest"


def test_one_decision_of_several_stays_with_the_article_and_in_the_queue(nour_client, articles):
    event = Event.objects.filter(evidence__article=articles[0])[0]
    answer = nour_client.post(review_of(articles[0]), {"action": f"accept:{event.pk}"})
    assert answer["Location"] == f"{review_of(articles[0])}#event-{event.pk}"


def test_a_script_is_told_where_the_next_article_is(nour_client, articles):
    fields = {"action": "accept-all"}
    part = nour_client.post(review_of(articles[0]), fields, headers={"X-Part": "1"})
    assert f'data-next="{review_of(articles[1])}"' in part.content.decode()


def test_what_is_done_already_stays_open(nour_client, articles):
    nour_client.post(review_of(articles[0]), {"action": "accept-all"})
    event = Event.objects.filter(evidence__article=articles[0])[0]
    answer = nour_client.post(review_of(articles[0]), {"action": f"reject:{event.pk}"})
    assert answer["Location"].startswith(review_of(articles[0]))


def test_publishing_all_goes_on_to_the_next_article(nour_client, articles):
    fields = {"action": "publish-all", "timeline": "", "new_title": "Bridges"}
    page = nour_client.post(review_of(articles[0]), fields, follow=True)
    assert page.redirect_chain == [(review_of(articles[1]), 302)]
    assert 'The events are on the timeline. <a href="/timelines/bridges/">' in page.content.decode()


def test_outside_of_the_queue_nothing_moves_on(nour_client, articles):
    answer = nour_client.post(review_of(articles[0], ""), {"action": "accept-all"})
    assert answer["Location"] == review_of(articles[0], "")


def test_the_review_offers_to_skip_to_the_next_article(nour_client, articles):
    page = nour_client.get(review_of(articles[0])).content.decode()
    assert f'href="{review_of(articles[1])}"' in page
    assert "queue=oldest&amp;edit=" in page


def test_the_first_page_of_the_desk_leads_to_the_queue(nour_client):
    assert f'href="{QUEUE}"' in nour_client.get("/admin/").content.decode()
