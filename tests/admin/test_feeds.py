"""Feeds on the desk."""

import pytest
from django_tasks_db.models import DBTaskResult

from tests.roles import client_of
from timeline.dates.messages import verbatim
from timeline.models import Feed, FeedEntry

pytestmark = pytest.mark.django_db


def test_a_feed_that_is_entered_is_followed_from_now_on():
    fields = {"url": "https://news.example/rss", "active": "on"}
    page = (
        client_of("Editor").post("/admin/timeline/feed/add/", fields, follow=True).content.decode()
    )
    assert Feed.objects.get().active
    assert DBTaskResult.objects.count() == 1
    assert "come in by themselves, the first within ten minutes" in page


def test_of_a_feed_that_is_only_entered_now_no_entries_are_shown():
    page = client_of("Editor").get("/admin/timeline/feed/add/").content.decode()
    assert "Entries" not in page
    assert "fetched_at" not in page


def test_its_page_shows_what_is_wrong_with_it_and_its_entries():
    feed = Feed.objects.create(url="https://news.example/rss", error=verbatim("it is no <feed>."))
    FeedEntry.objects.create(
        feed=feed,
        sha256="0",
        url="https://news.example/1",
        title="Rain",
        error=verbatim("It is empty."),
    )
    for role in ("Contributor", "Editor"):
        page = client_of(role).get(f"/admin/timeline/feed/{feed.pk}/change/").content.decode()
        assert "it is no &lt;feed&gt;." in page
        assert "It is empty." in page
