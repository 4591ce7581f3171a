"""All sources of a timeline on one page."""

import re

from django.urls import reverse

from timeline.models import Timeline
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.sources import Citation
from timeline.services.timelines import create_timeline, publish_events


def _page(client, timeline: Timeline, query: str = "") -> str:
    response = client.get(reverse("sources", args=[timeline.slug]) + query)
    assert response.status_code == 200
    page: str = response.content.decode()
    return page


def test_each_article_stands_there_once_with_its_events(client, harbour):
    page = _page(client, harbour)
    assert re.findall(r'class="source-count"[^>]*>(.*?)</a>', page) == ["2 events", "1 event"]
    assert page.count("https://example.org/harbour") == 1
    assert "The Evening Courier" in page
    assert "Last changed" in page


def test_the_number_leads_to_the_events(client, harbour):
    page = _page(client, harbour)
    link = re.search(r'class="source-count" href="([^"]+)#filters"', page)
    assert link
    assert client.get(link[1]).content.decode().count('class="event"') == 2


def test_an_event_that_readers_may_not_see_counts_for_no_source(client, harbour, opening):
    reject(events=[opening], user=None)
    page = _page(client, harbour)
    assert re.findall(r'class="source-count"[^>]*>(.*?)</a>', page) == ["1 event"]
    assert "صحيفة المساء" not in page


def test_works_that_are_cited_stand_there_too(client, db):
    timeline = create_timeline(title="Cited", visibility=Timeline.Visibility.PUBLIC)
    cited = [Citation("The annals of the port", "javascript:alert(1)")]
    told = create_event(title="A pier is built", date="1901", evidence=cited)
    publish_events(events=[told], timeline=timeline, user=None)
    page = _page(client, timeline)
    assert "The annals of the port" in page
    assert "javascript:" not in page


def test_the_timeline_leads_to_its_sources(client, harbour):
    page = client.get(reverse("timeline", args=[harbour.slug])).content.decode()
    assert f'href="{reverse("sources", args=[harbour.slug])}"' in page


def test_the_text_of_an_article_is_never_shown(client, harbour):
    assert "second paragraph" not in _page(client, harbour)


def test_the_sources_of_a_draft_are_for_editors(client, db):
    draft = create_timeline(title="Not yet", visibility=Timeline.Visibility.DRAFT)
    assert client.get(reverse("sources", args=[draft.slug])).status_code == 404
