"""Word files, and those that cannot be read."""

import datetime

import docx
import pytest

from tests.fetching import printed
from timeline.fetching import docx as reader
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import MAX_ARTICLE_BYTES, read_documents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _one(data: bytes, max_bytes: int = MAX_ARTICLE_BYTES) -> Document:
    (found,) = read_documents("paper.docx", data, max_bytes=max_bytes)
    assert isinstance(found, Document), found
    return found


def _refused(data: bytes, max_bytes: int = MAX_ARTICLE_BYTES) -> str:
    (found,) = read_documents("paper.docx", data, max_bytes=max_bytes)
    assert isinstance(found, Unreadable), found
    return found.sentence


def _body(markup: str) -> bytes:
    """As other programs write it: the text part alone."""
    xml = f"<w:document {W} {MC}><w:body>{markup}</w:body></w:document>"
    return printed.archive({"word/document.xml": xml.encode()})


def test_each_paragraph_is_one_and_the_heading_is_the_title():
    document = _one(printed.by_word())
    assert (document.title, document.text) == (printed.HEADLINE, printed.TEXT)


def test_the_day_the_file_was_made_is_only_offered_as_doubtful():
    document = _one(printed.by_word())
    assert document.published_on is None
    # That of the template that python-docx begins with.
    assert document.doubtful_on == datetime.date(2013, 12, 23)


def test_a_table_is_read_cell_by_cell(tmp_path):
    made = docx.Document()
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "20 May 2024", "A storm"
    made.save(tmp_path / "table.docx")
    assert _one((tmp_path / "table.docx").read_bytes()).text == "20 May 2024\n\nA storm"


def test_what_was_deleted_or_stands_twice_is_left_out():
    markup = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>rained</w:t><w:tab/><w:t>on</w:t></w:r></w:ins>"
        "<mc:AlternateContent><mc:Choice><w:r><w:t> Monday.</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t> Monday.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert _one(_body(markup)).text == "It rained\ton Monday."


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(reader, "MAX_XML", 100_000)
    bomb = _body("<w:p><w:r><w:t>" + " " * 1_000_000 + "</w:t></w:r></w:p>")
    assert len(bomb) < 5_000
    assert _refused(bomb) == "paper.docx: it unpacks to more than 100000 bytes."


def test_a_bomb_in_one_piece_of_text_is_told_as_what_it_is():
    bomb = _body("<w:p><w:r><w:t>" + "a " * 6_000_000 + "</w:t></w:r></w:p>")
    assert _refused(bomb) == f"paper.docx: its text is larger than {MAX_ARTICLE_BYTES} bytes."


def test_entities_are_not_expanded():
    xml = (
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<w:document {W}><w:p><w:r><w:t>It rained.&a;&f;</w:t></w:r></w:p></w:document>"
    )
    assert _one(printed.archive({"word/document.xml": xml.encode()})).text == "It rained."


def test_a_text_over_the_limit_is_refused():
    assert "its text is larger than 50 bytes" in _refused(printed.by_word(), max_bytes=50)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (printed.by_word()[:5000], "damaged or cut off DOCX"),
        (_body("<w:p><w:r><w:t>It rained"), "damaged or cut off DOCX"),
        (printed.by_word((), headline=""), "no text in it"),
        (printed.archive({"xl/workbook.xml": b"<x/>"}), "bring its events in with “Import events”"),
        (printed.archive({"a.txt": b"x"}), "no Word file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "locked by a password; save it as DOCX"),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    assert reason in _refused(data)
