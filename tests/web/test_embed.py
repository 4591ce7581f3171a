"""A timeline inside of other sites."""

import html
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from timeline.models import Timeline


def _draft(timeline: Timeline) -> None:
    Timeline.objects.filter(pk=timeline.pk).update(visibility=Timeline.Visibility.DRAFT)


def _oembed(client, url: str, **query) -> Any:
    return client.get(reverse("oembed"), {"url": url, **query})


@pytest.fixture
def address(harbour: Timeline) -> str:
    return "http://testserver" + reverse("timeline", args=[harbour.slug])


def test_the_embedded_page_is_the_only_one_that_may_be_framed(client, harbour, opening, address):
    response = client.get(reverse("embed", args=[harbour.slug]))
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    others = (address, "/", reverse("public_event", args=[opening.pk]), "/search/", "/admin/login/")
    for other in others:
        response = client.get(other)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], other
        assert response["X-Frame-Options"] == "DENY", other


def test_but_for_the_frame_the_policy_stays(client, harbour, address):
    def policy(path):
        told = client.get(path)["Content-Security-Policy"].split("; ")
        return {part for part in told if not part.startswith("frame-ancestors")}

    assert policy(reverse("embed", args=[harbour.slug])) == policy(address)


def test_it_has_the_chart_and_no_chrome(client, harbour, address):
    page = client.get(reverse("embed", args=[harbour.slug])).content.decode()
    assert 'id="timeline"' in page
    assert f'href="{address}"' in page
    assert 'class="masthead"' not in page
    assert "filter-form" not in page


def test_without_scripts_it_lists_its_events(client, harbour, opening):
    page = client.get(reverse("embed", args=[harbour.slug])).content.decode()
    (listed,) = re.findall(r"<noscript>\s*<ol.*?</noscript>", page, re.S)
    assert f'href="/events/{opening.pk}/"' in listed
    assert "The harbour opened again <mark>on May 20</mark>" in listed
    assert "second paragraph" not in page


def test_it_names_the_eras_in_words(client, harbour):
    page = reverse("embed", args=[harbour.slug])
    assert "eras-title" not in client.get(page).content.decode()
    Timeline.objects.update(eras="1914/1918: The <Great> War")
    told = client.get(page).content.decode()
    assert "The &lt;Great&gt; War" in told
    assert "1914–1918" in told


def test_it_shows_what_the_filters_in_its_address_leave(client, harbour):
    page = client.get(reverse("embed", args=[harbour.slug]), {"category": "society"})
    assert 'data-query="category=society"' in page.content.decode()
    assert page.content.decode().count('class="event"') == 1


def test_nothing_of_it_is_kept_in_cookies(client, harbour):
    assert not client.get(reverse("embed", args=[harbour.slug])).cookies


def test_a_draft_is_embedded_nowhere(nour_client, harbour, address):
    _draft(harbour)
    assert nour_client.get(reverse("embed", args=[harbour.slug])).status_code == 404
    assert _oembed(nour_client, address).status_code == 404


def test_the_page_gives_one_line_to_copy(client, harbour, address):
    page = client.get(address, {"category": "society", "page": "1"}).content.decode()
    told = re.search(r'id="embed-line"[^>]*>(.*?)</', page, re.S)
    assert told
    line = html.unescape(told[1])
    assert line.startswith('<iframe src="http://testserver/timelines/')
    assert "/embed/?category=society" in line
    assert 'title="The harbour &amp; its keepers"' in line


def test_the_page_leads_other_sites_to_its_oembed(client, address):
    page = client.get(address).content.decode()
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
    assert link
    target = urlsplit(html.unescape(link[1]))
    assert parse_qs(target.query)["url"] == [address]
    assert client.get(f"{target.path}?{target.query}").json()["type"] == "rich"


def test_a_pasted_address_becomes_a_frame(client, harbour, address):
    response = _oembed(client, f"{address}?category=economy&page=2&x=%22")
    told = response.json()
    assert (told["version"], told["title"]) == ("1.0", "The harbour & its keepers")
    assert f'src="{address}embed/?category=economy"' in told["html"]
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_frame_is_never_larger_than_the_room_there_is(client, address):
    told = _oembed(client, address, maxwidth="400", maxheight="300").json()
    assert (told["width"], told["height"]) == (400, 300)
    assert 'width="400" height="300"' in told["html"]
    wide = _oembed(client, address, maxwidth="4000", maxheight="x").json()
    assert (wide["width"], wide["height"]) == (720, 520)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[",
        "https://example.org/timelines/the-harbour-its-keepers/",
        "http://testserver/",
    ],
)
def test_what_is_no_timeline_of_this_site_is_not_found(client, harbour, url):
    assert _oembed(client, url).status_code == 404


def test_only_json_is_spoken(client, address):
    assert _oembed(client, address, format="xml").status_code == 501


def test_an_address_with_an_event_opens_its_card_in_the_frame_too(client, harbour, opening):
    address = reverse("embed", args=[harbour.slug])
    assert (
        "on May 20"
        in client.get(f"{address}?event={opening.pk}")
        .content.decode()
        .partition('id="card"')[2]
        .partition("</section>")[0]
    )
    for asked in ("", "?event=999999", "?event=x"):
        page = client.get(address + asked).content.decode()
        assert re.search(r'id="card"[^>]* hidden>', page), asked
