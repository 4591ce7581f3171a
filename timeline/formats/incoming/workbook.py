"""XLSX as rows of text: the first sheet, its values as a reader sees them.

What is inside an archive is bounded before any of it is read, and nothing in it leads outside.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook

from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.formats.incoming.errors import FileError
from timeline.formats.incoming.grid import MOST_COLUMNS
from timeline.formats.workbook import CONTINUED, CUT, OF_EVENT

SIGNATURE = b"PK\x03\x04"
# Uncompressed bytes of all parts, and their number: fifty thousand events are some 50 MB of XML.
MOST_BYTES, MOST_PARTS = 200_000_000, 1000
# Texts by the names of columns.
Cells = dict[str, str]
# Bytes read at a time.
_CHUNK = 1 << 20

NOT_XLSX = _("The file is an archive, and no workbook (XLSX) that can be read.")
TOO_LARGE = _("The workbook holds more than %(most)s MB when it is unpacked: divide it.")
ENTITIES = _("The workbook defines entities of its own, which no spreadsheet writes.")
UNCOUNTED = _("Cell %(cell)s is a formula without a value: save the file in a spreadsheet again.")
FAILED = _("Cell %(cell)s says %(error)s: its formula has no result.")

_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def records(data: bytes) -> Iterator[Sequence[str]]:
    """Raises FileError, and while the rows are read."""
    has_formulas = _look_into(data)
    try:
        rows, rests = _rows(data, has_formulas), _rests(data)
        yield from _whole(rows, rests) if rests else rows
    except FileError:
        raise
    except Exception as error:
        # openpyxl raises whatever a damaged part leads it to: KeyError, ValueError, ParseError.
        raise FileError(NOT_XLSX) from error


def _look_into(data: bytes) -> bool:
    """Whether there are formulas in it; raises FileError for what must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            # zipfile reads of a part what is declared here, and no more.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise FileError(TOO_LARGE, most=megabytes(MOST_BYTES))
            return any(_has_formulas(archive, part) for part in parts if _is_xml(part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise FileError(NOT_XLSX) from error


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _has_formulas(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    found, before = False, b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            # What lies across two chunks is seen, too; entities hide in no other encoding, either.
            seen = (before + chunk).replace(b"\0", b"")
            if _DECLARED.search(seen):
                raise FileError(ENTITIES)
            found = found or bool(_FORMULA.search(seen))
            before = chunk[-32:]
    return found


def _rows(data: bytes, has_formulas: bool) -> Iterator[Sequence[str]]:
    values = _sheet(data)
    formulas = _sheet(data, data_only=False) if has_formulas else None
    for row in values:
        for value, formula in zip(row, next(formulas) if formulas else (), strict=False):
            if formula.data_type == "f":
                _check(value, formula.coordinate)
        yield _trimmed([_text(cell.value) for cell in row])


def _whole(rows: Iterator[Sequence[str]], rests: Mapping[str, Cells]) -> Iterator[Sequence[str]]:
    """Rows with what their cells could not hold; one whose end somebody changed stays as it is."""
    names = next(rows, ())
    yield names
    for row in rows:
        cells = list(zip_longest(names, row, fillvalue=""))
        rest = rests.get(dict(cells).get(OF_EVENT, ""), {})
        yield [
            cell.removesuffix(CUT) + rest[name] if name in rest and cell.endswith(CUT) else cell
            for name, cell in cells
        ]


def _rests(data: bytes) -> dict[str, Cells]:
    """What is continued, by the id of the event and the name of the column."""
    found: dict[str, Cells] = {}
    if not _may_continue(data):
        return found
    for row in _sheet(data, CONTINUED):
        event_id, column, text = ([_text(cell.value) for cell in row] + [""] * 3)[:3]
        cells = found.setdefault(event_id, {})
        cells[column] = cells.get(column, "") + text
    return found


def _may_continue(data: bytes) -> bool:
    """Whether there can be such a sheet: to open the workbook once more takes time."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        named = [part for part in archive.namelist() if part.endswith("workbook.xml")]
        return any(CONTINUED.encode() in archive.read(part) for part in named)


def _check(value: Any, coordinate: str) -> None:
    """A formula has the value that the spreadsheet saved beside it."""
    if value.value is None:
        raise FileError(UNCOUNTED, cell=coordinate)
    if value.data_type == "e":
        raise FileError(FAILED, cell=coordinate, error=value.value)


def _sheet(data: bytes, name: str = "", *, data_only: bool = True) -> Iterator[Sequence[Any]]:
    """The rows of the sheet with this name, none where it is not there; of the first one."""
    workbook = load_workbook(
        io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False
    )
    if name and name not in workbook.sheetnames[1:]:
        return iter(())
    sheet: Any = workbook[name] if name else workbook.worksheets[0]
    # Some programs declare a sheet of one cell, others one of a million rows.
    sheet.reset_dimensions()
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(max_col=None)
    return rows


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end, as long as there is a limit for the others."""
    end = len(row)
    while end > MOST_COLUMNS and not row[end - 1]:
        end -= 1
    return row[:end]


def _text(value: Any) -> str:
    """As it would be typed: a day in ISO 8601, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat("T", "minutes")
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
