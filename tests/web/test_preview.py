"""The preview that the desk shows beside the form of a timeline."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.pictures import as_file
from tests.roles import ROLES, client_of
from timeline.models import Cover, Picture
from timeline.services import pictures
from timeline.services.events import create_event
from timeline.services.timelines import create_timeline
from timeline.services.unsaved import packed


def test_the_desk_alone_sees_it_of_drafts_as_of_what_is_public(harbour):
    clients = {role: client_of(role) for role in ROLES}
    for timeline in (harbour, create_timeline(title="A draft")):
        address = reverse("preview", args=[timeline.slug])
        readers = [role for role in ROLES if clients[role].get(address).status_code == 200]
        assert readers == list(ROLES[2:])


def test_the_site_itself_may_frame_it_and_no_other_page(nour_client, harbour):
    framed = nour_client.get(reverse("preview", args=[harbour.slug])).headers
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    page = nour_client.get(reverse("timeline", args=[harbour.slug])).headers
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_it_is_what_readers_see_with_links_that_open_elsewhere(nour_client):
    draft = create_timeline(title="A draft")
    page = nour_client.get(reverse("preview", args=[draft.slug])).content.decode()
    assert '<base target="_blank">' in page
    assert "only editors can see" not in page


@pytest.fixture
def look(nour_client, harbour):
    """Sends the form to the preview, without saving it."""

    def look(**fields):
        before = harbour.__class__.objects.values().get(pk=harbour.pk)
        said = {name: before[name] for name in ("title", "introduction", "language", "lanes")}
        address = reverse("preview", args=[harbour.slug])
        page = nour_client.post(address, {**said, **fields}).content.decode()
        assert harbour.__class__.objects.values().get(pk=harbour.pk) == before
        return page

    return look


def test_what_is_written_shows_before_it_is_saved_and_is_not_stored(look):
    page = look(title="The quay", introduction="By the sea.", credits="Mara Lind", lanes="place")
    assert ">The quay</h1>" in page
    assert "<p>By the sea.</p>" in page
    assert "Mara Lind" in page
    assert 'data-lanes="place"' in page
    assert '<base target="_blank">' in page


@pytest.fixture
def storms():
    """A timeline whose filter finds one of two events."""
    for title in ("A storm", "A gale"):
        create_event(title=title, date="2024-05-20", status="published")
    return create_timeline(title="Storms", saved_filter={"words": "storm"})


def _drafted(client, timeline, saved_filter):
    address = reverse("preview", args=[timeline.slug])
    return client.post(address, {"title": "Storms", "draft_filter": packed(saved_filter)})


def _chart(client, page):
    (address,) = re.findall(r'data-figure-url="([^"]+)"', page)
    (version,) = re.findall(r'data-version="([^"]+)"', page)
    return client.get(address, {"v": version, "width": 800})


@pytest.mark.parametrize(
    ("saved_filter", "listed"),
    [({"words": "gale"}, "A gale"), (None, ""), ({"words": "storm"}, "A storm")],
)
def test_events_are_those_of_the_filter_before_it_is_saved(
    nour_client, storms, saved_filter, listed
):
    page = _drafted(nour_client, storms, saved_filter).content.decode()
    assert [title for title in ("A storm", "A gale") if f">{title}</a>" in page] == [
        title for title in (listed,) if title
    ]
    assert [each.event.title for each in storms.memberships.all()] == ["A storm"]
    version = storms.version
    storms.refresh_from_db()
    assert (storms.version, storms.saved_filter) == (version, {"words": "storm"})


def test_the_chart_of_the_preview_shows_them_too_and_that_of_readers_does_not(nour_client, storms):
    page = _drafted(nour_client, storms, {"words": "gale"}).content.decode()
    drawn = _chart(nour_client, page)
    assert drawn.status_code == 200
    assert "A gale" in drawn.content.decode()
    assert "public" not in drawn.headers["Cache-Control"]
    stored = nour_client.get(reverse("preview", args=[storms.slug])).content.decode()
    assert "A gale" not in _chart(nour_client, stored).content.decode()
    (address,) = re.findall(r'data-figure-url="([^"]+)"', page)
    assert Client().get(address).status_code == 404


def test_more_events_than_a_preview_takes_are_as_they_are_saved(nour_client, storms, monkeypatch):
    monkeypatch.setattr("timeline.services.unsaved.MOST", 1)
    page = _drafted(nour_client, storms, {"words": "gale"}).content.decode()
    assert ">A storm</a>" in page


@pytest.mark.parametrize("forged", ["x", "{}", "\0", "eyJ9:1:2"])
def test_what_the_desk_did_not_pack_is_no_filter(nour_client, storms, forged):
    address = reverse("preview", args=[storms.slug])
    page = nour_client.post(address, {"draft_filter": forged}).content.decode()
    assert ">A storm</a>" in page


def test_the_desk_packs_the_filter_when_it_counts_what_matches(nour_client, storms):
    asked = {"by_filter": "on", "words": "gale"}
    draft = nour_client.get(reverse("admin:timeline_timeline_matching"), asked).json()["draft"]
    address = reverse("preview", args=[storms.slug])
    assert ">A gale</a>" in nour_client.post(address, {"draft_filter": draft}).content.decode()


WORDS = {"cover-0-credit": "Mara Lind", "cover-0-alternative_text": "Boats at the quay"}


def test_a_cover_shows_before_it_is_saved_and_is_kept_nowhere(look):
    upload = SimpleUploadedFile("quay.jpg", as_file())
    page = look(**WORDS, **{"cover-0-upload": upload})
    assert 'src="data:image/jpeg;base64,' in page
    assert "Boats at the quay" in page
    assert "<bdi>Mara Lind</bdi>" in page
    assert not Picture.objects.exists()


def test_what_is_no_picture_shows_none(look):
    assert "data:image" not in look(**WORDS, **{"cover-0-upload": SimpleUploadedFile("a", b"x")})


def test_a_cover_that_is_taken_off_is_shown_no_more(look, harbour):
    picture = pictures.keep(data=as_file(), name="quay.jpg")
    made = {"credit": "Mara Lind", "alternative_text": "Boats at the quay"}
    Cover.objects.create(timeline=harbour, picture=picture, **made)
    kept = WORDS | {"cover-0-kept": picture.name}
    assert picture.address in look(**kept)
    assert picture.address not in look(**kept, **{"cover-0-DELETE": "on"})
    assert Cover.objects.exists()


@pytest.mark.parametrize("title", ["x" * 10_000, "", " "])
def test_a_title_that_cannot_be_saved_leaves_the_one_that_is(look, harbour, title):
    page = look(title=title, introduction="<b>Bold</b>", lanes="nowhere")
    assert f">{escape(harbour.title)}</h1>" in page
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page


def test_signs_that_turn_letters_around_do_not_reach_the_page(look):
    assert ">Bridge desolc</h1>" in look(title="Bridge \u202edesolc")


def test_no_other_site_can_have_words_shown_there(nour, harbour):
    client = Client(enforce_csrf_checks=True)
    client.force_login(nour)
    address = reverse("preview", args=[harbour.slug])
    assert client.post(address, {"title": "Forged"}).status_code == 403


def test_who_may_not_see_drafts_has_nothing_shown(client, harbour):
    address = reverse("preview", args=[harbour.slug])
    assert client.post(address, {"title": "Mine"}).status_code == 404


def test_the_form_frames_the_preview_of_its_timeline_and_nothing_else(nour_client, harbour):
    address = reverse("admin:timeline_timeline_change", args=[harbour.pk])
    answer = nour_client.get(address)
    assert f'<iframe src="{reverse("preview", args=[harbour.slug])}"' in answer.content.decode()
    assert "frame-src 'self'" in answer.headers["Content-Security-Policy"]
    add = nour_client.get(reverse("admin:timeline_timeline_add"))
    assert "<iframe" not in add.content.decode()
