"""A timeline by a private link: whoever has it reads all of it, and nobody else learns of it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.roles import ROLES, client_of
from timeline.models import Event, Timeline
from timeline.services.timelines import create_timeline, publish_events
from timeline.web.downloads import FORMATS


@pytest.fixture
def linked(harbour: Timeline) -> Timeline:
    """The harbour, shown by a link alone."""
    harbour.visibility = Timeline.Visibility.LINK
    harbour.save()
    return harbour


def addresses(linked: Timeline, opening: Event, part: str) -> list[str]:
    timeline = reverse("timeline", args=[part])
    return [
        timeline,
        f"{timeline}?event={opening.pk}",
        f"{timeline}?story=start",
        reverse("figure", args=[part]),
        reverse("sources", args=[part]),
        reverse("choices", args=[part, "person"]),
        reverse("event", args=[part, opening.pk]),
    ]


def test_all_of_its_pages_open_by_the_link_and_by_nothing_else(client, linked, opening):
    for address in addresses(linked, opening, linked.private_address):
        assert client.get(address).status_code == 200, address
    guesses = (linked.slug, linked.link_token, "~", f"{linked.private_address}x", "~x", "~None")
    for part in guesses:
        for address in addresses(linked, opening, part) if part != "~" else ["/timelines/~/"]:
            assert client.get(address).status_code == 404, address


def test_its_pages_lead_to_pages_of_the_same_link(client, linked, opening):
    for address in addresses(linked, opening, linked.private_address):
        page = client.get(address).content.decode()
        assert f"/timelines/{linked.slug}/" not in page, address
        assert f"/events/{opening.pk}/" not in page.replace(linked.private_address + "/events", "")


def test_neither_search_engines_nor_other_sites_nor_shared_caches_learn_of_it(
    client, linked, opening
):
    missing = reverse("event", args=[linked.private_address, 10**6])
    for address in [*addresses(linked, opening, linked.private_address), missing]:
        headers = client.get(address).headers
        assert headers["Referrer-Policy"] == "no-referrer", address
        assert "noindex" in headers["X-Robots-Tag"], address
        assert "private" in headers["Cache-Control"], address


def test_other_pages_keep_their_own_headers(client, harbour):
    headers = client.get(reverse("timeline", args=[harbour.slug])).headers
    assert headers["Referrer-Policy"] == "same-origin"
    assert "X-Robots-Tag" not in headers


def test_it_is_listed_nowhere(client, linked, opening):
    person = opening.participants.get().pk
    for address in (
        "/",
        "/search/?q=harbour",
        "/sitemap-timelines.xml",
        "/sitemap-events.xml",
        "/api/v1/timelines/",
    ):
        page = client.get(address).content.decode()
        assert linked.slug not in page, address
        assert linked.link_token not in page, address
        assert opening.title not in page, address
    for part in (linked.slug, linked.private_address):
        for name in ("feed", "embed", "api_timeline"):
            assert client.get(reverse(name, args=[part])).status_code == 404, (name, part)
    for name in FORMATS:
        assert client.get(reverse(name, args=[linked.slug])).status_code == 404, name
    for address in (f"/entities/{person}/", f"/events/{opening.pk}/"):
        assert client.get(address).status_code == 404, address
    pasted = f"http://testserver/timelines/{linked.private_address}/"
    assert client.get("/oembed/", {"url": pasted}).status_code == 404


@pytest.mark.parametrize("file", FORMATS)
def test_its_files_are_taken_under_the_link_and_lead_to_pages_of_it(client, linked, opening, file):
    page = client.get(reverse("timeline", args=[linked.private_address])).content.decode()
    address = reverse(file, args=[linked.private_address])
    assert f'href="{address}" download' in page
    answer = client.get(address)
    content = b"".join(answer.streaming_content)
    assert opening.title.encode() in content or file == "events.xlsx"
    assert f"/events/{opening.pk}/".encode() not in content.replace(
        f"{linked.private_address}/events".encode(), b""
    )
    assert "private" in answer.headers["Cache-Control"]
    assert linked.private_address not in answer.headers["Content-Disposition"]


def test_its_page_offers_nothing_that_needs_a_public_one(client, linked):
    page = client.get(reverse("timeline", args=[linked.private_address])).content.decode()
    for part in ("/api/", "/embed/", "/feed/", "oembed"):
        assert part not in page, part


def test_a_new_link_ends_the_one_before(client, linked):
    before = reverse("timeline", args=[linked.private_address])
    linked.link_token = None
    linked.save()
    assert client.get(before).status_code == 404
    assert client.get(reverse("timeline", args=[linked.private_address])).status_code == 200


@pytest.mark.parametrize("visibility", ["draft", "public"])
def test_the_link_ends_when_the_timeline_is_shown_otherwise(client, linked, visibility):
    before = linked.private_address
    linked.visibility = visibility
    linked.save(update_fields=["visibility"])
    assert client.get(reverse("timeline", args=[before])).status_code == 404
    linked.visibility = "link"
    linked.save()
    assert linked.private_address not in ("", before)


def test_links_are_long_and_no_two_are_alike(db):
    tokens = set()
    for number in range(20):
        timeline = Timeline.objects.create(title="T", slug=f"t{number}", visibility="link")
        tokens.add(timeline.link_token)
    assert len(tokens) == 20
    assert {len(token or "") for token in tokens} == {32}


def test_events_that_are_published_on_it_do_not_make_it_public(linked, opening):
    publish_events(events=[opening], timeline=linked, user=None)
    linked.refresh_from_db()
    assert linked.visibility == "link"


def test_the_history_does_not_keep_the_link(linked):
    assert not hasattr(linked.history.latest(), "link_token")


def test_the_language_is_chosen_on_a_page_that_sends_no_origin(linked):
    client = Client(enforce_csrf_checks=True, headers={"Origin": "null"})
    page = reverse("timeline", args=[linked.private_address])
    answer = client.post(reverse("set_language"), {"language": "ar", "next": page})
    assert answer["Location"] == page
    assert 'lang="ar"' in client.get(page).content.decode()


def test_drafts_and_linked_timelines_are_read_by_the_desk_and_the_latter_by_their_link(linked):
    draft = create_timeline(title="A draft")
    clients = {role: client_of(role) for role in ROLES}

    def readers(part: str) -> list[str]:
        page = reverse("timeline", args=[part])
        return [role for role in ROLES if clients[role].get(page).status_code == 200]

    assert readers(draft.slug) == readers(linked.slug) == list(ROLES[2:])
    assert readers(linked.private_address) == list(ROLES)
