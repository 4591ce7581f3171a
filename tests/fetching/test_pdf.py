"""PDF files of several producers, and those that cannot be read."""

import datetime
import io
import json
import resource
import sys

import pytest
from fpdf import FPDF

from tests.fetching import printed
from timeline.fetching import pdf, pdf_text
from timeline.fetching.document import Document, Unreadable
from timeline.fetching.documents import read_documents


def _one(data: bytes) -> Document:
    (found,) = read_documents("paper.pdf", data)
    assert isinstance(found, Document), found
    return found


def _refused(data: bytes) -> str:
    (found,) = read_documents("paper.pdf", data)
    assert isinstance(found, Unreadable), found
    return found.sentence


@pytest.mark.parametrize("made", [printed.by_fpdf, printed.by_reportlab])
def test_lines_become_paragraphs_and_the_largest_is_the_title(made):
    document = _one(made())
    assert document.title == printed.HEADLINE
    assert document.text == printed.TEXT


def test_paragraphs_that_no_gap_divides_are_told_by_their_last_lines():
    text = _one(printed.by_fpdf((*printed.STORY, printed.STORY[0]), gap=0)).text
    assert text.split("\n\n")[1:] == [*printed.STORY, printed.STORY[0]]


def test_the_day_the_file_was_made_is_only_offered_as_doubtful():
    document = _one(printed.by_fpdf())
    assert document.published_on is None
    assert document.doubtful_on
    assert abs(datetime.date.today() - document.doubtful_on) <= datetime.timedelta(days=1)


def test_a_word_divided_at_the_end_of_a_line_is_whole_again():
    pdf_file = FPDF()
    pdf_file.add_page()
    pdf_file.set_font("Helvetica", size=12)
    for line in ("The bridge had been under recon-", "struction since a well-known", "gale."):
        pdf_file.text(20, 20 + 6 * pdf_file.y / 10, line)
        pdf_file.y += 10
    assert "under reconstruction since a well-known gale." in _one(bytes(pdf_file.output())).text


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_left_out():
    long = " ".join(["the river rose over its banks and nobody in the valley slept"] * 200)
    text = _one(printed.by_fpdf((long,), headline="", header="The Delta Post, page")).text
    assert text == long


def test_a_paragraph_that_stands_on_every_page_is_no_running_head():
    story = printed.STORY * 40
    assert _one(printed.by_fpdf(story, headline="")).text == "\n\n".join(story)


def test_a_day_that_stands_alone_at_the_top_is_no_page_number():
    assert _one(printed.by_fpdf(("May 30", *printed.STORY), headline="")).text.startswith("May 30")


def test_what_is_locked_is_said_to_be_locked():
    assert _refused(printed.by_fpdf(password="secret")) == (
        "paper.pdf: it is a PDF locked by a password; save it without one."
    )


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_what_is_cut_off_is_said_to_be_damaged(share):
    data = printed.by_fpdf(printed.STORY * 40)
    assert "damaged or cut off PDF" in _refused(data[: int(len(data) * share)])


def test_scanned_pages_have_no_text_in_them():
    scan = FPDF()
    scan.add_page()
    scan.rect(10, 10, 100, 100, style="F")
    assert "no text in it" in _refused(bytes(scan.output()))


def test_a_system_that_bounds_no_memory_reads_all_the_same(monkeypatch, capsys):
    def bound(what, _limits):
        if what == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", bound)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(printed.by_fpdf())))
    pdf_text.main()
    assert json.loads(capsys.readouterr().out)["title"] == printed.HEADLINE


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.001)
    assert "too much time or memory" in _refused(printed.by_fpdf())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n0\n%%EOF", b"%PDF-" * 99])
def test_what_only_begins_as_a_pdf_is_refused(data):
    assert "damaged or cut off PDF" in _refused(data)


@pytest.mark.parametrize("before", [b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1000 + b"\n"])
def test_what_stands_before_a_pdf_is_passed_over(before):
    assert _one(before + printed.by_fpdf()).text == printed.TEXT


def test_a_text_that_speaks_of_pdf_is_a_text():
    said = "A file begins with %PDF-1.7, the standard says."
    (found,) = read_documents("paper.txt", said.encode())
    assert isinstance(found, Document)
    assert found.text == said
