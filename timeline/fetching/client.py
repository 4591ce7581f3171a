"""Fetching one page from the public internet, and nothing else.

The only door through which Dateline reaches out. See `guard` for what may be reached and
`transport` for how that is held.
"""

import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import httpx

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.fetching.errors import FetchError, NotThereError
from timeline.fetching.guard import Deadline, Guard
from timeline.fetching.transport import GuardedTransport

# Bytes of one page after decompression; a long book is some 2 MB of text.
MAX_BYTES = 5_000_000
# Seconds for everything. An editor waits for it, so it is what a person will wait.
TIMEOUT = 20.0
# http -> https -> www -> moved -> canonical is four; a longer way is a loop.
MAX_REDIRECTS = 5
# What `documents` can read.
ARTICLE_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/json",
    "application/jsonl",
    "application/x-ndjson",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
# Bytes that one step of decompression may give, so that a bomb is noticed early.
_STEP = 65_536
# gzip only: a brotli step cannot be bounded in every version of its library.
_HEADERS = {"User-Agent": "Dateline (news timelines)", "Accept-Encoding": "gzip"}


class Version(NamedTuple):
    """What a server knows a version of a page by (RFC 9110, 8.8); empty where it says nothing."""

    etag: str = ""
    modified: str = ""


UNKNOWN = Version()


@dataclass(frozen=True, slots=True)
class Page:
    """What a web server gave: `body` is decompressed, `encoding` is the declared charset or "",
    `declared` the media type with its parameters. `unchanged` says that the version asked for is
    still the last one, and then there is no body."""

    url: str
    final_url: str
    content_type: str
    body: bytes
    encoding: str
    declared: str = ""
    version: Version = UNKNOWN
    unchanged: bool = False


def fetch(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    accept: Collection[str] = ARTICLE_TYPES,
    guard: Guard | None = None,
    known: Version = UNKNOWN,
) -> Page:
    """Fetch one page by GET, following redirects.

    Args:
        url: http or https, without credentials, on a port that the guard allows.
        max_bytes: of the body after decompression.
        timeout: seconds for everything together.
        accept: media types (RFC 9110) that may come back.
        guard: what may be reached; the public internet by default.
        known: the version whose body need not come again.

    Raises:
        FetchError: with one sentence that says why there is no page.
    """
    transport = GuardedTransport(guard or Guard(), Deadline(timeout))
    headers = {**_HEADERS, "Accept": ", ".join(accept), **_conditions(known)}
    # The transport keeps the time; nothing (proxies, .netrc) is taken from the environment.
    with httpx.Client(
        transport=transport, headers=headers, timeout=timeout, trust_env=False
    ) as client:
        try:
            return _page(url, _follow(client, url), accept, max_bytes, known=any(known))
        except (httpx.InvalidURL, httpx.HTTPError) as error:
            raise FetchError(
                _("“%(url)s” is no web address, or leads to one that is none."), url=url[:100]
            ) from error


def _page(
    url: str, response: httpx.Response, accept: Collection[str], max_bytes: int, *, known: bool
) -> Page:
    """What the answer gives; nothing but that it is `unchanged` where it was `known`."""
    if known and response.status_code == httpx.codes.NOT_MODIFIED:
        return Page(url, str(response.url), "", b"", "", unchanged=True)
    _check_success(response)
    return Page(
        url=url,
        final_url=str(response.url),
        content_type=_accepted_type(response, accept),
        body=_body(response, max_bytes),
        encoding=response.charset_encoding or "",
        declared=response.headers.get("Content-Type", ""),
        version=Version(
            response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
        ),
    )


def _conditions(known: Version) -> dict[str, str]:
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in conditions.items() if value}


def _follow(client: httpx.Client, url: str) -> httpx.Response:
    """The answer at the end of the redirects."""
    response = client.send(client.build_request("GET", url), stream=True)
    redirects = 0
    while response.next_request:
        response.close()
        redirects += 1
        if redirects > MAX_REDIRECTS:
            raise FetchError(
                _("%(host)s redirects more than %(limit)d times."),
                host=response.url.host,
                limit=MAX_REDIRECTS,
            )
        response = client.send(response.next_request, stream=True)
    return response


def _check_success(response: httpx.Response) -> None:
    if response.status_code != httpx.codes.OK:
        kind = NotThereError if response.is_client_error else FetchError
        raise kind(
            _("%(host)s answered “%(status)s” instead of the page."),
            host=response.url.host,
            status=f"{response.status_code} {response.reason_phrase}".strip(),
        )


def _accepted_type(response: httpx.Response, accept: Collection[str]) -> str:
    """The media type in lower case, without parameters."""
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type not in accept:
        raise FetchError(
            _("%(host)s gave “%(type)s”; accepted are: %(accepted)s."),
            host=response.url.host,
            type=media_type[:100],
            accepted=", ".join(accept),
        )
    return str(media_type)


def _body(response: httpx.Response, max_bytes: int) -> bytes:
    """All bytes of the body, decompressed, never more than `max_bytes` of them."""
    body = bytearray()
    try:
        for piece in _pieces(response):
            body += piece
            if len(body) > max_bytes:
                raise FetchError(
                    _("The page on %(host)s is larger than %(limit)s MB."),
                    host=response.url.host,
                    limit=megabytes(max_bytes),
                )
    except zlib.error as error:
        raise FetchError(
            _("What %(host)s sent is damaged: it cannot be decompressed."), host=response.url.host
        ) from error
    return bytes(body)


def _pieces(response: httpx.Response) -> Iterator[bytes]:
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in ("", "identity"):
        return response.iter_raw()
    if coding in ("gzip", "x-gzip"):
        return _gunzipped(response.iter_raw())
    raise FetchError(
        _("%(host)s compressed the page by “%(coding)s”; only gzip was asked for."),
        host=response.url.host,
        coding=coding[:100],
    )


def _gunzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The content of all gzip members (RFC 1952), in pieces of `_STEP` bytes at most."""
    gzip = zlib.MAX_WBITS | 16
    inflater = zlib.decompressobj(gzip)
    for chunk in chunks:
        rest, more = chunk, False
        while rest or more:
            if inflater.eof:
                inflater = zlib.decompressobj(gzip)
            piece = inflater.decompress(rest, _STEP)
            yield piece
            # A full piece may leave output behind although all input is taken.
            more = len(piece) == _STEP and not inflater.eof
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise zlib.error("the stream ends early")
