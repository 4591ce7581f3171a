"""The search across timelines, as it works without a single script."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from timeline.models import Timeline
from timeline.selectors import searched
from timeline.selectors.listing import PER_PAGE
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.timelines import create_timeline, publish_events


def _found(client: Client, query: str, page: int = 1) -> str:
    response = client.get(f"/search/?{urlencode({'q': query, 'page': page})}")
    assert response.status_code == 200
    return response.content.decode()


def test_every_page_leads_to_the_search(client, harbour):
    for address in ("/", reverse("timeline", args=[harbour.slug])):
        assert 'href="/search/">Search</a>' in client.get(address).content.decode()


def test_before_anything_is_asked_it_is_said_what_can_be_found(client, db):
    page = client.get("/search/").content.decode()
    assert "Finds events by their titles" in page
    assert 'action="/search/" method="get"' in page


def test_events_of_all_public_timelines_are_found_under_their_years(client, harbour, opening):
    whale = create_event(title="A whale in the harbour", date="2001")
    publish_events(events=[whale], timeline=create_timeline(title="Whales"), user=None)
    page = _found(client, "harbour")
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["2001", "2018", "2019", "2024"]
    assert f'href="/events/{whale.pk}/"' in page
    assert f'href="/timelines/{harbour.slug}/?event={opening.pk}#event-{opening.pk}"' in page


def test_words_of_a_quote_are_found_without_their_vowel_marks(client, harbour):
    assert _found(client, "اعيد فتح المرفا").count('class="event"') == 1


def test_what_was_asked_stays_in_the_form_and_is_never_markup(client, harbour):
    page = _found(client, '"><script>alert(2)</script> harbour')
    assert "<script>alert" not in page
    assert 'value="&quot;&gt;&lt;script&gt;alert(2)' in page


def test_what_nothing_tells_of_is_said_with_the_way_back(client, harbour):
    page = _found(client, "zeppelin")
    assert "Nothing tells of “<bdi>zeppelin</bdi>”" in page
    assert '<a href="/search/">Clear the search</a>' in page
    assert '<a href="/">All timelines</a>' in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("?!", "there is none in this"), ("a" * 201, "at most 200")],
)
def test_what_cannot_be_searched_for_is_told_at_the_field(client, harbour, query, sentence):
    page = _found(client, query)
    assert 'aria-invalid="true" aria-describedby="q-error"' in page
    assert sentence in page.partition('id="q-error"')[2].partition("</p>")[0]


def test_what_is_withdrawn_or_in_drafts_alone_is_not_found(client, nour_client, harbour, opening):
    reject(events=[opening], user=None)
    assert f'href="/events/{opening.pk}/"' not in _found(client, "harbour")
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    for reader in (client, nour_client):
        assert "Nothing tells of" in _found(reader, "harbour")


def test_the_text_of_an_article_is_neither_found_nor_shown(client, harbour):
    assert "second paragraph" not in _found(client, "harbour")
    assert "Nothing tells of" in _found(client, "second paragraph")


def test_what_is_found_comes_in_pages_with_the_same_number_of_queries(
    client, harbour, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11) as few:
        _found(client, "harbour")
    events = [
        create_event(title=f"Harbour {day}", date=f"{1000 + day}") for day in range(PER_PAGE + 1)
    ]
    publish_events(events=events, timeline=create_timeline(title="A long story"), user=None)
    with django_assert_max_num_queries(11) as many:
        first = _found(client, "harbour")
    assert len(many) <= len(few)
    assert first.count('class="event"') == PER_PAGE
    assert 'rel="next" href="?q=harbour&amp;page=2#events"' in first
    assert _found(client, "harbour", page=2).count('class="event"') == 4


def test_of_too_many_events_the_first_are_listed_and_it_is_said_that_there_are_more(
    client, harbour, monkeypatch
):
    everything = _found(client, "harbour")
    assert ">3 events<" in everything
    assert "More than" not in everything
    monkeypatch.setattr(searched, "MOST", 2)
    cut = _found(client, "harbour")
    assert "More than 2 events: the first 2 are listed. Another word finds fewer." in cut
    assert cut.count('class="event"') == 2
    assert re.findall(r"<h3>(.*?)</h3>", cut) == ["2018", "2019"]
    assert 'rel="next"' not in cut


def test_all_that_is_found_is_listed_where_it_is_just_as_many_as_are_listed_at_most(
    client, harbour, monkeypatch
):
    monkeypatch.setattr(searched, "MOST", 3)
    assert ">3 events<" in _found(client, "harbour")
