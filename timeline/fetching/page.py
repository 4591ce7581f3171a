"""One web page to one article, by trafilatura, which here only parses and never fetches."""

from datetime import date
from typing import Any

import trafilatura
from trafilatura.settings import Document as Extracted

from timeline.dates.messages import message as _
from timeline.fetching import metadata
from timeline.fetching.document import Document
from timeline.fetching.encoding import decode, html_charset
from timeline.fetching.errors import ReadError
from timeline.fetching.publication import read_iso
from timeline.text import normalise

# What we do not take from trafilatura (see `metadata`) it should at least find fast.
_NO_GUESSING = {"original_date": True, "extensive_search": False}


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
        tree = _tree(html)
        found = _article(tree, url)
    except ReadError:
        raise
    except Exception as error:
        # A stranger's markup in a third party's parser: whatever breaks must not stop the rest.
        raise ReadError(_("its HTML could not be parsed.")) from error
    publication = metadata.published(tree, url)
    return Document(
        title=normalise(found.title or ""),
        text=_paragraphs(found.text or ""),
        published_on=publication.day if publication else None,
        published=publication.instant if publication else "",
        doubtful_on=None if publication else _guessed(found.date),
        author=normalise(found.author or ""),
        publisher=normalise(found.sitename or ""),
        language=metadata.language(tree),
        url=metadata.address(tree, url),
    )


def _tree(html: str) -> Any:
    tree = trafilatura.load_html(html)
    # A bare fragment is refused as no HTML unless something is around it.
    return trafilatura.load_html(f"<html><body>{html}</body></html>") if tree is None else tree


def _article(tree: Any, url: str) -> Extracted:
    found = trafilatura.bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_NO_GUESSING,
    )
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        raise ReadError(_("no article text was found in this page; paste the text instead."))
    return found


def _guessed(written: str | None) -> date | None:
    """The day that trafilatura takes from what a page shows, a footer perhaps."""
    guess = read_iso(written or "")
    return guess.day if guess else None


def _paragraphs(text: str) -> str:
    """trafilatura ends a block by one line feed; here a blank line stands between paragraphs."""
    return normalise("\n\n".join(line for line in text.split("\n") if line.strip()))
