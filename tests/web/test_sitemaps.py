"""What search engines are led to, and what is shown where a timeline is shared."""

import re

import pytest
from django.urls import reverse

from timeline.models import Timeline
from timeline.services.review import reject


def _places(client, address: str) -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>(.*?)</loc>", response.text)


def test_crawlers_are_led_to_every_public_timeline_and_event(client, harbour, opening):
    (named,) = re.findall("^Sitemap: (.*)$", client.get("/robots.txt").text, re.MULTILINE)
    found = [place for section in _places(client, named) for place in _places(client, section)]
    assert f"http://testserver{reverse('timeline', args=[harbour.slug])}" in found
    assert f"http://testserver{reverse('public_event', args=[opening.pk])}" in found
    assert len(found) == 1 + harbour.events.count()


def test_each_page_is_named_in_every_language_as_it_names_itself(client, harbour, opening):
    for section, page in (
        ("timelines", reverse("timeline", args=[harbour.slug])),
        ("events", reverse("public_event", args=[opening.pk])),
    ):
        link = r'rel="alternate" hreflang="(.*?)" href="(.*?)"'
        told = re.findall(link, client.get(page).text)
        (entry,) = re.findall(
            rf"<url>\s*<loc>http://testserver{page}</loc>.*?</url>",
            client.get(f"/sitemap-{section}.xml").text,
            re.DOTALL,
        )
        assert re.findall(link, entry) == told
        assert {code for code, _address in told} >= {"x-default", "en", "ar", "fa"}


def test_what_readers_may_not_see_is_not_named(client, harbour, opening):
    reject(events=[opening], user=None)
    assert f"/events/{opening.pk}/" not in client.get("/sitemap-events.xml").text
    Timeline.objects.update(visibility=Timeline.Visibility.DRAFT)
    assert _places(client, "/sitemap-timelines.xml") == []
    assert _places(client, "/sitemap-events.xml") == []


@pytest.mark.parametrize("address", ["/sitemap-nothing.xml", "/sitemap-events.xml?p=99"])
def test_a_part_that_is_not_there_is_not_found(client, harbour, address):
    assert client.get(address).status_code == 404


def test_a_timeline_that_is_shared_shows_its_title(client, harbour):
    page = client.get(reverse("timeline", args=[harbour.slug])).text
    assert '<meta property="og:title" content="The harbour &amp; its keepers">' in page
    address = f"http://testserver{reverse('timeline', args=[harbour.slug])}"
    assert f'<meta property="og:url" content="{address}">' in page


def test_crawlers_are_kept_from_the_desk(client, db):
    assert "Disallow: /admin/" in client.get("/robots.txt").text.splitlines()
