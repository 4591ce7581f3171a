"""The table of events as a workbook (XLSX, Office Open XML).

The columns are those of the CSV. Cells say that they are texts or numbers, so nothing is run as a
formula and nothing becomes another date: no apostrophe is needed.
"""

import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from timeline.formats import table
from timeline.formats.records import EventRecord, TimelineRecord
from timeline.text import direction, writable

# Of every workbook ("Excel specifications and limits"): one with more is refused as damaged.
LONGEST_CELL, MOST_ROWS = 32_767, 1_048_576
# At the end of a text that goes on in the sheet of that name, which tells whose it is, of which
# column, and what follows. An import puts it together again.
CUT = "…"
CONTINUED, OF_EVENT = "Continued", "id"
_ROOM = LONGEST_CELL - len(CUT)
# What openpyxl takes for a formula or for an error such as "#N/A".
_TAKEN_FOR_MORE = ("=", "#")
# In characters, so that several columns are seen at once.
_WIDTHS = {"date": 16, "date_in_words": 20, "title": 48, "summary": 40, "quote": 48, "source": 32}
_CHUNK = 1 << 16


def write(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    """By way of a file: what is held in memory does not grow with the number of events."""
    with tempfile.TemporaryFile() as file:
        _workbook(timeline, events).save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _workbook(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Workbook:
    """What one sheet cannot hold stands in further ones."""
    workbook = Workbook(write_only=True)
    sheet = _sheet(workbook, timeline)
    for number, event in enumerate(events):
        if number and number % (MOST_ROWS - 1) == 0:
            sheet = _sheet(workbook, timeline)
        values = [_written(value) for value in table.row(event)]
        sheet.append([_cell(sheet, value) for value in values])
        _continue(workbook, event.id, values)
    return workbook


def _continue(workbook: Workbook, event_id: int, values: Iterable[str | int]) -> None:
    """Write on what is longer than a cell."""
    for name, value in zip(table.COLUMNS, values, strict=True):
        if isinstance(value, str) and len(value) > LONGEST_CELL:
            for start in range(_ROOM, len(value), LONGEST_CELL):
                sheet = _continued(workbook)
                sheet.append([event_id, name, _cell(sheet, value[start : start + LONGEST_CELL])])


def _continued(workbook: Workbook) -> Any:
    """The sheet for it, which few workbooks need."""
    if CONTINUED not in workbook.sheetnames:
        workbook.create_sheet(CONTINUED).append([OF_EVENT, "column", "text"])
    return workbook[CONTINUED]


def _sheet(workbook: Workbook, timeline: TimelineRecord) -> Any:
    """A sheet with its first row, which stays in sight."""
    sheet = workbook.create_sheet("Events")
    sheet.freeze_panes = "A2"
    sheet.sheet_view.rightToLeft = direction(timeline.language) == "rtl"
    for number, name in enumerate(table.COLUMNS, 1):
        if width := _WIDTHS.get(name):
            sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(table.COLUMNS)
    return sheet


def _written(value: str | int) -> str | int:
    return writable(value) if isinstance(value, str) else value


def _cell(sheet: Any, value: str | int) -> Any:
    """What a row takes; nothing of an empty text, which takes time to write."""
    if isinstance(value, int):
        return value
    if not value:
        return None
    text = value if len(value) <= LONGEST_CELL else value[:_ROOM] + CUT
    if not text.startswith(_TAKEN_FOR_MORE):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
