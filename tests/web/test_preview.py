"""The preview that the desk shows beside the form of a timeline."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.roles import ROLES, client_of
from timeline.services.timelines import create_timeline


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
