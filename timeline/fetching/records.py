"""JSON: one article, a list of them, or one a line (JSON Lines)."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching.document import Document, RecordId, Unreadable
from timeline.fetching.encoding import as_utf8
from timeline.fetching.errors import ReadError
from timeline.fetching.fields import primary_language, web_address
from timeline.fetching.publication import Publication, read_iso
from timeline.text import normalise

_LINES_NAMES = {".jsonl", ".ndjson"}
_JSON_NAMES = {".json", *_LINES_NAMES}
# An object or a list, not a sentence that begins with a bracket.
_JSON_START = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\]\"])")
_OBJECT_START = re.compile(rb"\s*\{\s*[\"}]")
# Lines by which JSON Lines are told from one JSON value over several lines and from text.
_LINES_TRIED = 20


def look_like_records(name: str, data: bytes) -> bool:
    """Whether a file is JSON or JSON Lines, by its name or by what it holds."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _JSON_NAMES:
        return True
    data = as_utf8(data)
    if suffix and _JSON_START.match(data):
        return any(map(_is_json, (data, *_first_lines(data))))
    return _JSON_START.match(data) is not None or _are_lines(data)


def read_records(
    name: str, data: bytes, *, url: str = "", max_bytes: int
) -> Iterator[Document | Unreadable]:
    """Each record as a document, or what is wrong with it, in the order of the file."""
    data = as_utf8(data)
    try:
        value = _parse(data)
    except ReadError as error:
        if PurePath(name).suffix.lower() in _LINES_NAMES or _are_lines(data):
            yield from _read_lines(name, data, max_bytes)
        else:
            yield Unreadable(name, error)
        return
    several = isinstance(value, list)
    for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _read(name, record, {"record": number if several else 0}, url, max_bytes)


def _first_lines(data: bytes) -> list[bytes]:
    """The first lines that are not blank; the last piece may be the rest of the file."""
    return [line for line in data.split(b"\n", 2 * _LINES_TRIED) if line.strip()][:_LINES_TRIED]


def _are_lines(data: bytes) -> bool:
    """Whether at least half of the first lines begin a JSON object each; some may be broken."""
    lines = _first_lines(data)
    objects = sum(1 for line in lines if _OBJECT_START.match(line))
    return not data.lstrip().startswith(b"[") and objects * 2 >= len(lines) > 0


def _read_lines(name: str, data: bytes, max_bytes: int) -> Iterator[Document | Unreadable]:
    # Not splitlines(): JSON strings may hold U+2028 and its like as they are.
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                record = _parse(line)
            except ReadError as error:
                yield Unreadable(name, error, line=number)
            else:
                yield _read(name, record, {"line": number}, "", max_bytes)


def _read(
    name: str, record: object, place: dict[str, int], url: str, max_bytes: int
) -> Document | Unreadable:
    identity = _identity(record)
    try:
        return _document(record, identity, url, max_bytes)
    except ReadError as error:
        return Unreadable(name, error, id=identity, **place)


def _document(record: object, identity: RecordId, url: str, max_bytes: int) -> Document:
    if not isinstance(record, dict):
        raise ReadError(_("it is no JSON object with “title”, “text” and “published”."))
    text = normalise(_string(record, "text"))
    if not text.strip():
        raise ReadError(_("it has no text: “text” must hold the article."))
    if len(text.encode()) > max_bytes:
        raise ReadError(_("its text is larger than %(limit)s MB."), limit=megabytes(max_bytes))
    publication = _publication(record)
    return Document(
        title=normalise(_string(record, "title")).strip(),
        text=text,
        published_on=publication.day if publication else None,
        published=publication.instant if publication else "",
        author=normalise(_string(record, "author")),
        publisher=normalise(_string(record, "publisher")),
        language=_language(record),
        url=_address(record) or url,
        id=identity,
    )


def _identity(record: object) -> RecordId:
    identity = record.get("id") if isinstance(record, dict) else None
    if isinstance(identity, str):
        return normalise(identity)
    if isinstance(identity, bool) or not isinstance(identity, (int, float)):
        return None
    return identity if math.isfinite(identity) else None


def _string(record: dict[str, Any], key: str) -> str:
    """The text under a key; "" when it is missing or null."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadError(_("“%(key)s” must be text in quotation marks."), key=key)
    return value


def _publication(record: dict[str, Any]) -> Publication | None:
    written = _string(record, "published").strip()
    if not written:
        return None
    publication = read_iso(written)
    if publication is None:
        raise ReadError(
            _(
                "“published” is “%(written)s”; accepted are a date such as 2024-05-30 "
                "and a date with time such as 2024-05-30T10:30:00+03:00."
            ),
            written=normalise(written[:40]),
        )
    return publication


def _language(record: dict[str, Any]) -> str:
    written = _string(record, "language") or _string(record, "lang")
    language = primary_language(written)
    if written.strip() and not language:
        raise ReadError(
            _("“language” is “%(written)s”; accepted is a code such as en or ar."),
            written=normalise(written[:40]),
        )
    return language


def _address(record: dict[str, Any]) -> str:
    written = normalise(_string(record, "url"))
    address = web_address(written)
    if written.strip() and not address:
        raise ReadError(
            _("“url” is “%(written)s”; accepted is an address with http:// or https://."),
            written=written[:100],
        )
    return address


def _parse(data: bytes) -> object:
    """The JSON value (RFC 8259, so UTF-8) in some bytes; NaN and Infinity are refused."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise ReadError(_("it is not UTF-8, as JSON must be.")) from error
    except json.JSONDecodeError as error:
        raise _broken(error) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(_("it is JSON that nests too deep or holds a number too long.")) from error


def _broken(error: json.JSONDecodeError) -> ReadError:
    """Where it is broken: of one line, which has its own number in JSON Lines, the column only."""
    message = _("it is broken JSON (column %(column)d: %(detail)s).")
    if "\n" in error.doc:
        message = _("it is broken JSON (line %(line)d, column %(column)d: %(detail)s).")
    return ReadError(message, line=error.lineno, column=error.colno, detail=error.msg)


def _refuse(constant: str) -> object:
    raise ReadError(_("it holds %(constant)s, which is no JSON."), constant=constant)


def _is_json(data: bytes) -> bool:
    try:
        _parse(data)
    except ReadError:
        return False
    return True
