"""What a page says of itself in markup: when it was published, in which language, where it lives.

trafilatura reads dates too, but drops the time and its offset, and where it finds none it guesses
from footers and copyright years. A wrong publication date moves every "today" of an article, so
only what the page declares is taken; otherwise a person gives the date.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from timeline.fetching.fields import primary_language, same_host, web_address
from timeline.fetching.printed_days import read_words
from timeline.fetching.publication import Publication, most_local, read_page_date

# Names and properties of meta elements that mean first publication: Open Graph, Dublin Core,
# Highwire, Parse.ly, Sailthru and what content management systems commonly write.
_PUBLISHED_META = frozenset(
    (
        *("article:published_time", "og:article:published_time", "og:published_time"),
        *("article.published", "datepublished", "date.issued", "dc.date", "dc.date.issued"),
        *("dc.date.created", "dcterms.issued", "dcterms.date", "dcterms.created"),
        *("citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date"),
        *("pubdate", "publishdate", "publish-date", "publish_date", "publication_date"),
        *("publication-date", "date"),
    )
)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Reportage)$", re.I)
_PUBLISHED_CLASS = re.compile(r"\b(?:entry-date|published|publish|post-date|pubdate)\b", re.I)
# Where the date of an element stands, if not in its words.
_MACHINE_READABLE = ("datetime", "content", "title")
_URL_DAY = re.compile(r"/(\d{4})[/-](\d\d)[/-](\d\d)(?:/|$)")


def published(tree: Any, url: str) -> Publication | None:
    """The publication that an lxml tree declares: JSON-LD (schema.org), then meta elements, then
    elements marked as such, then the day in the address; None if nowhere."""
    written = [*_json_ld_dates(tree), *_meta_dates(tree), *_marked_dates(tree)]
    tag = language(tree)
    found = [date for date in (_read(words, tag) for words in written) if date]
    return most_local(found) or _day_in(url)


def language(tree: Any) -> str:
    """The primary subtag of the language that a page declares, or ""."""
    tags = tree.xpath("//html/@lang | //html/@*[name()='xml:lang']")
    tags += tree.xpath("//meta[@property='og:locale']/@content")
    return next(filter(None, map(primary_language, tags)), "")


def address(tree: Any, url: str) -> str:
    """The canonical address if it is on the host that the page came from (or it came from a
    file), else the address it came from."""
    for link in tree.xpath("//link[@rel='canonical']/@href"):
        canonical = web_address(link, url)
        if canonical and (not url or same_host(canonical, url)):
            return canonical
    return url


def _read(written: str, tag: str) -> Publication | None:
    """Some programs write for people what is meant for programs: "May 11, 2018"."""
    if found := read_page_date(written):
        return found
    day = read_words(written, tag)
    return Publication(day) if day else None


def _json_ld_dates(tree: Any) -> Iterator[str]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _top_items(data):
            written = item.get("datePublished")
            if isinstance(written, str) and _is_article(item):
                yield written


def _top_items(data: object) -> Iterator[dict[str, Any]]:
    """The things a JSON-LD script is about: not those it only mentions, such as related pages."""
    todo = [data]
    while todo:
        item = todo.pop(0)
        if isinstance(item, list):
            todo = item + todo
        elif isinstance(item, dict):
            yield item
            todo += [item.get("@graph"), item.get("mainEntity")]


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names)


def _meta_dates(tree: Any) -> Iterator[str]:
    for meta in tree.xpath("//meta[@content]"):
        names = (meta.get(key, "").strip().lower() for key in ("property", "name", "itemprop"))
        if any(name in _PUBLISHED_META for name in names):
            yield meta.get("content")


def _marked_dates(tree: Any) -> Iterator[str]:
    """Of time elements, of microdata (schema.org) on any element, and of microformats (abbr)."""
    for element in tree.xpath("//time | //abbr | //*[@itemprop]"):
        marked = "datePublished" in element.get("itemprop", "").split()
        if element.tag in ("time", "abbr"):
            marked |= element.get("pubdate") is not None
            marked |= bool(_PUBLISHED_CLASS.search(element.get("class", "")))
        if marked:
            yield next(filter(None, map(element.get, _MACHINE_READABLE)), element.text or "")


def _day_in(url: str) -> Publication | None:
    match = _URL_DAY.search(url)
    return read_page_date("".join(match.groups())) if match else None
