"""Pictures as readers and programs get them."""

import json

import pytest
from django.urls import reverse

from tests.pictures import as_file, drawn
from timeline.models import Event, EventMedia, Picture
from timeline.services import pictures


@pytest.fixture
def picture(opening: Event) -> Picture:
    kept = pictures.keep(data=as_file(drawn((60, 40))), name="quay.jpg")
    EventMedia.objects.create(
        event=opening, picture=kept, credit="Mara Lind", alternative_text="Boats at the quay"
    )
    return kept


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("JPEG", "a.jpg", "image/jpeg"),
        ("PNG", "a.png", "image/png"),
        ("WEBP", "a.webp", "image/webp"),
        ("GIF", "a.gif", "image/png"),
    ],
)
def test_a_picture_is_served_as_what_it_is_and_kept_in_caches_for_good(
    client, db, kind, name, told
):
    kept = pictures.keep(data=as_file(kind=kind), name=name)
    answer = client.get(kept.address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == told
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies
    assert b"".join(answer.streaming_content)[:3] in (b"\xff\xd8\xff", b"\x89PN", b"RIF")


@pytest.mark.parametrize(
    "name",
    ["", "no.jpg", "0123456789012345678901.jpg", "..%2Fdb.sqlite3", "../manage.py"],
)
def test_no_other_file_is_served(client, db, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_the_folder_holds_only_what_was_written_anew(client, db, settings):
    """A file that came there in another way is not served by its name."""
    settings.MEDIA_ROOT.mkdir(exist_ok=True)
    (settings.MEDIA_ROOT / "0123456789012345678901.html").write_text("<script>alert(1)</script>")
    assert client.get("/media/0123456789012345678901.html").status_code == 404


def test_the_card_shows_it_with_its_words_its_credit_and_its_size(
    client, harbour, opening, picture
):
    page = client.get(reverse("event", args=[harbour.slug, opening.pk])).content.decode()
    assert f'<img src="{picture.address}" alt="Boats at the quay" width="60" height="40">' in page
    assert "<bdi>Mara Lind</bdi>" in page


@pytest.mark.parametrize("file", ["events.json", "timelinejs.json"])
def test_files_tell_its_whole_address(client, harbour, opening, picture, file):
    answer = client.get(reverse(file, args=[harbour.slug]))
    told = json.loads(b"".join(answer.streaming_content))["events"]
    media = [one["media"] for one in told if one.get("media")]
    assert f"http://testserver{picture.address}" in json.dumps(media)


def test_programs_and_search_engines_are_told_its_whole_address(client, harbour, opening, picture):
    whole = f"http://testserver{picture.address}"
    told = client.get(reverse("api_event", args=[opening.pk])).json()
    assert told["media"] == [
        {"url": whole, "credit": "Mara Lind", "alternative_text": "Boats at the quay"}
    ]
    page = client.get(reverse("event", args=[harbour.slug, opening.pk])).content.decode()
    assert f'"contentUrl":"{whole}"' in page
