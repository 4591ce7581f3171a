"""The Atom feed, held to its standard (RFC 4287) by the validating parser that Ruby brings."""

import functools
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.web import telling
from timeline.management import sample
from timeline.models import Event, Timeline
from timeline.services.events import update_event
from timeline.services.timelines import create_timeline, publish_events
from timeline.web.feeds import ENTRIES

VALIDATOR = Path(__file__).with_name("validate_feed.rb")


@functools.cache
def _ruby() -> str | None:
    """The Ruby of this machine, if its library of feeds is with it."""
    ruby = shutil.which("ruby")
    known = ruby and subprocess.run([ruby, "-e", 'require "rss"'], capture_output=True)
    return ruby if known and known.returncode == 0 else None


@pytest.fixture
def validated() -> Callable[[bytes], str]:
    """What Ruby says of a feed: the number of its entries, or why it is none."""
    ruby = _ruby()
    if not ruby:
        pytest.skip("feeds are not validated: that needs Ruby (Debian: `apt-get install ruby`)")

    def validate(feed: bytes) -> str:
        said = subprocess.run([ruby, str(VALIDATOR)], input=feed, capture_output=True)
        return (said.stdout or said.stderr).decode().strip()

    return validate


def _feed(client: Client, timeline: Timeline) -> bytes:
    return client.get(reverse("feed", args=[timeline.slug])).content


@pytest.fixture
def corrected(harbour: Timeline, opening: Event) -> Timeline:
    """A timeline with new events and one whose correction readers are told."""
    update_event(
        event=opening, user=None, correction="It opened at noon, <not> at ten & not at night."
    )
    return harbour


def _in_arabic() -> Timeline:
    told = telling.article(telling.ARABIC, "ar", title="المرفأ يُفتح", publisher="صحيفة المساء")
    passage = telling.Passage(told, "أُعيد فتح المرفأ في 20 مايو", "في 20 مايو")
    opened = telling.event("افتتاح المرفأ “من جديد” & بحضور مديرته", "2024-05-20", passage)
    planned = telling.event("يُحفر حوض ثان", "2031", category="society")
    timeline = create_timeline(title="المرفأ وحرّاسه", introduction="حكاية مرفأ.", language="ar")
    publish_events(events=[opened, planned], timeline=timeline, user=None)
    update_event(event=opened, user=None, correction="كان الافتتاح ظهرا.")
    return timeline


def test_a_feed_with_new_and_corrected_events_is_valid(client, corrected, validated):
    feed = _feed(client, corrected)
    assert "Correction: It opened at noon" in feed.decode()
    assert validated(feed) == "4"


def test_a_feed_in_arabic_is_valid(client, db, validated):
    feed = _feed(client, _in_arabic())
    assert "كان الافتتاح ظهرا" in feed.decode()
    assert validated(feed) == "2"


def test_a_feed_without_any_event_is_valid(client, harbour, validated):
    address = f"{reverse('feed', args=[harbour.slug])}?since=3000"
    assert validated(client.get(address).content) == "0"


def test_the_feed_of_the_sample_is_valid(client, db, validated):
    published = sample.publish()
    told = published.memberships.filter(visible=True).count()
    assert validated(_feed(client, published)) == str(min(told, ENTRIES))


@pytest.mark.parametrize("said", ["\x01 a\x0b", "a\ufffeb", "]]>", "&nbsp;", "\U0001f6a2"])
def test_whatever_is_told_the_feed_stays_valid(client, harbour, validated, said):
    Timeline.objects.filter(pk=harbour.pk).update(title=said, introduction=said)
    Event.objects.filter(date="2031").update(title=said, summary=said, correction=said)
    assert validated(_feed(client, harbour)) == "4"


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ("id", "MissingTagError: tag <id> is missing"),
        ("updated", "MissingTagError: tag <updated> is missing"),
        ("title", "MissingTagError: tag <title> is missing"),
        ("author", "MissingTagError: tag <author> is missing"),
    ],
)
def test_a_feed_that_lacks_what_it_must_have_is_refused(client, corrected, validated, lost, said):
    feed = re.sub(rf"<{lost}>.*?</{lost}>", "", _feed(client, corrected).decode(), flags=re.DOTALL)
    assert said in validated(feed.encode())


@pytest.mark.parametrize(
    ("put", "instead"),
    [
        ("<updated>", "<updated>Tuesday</updated><updated>"),
        ("<entry>", "<entry><pubDate>2024-05-30</pubDate>"),
        ("</feed>", ""),
    ],
)
def test_a_feed_with_what_it_may_not_have_is_refused(client, corrected, validated, put, instead):
    feed = _feed(client, corrected).decode().replace(put, instead, 1)
    assert validated(feed.encode()).startswith("RSS::")
