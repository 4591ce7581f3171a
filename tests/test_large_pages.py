"""A web page of 50 MB is refused by every way in: in one sentence, and nothing of it is stored."""

import io
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from tests.fetching.site import Site, body, serve, status
from timeline.admin import article_form
from timeline.fetching.client import fetch
from timeline.fetching.errors import FetchError
from timeline.management import reading
from timeline.models import Article, Event, Feed, FeedEntry, Upload
from timeline.services import feeds

SIZE = 50_000_000
# What it may be made of: what a parser would look at, or look for to its end.
SHAPES = {
    "paragraphs": "<p>On 20 May 2024 the council closed the bridge in Delta City.</p>\n",
    "nested": "<div>",
    "never closed": "<!-- ",
    "one tag": " title='a > b'",
}
TOO_LARGE = "is larger than 5 MB."
DAY = "Thu, 30 May 2024 10:00:00 GMT"
NEW = "/admin/timeline/article/add/"

pytestmark = pytest.mark.django_db


def page(shape: str = "paragraphs") -> bytes:
    start = "<!doctype html><title>A bridge</title><p" + ("" if shape == "one tag" else ">")
    piece = SHAPES[shape]
    return (start + piece * (SIZE // len(piece))).encode()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that has the page, and whose address every way in may reach."""
    for served in serve():
        for way in (article_form, reading, feeds):
            monkeypatch.setattr(way, "fetch", partial(fetch, guard=served.guard()))
        served.answers |= {"/": body(page()), "/robots.txt": status(404)}
        yield served


@contextmanager
def memory(most: int) -> Iterator[None]:
    """No more than so many bytes are held at once."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def ingest(source: object) -> str:
    """What is said of it on standard error."""
    said = io.StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("ingest", str(source), stderr=said, stdout=io.StringIO())
    assert end.value.code == 1
    return said.getvalue()


def nothing_is_stored() -> bool:
    return not any(model.objects.exists() for model in (Article, Event, Upload))


@pytest.mark.parametrize("shape", SHAPES)
def test_ingest_refuses_the_file_whatever_it_is_made_of(tmp_path: Path, shape: str) -> None:
    file = tmp_path / "bridge.html"
    file.write_bytes(page(shape))
    with memory(5 * SIZE):  # room for the largest file (200 MB) is set aside before it is read
        said = ingest(file)
    assert said == f"{file}: it {TOO_LARGE}\n"
    assert nothing_is_stored()


def test_ingest_refuses_it_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(page())))
    assert ingest("-") == f"standard input: it {TOO_LARGE}\n"
    assert nothing_is_stored()


def test_ingest_stops_fetching_it_where_an_article_ends(site: Site) -> None:
    with memory(SIZE // 2):
        said = ingest(site.url())
    assert said == f"{site.url()}: The page on news.example {TOO_LARGE}\n"
    assert nothing_is_stored()


def test_the_desk_refuses_the_file_and_takes_the_one_beside_it(nour_client: Client) -> None:
    small = SimpleUploadedFile("rain.txt", b"It rained in Delta City on 3 May 2021.")
    files = [SimpleUploadedFile("bridge.html", page(), "text/html"), small]
    told = nour_client.post("/admin/timeline/article/files/", {"brought": files}, follow=True)
    assert told.content.decode().count(TOO_LARGE) == 1
    assert [row.item.name for row in told.context["rows"]] == ["rain.txt"]
    assert nothing_is_stored()


def test_the_desk_refuses_its_address_and_keeps_what_was_typed(
    nour_client: Client, site: Site
) -> None:
    given = {"url": site.url(), "title": "Mine", "text": "", "language": "", "publisher": ""}
    told = nour_client.post(NEW, given)
    form = told.context["adminform"].form
    assert form.errors == {"url": [f"The page on news.example {TOO_LARGE}"]}
    assert form["title"].value() == "Mine"
    assert nothing_is_stored()


def test_the_desk_refuses_it_pasted(nour_client: Client) -> None:
    told = nour_client.post(NEW, {"url": "", "title": "Mine", "text": page().decode()})
    assert told.status_code == 413
    assert "An article may have at most 5 MB." in told.content.decode()
    assert nothing_is_stored()


def test_a_feed_that_leads_to_it_takes_the_articles_beside_it(site: Site) -> None:
    items = "".join(
        f"<item><link>{path}</link><pubDate>{DAY}</pubDate></item>" for path in ("/", "/b")
    )
    xml = f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'
    small = b"<!doctype html><title>B</title><p>It rained in Delta City on 3 May 2021.</p>"
    site.answers |= {"/feed": body(xml.encode(), "application/rss+xml"), "/b": body(small)}
    feeds.follow(Feed.objects.create(url=site.url("/feed")).pk)
    entry = FeedEntry.objects.exclude(error="").get()
    assert str(entry.error) == f"The page on news.example {TOO_LARGE}"
    assert Article.objects.get().url == site.url("/b")


def test_it_is_no_feed(site: Site) -> None:
    with pytest.raises(FetchError, match=f"The page on news.example {TOO_LARGE}"):
        feeds.follow(Feed.objects.create(url=site.url()).pk)
    assert nothing_is_stored()
