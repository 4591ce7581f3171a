"""Files and standard input: what kind they are, and what cannot be read."""

import gzip

import pytest

from tests.fetching.site import PAGE, Site
from timeline.fetching import documents
from timeline.fetching.client import fetch
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import Served, read_documents, read_fetched

TEXT = "Bridge reopens\n\nThe old bridge reopened on Monday, the council said.\n"


def _one(name: str, data: bytes) -> Document:
    (found,) = read_documents(name, data)
    assert isinstance(found, Document), found
    return found


def _refused(name: str, data: bytes, **limits: int) -> Unreadable:
    (found,) = read_documents(name, data, **limits)  # type: ignore[arg-type]
    assert isinstance(found, Unreadable), found
    return found


def test_a_short_first_line_above_a_blank_line_is_the_title() -> None:
    document = _one("bridge.txt", TEXT.encode())
    assert document.title == "Bridge reopens"
    assert document.text == TEXT, "the text stays whole, so that its offsets are those of the file"


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge reopened on Monday.\nThe council paid for it.\n",
        "word " * 100 + "\n\nThe old bridge reopened.",
        "Only one line\n\n",
    ],
)
def test_a_first_line_that_is_a_paragraph_is_no_title(text: str) -> None:
    assert _one("bridge.txt", text.encode()).title == ""


def test_line_ends_of_windows_become_line_feeds() -> None:
    assert _one("bridge.txt", TEXT.replace("\n", "\r\n").encode()) == _one("-", TEXT.encode())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_unicode_is_read_as_any_kind(encoding: str) -> None:
    assert _one("-", TEXT.encode(encoding)).text == TEXT
    record = '{"text": "The bridge reopened."}'
    assert _one("-", record.encode(encoding)).text == "The bridge reopened."
    assert _one("-", PAGE.decode().encode(encoding)).title == "Floods in the valley"


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>\n<html>",
        '<?xml version="1.0"?>\n<html>',
        "\n <!-- made by hand --><!-- twice --> <html>",
        "<html><head><title>Bridge</title></head>",
        "<article>",
        "<p>",
    ],
)
def test_html_is_known_by_how_it_begins(start: str) -> None:
    document = _one("-", f"{start}<p>The old bridge reopened on Monday.</p>".encode())
    assert document.text == "The old bridge reopened on Monday."


def test_html_is_known_by_its_name_or_declared_type() -> None:
    data = b"The <b>old</b> bridge reopened on Monday.<p>The council paid for it.</p>"
    assert "<b>" not in _one("bridge.HTML", data).text
    (declared,) = read_documents("bridge", data, served=Served(content_type="text/html"))
    assert isinstance(declared, Document)
    assert "<b>" not in declared.text
    assert "<b>" in _one("bridge", data).text


def test_a_text_about_markup_stays_a_text() -> None:
    assert _one("notes.txt", b"<p> begins a paragraph in HTML.").text.startswith("<p>")


def test_comments_without_end_take_no_time_to_tell() -> None:
    assert _one("-", b"<!-- -->" * 2000 + b" The bridge reopened.").text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00 \x00"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert _refused("empty.txt", data).sentence == "empty.txt: it is empty."


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(TEXT.encode(), mtime=0),
        b"{\\rtf1 some text}",
        b"\x89PNG\r\n",
        bytes(range(256)),
        b"some\x00thing",
    ],
)
def test_a_binary_file_is_said_to_be_binary(data: bytes) -> None:
    sentence = _refused("picture", data).sentence
    assert sentence.startswith("picture: it is a binary file; accepted are plain text")


def test_one_stray_control_character_does_not_make_a_text_binary() -> None:
    assert "\x1a" in _one("old.txt", (TEXT * 3 + "\x1a").encode()).text


def test_an_article_over_the_limit_is_refused() -> None:
    assert _refused("long.txt", b"word " * 100, max_bytes=499).sentence == (
        "long.txt: it is larger than 0.000499 MB."
    )
    assert _one("long.txt", b"word " * 100)


def test_a_file_too_large_to_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_FILE_BYTES", 100)
    assert "split it into several files" in _refused("all.jsonl", b" " * 101).sentence


def test_a_page_without_an_article_is_said_so() -> None:
    assert _refused("page.html", b"<html><body></body></html>").sentence == (
        "page.html: no article text was found in this page; paste the text instead."
    )


def test_a_fetched_page_carries_its_address(site: Site) -> None:
    (document,) = read_fetched(fetch(site.url(), guard=site.guard()))
    assert isinstance(document, Document)
    assert document.text == "The river rose on Monday."
    assert document.url == site.url()


@pytest.mark.parametrize("name", ["events.csv", "EVENTS.TSV"])
def test_a_table_of_events_is_no_article(name: str) -> None:
    refused = _refused(name, b"date,title\n2024-05-20,The bridge opens\n")
    assert refused.sentence == (
        f"{name}: it is a table and no article; bring its events in with “Import events”."
    )
