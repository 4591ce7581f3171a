"""What readers of one timeline see of an event that it tells otherwise; nobody else sees it."""

import json
from typing import Any

import pytest
from django.urls import reverse

from timeline.models import Event, EventMedia, TellingMedia, Timeline
from timeline.services import tellings
from timeline.services.events import update_event
from timeline.services.timelines import create_timeline, publish_events

OWN, ELSEWHERE = "Ships may land", "The quay is reopened"
# Files that bring back, too, what is told elsewhere.
BOTH = {"json"}


@pytest.fixture
def told(harbour: Timeline, opening: Event) -> Event:
    update_event(event=opening, title=ELSEWHERE, user=None)
    publish_events(events=[opening], timeline=create_timeline(title="Other"), user=None)
    EventMedia.objects.create(
        event=opening, url="https://example.org/a", credit="A", alternative_text="Boats"
    )
    telling = tellings.tell(
        event=opening, timeline=harbour, title=OWN, summary="After years.", featured=True
    )
    TellingMedia.objects.create(
        telling=telling, url="https://example.org/b", credit="B", alternative_text="A crane"
    )
    return Event.objects.get(pk=opening.pk)


def _pages(slug: str, event: Event) -> dict[str, str]:
    page = reverse("timeline", args=[slug])
    return {
        "list": page,
        "search": f"{page}?q=land",
        "card": f"{reverse('event', args=[slug, event.pk])}?part=card",
        "event": reverse("event", args=[slug, event.pk]),
        "slide": f"{page}?story={event.pk}&part=slide",
        "embed": reverse("embed", args=[slug]),
        "figure": reverse("figure", args=[slug]),
        "feed": reverse("feed", args=[slug]),
        "json": f"{page}events.json",
        "csv": f"{page}events.csv",
        "timelinejs": f"{page}timelinejs.json",
        "api": reverse("api_timeline_events", args=[slug]),
    }


def _text(client: Any, address: str) -> str:
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode()


def test_its_readers_meet_its_words_wherever_they_look(client, harbour, told):
    for name, address in _pages(harbour.slug, told).items():
        text = _text(client, address)
        assert OWN in text, name
        assert (ELSEWHERE in text) is (name in BOTH), name


def test_other_timelines_and_the_events_own_page_stay_as_they_are(client, harbour, told):
    addresses = _pages("other", told)
    del addresses["search"]
    addresses["own"] = reverse("public_event", args=[told.pk])
    addresses["api_event"] = reverse("api_event", args=[told.pk])
    for name, address in addresses.items():
        text = _text(client, address)
        assert ELSEWHERE in text, name
        assert OWN not in text, name
        assert "A crane" not in text, name


def test_its_media_stand_in_the_place_of_the_events_own(client, harbour, told):
    pages = _pages(harbour.slug, told)
    for name in ("card", "event", "slide", "json", "timelinejs", "api"):
        text = _text(client, pages[name])
        assert "A crane" in text, name
        assert ("Boats" in text) is (name in BOTH), name


def test_our_json_tells_both_each_in_its_place(client, harbour, told):
    file = json.loads(_text(client, _pages(harbour.slug, told)["json"]))
    (event,) = (one for one in file["events"] if one["id"] == told.pk)
    for words, title, medium in ((event, OWN, "A crane"), (event["elsewhere"], ELSEWHERE, "Boats")):
        assert words["title"] == title
        assert [one["alternative_text"] for one in words["media"]] == [medium]


def test_what_is_featured_says_so_in_words(client, harbour, told):
    pages = _pages(harbour.slug, told)
    for name in ("list", "card", "slide", "embed"):
        assert 'class="featured"' in _text(client, pages[name]), name
        assert 'class="featured"' not in _text(client, _pages("other", told)[name]), name
    for name in ("json", "api"):
        answer = json.loads(_text(client, pages[name]))
        events = answer["results"] if name == "api" else answer["events"]
        assert [each["id"] for each in events if each["featured"]] == [told.pk]


def test_the_chart_marks_it_with_a_star(client, harbour, told):
    figure = client.get(reverse("figure", args=[harbour.slug])).json()
    labels = [t for trace in figure["data"] for t in trace.get("text", []) if "★" in t]
    assert len(labels) == 1
    assert OWN in labels[0]


def test_neighbours_and_the_opening_name_it_as_the_timeline_does(client, harbour, told):
    (before,) = harbour.events.filter(date="2019-10")
    card = reverse("event", args=[harbour.slug, before.pk])
    first = harbour.events.get(date="../2018-08")
    tellings.tell(event=first, timeline=harbour, title="Closed for years")
    opening = f"{reverse('timeline', args=[harbour.slug])}?story=start&part=slide"
    assert OWN in _text(client, f"{card}?part=card")
    assert "Closed for years" in _text(client, f"{card}?part=card")
    assert client.get(opening).context["slide"].after.title == "Closed for years"
