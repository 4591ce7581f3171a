"""The API: what readers see, no more, in pages that lose nothing."""

import json
import multiprocessing
from typing import Any

import pytest
from django.core.cache import caches
from django.urls import reverse

from tests.web.telling import PUBLISHED_ON
from timeline.api.throttling import Rate
from timeline.models import Event, Timeline
from timeline.services import ties
from timeline.services.events import create_event
from timeline.services.review import reject
from timeline.services.timelines import add_events, create_timeline, publish_events, touch

HARBOUR = "/api/v1/timelines/the-harbour-its-keepers/"
EVENTS = f"{HARBOUR}events/"
LISTS = ["/api/v1/timelines/", EVENTS, f"{HARBOUR}sources/", "/api/v1/entities/"]


def _draft() -> None:
    Timeline.objects.update(visibility=Timeline.Visibility.DRAFT)


def _read(client, address: str) -> list[Any]:
    """All results, page by page."""
    found: list[Any] = []
    following: str | None = address
    while following:
        answer = client.get(following).json()
        found += answer["results"]
        following = answer["next"]
    return found


def _dates(client, query: str = "") -> list[str]:
    return [event["date"] for event in _read(client, f"{EVENTS}?{query}")]


def test_an_event_is_told_as_in_the_json_file(client, harbour):
    file = client.get(reverse("events.json", args=[harbour.slug]))
    written = json.loads(b"".join(file.streaming_content))["events"]
    assert client.get(EVENTS).json()["results"] == written


def test_an_event_has_an_address_of_its_own(client, harbour, opening):
    listed = client.get(f"{EVENTS}?since=2024&until=2024").json()["results"]
    assert [client.get(f"/api/v1/events/{opening.pk}/").json()] == listed


@pytest.mark.parametrize("address", LISTS)
def test_small_pages_hold_together_what_a_large_one_holds(client, harbour, address):
    whole = _read(client, address)
    assert whole
    assert _read(client, f"{address}?limit=1") == whole


def test_events_of_one_day_are_parted_between_pages_without_loss(client, harbour):
    many = [create_event(title=f"Ship {number}", date="2024-05-20") for number in range(7)]
    publish_events(events=many, timeline=harbour, user=None)
    told = [event["id"] for event in _read(client, f"{EVENTS}?limit=2")]
    assert len(told) == len(set(told)) == 11


def test_an_event_that_comes_meanwhile_moves_none(client, harbour):
    first = client.get(f"{EVENTS}?limit=2").json()
    early = create_event(title="The first stone", date="1650")
    publish_events(events=[early], timeline=harbour, user=None)
    rest = _read(client, first["next"])
    assert [event["date"] for event in rest] == ["2024-05-20", "2031"]


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("q=basin", ["2031"]),
        ("category=economy", ["../2018-08", "2024-05-20"]),
        ("category=society&category=none", ["2019-10", "2031"]),
        ("since=2019-11&until=2025", ["2024-05-20"]),
        ("precision=month", ["2019-10"]),
        ("category=economy&limit=1", ["../2018-08", "2024-05-20"]),
    ],
)
def test_the_filters_are_those_of_the_page(client, harbour, query, dates):
    assert _dates(client, query) == dates


def test_the_events_of_somebody_come_from_all_public_timelines(client, harbour):
    (entity,) = client.get("/api/v1/entities/").json()["results"]
    assert entity["name"] == "Mara Lind"
    assert len(_read(client, entity["events"])) == 4
    assert len(_read(client, f"{entity['events']}?category=economy")) == 2


def test_a_draft_is_nowhere(client, nour_client, harbour, opening):
    (entity,) = client.get("/api/v1/entities/").json()["results"]
    _draft()
    for reader in (client, nour_client):
        assert _read(reader, "/api/v1/timelines/") == []
        assert _read(reader, "/api/v1/entities/") == []
        alone = f"/api/v1/entities/{entity['id']}/"
        for address in (HARBOUR, EVENTS, alone, f"/api/v1/events/{opening.pk}/"):
            assert reader.get(address).status_code == 404


def test_what_was_withdrawn_is_nowhere(client, harbour, opening):
    reject(events=[opening], user=None)
    assert "2024-05-20" not in _dates(client)
    assert client.get(f"/api/v1/events/{opening.pk}/").status_code == 404


def test_the_text_of_an_article_is_in_no_answer(client, harbour, opening):
    for address in (*LISTS, f"/api/v1/events/{opening.pk}/"):
        assert "second paragraph" not in client.get(address).content.decode()


def test_an_event_off_any_one_timeline_is_told_in_the_language_of_its_own(client, opening):
    Timeline.objects.update(language="ar")
    event = client.get(f"/api/v1/events/{opening.pk}/").json()
    assert event["date_in_words"] == "20 مايو 2024"


def test_what_has_not_changed_is_not_sent_again(client, harbour, opening):
    for address in (*LISTS, "/api/v1/", f"/api/v1/events/{opening.pk}/"):
        answer = client.get(address)
        again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])


def test_a_timeline_says_when_it_changed(client, harbour):
    since = client.get(EVENTS)["Last-Modified"]
    assert client.get(EVENTS, headers={"If-Modified-Since": since}).status_code == 304


def test_a_change_that_readers_see_is_sent(client, harbour):
    tags = {address: client.get(address)["ETag"] for address in LISTS}
    touch(timeline=harbour)
    for address, tag in tags.items():
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("lanes=one", "“lanes” is no parameter"),
        ("q=pier&q=harbour", "“q” is given 2 times"),
        ("limit=0", "“limit” cannot be used"),
        ("limit=101", "“limit” cannot be used"),
        ("limit=٩", "“limit” cannot be used"),
        ("cursor=", "“cursor” cannot be used"),
        ("cursor=1", "“cursor” cannot be used"),
        ("cursor=1.2", "“cursor” cannot be used"),
        ("cursor=" + "9" * 40 + ".1", "“cursor” cannot be used"),
        ("person=x", "“person” cannot be used"),
        ("since=soon", "“since” cannot be used"),
        ("source=%00", "“source” cannot be used"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(client, harbour, query, said):
    answer = client.get(f"{EVENTS}?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(said)


@pytest.mark.parametrize("cursor", ["9" * 18 + ".0.1", "-" + "9" * 18 + ".0.1", "1.0." + "9" * 18])
def test_a_cursor_beyond_all_events_is_no_error(client, harbour, cursor):
    assert client.get(f"{EVENTS}?cursor={cursor}").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "nowhere/",
        "timelines/nowhere/",
        "timelines/%C2%84/",
        "events/0/",
        f"events/{'9' * 30}/",
        f"entities/{'9' * 30}/",
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(client, db, address):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("There is no such thing")


def test_an_address_without_its_last_slash_leads_to_it(client, db):
    assert client.get("/api/v1/timelines")["Location"] == "/api/v1/timelines/"


def test_an_address_that_no_timeline_can_have_is_not_looked_for(client, db):
    assert client.get("/api/v1/timelines/a%00b/").status_code == 404
    assert client.get("/timelines/a%00b/").status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_is_written(client, harbour, method):
    answer = getattr(client, method)(HARBOUR)
    assert answer.status_code == 405
    assert answer.json() == {"error": "The API is only read: use GET or HEAD."}


def test_only_json_is_spoken(client, db):
    answer = client.get("/api/v1/", headers={"Accept": "text/html"})
    assert answer.status_code == 406
    assert answer.json()["error"].startswith("Only “application/json” is spoken here")


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/schema/", "/api/v1/events/0/"])
def test_pages_of_other_sites_may_read_it(client, db, address):
    assert client.get(address)["Access-Control-Allow-Origin"] == "*"


def test_who_asks_too_often_is_told_how_long_to_wait(client, db, monkeypatch):
    caches["rates"].clear()
    monkeypatch.setattr(Rate, "rate", "2/minute", raising=False)
    assert [client.get("/api/v1/").status_code for _ in range(3)] == [200, 200, 429]
    answer = client.get("/api/v1/", headers={"X-Forwarded-For": "203.0.113.9"})
    assert answer.status_code == 429
    assert answer.json()["error"].startswith("Too many requests: wait ")
    assert 0 < int(answer["Retry-After"]) <= 60


def test_another_address_of_the_same_ipv6_network_is_counted_with_the_first(
    client, db, monkeypatch
):
    caches["rates"].clear()
    monkeypatch.setattr(Rate, "rate", "2/minute", raising=False)
    for end, status in (("1", 200), ("2", 200), ("3", 429), ("beef:1", 429)):
        answer = client.get("/api/v1/", REMOTE_ADDR=f"2001:db8:1:2::{end}")
        assert answer.status_code == status
    assert client.get("/api/v1/", REMOTE_ADDR="2001:db8:1:3::1").status_code == 200


def test_all_processes_count_together(monkeypatch, client, db):
    caches["rates"].clear()
    monkeypatch.setattr(Rate, "rate", "1/minute", raising=False)
    other = multiprocessing.get_context("fork").Process(target=client.get, args=["/api/v1/"])
    other.start()
    other.join()
    assert other.exitcode == 0
    assert client.get("/api/v1/").status_code == 429


@pytest.mark.parametrize("address", LISTS)
def test_no_list_takes_more_queries_for_more_events(
    client, harbour, address, django_assert_max_num_queries
):
    counted = []
    for _ in range(2):
        with django_assert_max_num_queries(14) as queries:
            client.get(address)
        counted.append(len(queries))
        _more_of_all(harbour)
    assert counted[1] <= counted[0]


def _more_of_all(harbour: Timeline) -> None:
    names = [Event.objects.get(date="2031").participants.get()]
    for number in range(3):
        event = create_event(title=f"Ship {number}", date="2024-05-20")
        event.participants.set(names)
        other = create_timeline(title=f"Ships of {PUBLISHED_ON.year} {number}")
        for timeline in (harbour, other):
            publish_events(events=[event], timeline=timeline, user=None)


def test_the_pages_of_a_timeline_go_through_its_own_order_of_a_day(client, harbour):
    some = [
        create_event(title=f"Ship {number}", date="2024-05-20", status="published")
        for number in range(5)
    ]
    add_events(events=some, timeline=harbour)
    ties.move(event=some[4], timeline=harbour, before=some[1])
    address, found = f"{reverse('api_timeline_events', args=[harbour.slug])}?limit=2", []
    while address:
        page = client.get(address).json()
        found += [event["title"] for event in page["results"]]
        address = page["next"]
    assert found[3:8] == ["Ship 0", "Ship 4", "Ship 1", "Ship 2", "Ship 3"]
