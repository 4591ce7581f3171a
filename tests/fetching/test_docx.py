"""Word files, and those that cannot be read."""

import datetime
import io
from typing import Any

import docx
import pytest

from tests.fetching import printed
from timeline.fetching import docx_parts
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import MAX_ARTICLE_BYTES, read_documents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="{target}" Type="http://schemas.openxmlformats.org/officeDocument\
/2006/relationships/{kind}"/></Relationships>"""
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _one(data: bytes, max_bytes: int = MAX_ARTICLE_BYTES) -> Document:
    (found,) = read_documents("paper.docx", data, max_bytes=max_bytes)
    assert isinstance(found, Document), found
    return found


def _refused(data: bytes, max_bytes: int = MAX_ARTICLE_BYTES) -> str:
    (found,) = read_documents("paper.docx", data, max_bytes=max_bytes)
    assert isinstance(found, Unreadable), found
    return found.sentence


def _text(markup: str) -> str:
    return f"<w:document {W} {MC}><w:body>{markup}</w:body></w:document>"


def _body(markup: str) -> bytes:
    """The text part alone."""
    return printed.archive({"word/document.xml": _text(markup).encode()})


def _whole(
    text: str, *, part: str = "word/document.xml", styles: str = "", absolute: str = ""
) -> bytes:
    """A file whose parts lead to each other."""
    folder, _, name = part.rpartition("/")
    lead = RELATIONS.format(kind="officeDocument", target=f"{absolute}{part}")
    further = RELATIONS.format(kind="styles", target="styles.xml")
    parts = {"_rels/.rels": lead, part: text, f"{folder}/_rels/{name}.rels": further}
    parts |= {"word/styles.xml": styles} if styles else {}
    return printed.archive({name: content.encode() for name, content in parts.items()})


def _saved(made: Any) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_each_paragraph_is_one_and_the_heading_is_the_title():
    document = _one(printed.by_word())
    assert (document.title, document.text) == (printed.HEADLINE, printed.TEXT)


def test_the_day_the_file_was_made_is_only_offered_as_doubtful():
    document = _one(printed.by_word())
    assert document.published_on is None
    # That of the template that python-docx begins with.
    assert document.doubtful_on == datetime.date(2013, 12, 23)


def test_a_row_of_a_table_is_a_line():
    made = docx.Document()
    made.add_paragraph("The storms")
    for row, told in zip(
        made.add_table(rows=2, cols=2).rows,
        (("20 May 2024", "A storm"), ("", "Two pillars fell")),
        strict=True,
    ):
        for cell, words in zip(row.cells, told, strict=True):
            cell.text = words
    assert _one(_saved(made)).text == "The storms\n\n20 May 2024\tA storm\n\nTwo pillars fell"


def test_a_table_that_lays_the_page_out_keeps_its_headline_and_paragraphs():
    made = docx.Document()
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].text = "Delta bridge reopens"
    left.paragraphs[0].style = "Title"
    left.add_paragraph("It rained.")
    right.text = "The ferry is closed."
    document = _one(_saved(made))
    assert document.title == "Delta bridge reopens"
    assert document.text == "Delta bridge reopens\n\nIt rained.\n\nThe ferry is closed."


STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name
w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name
w:val="Bildtitel"/></w:style></w:styles>"""


def test_a_title_is_known_by_the_name_of_its_style_in_every_language_of_word():
    """Word in German calls it `berschrift1`; elsewhere it is a number."""
    markup = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in (("Title", "Die Brücke"), ("berschrift1", "Brücke wieder offen"))
    )
    assert _one(_whole(_text(markup), styles=STYLES)).title == "Brücke wieder offen"


def test_the_text_is_found_whatever_its_part_is_called():
    """Word on the web has `document2.xml`."""
    text = _text("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>")
    assert _one(_whole(text, part="word/document2.xml")).text == "It rained."
    assert _one(_whole(text, part="word/document2.xml", absolute="/")).text == "It rained."


def test_a_file_saved_as_strict_open_xml_is_read_as_any_other():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = _text("<w:p><w:r><w:t>It</w:t><w:tab/><w:t>rained.</w:t></w:r></w:p>")
    loose = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert _one(_whole(text.replace(loose, strict))).text == "It\trained."


@pytest.mark.parametrize("target", ["../../etc/passwd", "file:///etc/passwd", "", "word"])
def test_a_part_that_is_not_in_the_file_is_not_looked_for_elsewhere(target):
    relations = RELATIONS.format(kind="officeDocument", target=target)
    text = _text("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>")
    parts = {"word/document.xml": text.encode(), "_rels/.rels": relations.encode()}
    assert "no Word file" in _refused(printed.archive(parts))


def test_what_was_deleted_or_stands_twice_is_left_out():
    markup = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>rained</w:t><w:tab/><w:t>on</w:t></w:r></w:ins>"
        "<mc:AlternateContent><mc:Choice><w:r><w:t> Monday.</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t> Monday.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert _one(_body(markup)).text == "It rained\ton Monday."


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(docx_parts, "MAX_XML", 100_000)
    bomb = _body("<w:p><w:r><w:t>" + " " * 1_000_000 + "</w:t></w:r></w:p>")
    assert len(bomb) < 5_000
    assert _refused(bomb) == "paper.docx: it unpacks to more than 0.1 MB."


def test_a_bomb_in_one_piece_of_text_is_told_as_what_it_is():
    bomb = _body("<w:p><w:r><w:t>" + "a " * 6_000_000 + "</w:t></w:r></w:p>")
    assert _refused(bomb) == "paper.docx: its text is larger than 5 MB."


def test_entities_are_not_expanded():
    xml = (
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<w:document {W}><w:p><w:r><w:t>It rained.&a;&f;</w:t></w:r></w:p></w:document>"
    )
    assert _one(printed.archive({"word/document.xml": xml.encode()})).text == "It rained."


def test_a_text_over_the_limit_is_refused():
    assert "its text is larger than 5e-05 MB" in _refused(printed.by_word(), max_bytes=50)


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
