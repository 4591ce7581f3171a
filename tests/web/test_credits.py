"""Who made a timeline, wherever it is told."""

import json

import pytest
from django.urls import reverse

from timeline.models import Timeline

CREDITS = "Told by Mara Lind.\n\nWith thanks to <the port>."
SHOWN = "<p>With thanks to &lt;the port&gt;.</p>"


@pytest.fixture
def credited(harbour: Timeline) -> Timeline:
    harbour.credits = CREDITS
    harbour.save()
    return harbour


def _text(client, address):
    answer = client.get(address)
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_page_opening_and_embedding_show_them(client, credited):
    page = reverse("timeline", args=[credited.slug])
    embedded = reverse("embed", args=[credited.slug])
    for address in (page, f"{page}?story=start&part=slide", embedded):
        assert SHOWN in _text(client, address)
        Timeline.objects.update(credits="", version=credited.version + 1)
        assert "credits-title" not in _text(client, address)
        credited.save()


def test_files_and_the_api_tell_them(client, credited):
    page = reverse("timeline", args=[credited.slug])
    assert json.loads(_text(client, f"{page}events.json"))["timeline"]["credits"] == CREDITS
    api = client.get(reverse("api_timeline", args=[credited.slug])).json()
    assert api["credits"] == CREDITS
    slides = json.loads(_text(client, f"{page}timelinejs.json"))
    assert SHOWN in slides["title"]["text"]["text"]
