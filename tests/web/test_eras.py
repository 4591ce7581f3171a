"""Eras of a timeline, wherever it is shown or told."""

import json

import pytest
from django.urls import reverse

from timeline.models import Timeline

ERAS = "1914/1918: The <Great> War\n192X: Golden years"


@pytest.fixture
def told(harbour: Timeline) -> Timeline:
    harbour.eras = ERAS
    harbour.save()
    return harbour


def _text(client, address):
    answer = client.get(address)
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_the_page_names_them_in_words(client, told):
    page = reverse("timeline", args=[told.slug])
    text = _text(client, page)
    assert "The &lt;Great&gt; War" in text
    assert "1914–1918" in text
    Timeline.objects.update(eras="", version=told.version + 1)
    assert "eras-title" not in _text(client, page)


def test_the_chart_draws_bands_that_are_no_marks(client, told):
    figure = json.loads(_text(client, reverse("figure", args=[told.slug])))
    roles = [trace["meta"]["role"] for trace in figure["data"]]
    assert roles.count("era bands") == 2


def test_files_and_the_api_tell_them(client, told):
    page = reverse("timeline", args=[told.slug])
    first = {"name": "The <Great> War", "date": "1914/1918", "date_in_words": "1914–1918"}
    assert json.loads(_text(client, f"{page}events.json"))["timeline"]["eras"][0] == first
    assert client.get(reverse("api_timeline", args=[told.slug])).json()["eras"][0] == first
    (era, _other) = json.loads(_text(client, f"{page}timelinejs.json"))["eras"]
    assert era["text"]["headline"] == "The &lt;Great&gt; War"
    assert (era["start_date"]["year"], era["end_date"]["year"]) == (1914, 1918)
