"""CSV, read by the csv module."""

import csv
import io

import pytest

from tests.formats.telling import COURIER, TIMELINE, event
from timeline.formats import table
from timeline.formats.records import Named, Support


def _rows(*events) -> list[dict[str, str]]:
    text = b"".join(table.write(TIMELINE, events)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_an_event_is_a_row_with_its_strongest_evidence():
    (row,) = _rows(event())
    assert row["date"] == "2024-05-20"
    assert (row["people"], row["organisations"]) == ("Mara Lind", "Port & Sons")
    assert row["quote"] == "It opened on <May 20>"
    assert (row["source"], row["source_url"]) == (COURIER.title, COURIER.url)
    assert row["pieces_of_evidence"] == "1"


def test_an_event_that_the_editors_entered_has_no_source():
    (row,) = _rows(event(evidence=(Support("editors"),)))
    assert (row["quote"], row["source"], row["published_on"]) == ("", "", "")


def test_what_the_timeline_features_has_a_one():
    assert [row["featured"] for row in _rows(event(), event(featured=True))] == ["0", "1"]


def test_a_citation_is_the_source():
    cited = Support("citation", citation="Annals", citation_url="https://example.org/a")
    (row,) = _rows(event(evidence=(cited,)))
    assert (row["source"], row["source_url"]) == ("Annals", "https://example.org/a")


def test_lines_commas_and_quotation_marks_stay_in_their_cell():
    summary = 'He said "no",\nthen left; المرفأ'
    assert _rows(event(summary=summary))[0]["summary"] == summary


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "'=", "''@"])
def test_no_cell_begins_a_formula(start):
    (row,) = _rows(event(title=f'{start}HYPERLINK("https://example.org")'))
    assert row["title"] == f'\'{start}HYPERLINK("https://example.org")'


def test_a_name_or_a_date_that_begins_like_a_formula_is_told_apart_too():
    (row,) = _rows(event("-0043", people=(Named("@port", "person"),)))
    assert (row["date"], row["people"]) == ("'-0043", "'@port")


def test_an_apostrophe_before_a_word_stays_alone():
    assert _rows(event(title="'Tis done"))[0]["title"] == "'Tis done"


def test_spreadsheets_are_told_that_it_is_utf_8():
    assert b"".join(table.write(TIMELINE, [])).startswith(b"\xef\xbb\xbfid,date,")
