"""Reading of what comes from files and standard input: text, HTML, PDF, DOCX, JSON and JSON Lines.

The kind is chosen by content first and by name where the content leaves it open, because names
lie and standard input has none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching import records
from timeline.fetching.client import Page
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.docx import read_docx
from timeline.fetching.encoding import as_utf8, decode, marked
from timeline.fetching.errors import IS_TABLE, ReadError
from timeline.fetching.page import read_page
from timeline.fetching.pdf import read_pdf
from timeline.text import normalise

# Bytes of one article: a long book is some 2 MB of text.
MAX_ARTICLE_BYTES = 5_000_000
# Bytes of a PDF or DOCX: most of them are pictures and fonts, which are not read.
MAX_PRINTED_BYTES = 50_000_000
# Bytes of one file of many articles: it is held in memory while it is read.
MAX_FILE_BYTES = 200_000_000
# A longer first line is a paragraph; headlines end well before it.
MAX_TITLE = 200

_HTML_NAMES = {".html", ".htm", ".xhtml"}
_TABLE_NAMES = {".csv", ".tsv"}
_TEXT_NAMES = {".txt", ".text", ".md"}
# What may stand before <html>: an XML declaration and comments (possessive: no backtracking).
_HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html)\b", re.I | re.S
)
_TAG_START = re.compile(rb"\s*<(?:head|meta|title|body|main|article|section|div|h1|p)\b", re.I)
_ZIP_START = b"PK\x03\x04"
# Servers and mail programs leave bytes before it, which viewers of PDF pass over (ISO 32000-1,
# Annex H, 3.4.1): up to 1,024. A line of its own, since a text may speak of the sign.
_PDF_START = re.compile(rb"(?:.{0,1022}[\r\n])?%PDF-", re.S)
# First bytes of old Word files, and of new ones that are locked.
_OLD_WORD_START = b"\xd0\xcf\x11\xe0"
# First bytes of what is no text: RTF, gzip, images.
_BINARY_STARTS = (b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
# Control characters that texts do not use: C0 but backspace to carriage return and escape.
_CONTROLS = bytes({*range(32)} - {*range(8, 14), 27})
# One stray control character in so many bytes is a slip; random bytes have one in ten.
_STRAY = 50
# As much as git looks at to tell a binary file.
_SAMPLE = 8000


class Served(NamedTuple):
    """Where something was fetched from, and the media type and the charset that the web server
    declared; each empty where there is none, as of a file."""

    url: str = ""
    content_type: str = ""
    encoding: str = ""


FILE = Served()


def read_documents(
    name: str, data: bytes, *, served: Served = FILE, max_bytes: int = MAX_ARTICLE_BYTES
) -> Iterator[Document | Unreadable]:
    """Everything a file holds, in its order; what cannot be read is said in its place.

    Args:
        name: what to call it in messages; its suffix helps to tell the kind.
        data: at most MAX_FILE_BYTES bytes.
        served: what is known of something fetched.
        max_bytes: of one article.
    """
    try:
        _check(data)
        if _is_printed(data):
            yield _read_printed(data, served.url, max_bytes)
        elif records.look_like_records(name, data):
            yield from records.read_records(name, data, url=served.url, max_bytes=max_bytes)
        elif len(data) > max_bytes:
            raise ReadError(_("it is larger than %(limit)s MB."), limit=megabytes(max_bytes))
        elif "html" in served.content_type or _is_html(name, data):
            yield read_page(data, served.url, encoding=served.encoding)
        elif PurePath(name).suffix.lower() in _TABLE_NAMES:
            raise ReadError(IS_TABLE)
        else:
            yield _read_text(data, served.url, served.encoding)
    except ReadError as error:
        yield Unreadable(name, error)


def read_fetched(
    page: Page, *, max_bytes: int = MAX_ARTICLE_BYTES
) -> Iterator[Document | Unreadable]:
    """Everything that a fetched page holds."""
    served = Served(page.final_url, page.content_type, page.encoding)
    return read_documents(page.final_url, page.body, served=served, max_bytes=max_bytes)


def _check(data: bytes) -> None:
    if len(data) > MAX_FILE_BYTES:
        raise ReadError(
            _("it is larger than %(limit)s MB; split it into several files."),
            limit=megabytes(MAX_FILE_BYTES),
        )
    encoding, rest = marked(data)
    if not rest.strip(b"\0 \t\r\n\f\v"):
        raise ReadError(_("it is empty."))
    if data.startswith(_OLD_WORD_START):
        raise ReadError(
            _("it is an old Word file, or one locked by a password; save it as DOCX without one.")
        )
    if _is_printed(data):
        return
    if data.startswith(_BINARY_STARTS) or (not encoding and _has_controls(data)):
        raise ReadError(
            _("it is a binary file; accepted are plain text, HTML, PDF, DOCX, JSON and JSON Lines.")
        )


def _is_printed(data: bytes) -> bool:
    return data.startswith(_ZIP_START) or _PDF_START.match(data) is not None


def _read_printed(data: bytes, url: str, max_bytes: int) -> Document:
    """A PDF or DOCX."""
    if len(data) > MAX_PRINTED_BYTES:
        raise ReadError(_("it is larger than %(limit)s MB."), limit=megabytes(MAX_PRINTED_BYTES))
    is_docx = data.startswith(_ZIP_START)
    document = read_docx(data, max_bytes=max_bytes) if is_docx else read_pdf(data)
    if len(document.text.encode()) > max_bytes:
        raise ReadError(_("its text is larger than %(limit)s MB."), limit=megabytes(max_bytes))
    return replace(document, title=document.title[:MAX_TITLE] or _title(document.text), url=url)


def _has_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    strays = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or strays * _STRAY > len(sample)


def _is_html(name: str, data: bytes) -> bool:
    suffix = PurePath(name).suffix.lower()
    start = as_utf8(data)[:_SAMPLE]
    if suffix in _HTML_NAMES or _HTML_START.match(start):
        return True
    return suffix not in _TEXT_NAMES and bool(_TAG_START.match(start))


def _read_text(data: bytes, url: str, encoding: str) -> Document:
    text = normalise(decode(data, encoding))
    return Document(title=_title(text), text=text, url=url)


def _title(text: str) -> str:
    """The first line, if it stands alone like a headline; else ""."""
    first, _end, rest = text.lstrip("\n").partition("\n")
    alone = rest.split("\n", 1)[0].strip() == "" and bool(rest.strip())
    return first.strip() if alone and len(first.strip()) <= MAX_TITLE else ""
