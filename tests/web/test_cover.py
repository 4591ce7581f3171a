"""The picture that stands for a timeline, wherever that is named."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.urls import reverse

from tests.pictures import as_file, drawn
from timeline.models import Cover, Picture, Timeline
from timeline.models.deleted import KEPT
from timeline.services import pictures

WORDS = {"credit": "Mara Lind", "alternative_text": "Boats at the “quay”"}
LINK = "https://example.org/quay.jpg"


@pytest.fixture
def address(harbour: Timeline) -> str:
    return reverse("timeline", args=[harbour.slug])


@pytest.fixture
def cover(harbour: Timeline) -> Cover:
    picture = pictures.keep(data=as_file(drawn((60, 40))), name="quay.jpg")
    made = Cover(timeline=harbour, picture=picture, **WORDS)
    made.save()
    return made


@pytest.fixture
def linked(harbour: Timeline) -> Cover:
    made = Cover(timeline=harbour, url=LINK, **WORDS)
    made.save()
    return made


def _page(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


@pytest.mark.parametrize("query", ["", "?story=start"])
def test_the_page_and_the_opening_of_the_story_show_it(client, address, cover, query):
    page = _page(client, f"{address}{query}")
    assert f'<img src="{cover.address}" alt="Boats at the “quay”" width="60" height="40">' in page
    assert "<bdi>Mara Lind</bdi>" in page


def test_the_front_page_shows_it_with_its_timeline(client, cover):
    assert f'<img src="{cover.address}"' in _page(client, "/")


def test_the_front_page_asks_for_all_covers_at_once(client, cover, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        for shown in client.get("/").context["page"]:
            assert shown.cover.address == cover.address


def test_programs_that_show_links_are_told_its_whole_address_and_its_size(client, address, cover):
    page = _page(client, address)
    for name, value in (
        ("og:image", f"http://testserver{cover.address}"),
        ("og:image:alt", "Boats at the “quay”"),
        ("og:image:width", "60"),
        ("og:image:height", "40"),
        ("og:url", f"http://testserver{address}"),
    ):
        assert f'<meta property="{name}" content="{value}">' in page


def test_a_cover_of_another_site_is_named_and_nothing_is_loaded(client, address, linked):
    page = _page(client, address)
    assert f'<a class="medium-link" href="{LINK}"' in page
    assert f'<meta property="og:image" content="{LINK}">' in page
    assert "og:image:width" not in page
    assert "<img" not in page
    assert "<img" not in _page(client, "/")


def test_an_address_that_a_browser_would_run_is_named_nowhere(client, address, linked):
    Cover.objects.update(url="javascript:alert(1)")
    assert "javascript:" not in _page(client, address)


def test_without_a_cover_nothing_is_said_of_one(client, address):
    assert "og:image" not in _page(client, address)


def test_the_files_and_the_api_tell_it(client, harbour, address, cover):
    told = {"url": f"http://testserver{cover.address}", **WORDS}
    file = json.loads(b"".join(client.get(f"{address}events.json").streaming_content))
    assert file["timeline"]["cover"] == told
    slides = json.loads(b"".join(client.get(f"{address}timelinejs.json").streaming_content))
    assert slides["title"]["media"]["url"] == told["url"]
    assert client.get(reverse("api_timeline", args=[harbour.slug])).json()["cover"] == told
    assert f'"image":{{"@type":"ImageObject","contentUrl":"{told["url"]}"' in _page(client, address)


def test_the_file_outlasts_its_timeline_for_as_long_as_the_bin_keeps_things(
    client, harbour, cover, django_capture_on_commit_callbacks
):
    harbour.delete()
    pictures.sweep()
    assert client.get(cover.address).status_code == 200
    Picture.objects.update(left_at=F("left_at") - KEPT - timedelta(days=1))
    with django_capture_on_commit_callbacks(execute=True):
        pictures.sweep()
    assert client.get(cover.address).status_code == 404


def test_sites_that_embed_a_timeline_are_told_of_its_picture(client, harbour, cover, address):
    def told(**room: int) -> Any:
        pasted = {"url": f"http://testserver{address}", **room}
        return client.get(reverse("oembed"), pasted).json()

    answer = told(maxwidth=60)
    assert answer["thumbnail_url"] == f"http://testserver{cover.picture.address}"
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (60, 40)
    assert "thumbnail_url" not in told(maxheight=39)


def test_a_picture_of_another_site_has_no_known_size(client, harbour, linked, address):
    answer = client.get(reverse("oembed"), {"url": f"http://testserver{address}"}).json()
    assert "thumbnail_url" not in answer
