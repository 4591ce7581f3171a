"""A file of events, before any of it is stored: its contents, its faults, and what is stored
already."""

import json
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from timeline.dates import edtf, eras
from timeline.dates.messages import megabytes
from timeline.dates.messages import message as _
from timeline.dates.scales import Precision
from timeline.extraction.reading import read_typed
from timeline.fetching.encoding import decode
from timeline.fetching.errors import ReadError
from timeline.formats import own as own_format
from timeline.formats.incoming import own, slides, table, timelinejs, workbook
from timeline.formats.incoming.contents import Entry, Incoming, ReadDate
from timeline.formats.incoming.errors import FileError
from timeline.formats.incoming.grid import Grid, csv_grid, grid
from timeline.formats.records import EraRecord, EventRecord
from timeline.models import Event, Timeline
from timeline.text import fold, in_its_own_order, normalise

# Fifty thousand events with a quote each are some 40 MB of JSON; all of it is held in memory.
MAX_BYTES = 40_000_000

TOO_LARGE = _("The file has more than %(most)s MB: divide it.")
UNREADABLE = _("The file cannot be read: %(why)s")
NOT_JSON = _("The file begins as JSON, and cannot be read as such from line %(line)s on.")
UNKNOWN_JSON = _("The file is JSON, but neither Dateline’s nor that of TimelineJS.")
NO_EVENTS = _("There is no event in the file.")
NO_COLUMNS = _(
    "The first row does not name what is needed: “date” and “title”, or as in a sheet of "
    "TimelineJS “Year” and “Headline”."
)


def read(data: bytes, language: str = "") -> Incoming:
    """The contents of the file. `language` is that of its dates where nothing else gives one.

    Raises FileError where the file as a whole cannot be taken.
    """
    if len(data) > MAX_BYTES:
        raise FileError(TOO_LARGE, most=megabytes(MAX_BYTES))
    incoming = _read(data, _reader(language))
    if not (incoming.entries or incoming.faults or incoming.timeline or incoming.eras):
        raise FileError(NO_EVENTS)
    return incoming


def _read(data: bytes, read_date: ReadDate) -> Incoming:
    if data.startswith(workbook.SIGNATURE):
        return _table(grid(workbook.records(data)), read_date)
    text = _text(data)
    return _json(text, read_date) if text.lstrip()[:1] in ("{", "[") else _csv(text, read_date)


def _text(data: bytes) -> str:
    try:
        return normalise(decode(data))
    except ReadError as error:
        raise FileError(UNREADABLE, why=error) from error


def _reader(language: str) -> ReadDate:
    """The reader of the date field; words that a file repeats are read once."""

    @lru_cache(maxsize=16_384)
    def read_date(words: str) -> tuple[str, str]:
        reading = read_typed(words, language)
        return reading.date.text, reading.part

    return read_date


def _json(text: str, read_date: ReadDate) -> Incoming:
    try:
        document: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileError(NOT_JSON, line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise FileError(NOT_JSON, line=1) from error
    if isinstance(document, dict) and document.get("format") == own_format.FORMAT:
        return own.read(document, read_date)
    if isinstance(document, dict) and "events" in document and "format" not in document:
        return timelinejs.read(document, read_date)
    raise FileError(UNKNOWN_JSON)


def _csv(text: str, read_date: ReadDate) -> Incoming:
    return _table(csv_grid(text, [*table.PLAIN, *slides.COLUMNS]), read_date)


def _table(cells: Grid, read_date: ReadDate) -> Incoming:
    """Ours where it has both what ours needs and what TimelineJS needs."""
    if cells.columns.keys() >= set(table.NEEDED):
        return table.read(cells, read_date)
    if cells.columns.keys() >= set(slides.NEEDED):
        return slides.of_sheet(cells, read_date)
    raise FileError(NO_COLUMNS)


def known(entries: Sequence[Entry], timeline: Timeline) -> list[Entry]:
    """Those that the timeline has already: by date and title, or by number and one of these."""
    if not entries or not timeline.memberships.exists():
        return []
    days = [edtf.parse(entry.event.date).sort_day for entry in entries]
    found = Event.objects.filter(
        memberships__timeline=timeline, sort_day__gte=min(days), sort_day__lte=max(days)
    )
    dated, numbered = set[tuple[str, str, str]](), dict[int, tuple[str, str]]()
    for pk, date, part, title in found.values_list("pk", "date", "part", "title"):
        dated.add((date, part, fold(title)))
        numbered[pk] = date, fold(title)
    return [entry for entry in entries if _is_known(entry.event, dated, numbered)]


def _is_known(
    event: EventRecord, dated: set[tuple[str, str, str]], numbered: dict[int, tuple[str, str]]
) -> bool:
    title = fold(event.title)
    if (event.date, event.part, title) in dated:
        return True
    date, other = numbered.get(event.id, ("", ""))
    return event.date == date or title == other


def new_eras(incoming: Incoming, timeline: Timeline | None) -> list[EraRecord]:
    """Those of a file that its timeline has not."""
    there = {(era.date.text, era.name) for era in eras.read(timeline.eras)} if timeline else set()
    return [era for era in incoming.eras if (era.date, in_its_own_order(era.name)) not in there]


def span(entries: Sequence[Entry]) -> tuple[str, str]:
    """The EDTF texts of the first and the last date."""
    dates = sorted((edtf.parse(entry.event.date) for entry in entries), key=lambda d: d.sort_day)
    return (dates[0].text, dates[-1].text) if dates else ("", "")


def precisions(entries: Sequence[Entry]) -> list[tuple[Precision, int]]:
    """How exact the dates are, and how many so, the most frequent first."""
    return Counter(edtf.parse(entry.event.date).precision for entry in entries).most_common()
