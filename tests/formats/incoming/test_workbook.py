"""XLSX: cells as they would be typed; what must not be opened is refused."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from tests.formats.incoming.reading import dates, faults, titles
from tests.formats.telling import QUOTE, TIMELINE, event
from timeline.formats import workbook as written
from timeline.formats.incoming import workbook
from timeline.formats.incoming.errors import FileError
from timeline.formats.records import Support
from timeline.formats.table import COLUMNS
from timeline.selectors.incoming import read


def _xlsx(*rows) -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file.getvalue()


def _changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with other bytes in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == name:
                assert old in content
                content = content.replace(old, new)
            target.writestr(part.filename, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


LONG = " a\u0301 \U0001f6a2\n=" * 12_000


def test_what_a_cell_could_not_hold_comes_back_whole():
    citations = [Support("citation", citation=f"{number} {'c' * 900}") for number in range(80)]
    events = [
        event(title="A", summary=LONG.strip()),
        event(id=8, title="B", evidence=(QUOTE, *citations)),
        event(id=9, title="C", summary="So."),
    ]
    found = [one.event for one in read(b"".join(written.write(TIMELINE, events))).entries]
    assert [one.summary for one in found] == [LONG.strip(), "", "So."]
    assert found[1].evidence == (QUOTE, *citations)


def test_a_long_text_that_somebody_shortened_stays_short():
    book = load_workbook(io.BytesIO(b"".join(written.write(TIMELINE, [event(summary=LONG)]))))
    summary = book["Events"].cell(2, COLUMNS.index("summary") + 1)
    summary.value = "In short."
    file = io.BytesIO()
    book.save(file)
    (entry,) = read(file.getvalue()).entries
    assert entry.event.summary == "In short."


@pytest.mark.parametrize("rows", [[], [["id"]], [[None, None, None, 5]], [["7", "title", "!"]]])
def test_another_sheet_of_that_name_does_no_harm(rows):
    book, file = Workbook(), io.BytesIO()
    for row in (["date", "title"], ["2024", "A…"]):
        book.worksheets[0].append(row)
    for row in rows:
        (
            book["Continued"] if "Continued" in book.sheetnames else book.create_sheet("Continued")
        ).append(row)
    book.save(file)
    assert titles(read(file.getvalue())) == ["A…"]


SHEET = "xl/worksheets/sheet1.xml"


def test_days_times_and_numbers_are_read_as_they_would_be_typed():
    incoming = read(
        _xlsx(
            ["date", "title", "importance"],
            [datetime.date(2024, 5, 20), "A", 7],
            [datetime.datetime(2024, 5, 20, 10, 30), "B", 7.0],
            [2024, "C", None],
            ["early 2020", 1984, None],
            [None, None, None],
            ["'Tis no date", "D", None],
        )
    )
    assert dates(incoming) == ["2024-05-20", "2024-05-20T10:30", "2024", "2020"]
    assert titles(incoming) == ["A", "B", "C", "1984"]
    assert incoming.entries[1].event.importance == 7
    assert faults(incoming)[0].startswith("Row 7, column “date”: “'Tis no date”.")


def test_a_sheet_of_timelinejs_is_known_by_its_columns():
    incoming = read(
        _xlsx(
            ["Year", "Month", "Day", "Time", "Headline", "Type"],
            [None, None, None, None, "The harbour", "title"],
            [-44, 3, 15, datetime.time(10, 30), "A murder", None],
        )
    )
    assert dates(incoming) == ["-0043-03-15T10:30"]
    assert incoming.timeline


def test_what_we_write_is_read_back():
    told_of = event("-0043", title="=1+1", summary="Two\nlines")
    (entry,) = read(b"".join(written.write(TIMELINE, [told_of]))).entries
    found = entry.event
    assert (found.date, found.title, found.summary) == ("-0043", "=1+1", "Two\nlines")


def test_a_formula_is_its_saved_value_or_told_of():
    data = _xlsx(["date", "title"], [2024, "=1+1"])
    with pytest.raises(FileError, match="Cell B2 is a formula without a value"):
        read(data)
    assert titles(read(_changed(data, SHEET, b"<v></v>", b"<v>2</v>"))) == ["2"]
    failed = _changed(data, SHEET, b'<c r="B2">', b'<c r="B2" t="e">')
    with pytest.raises(FileError, match="Cell B2 says #REF!"):
        read(_changed(failed, SHEET, b"<v></v>", b"<v>#REF!</v>"))


def test_a_workbook_that_is_a_bomb_is_not_opened(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_BYTES", 100_000)
    data = _changed(
        _xlsx(["date", "title"]), SHEET, b"</sheetData>", b"</sheetData>" + b" " * 200_000
    )
    assert len(data) < 20_000
    with pytest.raises(FileError, match=r"more than 0\.1 MB when it is unpacked"):
        read(data)


def test_entities_are_refused_in_whatever_encoding():
    data = _xlsx(["date", "title"], ["2024", "A"])
    inner = b"<worksheet"
    for declared in (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet',
        '<!ENTITY e "x">'.encode("utf-16-le") + b"<worksheet",
    ):
        with pytest.raises(FileError, match="defines entities of its own"):
            read(_changed(data, SHEET, inner, declared))


@pytest.mark.parametrize("broken", [b"PK\x03\x04 and no more", b"PK\x03\x04" + b"\0" * 2000])
def test_what_is_no_workbook_is_answered_with_a_sentence(broken):
    with pytest.raises(FileError, match="no workbook"):
        read(broken)


def test_another_archive_and_a_damaged_workbook_are_answered_with_a_sentence():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(FileError, match="no workbook"):
        read(file.getvalue())
    data = _xlsx(["date", "title"], ["2024", "A"])
    with pytest.raises(FileError, match="no workbook"):
        read(_changed(data, SHEET, b"</sheetData>", b""))


def test_a_sheet_of_a_thousand_columns_is_answered_with_a_sentence():
    with pytest.raises(FileError, match="1000 columns: at most 100 are accepted"):
        read(_xlsx([f"c{number}" for number in range(1000)]))
