"""The page of an event, and its card."""

import pytest
from django.urls import reverse

from tests.web import telling
from tests.web.telling import Passage
from timeline.dates.resolution import Resolution
from timeline.models import Event, Timeline
from timeline.services.review import reject
from timeline.services.timelines import publish_events


@pytest.fixture
def address(harbour: Timeline, opening: Event) -> str:
    return reverse("event", args=[harbour.slug, opening.pk])


def test_an_event_has_a_page_of_its_own(client, address):
    page = client.get(address).content.decode()
    assert "<title>The harbour opens · The harbour &amp; its keepers · Dateline</title>" in page
    assert "20 May 2024" in page
    assert "Mara Lind" in page


def test_the_script_gets_the_card_alone(client, address):
    card = client.get(f"{address}?part=card").content.decode()
    assert "<html" not in card
    assert 'id="card-close"' in card
    assert "The harbour opened again <mark>on May 20</mark>" in card


def test_every_quote_stands_in_its_own_language_and_direction(client, address):
    page = client.get(address).content.decode()
    assert '<blockquote class="quote" lang="en" dir="ltr">' in page
    assert '<blockquote class="quote" lang="ar" dir="rtl">' in page


def test_it_is_said_how_the_date_was_found(client, address):
    page = client.get(address).content.decode()
    assert "‘on May 20’: the nearest 20 May to publication on 30 May 2024" in page


def test_what_a_date_leaves_open_is_said(client, harbour):
    asked = harbour.events.get(date="2019-10")
    page = client.get(reverse("event", args=[harbour.slug, asked.pk])).content.decode()
    assert "some day in October 2019" in page


def test_an_event_without_a_source_stands_on_the_editors_word(client, harbour):
    planned = harbour.events.get(date="2031")
    page = client.get(reverse("event", args=[harbour.slug, planned.pk])).content.decode()
    assert "Entered by the editors" in page
    assert "So it is planned." in page


def test_the_neighbours_lead_on_within_the_same_kind_of_page(client, harbour, address):
    before, after = harbour.events.get(date="2019-10"), harbour.events.get(date="2031")
    page, card = (client.get(path).content.decode() for path in (address, f"{address}?part=card"))
    for event in (before, after):
        assert f'href="/timelines/{harbour.slug}/events/{event.pk}/"' in page
        assert f'href="/timelines/{harbour.slug}/?event={event.pk}#card"' in card


def test_the_first_event_has_nothing_before_it(client, harbour):
    first = harbour.events.get(date="../2018-08")
    page = client.get(reverse("event", args=[harbour.slug, first.pk])).content.decode()
    assert "Before –" not in page
    assert "After –" in page


@pytest.mark.parametrize("event_id", [0, 987654, 10**30])
def test_an_event_of_no_timeline_is_not_found(client, harbour, event_id):
    assert client.get(f"/timelines/{harbour.slug}/events/{event_id}/").status_code == 404


def test_an_event_that_was_withdrawn_is_not_found(client, address, opening):
    reject(events=[opening], user=None)
    assert client.get(address).status_code == 404


def test_an_event_of_a_draft_is_there_for_editors_alone(client, harbour, address, nour):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert client.get(address).status_code == 404
    client.force_login(nour)
    assert client.get(address).status_code == 200


def test_sources_that_give_different_dates_are_shown_to_disagree(client, harbour):
    first = telling.article(telling.ENGLISH, "en", title="One")
    other = telling.article("The pier fell on 19 May 2024.", "en", title="Another")
    said = Resolution("explicit", value="2024-05-20"), Resolution("explicit", value="2024-05-19")
    disputed = telling.event(
        "The pier falls",
        "2024-05-20",
        Passage(first, "The harbour opened again on May 20", "on May 20", said[0]),
        Passage(other, "The pier fell on 19 May 2024", "19 May 2024", said[1]),
    )
    publish_events(events=[disputed], timeline=harbour, user=None)
    page = client.get(reverse("event", args=[harbour.slug, disputed.pk])).content.decode()
    assert "The sources give different dates" in page
    listed = client.get(reverse("timeline", args=[harbour.slug])).content.decode()
    assert listed.count('<p class="disagree">') == 1
    figure = client.get(reverse("figure", args=[harbour.slug])).json()
    marks = [told for trace in figure["data"] for told in trace.get("customdata", [])]
    assert [told[1] for told in marks if told[3:] == [True]] == ["The pier falls"]


def test_a_citation_says_what_when_and_where(client, harbour, opening):
    page = client.get(reverse("event", args=[harbour.slug, opening.pk])).content.decode()
    words = page.partition('id="citation"')[2].partition("</p>")[0]
    assert "“The harbour opens”, 20 May 2024. In: The harbour &amp; its keepers." in words
    assert f"Dateline, http://testserver/events/{opening.pk}/" in words
