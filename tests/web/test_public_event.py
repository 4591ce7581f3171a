"""The permanent page of an event, outside of any timeline."""

import re

import pytest
from django.urls import reverse

from tests.web import telling
from timeline.models import Event, Timeline
from timeline.services.events import create_event
from timeline.services.merging import merge
from timeline.services.review import accept, reject
from timeline.services.timelines import create_timeline, publish_events


@pytest.fixture
def address(opening: Event) -> str:
    return reverse("public_event", args=[opening.pk])


def _draft(harbour: Timeline) -> None:
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)


def test_an_event_is_told_with_its_date_its_evidence_and_its_people(client, address):
    page = client.get(address).content.decode()
    assert "<title>The harbour opens · Dateline</title>" in page
    assert '<time datetime="2024-05-20">20 May 2024</time>' in page
    assert "The harbour opened again <mark>on May 20</mark>" in page
    assert "Mara Lind" in page


def test_the_text_of_an_article_is_never_shown(client, address):
    assert "second paragraph" not in client.get(address).content.decode()


def test_it_names_the_public_timelines_that_the_event_is_on(client, harbour, opening, address):
    other = create_timeline(title="All harbours", language="en")
    publish_events(events=[opening], timeline=other, user=None)
    draft = create_timeline(title="Not yet")
    draft.memberships.create(
        event=opening,
        visible=True,
        first_day=1,
        last_day=1,
        sort_day=1,
        importance=0,
        reach=0,
        prominence=0,
    )
    page = client.get(address).content.decode()
    for timeline in (harbour, other):
        assert f'href="/timelines/{timeline.slug}/?event={opening.pk}#event-{opening.pk}"' in page
    assert "Not yet" not in page


def test_the_page_of_the_event_on_a_timeline_leads_to_it(client, harbour, opening, address):
    page = client.get(reverse("event", args=[harbour.slug, opening.pk])).content.decode()
    assert f'href="{address}"' in page


def test_it_stands_among_its_neighbours_which_have_their_own_pages(
    client, harbour, opening, address
):
    page = client.get(address).content.decode()
    before, after = (
        harbour.events.get(title=title)
        for title in ("<script>alert(1)</script> is asked for", "A second basin is dug")
    )
    for side, other in (("previous", before), ("next", after)):
        assert re.search(rf'class="{side}"[^>]* href="/events/{other.pk}/"', page)
    listed = page.split('class="around-list"')[1].split("</ol>")[0]
    assert listed.count("<li>") == harbour.events.count()
    assert 'aria-current="true" lang="en" dir="auto">The harbour opens</strong>' in listed
    assert "<script>" not in listed


def test_its_chart_is_that_of_the_timeline_around_the_event(client, harbour, opening, address):
    section = client.get(address).content.decode().split('id="timeline"')[1].split(">")[0]
    told = dict(re.findall(r'data-([\w-]+)="(.*?)"', section))
    assert told["figure-url"] == reverse("figure", args=[harbour.slug])
    assert told["event"] == str(opening.pk)
    assert told["lanes"] == "one", "lanes without an event there would be mere air"
    assert int(told["from"]) < opening.first_day <= opening.last_day < int(told["to"])


def test_an_event_that_was_withdrawn_is_gone_and_says_so(client, opening, address):
    reject(events=[opening], user=None)
    response = client.get(address)
    assert response.status_code == 410
    assert response["Cache-Control"] == "no-cache"
    page = response.content.decode()
    assert "<h1>This event has been withdrawn</h1>" in page
    assert "The harbour opens" not in page


def test_an_event_that_is_published_again_is_there_again(client, opening, address):
    reject(events=[opening], user=None)
    accept(events=[opening], user=None)
    assert client.get(address).status_code == 200


def test_an_event_that_was_never_published_is_not_told_of(client, harbour):
    never = create_event(title="A rumour", date="2024")
    address = reverse("public_event", args=[never.pk])
    assert client.get(address).status_code == 404
    reject(events=[never], user=None)
    harbour.memberships.create(
        event=never,
        visible=False,
        first_day=1,
        last_day=1,
        sort_day=1,
        importance=0,
        reach=0,
        prominence=0,
    )
    assert client.get(address).status_code == 404


def test_an_event_of_drafts_alone_is_not_told_of(client, nour_client, harbour, opening, address):
    _draft(harbour)
    assert client.get(address).status_code == 404
    assert nour_client.get(address).status_code == 404
    reject(events=[opening], user=None)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("event_id", [0, 987654, 10**30])
def test_an_event_that_never_was_is_not_found(client, db, event_id):
    assert client.get(f"/events/{event_id}/").status_code == 404


def test_the_number_of_queries_does_not_depend_on_what_the_event_has(
    client, opening, address, django_assert_max_num_queries
):
    counted = []
    for number in (1, 5):
        for title in map(str, range(number)):
            told = create_timeline(title=f"Timeline {number} {title}")
            publish_events(events=[opening], timeline=told, user=None)
            source = telling.article(f"Told in {number} {title}.", "en", title=title)
            opening.evidence.create(kind="quote", article=source, quote_start=0, quote_end=4)
        with django_assert_max_num_queries(24) as queries:
            assert client.get(address).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_an_event_that_was_merged_leads_to_its_heir(client, harbour, opening, address):
    heir = create_event(title="The port opens", date="2024-05-20")
    accept(events=[heir], user=None)
    merge(events=[opening], heir=heir, user=None)
    assert client.get(address)["Location"] == reverse("public_event", args=[heir.pk])
    here = reverse("event", args=[harbour.slug, opening.pk])
    there = reverse("event", args=[harbour.slug, heir.pk])
    assert client.get(f"{here}?part=card")["Location"] == f"{there}?part=card"
    page = client.get(reverse("timeline", args=[harbour.slug]), {"event": opening.pk})
    assert page.context["card"].item.event == heir


def test_an_heir_that_readers_may_not_see_is_not_told_of(client, harbour, opening, address):
    heir = create_event(title="The port opens", date="2024-05-20")
    accept(events=[heir], user=None)
    merge(events=[opening], heir=heir, user=None)
    reject(events=[heir], user=None)
    response = client.get(address, follow=True)
    assert "The port opens" not in response.content.decode()
