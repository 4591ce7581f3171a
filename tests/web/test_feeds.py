"""The Atom feed of a timeline, read by an XML parser."""

from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.urls import reverse

from timeline.models import Event, Timeline
from timeline.services.review import reject

ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(client, timeline: Timeline) -> Any:
    response = client.get(reverse("feed", args=[timeline.slug]))
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314  # our own


def _titles(feed: Any) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_the_feed_tells_every_event_with_its_evidence(client, harbour, opening):
    feed = _feed(client, harbour)
    assert feed.findtext(f"{ATOM}title") == "The harbour & its keepers"
    assert "20 May 2024: The harbour opens" in _titles(feed)
    entry = next(each for each in feed.iter(f"{ATOM}entry") if "20 May" in each[0].text)
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/events/{opening.pk}/"
    summary = entry.findtext(f"{ATOM}summary")
    assert "<blockquote>The harbour opened again on May 20</blockquote>" in summary
    assert "second paragraph" not in ElementTree.tostring(feed, encoding="unicode")


@pytest.mark.parametrize("introduction", ["", "How the harbour was kept."])
def test_the_feed_has_what_atom_demands_of_it_and_of_each_entry(client, harbour, introduction):
    """RFC 4287, 4.1.1 and 4.1.2: what must stand once, with text in it."""
    Timeline.objects.filter(pk=harbour.pk).update(introduction=introduction)
    feed = _feed(client, harbour)
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        links = [link.get("rel", "alternate") for link in element.findall(f"{ATOM}link")]
        assert links.count("alternate") == 1
    assert all(element.text or len(element) or element.attrib for element in feed.iter()), (
        "no element is empty"
    )


def test_a_corrected_event_comes_first_and_stays_one_entry(client, harbour):
    ids = {entry.findtext(f"{ATOM}id") for entry in _feed(client, harbour).iter(f"{ATOM}entry")}
    event = harbour.events.get(date="../2018-08")
    event.title = "The harbour stays closed"
    event.save()
    feed = _feed(client, harbour)
    assert _titles(feed)[0] == "until August 2018: The harbour stays closed"
    assert {entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")} == ids


def test_an_event_that_was_withdrawn_leaves_the_feed(client, harbour, opening):
    reject(events=[opening], user=None)
    assert "20 May 2024: The harbour opens" not in _titles(_feed(client, harbour))


def test_what_a_browser_would_run_is_escaped(client, harbour):
    assert Event.objects.filter(title__contains="<script>").exists()
    assert "<script>" not in client.get(reverse("feed", args=[harbour.slug])).text


def test_a_reader_of_feeds_finds_nothing_wrong_with_it(client, harbour, opening):
    address = f"{reverse('feed', args=[harbour.slug])}?category=economy"
    feed = feedparser.parse(client.get(address).content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "The harbour & its keepers"
    (entry,) = (entry for entry in feed.entries if entry.title.startswith("20 May 2024"))
    assert entry.link == f"http://testserver/events/{opening.pk}/"
    assert "<blockquote>The harbour opened again on May 20</blockquote>" in entry.summary
    assert entry.updated_parsed.tm_year == opening.updated_at.year
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_the_feed_follows_the_filters_and_says_so_in_its_own_address(client, harbour):
    address = f"{reverse('feed', args=[harbour.slug])}?category=economy"
    feed = feedparser.parse(client.get(f"{address}&lanes=one").content)
    assert {entry.title for entry in feed.entries} == {
        "until August 2018: The harbour stands closed",
        "20 May 2024: The harbour opens",
    }
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"] == f"http://testserver{address}"
    assert links["alternate"].endswith("/timelines/the-harbour-its-keepers/?category=economy")


def test_a_filter_that_cannot_be_read_is_no_feed_of_everything(client, harbour):
    answer = client.get(reverse("feed", args=[harbour.slug]), {"since": "yestermorrow"})
    assert answer.status_code == 400
    assert answer.text.startswith("“since” cannot be used: This is not a date")


def test_a_filtered_page_leads_to_the_feed_of_what_it_lists(client, harbour):
    page = client.get(reverse("timeline", args=[harbour.slug]), {"category": "economy"}).text
    assert page.count(f'href="{reverse("feed", args=[harbour.slug])}?category=economy"') == 2


def test_a_draft_has_no_feed(nour_client, harbour):
    Timeline.objects.filter(pk=harbour.pk).update(visibility=Timeline.Visibility.DRAFT)
    assert nour_client.get(reverse("feed", args=[harbour.slug])).status_code == 404


def test_the_page_leads_to_its_feed(client, harbour):
    page = client.get(reverse("timeline", args=[harbour.slug])).text
    address = reverse("feed", args=[harbour.slug])
    assert f'<link rel="alternate" type="application/atom+xml" href="{address}"' in page
