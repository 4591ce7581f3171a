"""Slides of TimelineJS 3, whether rows of its spreadsheet or objects of its JSON.

timeline.knightlab.com/docs/json-format.html says what a slide holds. Years before our era are
numbered as TimelineJS shows them (-44 is 44 BCE), as `timeline.formats.timelinejs` writes them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dates import edtf, eras
from timeline.dates.edtf import DateError
from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _
from timeline.dates.parts import drawn
from timeline.formats.incoming import pictures
from timeline.formats.incoming.cells import EMPTY, LONGEST, Cells
from timeline.formats.incoming.contents import Incoming, ReadDate
from timeline.formats.incoming.errors import TooManyFaultsError
from timeline.formats.incoming.grid import Grid
from timeline.formats.incoming.plain import plain
from timeline.formats.incoming.table import PARTS
from timeline.formats.incoming.words import block, line
from timeline.formats.records import EraRecord, EventRecord, Support, TimelineRecord
from timeline.formats.timelinejs import dates_of

KIND = "timelinejs"
# Of the published sheet: plain names, and how it writes them.
COLUMNS = {
    "year": "Year",
    "month": "Month",
    "day": "Day",
    "time": "Time",
    "endyear": "End Year",
    "endmonth": "End Month",
    "endday": "End Day",
    "endtime": "End Time",
    "displaydate": "Display Date",
    "headline": "Headline",
    "text": "Text",
    "media": "Media",
    "mediacredit": "Media Credit",
    "mediacaption": "Media Caption",
    "mediathumbnail": "Media Thumbnail",
    "alttext": "Alt Text",
    "type": "Type",
    "group": "Group",
    "background": "Background",
}
NEEDED = ("year", "headline")
_NOT_OF_ERAS = ("text", "media", "group")
# Four digits are what EDTF has for a year.
EARLIEST, LATEST = -9999, 9999

NO_TYPE = _("This is not accepted here: write title, era, or nothing.")
NO_YEAR_ZERO = _("There is no year 0: 1 BCE is written as -1.")
NO_TIME = _("This is no time of day: write it as 14:30, or 2:30 PM.")
NOT_ALONE = _("It needs “%(other)s” beside it.")
SECOND_TITLE = _("There are two title slides: a timeline has one.")

# As TimelineJS reads them: seconds and less are not kept here, which is told.
_TIME = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?\s*(?:([ap])\.?m\.?)?", re.I)


def read(
    slides: Iterable[tuple[int, Mapping[str, Any]]],
    read_date: ReadDate,
    names: Mapping[str, str] = COLUMNS,
    unused: Iterable[str] = (),
) -> Incoming:
    """Slides with their numbers, their fields by the names of `COLUMNS`."""
    into = Incoming(KIND)
    for column in unused:
        into.leave(column)
    try:
        for number, values in slides:
            _take(Cells(number, values, into, read_date, names))
    except TooManyFaultsError:
        pass
    return into


def of_sheet(grid: Grid, read_date: ReadDate) -> Incoming:
    """The rows of its spreadsheet."""
    unused = [name for plain_name, name in grid.columns.items() if plain_name not in COLUMNS]
    return read(grid.rows, read_date, grid.columns, unused)


def _take(cells: Cells) -> None:
    kind = cells.text("type").lower()
    if kind not in ("", "event", "title", "era"):
        cells.wrong("type", Sentence(NO_TYPE))
    elif kind == "era":
        _take_era(cells)
    elif kind != "title":
        cells.into.add(cells.row, _event(cells))
    elif cells.into.timeline:
        cells.wrong("type", Sentence(SECOND_TITLE))
    else:
        cells.into.timeline = _timeline(cells)


def _timeline(cells: Cells) -> TimelineRecord:
    title, text = line(cells, "headline", 0), block(cells, "text")
    media, left, look = pictures.read(cells, title)
    introduction = "\n\n".join(filter(None, (text, left)))
    cover = next(iter(media), None)
    return TimelineRecord("", title, introduction, "", "", cover=cover, look=look)


def _take_era(cells: Cells) -> None:
    """Of an era TimelineJS shows its days and its name alone, and so do we."""
    date, name = _numbers(cells), line(cells, "headline", LONGEST["era"])
    if not name:
        cells.wrong("headline", Sentence(EMPTY))
    for other in filter(cells.text, _NOT_OF_ERAS):
        cells.into.leave(f"{cells.names.get(other, other)} (era)")
    if date and name:
        era = EraRecord(name, _whole(cells, date))
        cells.into.take_era(cells.row, cells.names.get("type", "eras"), era)


def _whole(cells: Cells, date: str) -> str:
    """The display date where it has two ends, which those of eras have."""
    told, part = _exactly(cells, date) or _displayed(cells, date)[:2]
    try:
        return eras.whole(told, part).text
    except DateError:
        return date


def _event(cells: Cells) -> EventRecord:
    date, part, told = _date(cells)
    title, text = _words(cells)
    media, left, look = pictures.read(cells, title)
    summary = "\n\n".join(filter(None, (told, text, left)))
    return EventRecord(
        id=0,
        address="",
        title=title,
        summary=summary,
        date=date,
        part=part,
        date_in_words="",
        category="",
        category_name=line(cells, "group", LONGEST["category_name"]),
        importance=0,
        changed="",
        media=tuple(media),
        evidence=(Support("editors"),),
        look=look,
    )


def _words(cells: Cells) -> tuple[str, str]:
    """Title and summary. A slide without a headline is called by the first line of its text."""
    title, text = line(cells, "headline", LONGEST["title"]), block(cells, "text")
    if not title and text:
        title, _end, text = text.partition("\n")
        title = title.strip()
        cells.bound("text", title, LONGEST["title"])
    if not title:
        cells.wrong("headline", Sentence(EMPTY))
    return title, text.strip()


@dataclass(frozen=True, slots=True)
class _Side:
    """The columns of one end."""

    year: str
    month: str
    day: str
    time: str


_START = _Side("year", "month", "day", "time")
_END = _Side("endyear", "endmonth", "endday", "endtime")


def _date(cells: Cells) -> tuple[str, str, str]:
    """EDTF text, part, and the display date where it says what these do not."""
    date = _numbers(cells)
    if not date:
        return "", "", ""
    exactly = _exactly(cells, date)
    return (*exactly, "") if exactly else _displayed(cells, date)


def _exactly(cells: Cells, date: str) -> tuple[str, str] | None:
    """The date and the part that our own export says beside the numbers, while these are of it."""
    written, part = cells.text("edtf"), cells.text("edtfpart")
    try:
        own = edtf.parse(written).text if written and part in PARTS else ""
    except DateError:
        return None
    return (own, part) if own and dates_of(own, part) == dates_of(date, "") else None


def _numbers(cells: Cells) -> str:
    """EDTF text of the columns of both ends; "" where they are wrong."""
    if not str(cells.values.get("year") or "").strip():
        cells.wrong("year", Sentence(EMPTY))
        return ""
    start, end = _side(cells, _START), _side(cells, _END)
    if not start:
        return ""
    try:
        return edtf.parse(f"{start}/{end}" if end and end != start else start).text
    except DateError as error:
        cells.wrong("endyear" if end else "day", error)
        return ""


def _side(cells: Cells, side: _Side) -> str:
    """EDTF text; "" where nothing is given, or something wrong."""
    year = cells.number(side.year, EARLIEST, LATEST)
    month = cells.number(side.month, 1, 12)
    day = cells.number(side.day, 1, 31)
    time = _time(cells, side.time)
    if year == 0:
        cells.wrong(side.year, Sentence(NO_YEAR_ZERO))
    for finer, name, coarser in (
        (month, side.month, side.year if year is None else ""),
        (day, side.day, side.month if month is None else ""),
        (time, side.time, side.day if day is None else ""),
    ):
        if finer and coarser:
            cells.wrong(name, Sentence(NOT_ALONE, other=cells.names.get(coarser, coarser)))
    return _text(year, month, day, time) if year else ""


def _text(year: int, month: int | None, day: int | None, time: str) -> str:
    told = year if year > 0 else year + 1
    text = f"{'-' if told < 0 else ''}{abs(told):04}"
    if month:
        text += f"-{month:02}"
    if month and day:
        text += f"-{day:02}"
    return f"{text}T{time}" if time and month and day else text


def _time(cells: Cells, name: str) -> str:
    written = cells.text(name)
    found = _TIME.fullmatch(written)
    if not found:
        if written:
            cells.wrong(name, Sentence(NO_TIME))
        return ""
    hour, half = int(found[1]), (found[4] or "").lower()
    if hour > (12 if half else 23) or (half and not hour):
        cells.wrong(name, Sentence(NO_TIME))
        return ""
    if float(found[3] or 0):
        cells.into.leave(f"{cells.names.get(name, name)} (:ss)")
    return f"{hour % 12 + 12 * (half == 'p') if half else hour:02}:{found[2]}"


def _displayed(cells: Cells, date: str) -> tuple[str, str, str]:
    """The display date, read, is the date where it says how exact the numbers are: it covers the
    same days, or some of them. Other words are kept as they are."""
    words = " ".join(plain(cells.text("displaydate")).split())
    if not words:
        return date, "", ""
    try:
        told, part = cells.read_date(words)
    except DateError:
        return date, "", words
    if dates_of(told, part) == dates_of(date, "") or _within((told, part), (date, "")):
        return told, part, ""
    return date, "", words


def _within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    first, last = drawn(edtf.parse(inner[0]), inner[1])
    start, end = drawn(edtf.parse(outer[0]), outer[1])
    return start <= first and last <= end
