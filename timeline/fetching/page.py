"""One web page to one article, by trafilatura, which here only parses and never fetches."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

import trafilatura
from trafilatura.settings import Document as Extracted

from timeline.dates.messages import message as _
from timeline.fetching import metadata
from timeline.fetching.bounds import demand_few_elements, narrow_spans, without_crowded_tags
from timeline.fetching.byline import as_printed, named_elsewhere, notes, opening_day, printed
from timeline.fetching.document import Document
from timeline.fetching.encoding import decode, html_charset
from timeline.fetching.errors import ReadError
from timeline.fetching.preparing import hide_joiners, open_layout_tables
from timeline.fetching.publication import Publication, read_iso
from timeline.text import normalise

# What we do not take from trafilatura (see `metadata`) it should at least find fast.
_NO_GUESSING = {"original_date": True, "extensive_search": False}
# Lines that may stand before the headline; it is the title already, and no part of the text.
_BEFORE_TITLE = 3
# Characters of a line that says whose a page is, and how it begins.
_RIGHTS, _RIGHTS_START = 120, re.compile(r"©|\(c\) |copyright\b", re.I)


def read_page(html: bytes | str, url: str = "", *, encoding: str = "") -> Document:
    """Read the article of a web page.

    Args:
        html: the page; bytes are decoded by their mark, as UTF-8, or as declared.
        url: where it came from, "" for a file.
        encoding: the charset that the web server declared, or "".

    Raises:
        ReadError: it is no HTML or holds no article text.
    """
    if isinstance(html, bytes):
        html = decode(html, encoding or html_charset(html))
    try:
        tree = _tree(without_crowded_tags(html))
        demand_few_elements(tree)
        page = _page_data(tree, url)
        found = _article(tree, url)
    except ReadError:
        raise
    except Exception as error:
        # A stranger's markup in a third party's parser: whatever breaks must not stop the rest.
        raise ReadError(_("its HTML could not be parsed.")) from error
    return _document(page, found)


class _PageData(NamedTuple):
    """What a page says of itself; `notes` are lines that are none of its story."""

    language: str
    address: str
    publication: Publication | None
    doubtful: date | None
    notes: Collection[str]


class _Found(NamedTuple):
    """What trafilatura finds; `guess` is a day from anywhere on the page, a footer perhaps."""

    title: str
    text: str
    author: str
    publisher: str
    guess: date | None


def _tree(html: str) -> Any:
    tree = trafilatura.load_html(html)
    # A bare fragment is refused as no HTML unless something is around it.
    return trafilatura.load_html(f"<html><body>{html}</body></html>") if tree is None else tree


def _page_data(tree: Any, url: str) -> _PageData:
    language = metadata.language(tree)
    beside = printed(tree, language)
    return _PageData(
        language=language,
        address=metadata.address(tree, url),
        publication=as_printed(metadata.published(tree, url), beside),
        doubtful=beside.day if beside else named_elsewhere(tree, language),
        notes=notes(tree, language),
    )


def _article(tree: Any, url: str) -> _Found:
    """Changes the tree."""
    narrow_spans(tree)
    open_layout_tables(tree)
    restored = hide_joiners(tree)
    found = trafilatura.bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_NO_GUESSING,
    )
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        raise ReadError(_("no article text was found in this page; paste the text instead."))
    words = (found.title, found.text, found.author, found.sitename)
    title, text, author, publisher = (normalise(restored(some or "")) for some in words)
    guess = read_iso(found.date or "")
    return _Found(title, text, author, publisher, guess.day if guess else None)


def _document(page: _PageData, found: _Found) -> Document:
    publication = page.publication
    return Document(
        title=found.title,
        text=_paragraphs(found, page.notes),
        published_on=publication.day if publication else None,
        published=publication.instant if publication else "",
        doubtful_on=None if publication else _doubtful(page, found),
        author=found.author,
        publisher=found.publisher,
        language=page.language,
        url=page.address,
    )


def _doubtful(page: _PageData, found: _Found) -> date | None:
    """A day that a person has to confirm: one beside the headline without a name or named below the
    story, that of its dateline, or a guess."""
    return page.doubtful or opening_day(found.text, page.language) or found.guess


def _paragraphs(found: _Found, notes: Collection[str]) -> str:
    """trafilatura ends a block by one line feed; here a blank line stands between paragraphs. What
    the page tells beside its story is left out, unless it is all there is."""
    lines = [line for line in found.text.split("\n") if line.strip()]
    story = [line for line in lines if not _is_aside(line, notes)]
    titled = [" ".join(line.split()) == found.title for line in story[:_BEFORE_TITLE]]
    if True in titled:
        del story[titled.index(True)]
    return "\n\n".join(story or lines)


def _is_aside(line: str, notes: Collection[str]) -> bool:
    words = " ".join(line.split()).removeprefix("- ")
    return words in notes or bool(len(words) <= _RIGHTS and _RIGHTS_START.match(words))
