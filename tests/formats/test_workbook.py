"""XLSX, opened again by openpyxl."""

import dataclasses
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.formats.telling import TIMELINE, event
from timeline.formats import table, workbook


def _opened(*events, timeline=TIMELINE) -> Any:
    return load_workbook(io.BytesIO(b"".join(workbook.write(timeline, events))))


def _rows(*events) -> list[dict[str, Any]]:
    return [
        dict(zip(table.COLUMNS, row, strict=True))
        for sheet in _opened(*events)
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def test_the_columns_are_those_of_the_csv():
    (first,) = _opened().active.iter_rows(values_only=True)
    assert first == table.COLUMNS


def test_an_event_is_a_row_and_its_numbers_are_numbers():
    (row,) = _rows(event(importance=40))
    assert (row["id"], row["importance"], row["pieces_of_evidence"]) == (7, 40, 1)
    assert row["quote"] == "It opened on <May 20>"


@pytest.mark.parametrize("date", ["2019-10", "2024-05-20", "2011", "198X", "-0043", "2011/.."])
def test_a_date_stays_the_text_that_it_is(date):
    assert _rows(event(date))[0]["date"] == date


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK()", "+1", "-1", "@SUM(1)", "#N/A", "=", "'="])
def test_nothing_is_a_formula(text):
    row = next(_opened(event(title=text)).active.iter_rows(min_row=2))
    cell = row[table.COLUMNS.index("title")]
    assert (cell.value, cell.data_type) == (text, "s")


def test_lines_spaces_and_letters_of_every_script_stay():
    summary = " He said “no”,\nthen\tleft; المرفأ 🚢 "
    assert _rows(event(summary=summary))[0]["summary"] == summary


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\r", "\x1b", "\ufffe", "\ud800"])
def test_signs_that_no_workbook_can_hold_are_replaced_one_for_one(sign):
    assert _rows(event(title=f"A{sign}pier"))[0]["title"] == "A\ufffdpier"


def test_a_text_that_is_too_long_for_a_cell_goes_on_in_another_sheet():
    longest = "x" * workbook.LONGEST_CELL
    assert _rows(event(summary=longest))[0]["summary"] == longest
    opened = _opened(event(summary=f"{longest}yz{longest}"), event(id=8))
    assert opened.sheetnames == ["Events", "Continued"]
    summaries = [row[table.COLUMNS.index("summary")].value for row in opened["Events"]]
    assert summaries == ["summary", f"{longest[:-1]}…", None]
    assert list(opened["Continued"].iter_rows(values_only=True)) == [
        ("id", "column", "text"),
        (7, "summary", f"xyz{longest[:-3]}"),
        (7, "summary", "xxx"),
    ]


def test_what_one_sheet_cannot_hold_stands_in_the_next(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    opened = _opened(*(event(id=number) for number in range(5)))
    assert [sheet.max_row for sheet in opened] == [3, 3, 2]
    assert [row["id"] for row in _rows(*(event(id=number) for number in range(5)))] == [
        0,
        1,
        2,
        3,
        4,
    ]


def test_a_table_in_arabic_runs_from_the_right():
    arabic = dataclasses.replace(TIMELINE, language="ar")
    assert _opened(timeline=arabic).active.sheet_view.rightToLeft
    assert not _opened().active.sheet_view.rightToLeft
