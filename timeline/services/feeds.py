"""Feeds: fetched when they are due, and the articles of their new entries brought in."""

import datetime
import time
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from timeline.fetching.client import UNKNOWN, Page, Version, fetch
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import read_fetched
from timeline.fetching.errors import Problem
from timeline.fetching.feed import FEED_TYPES, Entry, FeedRead, read_feed
from timeline.fetching.robots import Robots
from timeline.models import Article, Feed, FeedEntry
from timeline.models.article import URL_LENGTH
from timeline.services import ingest
from timeline.text import digest

# As often as most servers that name an interval ask for.
EVERY = datetime.timedelta(hours=1)
# New entries of one feed in one run; the others wait for the next one. With all of them slow it is
# still done before its run is taken for dead.
MAX_NEW = 20
# An article that cannot be had so often is let be.
MAX_TRIES = 3
# Seconds between two requests to a feed's articles, so that no server is pressed.
PAUSE = 1.0


def due() -> QuerySet[Feed]:
    """The feeds that were not fetched for a while, the longest first."""
    before = timezone.now() - EVERY
    late = Q(fetched_at=None) | Q(fetched_at__lte=before)
    return Feed.objects.filter(late, active=True).order_by("fetched_at", "id")


def follow(pk: int) -> None:
    """Fetch a feed and bring in the articles of its new entries. What is wrong with the feed itself
    is kept with it and raised; what is wrong with an entry is kept there."""
    feed = Feed.objects.select_related("timeline").get(pk=pk)
    feed.fetched_at = timezone.now()
    try:
        page = _fetched(feed)
        found = None if page.unchanged else _read(page)
    except Problem as problem:
        feed.error = problem
        feed.save(update_fields=["fetched_at", "error"])
        raise
    feed.title = feed.title or (found.title[:300] if found else "")
    waiting = _bring_in(feed, found)
    if found:
        # While entries wait, the feed must come whole again.
        version = UNKNOWN if waiting else page.version
        feed.etag, feed.modified = version.etag[:300], version.modified[:100]
    feed.error = None
    feed.save(update_fields=["fetched_at", "error", "title", "etag", "modified"])


def _fetched(feed: Feed) -> Page:
    return fetch(
        feed.url,
        max_bytes=settings.MAX_ARTICLE_BYTES,
        timeout=settings.FETCH_SECONDS,
        accept=FEED_TYPES,
        known=Version(feed.etag, feed.modified),
    )


def _read(page: Page) -> FeedRead:
    today = timezone.localdate()
    return read_feed(page.body, url=page.final_url, content_type=page.declared, today=today)


def _bring_in(feed: Feed, found: FeedRead | None) -> bool:
    """Bring in what is new, in the order of the feed; whether something is left for later."""
    if found is None:
        return False
    new = _new(feed, found.entries)
    # Publishers offer feeds to programs; of the articles in them they may think otherwise.
    robots = Robots(fetch, timeout=settings.FETCH_SECONDS)
    for number, entry in enumerate(new[:MAX_NEW]):
        if number:
            time.sleep(PAUSE)
        _take(feed, entry, found.language, robots)
    unsettled = feed.entries.filter(article=None, tries__gt=0, tries__lt=MAX_TRIES)
    return len(new) > MAX_NEW or unsettled.exists()


def _new(feed: Feed, entries: Iterable[Entry]) -> list[Entry]:
    """What was not seen, was changed since, or could not be had and is worth another try."""
    settled = feed.entries.exclude(article=None, tries__lt=MAX_TRIES)
    known = set(settled.values_list("sha256", "changed"))
    by_key = {digest(entry.key): entry for entry in entries if len(entry.url) <= URL_LENGTH}
    return [entry for key, entry in by_key.items() if (key, entry.changed) not in known]


def _take(feed: Feed, entry: Entry, language: str, robots: Robots) -> None:
    """Fetch and store the article of an entry, or write down why there is none."""
    seen, _is_new = FeedEntry.objects.get_or_create(
        feed=feed, sha256=digest(entry.key), defaults={"url": entry.url, "title": entry.title}
    )
    if seen.changed != entry.changed:
        seen.changed, seen.tries, seen.article = entry.changed, 0, None
    seen.tries += 1
    try:
        robots.demand(entry.url)
        seen.article, seen.error = _article(feed, entry, language), None
    except Problem as problem:
        seen.error = problem
    seen.save()


def _article(feed: Feed, entry: Entry, language: str) -> Article | None:
    page = fetch(entry.url, max_bytes=settings.MAX_ARTICLE_BYTES, timeout=settings.FETCH_SECONDS)
    found = next(iter(read_fetched(page, max_bytes=settings.MAX_ARTICLE_BYTES)))
    if isinstance(found, Unreadable):
        raise found.error
    outcome = ingest.ingest_document(
        document=_described(found, entry, feed),
        defaults=ingest.Defaults(language=language),
        origin=Article.Origin.FETCHED,
        timeline=feed.timeline,
    )
    if outcome.error:
        raise outcome.error
    return outcome.article


def _described(document: Document, entry: Entry, feed: Feed) -> Document:
    """What the page does not say of itself, its feed does; a publisher that is only the name of the
    host was made up."""
    publication = entry.publication
    named = document.publisher.lower().removeprefix("www.") not in ("", _host(document.url))
    return replace(
        document,
        title=document.title or entry.title,
        publisher=document.publisher if named else feed.title,
        published_on=document.published_on or (publication.day if publication else None),
        published=document.published
        if document.published_on or not publication
        else publication.instant,
    )


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower().removeprefix("www.")
