"""Feeds are followed: what is new comes in, once, and what is wrong is told."""

import datetime
from functools import partial

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.fetching.site import body, redirect, serve, status
from timeline import tasks
from timeline.fetching.client import fetch
from timeline.fetching.errors import FetchError, Problem
from timeline.models import Article, Event, Feed, FeedEntry, Run
from timeline.services import feeds
from timeline.services.timelines import create_timeline

pytestmark = pytest.mark.django_db

ITEM = """<item><title>Part {n}</title><link>/{n}</link>
<pubDate>Thu, 30 May 2024 10:00:00 GMT</pubDate></item>"""
STORY = "<!doctype html><title>Part {n}</title><article><h1>Part {n}</h1><p>{text}</p></article>"


@pytest.fixture
def site(monkeypatch):
    for served in serve():
        monkeypatch.setattr(feeds, "fetch", partial(fetch, guard=served.guard()))
        monkeypatch.setattr(feeds, "PAUSE", 0)
        served.answers["/robots.txt"] = status(404)
        yield served


@pytest.fixture
def feed(site):
    publish(site, 1)
    return Feed.objects.create(url=site.url("/feed"))


def publish(site, number, **headers):
    """Let the site have a feed of so many articles."""
    items = "".join(ITEM.format(n=n) for n in range(number))
    xml = f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'
    site.answers["/feed"] = body(xml.encode(), "application/rss+xml", **headers)
    for n in range(number):
        text = f"On 20 May 2024 a storm damaged {n} pillars of the bridge in Delta City."
        site.answers[f"/{n}"] = body(STORY.format(n=n, text=text).encode())


def asked(site):
    return [path for _host, path in site.asked if path != "/robots.txt"]


def test_the_article_of_a_new_entry_comes_in_with_what_the_feed_says_of_it(site, feed):
    feeds.follow(feed.pk)
    article = Article.objects.get()
    assert article.published_on == datetime.date(2024, 5, 30)
    assert (article.publisher, article.origin) == ("The Post", "fetched")
    assert article.url == site.url("/0")
    feed.refresh_from_db()
    assert (feed.title, feed.error) == ("The Post", None)
    assert feed.entries.get().article == article


def test_what_was_seen_is_not_fetched_again(site, feed):
    for _ in range(2):
        feeds.follow(feed.pk)
    assert asked(site) == ["/feed", "/0", "/feed"]
    publish(site, 2)
    feeds.follow(feed.pk)
    assert asked(site)[3:] == ["/feed", "/1"]
    assert Article.objects.count() == 2


def test_a_feed_that_has_not_changed_is_not_sent_again(site, feed):
    publish(site, 1, ETag='"one"')
    feeds.follow(feed.pk)
    seen = []

    def not_modified(handler):
        seen.append(handler.headers["If-None-Match"])
        handler.send_response(304)
        handler.end_headers()

    site.answers["/feed"] = not_modified
    feeds.follow(feed.pk)
    feed.refresh_from_db()
    assert (seen, feed.error) == (['"one"'], None)


def test_of_many_new_entries_some_wait_for_the_next_time(site, feed, monkeypatch):
    monkeypatch.setattr(feeds, "MAX_NEW", 2)
    publish(site, 5, ETag='"one"')
    counts = []
    for _ in range(3):
        feeds.follow(feed.pk)
        counts.append(Article.objects.count())
    assert counts == [2, 4, 5]
    feed.refresh_from_db()
    assert feed.etag == '"one"', "only now nothing of this version waits"


def test_an_entry_that_cannot_be_had_is_told_and_let_be_after_some_tries(site, feed):
    site.answers["/0"] = body(b"\x89PNG", "image/png")
    for _ in range(feeds.MAX_TRIES + 2):
        feeds.follow(feed.pk)
    assert asked(site).count("/0") == feeds.MAX_TRIES
    assert "gave “image/png”" in str(FeedEntry.objects.get().error)
    assert not Article.objects.exists()


def test_events_wait_on_the_timeline_of_the_feed(site, feed):
    timeline = create_timeline(title="Bridges")
    Feed.objects.update(timeline=timeline)
    feeds.follow(feed.pk)
    assert timeline.memberships.filter(visible=False).count() == Event.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (redirect("/feed"), "redirects more than 5 times"),
        (body(b"<!doctype html><p>News"), "it is no feed; accepted are RSS and Atom."),
        (body(b"x", "image/png"), "gave “image/png”"),
    ],
)
def test_what_is_wrong_with_a_feed_is_kept_and_told(site, feed, answer, reason):
    site.answers["/feed"] = answer
    with pytest.raises(Problem, match=reason):
        feeds.follow(feed.pk)
    feed.refresh_from_db()
    assert reason in str(feed.error)
    assert feed.fetched_at
    publish(site, 1)
    feeds.follow(feed.pk)
    feed.refresh_from_db()
    assert feed.error is None


def test_a_feed_that_never_ends_is_given_up(site, feed, settings):
    settings.MAX_ARTICLE_BYTES = 100_000

    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rss+xml")
        handler.end_headers()
        while not site.stopped.is_set():
            handler.wfile.write(b"<item>" * 1000)

    site.answers["/feed"] = endless
    with pytest.raises(FetchError, match=r"is larger than 0\.1 MB"):
        feeds.follow(feed.pk)


def test_a_feed_in_a_private_network_is_refused_by_the_real_client(monkeypatch):
    feed = Feed.objects.create(url="http://127.0.0.1/feed")
    with pytest.raises(FetchError, match="is not on the public internet"):
        feeds.follow(feed.pk)


def test_the_command_fetches_those_that_are_due_and_says_what_is_wrong(site, feed, capsys):
    Feed.objects.create(url=site.url("/0"), title="No feed")
    Feed.objects.create(url=site.url("/resting"), active=False)
    with pytest.raises(SystemExit) as ended:
        call_command("follow")
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "1 of 2 feeds fetched." in told.out
    assert "No feed: it is no feed" in told.err
    call_command("follow")
    assert "0 of 0 feeds fetched." in capsys.readouterr().out
    Feed.objects.filter(title="No feed").delete()
    call_command("follow", "--all")
    assert "1 of 1 feeds fetched." in capsys.readouterr().out


def test_a_schedule_goes_on_by_itself_and_is_there_once(site, feed):
    for _ in range(2):
        tasks.keep_following()
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)
    tasks.follow_feeds.call()
    assert Article.objects.count() == 1
    planned = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert planned.run_after > timezone.now()
    tasks.follow_feeds.call()
    assert asked(site) == ["/feed", "/0"], "it is not due again"
    assert Run.objects.count() == 1


def test_where_no_feed_is_followed_nothing_is_scheduled():
    tasks.keep_following()
    assert not DBTaskResult.objects.exists()


def test_an_entry_that_was_changed_is_fetched_again_as_a_version(site, feed):
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>1</id>
<title>Part 0</title><link href="/0"/><published>2024-05-30T10:00:00Z</published>
<updated>2024-05-{day}T10:00:00Z</updated></entry></feed>"""
    for day in (30, 30, 31):
        site.answers["/feed"] = body(atom.format(day=day).encode(), "application/atom+xml")
        text = f"On 20 May 2024 a storm damaged {day} pillars of the bridge in Delta City."
        site.answers["/0"] = body(STORY.format(n=0, text=text).encode())
        feeds.follow(feed.pk)
    first, second = Article.objects.order_by("pk")
    assert second.earlier == first
    assert asked(site).count("/0") == 2
    assert feed.entries.get().article == second


def test_an_article_that_programs_may_not_read_is_left_and_told(site, feed):
    publish(site, 3)
    site.answers["/robots.txt"] = body(b"User-agent: *\nDisallow: /1", "text/plain")
    feeds.follow(feed.pk)
    assert asked(site) == ["/feed", "/0", "/2"]
    assert site.asked.count((f"news.example:{site.port}", "/robots.txt")) == 1
    (told,) = feed.entries.filter(article=None)
    assert str(told.error) == "news.example does not let programs read this page (robots.txt)."
