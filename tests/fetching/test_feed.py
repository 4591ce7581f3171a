"""Feeds as they come: three formats, wrong dates, wrong encodings, and what is no feed."""

import datetime

import pytest

from timeline.fetching.errors import ReadError
from timeline.fetching.feed import read_feed
from timeline.fetching.publication import Publication

TODAY = datetime.date(2024, 5, 31)
URL = "https://news.example/feed"
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>The Delta Post</title><language>en-GB</language>
<item><title>{title}</title><link>/bridge</link><guid isPermaLink="false">b1</guid>
<pubDate>{date}</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>الدلتا</title>
<entry><id>tag:news.example,2024:1</id><title type="html">Bridge &amp;amp; ferry</title>
<link rel="alternate" href="https://news.example/bridge"/>
<published>2024-05-30T23:30:00-05:00</published><updated>2024-05-31T10:00:00Z</updated></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>Old news</title></channel>
<item rdf:about="https://news.example/bridge"><title>Bridge</title>
<link>https://news.example/bridge</link><dc:date>2024-05-30</dc:date></item></rdf:RDF>"""


def read(text: str, encoding: str = "utf-8", content_type: str = ""):
    return read_feed(text.encode(encoding), url=URL, content_type=content_type, today=TODAY)


def rss(date: str = "Thu, 30 May 2024 23:30:00 -0500", title: str = "Bridge") -> str:
    return RSS.format(encoding="utf-8", title=title, date=date)


def entry(text: str):
    (found,) = read(text).entries
    return found


def test_rss_2_is_read_and_its_day_is_the_local_one():
    found = read(rss())
    (bridge,) = found.entries
    assert (found.title, found.language) == ("The Delta Post", "en")
    assert (bridge.key, bridge.url, bridge.title) == ("b1", "https://news.example/bridge", "Bridge")
    assert bridge.publication.day == datetime.date(2024, 5, 30)
    assert bridge.publication.instant == "2024-05-30T23:30:00-05:00"


def test_atom_is_read_and_published_goes_before_updated():
    bridge = entry(ATOM)
    assert bridge.title == "Bridge & ferry"
    assert bridge.publication.instant == "2024-05-30T23:30:00-05:00"


def test_rss_1_is_read():
    assert read(RDF).title == "Old news"
    assert entry(RDF).publication.day == datetime.date(2024, 5, 30)


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Thu, 30 May 2030 10:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"]
)
def test_a_day_that_cannot_be_is_no_day(date):
    assert entry(rss(date)).publication is None


@pytest.mark.parametrize(
    "date",
    ["30 May 2024", "May 30, 2024, 10:00 am", "Thu, 30 May 2024 25:00:00 GMT", "30.05.2024"],
)
def test_a_day_that_no_standard_writes_like_this_is_read(date):
    assert entry(rss(date)).publication == Publication(datetime.date(2024, 5, 30))


def test_a_day_in_the_words_of_the_feeds_language_is_read():
    russian = rss("Чт, 30 мая 2024 10:00:00 +0300").replace("en-GB", "ru-RU")
    assert entry(russian).publication == Publication(datetime.date(2024, 5, 30))


def test_tomorrow_is_already_there_in_the_east():
    assert entry(rss("Sat, 01 Jun 2024 08:00:00 +1200")).publication is not None


def test_the_encoding_is_the_declared_one():
    text = RSS.format(encoding="windows-1256", title="الجسر", date="")
    (found,) = read(text, "cp1256").entries
    assert found.title == "الجسر"


def test_what_is_declared_wrongly_is_read_as_what_it_is():
    text = RSS.format(encoding="us-ascii", title="Brücke", date="")
    (found,) = read(text, content_type="text/xml; charset=us-ascii").entries
    assert found.title == "Brücke"


def test_an_entry_that_leads_nowhere_is_left_out():
    assert read(rss().replace("/bridge", "javascript:alert(1)")).entries == ()
    assert read(rss().replace("<link>/bridge</link>", "")).entries == ()


def test_a_feed_that_breaks_off_gives_what_came():
    (found,) = read(rss()[:-30]).entries
    assert found.key == "b1"


@pytest.mark.parametrize(
    "text",
    ["<!doctype html><title>News</title><p>It rained.", "https://news.example/feed", "", "{}"],
)
def test_what_is_no_feed_says_so(text):
    with pytest.raises(ReadError, match="it is no feed; accepted are RSS and Atom"):
        read(text)


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE r [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;">]>' + rss(title="&b;")[38:]
    assert "haha" not in str(read(bomb))
