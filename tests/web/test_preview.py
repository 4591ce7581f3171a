"""The preview that the desk shows beside the form of a timeline."""

from django.urls import reverse

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


def test_the_form_frames_the_preview_of_its_timeline_and_nothing_else(nour_client, harbour):
    address = reverse("admin:timeline_timeline_change", args=[harbour.pk])
    answer = nour_client.get(address)
    assert f'<iframe src="{reverse("preview", args=[harbour.slug])}"' in answer.content.decode()
    assert "frame-src 'self'" in answer.headers["Content-Security-Policy"]
    add = nour_client.get(reverse("admin:timeline_timeline_add"))
    assert "<iframe" not in add.content.decode()
