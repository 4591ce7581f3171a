"""One web page to one article, by trafilatura, which here only parses and never fetches."""

from collections.abc import Collection
from datetime import date
from typing import Any

import trafilatura
from trafilatura.settings import Document as Extracted

from timeline.dates.messages import message as _
from timeline.fetching import metadata
from timeline.fetching.byline import as_printed, notes, printed
from timeline.fetching.document import Document
from timeline.fetching.encoding import decode, html_charset
from timeline.fetching.errors import ReadError
from timeline.fetching.publication import Publication, read_iso
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
    language = metadata.language(tree)
    publication, doubtful = _published(tree, url, language, found.date)
    return Document(
        title=normalise(found.title or ""),
        text=_paragraphs(found.text or "", notes(tree, language)),
        published_on=publication.day if publication else None,
        published=publication.instant if publication else "",
        doubtful_on=doubtful,
        author=normalise(found.author or ""),
        publisher=normalise(found.sitename or ""),
        language=language,
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


def _published(
    tree: Any, url: str, language: str, guessed: str | None
) -> tuple[Publication | None, date | None]:
    """The publication, or a day that a person has to confirm: one beside the headline without a
    name, or what trafilatura takes from what the page shows, a footer perhaps."""
    beside = printed(tree, language)
    publication = as_printed(metadata.published(tree, url), beside)
    if publication:
        return publication, None
    guess = beside or read_iso(guessed or "")
    return None, guess.day if guess else None


def _paragraphs(text: str, notes: Collection[str]) -> str:
    """trafilatura ends a block by one line feed; here a blank line stands between paragraphs.
    The notes of the page above the story are left out, unless they are all there is."""
    lines = [line for line in text.split("\n") if line.strip()]
    story = [line for line in lines if " ".join(line.split()) not in notes]
    return normalise("\n\n".join(story or lines))
