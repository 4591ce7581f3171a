"""Text in rows and columns (CSV, however its cells are parted), its first row the names."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.dates.messages import message as _
from timeline.formats import table
from timeline.formats.incoming.errors import FileError

# Ours has some twenty columns, TimelineJS's eighteen; what has hundreds is no list of events.
MOST_COLUMNS = 100
# An editor's sheet has hundreds of rows, an archive's some ten thousand; all are kept in memory.
MOST_ROWS = 50_000
# Characters of a cell: as many as the largest article has bytes. The module takes fewer by itself
# than our export may write of an event that many articles tell.
LONGEST_CELL = 5_000_000
csv.field_size_limit(LONGEST_CELL)
# Spreadsheets part cells as their country writes numbers: with a comma there, it is a semicolon.
_DELIMITERS = (",", ";", "\t")

TOO_WIDE = _("The file has %(number)s columns: at most %(most)s are accepted.")
TOO_LONG = _("The file has more than %(most)s rows: divide it.")
NOTHING = _("There is nothing in the file: its first row has to name the columns.")
TWICE = _("The column “%(name)s” is there twice: take one of them away.")
NOT_CSV = _("Row %(row)s cannot be read as CSV: a quotation mark is not closed, or is not doubled.")
CELL_TOO_LONG = _("Row %(row)s has a cell of more than %(most)s characters: shorten it.")
RAGGED = _(
    "Row %(row)s has more cells than the first row has names: put quotation marks around a cell "
    "with “%(sign)s” in it."
)


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns`: plain name to the name as written; each row has its number, as spreadsheets count
    them, and its cells by plain name. Rows of nothing but empty cells are left out."""

    columns: dict[str, str]
    rows: Iterator[tuple[int, dict[str, str]]]


def plain_name(name: str) -> str:
    """Names are the same whatever their case, and with a space or a line for "_"."""
    return "".join(filter(str.isalnum, name.casefold()))


def csv_grid(text: str, known: Iterable[str]) -> Grid:
    """`known` are plain names of columns, by which the sign between the cells is found.

    Raises FileError, and while the rows are read.
    """
    names = set(known)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(
        _DELIMITERS, key=lambda sign: len(names & set(map(plain_name, first.split(sign))))
    )
    return grid(_records(text, delimiter))


def _records(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = width = 0
    try:
        for number, record in enumerate(reader, 1):
            if width and any(map(str.strip, record[width:])):
                raise FileError(RAGGED, row=number, sign=delimiter)
            width = width or (len(record) if any(map(str.strip, record)) else 0)
            yield [table.plain(cell) for cell in record]
    except csv.Error as error:
        # The module has one kind of error, and tells by its words which it is.
        wrong = CELL_TOO_LONG if str(LONGEST_CELL) in str(error) else NOT_CSV
        raise FileError(wrong, row=number + 1, most=LONGEST_CELL) from error


def grid(records: Iterable[Sequence[str]]) -> Grid:
    """Records of cells, the first that is not empty naming the columns; raises FileError."""
    numbered = enumerate(records, 1)
    heads = next((record for _number, record in numbered if any(map(str.strip, record))), None)
    if heads is None:
        raise FileError(NOTHING)
    _bound(heads)
    columns: dict[str, str] = {}
    for head in heads:
        if (name := plain_name(head)) in columns and name:
            raise FileError(TWICE, name=head.strip())
        columns[name] = head.strip()
    places = [plain_name(head) for head in heads]
    columns.pop("", None)
    return Grid(columns, _rows(numbered, places))


def _rows(
    numbered: Iterator[tuple[int, Sequence[str]]], places: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, record in numbered:
        _bound(record)
        if number > MOST_ROWS + 1:
            raise FileError(TOO_LONG, most=MOST_ROWS)
        if any(map(str.strip, record)):
            yield number, dict(zip(places, record, strict=False))


def _bound(record: Sequence[str]) -> None:
    if len(record) > MOST_COLUMNS:
        raise FileError(TOO_WIDE, number=len(record), most=MOST_COLUMNS)
