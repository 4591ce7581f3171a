"""Later versions of an article, and the events whose words are gone."""

import datetime

import pytest

from timeline.models import Article, Event
from timeline.selectors.desk.versions import versions_of
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

pytestmark = pytest.mark.django_db

URL = "https://news.example/storm"
STORM = "On 20 May 2024 a storm damaged two pillars of the bridge in Delta City."
FERRY = "On 3 April 2021 the city council closed the old ferry across the river."
FIRE = "On 7 June 2020 a fire destroyed the harbour of Delta City at night."


def stored(*paragraphs, title="Storm", url=URL):
    article = store_article(
        text="\n\n".join(paragraphs),
        title=title,
        published_on=datetime.date(2024, 5, 30),
        language="en",
        url=url,
        origin="fetched",
    ).article
    extract_article(article=article)
    return article


def others(article):
    found = versions_of(article)
    assert found
    return found


def test_the_same_text_from_another_address_has_both():
    stored(STORM)
    article = stored(STORM, url="https://other.example/storm")
    assert Article.objects.count() == 1
    assert [address.url for address in article.addresses.all()] == [
        URL,
        "https://other.example/storm",
    ]
    assert versions_of(article) is None


def test_a_later_text_at_the_same_address_is_a_version_and_tells_what_is_gone():
    first = stored(STORM, FERRY)
    second = stored(STORM, FIRE, title="Storm and fire")
    found = others(second)
    assert found.earlier == [first]
    assert [piece.event.date for piece in found.gone] == ["2021-04-03"]
    assert others(first).later == [second]
    assert others(first).gone == []


def test_of_a_third_version_all_before_it_are_earlier():
    versions = [stored(STORM, other) for other in (FERRY, FIRE, "Nothing else is known so far.")]
    found = others(versions[2])
    assert found.earlier == [versions[1], versions[0]]
    assert [piece.event.date for piece in found.gone] == ["2021-04-03", "2020-06-07"]


def test_a_rejected_event_is_not_told_again():
    stored(STORM, FERRY)
    Event.objects.filter(date="2021-04-03").update(status="rejected")
    assert others(stored(STORM, FIRE)).gone == []


def test_another_article_at_the_same_address_is_no_version():
    stored(STORM, title="News of Monday")
    assert versions_of(stored(FIRE, title="News of Tuesday")) is None


def test_an_article_with_a_version_can_be_deleted():
    first = stored(STORM, FERRY)
    second = stored(STORM, FIRE)
    Event.objects.all().delete()
    first.delete()
    second.refresh_from_db()
    assert versions_of(second) is None


def test_the_review_shows_the_versions_and_what_is_gone(nour_client):
    stored(STORM, FERRY)
    second = stored(STORM, FIRE)
    page = nour_client.get(f"/admin/timeline/article/{second.pk}/review/").content.decode()
    assert "This is a later version of:" in page
    assert "1 passage that an event rests on is gone from it:" in page
    assert "closed the old ferry" in page
