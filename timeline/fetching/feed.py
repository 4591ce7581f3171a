"""RSS 2.0, RSS 1.0 and Atom, by feedparser, which here only parses and never fetches."""

import html
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import feedparser

from timeline.dates.messages import message as _
from timeline.fetching.errors import ReadError
from timeline.fetching.fields import primary_language, web_address
from timeline.fetching.printed_days import read_words
from timeline.fetching.publication import Publication, read_page_date
from timeline.text import normalise

# Entries that are looked at; feeds name some tens.
MAX_ENTRIES = 500
# What feeds are served as; many servers call them just text or a page.
FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "text/html",
    "text/plain",
)
_LONGEST, _STAMP = 500, 100
_TAG = re.compile(r"<[^<>]*+>")


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is what the feed calls it, `url` where its article is, `changed` when it was changed as
    the feed writes it, or "". `publication` is None where the
    feed gives no day or one that cannot be."""

    key: str
    url: str
    title: str
    publication: Publication | None
    changed: str = ""


@dataclass(frozen=True, slots=True)
class FeedRead:
    """`language` is the primary subtag (BCP 47), or "". Entries are in the order of the feed."""

    title: str
    language: str
    entries: tuple[Entry, ...]


def read_feed(data: bytes, *, url: str, content_type: str = "", today: date) -> FeedRead:
    """Read a feed. A day after tomorrow is no day of publication, wherever on earth it is.

    Raises:
        ReadError: it is no feed.
    """
    # A stream: text that looks like an address would be fetched.
    headers = {"content-location": url, "content-type": content_type}
    try:
        found = feedparser.parse(io.BytesIO(data), response_headers=headers)
    except Exception as error:
        # A stranger's markup in a third party's parser: whatever breaks must not stop the rest.
        raise ReadError(_("it could not be read as a feed.")) from error
    if not found.get("version"):
        raise ReadError(_("it is no feed; accepted are RSS and Atom."))
    language = primary_language(str(found.feed.get("language") or ""))
    entries = (_entry(entry, url, language, today) for entry in found.entries[:MAX_ENTRIES])
    return FeedRead(
        title=_words(found.feed.get("title")),
        language=language,
        entries=tuple(entry for entry in entries if entry),
    )


def _entry(entry: Any, base: str, language: str, today: date) -> Entry | None:
    url = web_address(str(entry.get("link") or ""), base) if entry.get("link") else ""
    if not url:
        return None
    # Asked for like this, feedparser does not give the one for the other.
    published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
    return Entry(
        key=str(entry.get("id") or url),
        url=url,
        title=_title(entry),
        publication=_day(str(published or updated or ""), language, today),
        changed=_words(updated)[:_STAMP],
    )


def _title(entry: Any) -> str:
    written = str(entry.get("title") or "")
    if entry.get("title_detail", {}).get("type") != "text/plain":
        written = html.unescape(_TAG.sub("", written))
    return _words(written)


def _day(written: str, language: str, today: date) -> Publication | None:
    found = read_page_date(written) or _in_words(written, language)
    # 1970-01-01 is what programs write where they know no day.
    wrong = found and (found.day > today + timedelta(days=1) or found.day == date(1970, 1, 1))
    return None if wrong else found


def _in_words(written: str, language: str) -> Publication | None:
    """As no standard has it: "21 May 2024", or a day with an hour that no clock has."""
    day = read_words(written, language)
    return Publication(day) if day else None


def _words(written: object) -> str:
    return " ".join(normalise(str(written or "")).split())[:_LONGEST]
