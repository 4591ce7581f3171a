"""Our own JSON, as `timeline.formats.own` writes it."""

from typing import Any

from timeline.dates import eras
from timeline.dates.edtf import DateError
from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _
from timeline.formats import own
from timeline.formats.incoming import evidence
from timeline.formats.incoming.cells import (
    LONGEST,
    LONGEST_COLOUR,
    LONGEST_UNIQUE_ID,
    MAX_IMPORTANCE,
    NO_OBJECT,
    Cells,
)
from timeline.formats.incoming.contents import Incoming, ReadDate
from timeline.formats.incoming.errors import Fault, FileError, TooManyFaultsError
from timeline.formats.incoming.grid import MOST_ROWS, TOO_LONG
from timeline.formats.incoming.table import PARTS
from timeline.formats.records import (
    Elsewhere,
    EraRecord,
    EventRecord,
    Look,
    Medium,
    Named,
    Support,
    TimelineRecord,
)

KIND = "own"
KINDS = ("person", "organisation", "place")
NEWER = _("The file is of version %(version)s: this program reads version %(ours)s.")
NO_EVENTS = _("The file has no array “events”.")


def read(document: dict[str, Any], read_date: ReadDate) -> Incoming:
    """Raises FileError for another version, or a file without events."""
    if (version := document.get("version")) != own.VERSION:
        raise FileError(NEWER, version=version, ours=own.VERSION)
    into = Incoming(KIND)
    try:
        into.timeline = _timeline(document.get("timeline"), into, read_date)
        for number, value in enumerate(listed(document), 1):
            if isinstance(value, dict):
                into.add(number, _event(Cells(number, value, into, read_date)))
            else:
                into.note(Fault(number, "events", str(value), Sentence(NO_OBJECT)))
    except TooManyFaultsError:
        pass
    return into


def listed(document: dict[str, Any]) -> list[Any]:
    """The events of a JSON file, not too many; raises FileError."""
    events = document.get("events")
    if not isinstance(events, list):
        raise FileError(NO_EVENTS)
    if len(events) > MOST_ROWS:
        raise FileError(TOO_LONG, most=MOST_ROWS)
    return events


def _timeline(value: Any, into: Incoming, read_date: ReadDate) -> TimelineRecord | None:
    if not isinstance(value, dict):
        return None
    cells = Cells(0, value, into, read_date, prefix="timeline.")
    for one in cells.each("eras"):
        _take_era(one)
    return TimelineRecord(
        address="",
        title=cells.text("title"),
        introduction=cells.text("introduction", whole=True),
        language=cells.text("language", most=LONGEST["language"]),
        changed="",
        cover=_medium(cover) if (cover := cells.inside("cover")) else None,
        credits=cells.text("credits", most=LONGEST["credits"], whole=True),
        look=_look(look) if (look := cells.inside("look")) else None,
    )


def _take_era(cells: Cells) -> None:
    name, (date, part) = cells.text("name", most=LONGEST["era"], needed=True), cells.date("date")
    try:
        if date and name:
            era = EraRecord(name, eras.whole(date, part).text)
            cells.into.take_era(cells.row, f"{cells.prefix}date", era)
    except DateError as error:
        cells.wrong("date", error)


def _event(cells: Cells) -> EventRecord:
    date, part = cells.date("date")
    return EventRecord(
        id=cells.number("id", 0, 10**9 - 1) or 0,
        address="",
        title=cells.text("title", most=LONGEST["title"], needed=True),
        summary=cells.text("summary", whole=True),
        correction=cells.text("correction", most=LONGEST["correction"], whole=True),
        date=date,
        part=cells.one_of("part", PARTS) or part,
        date_in_words="",
        category=cells.text("category", most=LONGEST["category"]),
        category_name=cells.text("category_name", most=LONGEST["category_name"]),
        importance=cells.number("importance", 0, MAX_IMPORTANCE) or 0,
        changed="",
        people=tuple(_named(one) for one in cells.each("people")),
        places=tuple(_named(one) for one in cells.each("places")),
        media=tuple(_medium(one) for one in cells.each("media")),
        evidence=tuple(evidence.read(one) for one in cells.each("evidence"))
        or (Support("editors"),),
        featured=cells.flag("featured"),
        elsewhere=_elsewhere(other) if (other := cells.inside("elsewhere")) else None,
        look=_look(look) if (look := cells.inside("look")) else None,
    )


def _look(cells: Cells) -> Look:
    return Look(
        background=cells.url("background"),
        colour=cells.text("colour", most=LONGEST_COLOUR),
        medium=cells.url("medium"),
        thumbnail=cells.url("thumbnail"),
        title=cells.text("title", most=LONGEST["alternative_text"]),
        link=cells.url("link"),
        unique_id=cells.text("unique_id", most=LONGEST_UNIQUE_ID),
    )


def _elsewhere(cells: Cells) -> Elsewhere:
    return Elsewhere(
        title=cells.text("title", most=LONGEST["title"], needed=True),
        summary=cells.text("summary", whole=True),
        media=tuple(_medium(one) for one in cells.each("media")),
    )


def _named(cells: Cells) -> Named:
    name = cells.text("name", most=LONGEST["name"], needed=True)
    return Named(name, cells.one_of("kind", KINDS))


def _medium(cells: Cells) -> Medium:
    return Medium(
        url=cells.url("url", needed=True),
        credit=cells.text("credit", most=LONGEST["credit"]),
        alternative_text=cells.text("alternative_text", most=LONGEST["alternative_text"]),
    )
