"""What commands are told to read: files, web addresses and standard input, each of any number of
articles."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from timeline.dates.messages import message as _
from timeline.fetching.client import fetch
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import MAX_FILE_BYTES, read_documents, read_fetched
from timeline.fetching.errors import FetchError, ReadError

STDIN = "-"
_STDIN_NAME = "standard input"
# On the command line alone, which speaks English.
_LEFT_OUT = (
    "nothing of it is stored: mend what is named above, or store the rest (%(number)d) with "
    "--skip-broken."
)
_REASONS = {
    FileNotFoundError: _("there is no such file."),
    IsADirectoryError: _("it is a folder; name the files in it."),
    PermissionError: _("you may not read it."),
}


class Record(NamedTuple):
    """A document or what is wrong with it, and the name of where it came from."""

    source: str
    content: Document | Unreadable
    fetched: bool


def records(sources: Iterable[str]) -> Iterator[Record]:
    """Every record of every source, in order. A source that cannot be read is one record."""
    for source in sources:
        name = _STDIN_NAME if source == STDIN else source
        for content in _contents(source, name):
            yield Record(name, content, is_address(source))


def whole(found: Iterable[Record]) -> Iterator[Record]:
    """Without the good records of a source in which another one cannot be read; that they are left
    out is one record more."""
    for source, some in groupby(found, attrgetter("source")):
        every = list(some)
        broken = [record for record in every if isinstance(record.content, Unreadable)]
        yield from broken or every
        if broken and (good := len(every) - len(broken)):
            left_out = Unreadable(source, ReadError(_LEFT_OUT, number=good))
            yield Record(source, left_out, is_address(source))


def is_address(source: str) -> bool:
    """Whether a source is fetched; whatever its scheme, the guarded client decides."""
    return "://" in source


def printable(text: str) -> str:
    """The text on one line, without what could command a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _contents(source: str, name: str) -> Iterator[Document | Unreadable]:
    limit = settings.MAX_ARTICLE_BYTES
    try:
        if is_address(source):
            page = fetch(source, max_bytes=limit, timeout=settings.FETCH_SECONDS)
            yield from read_fetched(page, max_bytes=limit)
        else:
            yield from read_documents(name, _bytes(source), max_bytes=limit)
    except FetchError as error:
        yield Unreadable(name, ReadError(error.message, **error.values))
    except OSError as error:
        reason = _REASONS.get(type(error), _("it cannot be read: %(reason)s."))
        yield Unreadable(name, ReadError(reason, reason=error.strerror or str(error)))


def _bytes(source: str) -> bytes:
    """One byte more than is allowed tells a file that is too large from one that is not."""
    if source == STDIN:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    with Path(source).open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)
