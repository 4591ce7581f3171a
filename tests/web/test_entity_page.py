"""The page of a person, an organisation or a place."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from timeline.extraction.findings import Name
from timeline.models import Entity, Event, Timeline
from timeline.selectors.listing import PER_PAGE
from timeline.services.entities import resolve
from timeline.services.entity_merging import merge_entities
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.timelines import create_timeline, publish_events


@pytest.fixture
def mara(opening: Event) -> Entity:
    return opening.participants.get()


@pytest.fixture
def address(mara: Entity) -> str:
    return reverse("entity", args=[mara.pk])


def _named(number: int, name: Name) -> list[Event]:
    return [
        create_event(title=f"Year {year}", date=f"{1000 + year}", participants=[name])
        for year in range(number)
    ]


def test_its_events_stand_in_a_list_under_their_years(client, address):
    page = client.get(address).content.decode()
    assert '<h1 dir="auto">Mara Lind</h1>' in page
    assert "Person" in page
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["2018", "2019", "2024", "2031"]
    assert "<span>4 events</span>" in page


def test_an_event_leads_to_its_page_and_to_its_timeline(client, harbour, opening, address):
    page = client.get(address).content.decode()
    assert f'href="/events/{opening.pk}/"' in page
    assert f'href="/timelines/{harbour.slug}/?event={opening.pk}#event-{opening.pk}"' in page


def test_names_are_given_in_every_language(client, mara, address):
    mara.names.create(name="مارا ليند", language="ar", folded="مارا ليند")
    english = client.get(address).content.decode()
    assert '<span lang="ar" dir="rtl">مارا ليند</span> <span class="quiet">Arabic</span>' in english
    arabic = client.get(address, headers={"accept-language": "ar"}).content.decode()
    assert '<h1 dir="auto">مارا ليند</h1>' in arabic
    assert ">Mara Lind</span>" in arabic


def test_names_on_pages_of_events_and_the_filter_by_a_name_lead_there(
    client, harbour, opening, mara, address
):
    timeline = reverse("timeline", args=[harbour.slug])
    for path in (f"/events/{opening.pk}/", f"{timeline}events/{opening.pk}/"):
        assert f'href="{address}"><bdi>Mara Lind</bdi>' in client.get(path).content.decode()
    filtered = client.get(f"{timeline}?person={mara.pk}").content.decode()
    assert f'href="{address}"><bdi>Mara Lind</bdi> on all timelines' in filtered


def test_a_place_has_the_events_that_it_held(client, db):
    dug = create_event(title="It is dug", date="1990", places=[Name("Lower Basin", "place")])
    publish_events(events=[dug], timeline=create_timeline(title="Basins"), user=None)
    basin = Entity.objects.get(name="Lower Basin")
    page = client.get(reverse("entity", args=[basin.pk])).content.decode()
    assert page.count('class="event"') == 1


def test_an_event_that_was_withdrawn_is_not_in_the_list(client, opening, address):
    reject(events=[opening], user=None)
    page = client.get(address).content.decode()
    assert f'id="event-{opening.pk}"' not in page
    assert "<span>3 events</span>" in page


def test_whoever_only_drafts_name_is_not_told_of(client, nour_client, harbour, mara, address):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert client.get(address).status_code == 404
    timeline = reverse("timeline", args=[harbour.slug])
    for path in (timeline, f"{timeline}?person={mara.pk}"):
        page = nour_client.get(path).content.decode()
        assert "<bdi>Mara Lind</bdi>" in page
        assert address not in page


@pytest.mark.parametrize("entity_id", [0, 987654, 10**30])
def test_whoever_is_not_known_is_not_found(client, db, entity_id):
    assert client.get(f"/entities/{entity_id}/").status_code == 404


@pytest.mark.parametrize("event_id", ["0", "987654", str(10**19 - 1), "9" * 30, "x"])
def test_an_event_that_is_none_of_these_opens_no_card(client, address, event_id):
    answer = client.get(address, {"event": event_id})
    assert answer.status_code == 200
    assert answer.context["card"] is None


def test_the_text_of_an_article_is_never_shown(client, address):
    assert "second paragraph" not in client.get(address).content.decode()


def test_a_long_list_comes_in_pages_with_the_same_number_of_queries(
    client, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    events = _named(PER_PAGE + 1, Name("Mara Lind", "person"))
    publish_events(events=events, timeline=create_timeline(title="A long life"), user=None)
    with django_assert_max_num_queries(60) as many:
        first = client.get(address).content.decode()
    assert len(many) <= len(few)
    assert first.count('class="event"') == PER_PAGE
    assert 'rel="next" href="?page=2#events"' in first
    assert client.get(f"{address}?page=2").content.decode().count('class="event"') == 5


def _figure(client: Client, address: str, query: Any = None) -> Any:
    return client.get(f"{address}figure.json", query)


def _titles(answer: Any) -> set[str]:
    told = [told for trace in answer.json()["data"] for told in trace.get("customdata", [])]
    return {title for _, title, *_ in told if isinstance(title, str)}


def test_its_chart_shows_the_events_of_all_public_timelines_each_once(
    client, harbour, opening, address
):
    elsewhere = create_event(
        title="A pier is built", date="2022-03-04", participants=[Name("Mara Lind", "person")]
    )
    other = create_timeline(title="All harbours")
    publish_events(events=[opening, elsewhere], timeline=other, user=None)
    answer = _figure(client, address, {"lanes": "one"})
    titles = set(harbour.events.values_list("title", flat=True)) | {"A pier is built"}
    assert _titles(answer) == titles
    strip = [trace for trace in answer.json()["data"] if trace["meta"]["role"] == "strip"]
    assert sum(sum(trace["y"]) for trace in strip) == len(titles)


def test_its_chart_follows_filters_and_refuses_what_it_cannot_read(client, address):
    assert _titles(_figure(client, address, {"q": "basin"})) == {"A second basin is dug"}
    assert _figure(client, address, {"lanes": "colour"}).status_code == 400


def test_its_chart_is_cached_for_good_until_readers_see_something_new(client, opening, address):
    def version() -> str:
        page = client.get(address).content.decode()
        return str(re.findall(r'data-version="(.*?)"', page)[0])

    first = version()
    kept = _figure(client, address, {"v": first})
    assert kept["Cache-Control"] == "public, max-age=31536000, immutable"
    reject(events=[opening], user=None)
    assert version() != first
    assert "The harbour opens" not in _titles(_figure(client, address))


def test_filters_leave_their_events_in_the_list_without_a_script(client, address):
    page = client.get(address, {"q": "basin"}).content.decode()
    assert "1 of 4 events" in page
    assert page.count('class="event"') == 1
    assert f'action="{address}#filters"' in page


def test_an_event_of_the_chart_opens_on_the_page_itself(client, opening, address):
    page = client.get(address, {"event": opening.pk}).content.decode()
    card = page.split('id="card"')[1].split("</section>")[0]
    assert "The harbour opened again <mark>on May 20</mark>" in card
    assert f'id="card-close" href="{address}' in card
    part = client.get(f"/events/{opening.pk}/?part=card").content.decode()
    assert "<html" not in part
    assert "The harbour opened again <mark>on May 20</mark>" in part


def test_the_card_of_an_event_leads_to_the_neighbours_that_the_filters_leave(client, mara, address):
    first, second, third, last = Event.objects.filter(participants=mara).order_by("sort_day")
    linked = f"{address}?event={{}}#card"
    opened = client.get(f"{address}?event={second.pk}").content.decode()
    card = client.get(f"/events/{second.pk}/?part=card&of={mara.pk}").content.decode()
    for page in (opened, card):
        assert linked.format(first.pk) in page
        assert linked.format(third.pk) in page
    filtered = client.get(
        f"/events/{second.pk}/?part=card&of={mara.pk}&since=2031"
    ).content.decode()
    assert f"since=2031&amp;event={last.pk}#card" in filtered
    assert f"event={first.pk}#card" not in filtered


@pytest.mark.parametrize("of", ["", "nobody", "999999", "9" * 30])
def test_a_card_of_nobodys_page_has_no_neighbours(client, opening, of):
    page = client.get(f"/events/{opening.pk}/", {"part": "card", "of": of})
    assert page.status_code == 200
    assert 'class="neighbours"' not in page.content.decode()


def test_whoever_only_drafts_name_has_no_chart(client, harbour, address):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert _figure(client, address).status_code == 404


def test_the_address_of_one_that_was_merged_leads_to_its_heir(client, mara, address):
    (heir,) = resolve(named=[Name("Mara A. Lind", "person")], language="en")
    merge_entities(entities=[mara], heir=heir, user=None)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (301, f"/entities/{heir.pk}/")
    page = client.get(answer["Location"]).content.decode()
    assert '<h1 dir="auto">Mara A. Lind</h1>' in page
