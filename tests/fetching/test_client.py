"""What a fetch gives, and what it refuses to take."""

import gzip
import os
import tracemalloc
from http.server import BaseHTTPRequestHandler

import pytest

from tests.fetching.site import PAGE, Site, body, redirect
from timeline.fetching.client import MAX_REDIRECTS, fetch
from timeline.fetching.errors import FetchError


def test_a_page_comes_with_its_address_type_and_charset(site: Site) -> None:
    page = fetch(site.url(), guard=site.guard())
    assert page.body == PAGE
    assert page.final_url == page.url == site.url()
    assert (page.content_type, page.encoding) == ("text/html", "utf-8")
    assert site.asked == [(f"news.example:{site.port}", "/")]


def test_relative_redirects_are_followed_to_the_final_address(site: Site) -> None:
    site.answers["/old"] = redirect("/new?from=old")
    site.answers["/new?from=old"] = body(PAGE)
    page = fetch(site.url("/old"), guard=site.guard())
    assert page.final_url == site.url("/new?from=old")
    assert page.url == site.url("/old")


def test_a_redirect_loop_ends(site: Site) -> None:
    site.answers["/"] = redirect("/")
    with pytest.raises(FetchError, match=f"redirects more than {MAX_REDIRECTS} times"):
        fetch(site.url(), guard=site.guard())
    assert len(site.asked) == MAX_REDIRECTS + 1


def test_gzip_is_unpacked_and_all_its_members_are_read(site: Site) -> None:
    packed = gzip.compress(PAGE) + gzip.compress(b"<p>The second part.</p>")
    site.answers["/"] = body(packed, Content_Encoding="gzip")
    assert fetch(site.url(), guard=site.guard()).body == PAGE + b"<p>The second part.</p>"


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 1_000_000])
def test_gzip_gives_every_byte_whatever_the_step(site: Site, size: int) -> None:
    site.answers["/"] = body(gzip.compress(b"a" * size), Content_Encoding="gzip")
    assert fetch(site.url(), guard=site.guard()).body == b"a" * size


def test_a_page_of_exactly_the_limit_is_accepted(site: Site) -> None:
    site.answers["/"] = body(b"a" * 1000)
    assert len(fetch(site.url(), guard=site.guard(), max_bytes=1000).body) == 1000


def test_a_page_over_the_limit_is_refused(site: Site) -> None:
    site.answers["/"] = body(b"a" * 1001)
    with pytest.raises(FetchError, match=r"larger than 0\.001 MB"):
        fetch(site.url(), guard=site.guard(), max_bytes=1000)


def test_a_gzip_bomb_is_refused_without_unpacking_it(site: Site) -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=9)
    site.answers["/"] = body(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            fetch(site.url(), guard=site.guard(), max_bytes=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_an_endless_body_is_refused(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        body(b"")(handler)
        while not site.stopped.is_set():
            handler.wfile.write(b"a" * 10_000)

    site.answers["/"] = endless
    with pytest.raises(FetchError, match="larger than"):
        fetch(site.url(), guard=site.guard(), max_bytes=100_000)


@pytest.mark.parametrize("packed", [gzip.compress(PAGE * 50, mtime=0)[:-20], b"not gzip at all"])
def test_damaged_compression_is_refused(site: Site, packed: bytes) -> None:
    site.answers["/"] = body(packed, Content_Encoding="gzip")
    with pytest.raises(FetchError, match="damaged"):
        fetch(site.url(), guard=site.guard())


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_compression_that_was_not_asked_for_is_refused(site: Site, coding: str) -> None:
    site.answers["/"] = body(PAGE, Content_Encoding=coding)
    with pytest.raises(FetchError, match="only gzip was asked for"):
        fetch(site.url(), guard=site.guard())


@pytest.mark.parametrize("kind", ["application/zip", "image/png", "video/mp4", ""])
def test_what_is_no_article_is_refused(site: Site, kind: str) -> None:
    site.answers["/"] = body(PAGE, kind)
    with pytest.raises(FetchError, match=f"gave “{kind}”; accepted are: text/html"):
        fetch(site.url(), guard=site.guard())


def test_other_types_can_be_accepted(site: Site) -> None:
    site.answers["/"] = body(b"<rss/>", "Application/RSS+XML ; charset=utf-8")
    page = fetch(site.url(), guard=site.guard(), accept=["application/rss+xml"])
    assert page.content_type == "application/rss+xml"


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (503, "503"), (204, "204")])
def test_a_page_that_is_not_there_says_what_the_server_said(
    site: Site, status: int, words: str
) -> None:
    def refuse(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.end_headers()

    site.answers["/"] = refuse
    with pytest.raises(FetchError, match=f"news.example answered “{words}"):
        fetch(site.url(), guard=site.guard())


def test_proxies_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setitem(os.environ, "ALL_PROXY", "http://127.0.0.1:9")
    assert fetch(site.url(), guard=site.guard()).body == PAGE


def test_an_error_can_be_said_in_another_language(site: Site) -> None:
    site.answers["/"] = body(b"a" * 11)
    catalogue = {"The page on %(host)s is larger than %(limit)s MB.": "%(host)s: > %(limit)s"}
    with pytest.raises(FetchError) as caught:
        fetch(site.url(), guard=site.guard(), max_bytes=10)
    assert caught.value.in_words(catalogue.__getitem__) == "news.example: > 1e-05"
