"""Our own table: the columns that `timeline.formats.table` writes, of which two are needed."""

import json
from collections.abc import Iterator
from itertools import zip_longest

from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _
from timeline.formats.incoming import evidence
from timeline.formats.incoming.cells import (
    LONGEST,
    MAX_IMPORTANCE,
    MOST_QUOTED,
    NO_ADDRESS,
    Cells,
    is_address,
)
from timeline.formats.incoming.contents import Incoming, ReadDate
from timeline.formats.incoming.errors import TooManyFaultsError
from timeline.formats.incoming.grid import Grid, plain_name
from timeline.formats.records import EventRecord, Medium, Named, Source, Support
from timeline.formats.table import BETWEEN, COLUMNS, LINES, ORGANISATIONS, PLACES

KIND = "table"
NEEDED = ("date", "title")
PLAIN = {plain_name(name): name for name in COLUMNS}
PARTS = ("", "START", "MID", "END")
# Columns that tell of media, and what each holds.
_OF_MEDIA = {"media": "url", "media_credit": "credit", "alternative_text": "alternative_text"}
NO_JSON = _("This is no JSON, as an export writes it here.")


def read(grid: Grid, read_date: ReadDate) -> Incoming:
    """Raises FileError where a row cannot be read at all."""
    unused = [written for plain, written in grid.columns.items() if plain not in PLAIN]
    into = Incoming(KIND, unused=unused)
    names = {PLAIN[plain]: written for plain, written in grid.columns.items() if plain in PLAIN}
    try:
        for number, values in grid.rows:
            called = {PLAIN[plain]: cell for plain, cell in values.items() if plain in PLAIN}
            into.add(number, _event(Cells(number, called, into, read_date, names)))
    except TooManyFaultsError:
        pass
    return into


def _event(cells: Cells) -> EventRecord:
    date, part = cells.date("date")
    return EventRecord(
        id=cells.number("id", 0, 10**9 - 1) or 0,
        address="",
        title=cells.text("title", most=LONGEST["title"], needed=True),
        summary=cells.text("summary", whole=True),
        date=date,
        part=cells.one_of("part", PARTS) or part,
        date_in_words="",
        category=cells.text("category", most=LONGEST["category"]),
        category_name="",
        importance=cells.number("importance", 0, MAX_IMPORTANCE) or 0,
        changed="",
        featured=cells.mark("featured"),
        correction=cells.text("correction", most=LONGEST["correction"], whole=True),
        people=(
            *(Named(name, "") for name in _names(cells, "people")),
            *(Named(name, ORGANISATIONS) for name in _names(cells, "organisations")),
        ),
        places=tuple(Named(name, PLACES) for name in _names(cells, "places")),
        media=tuple(_media(cells)),
        evidence=(*_evidence(cells), *_further(cells)),
    )


def _names(cells: Cells, column: str) -> list[str]:
    names = [name.strip() for name in cells.text(column).split(BETWEEN.strip())]
    for name in names:
        cells.bound(column, name, LONGEST["name"])
    return [name for name in names if name]


def _evidence(cells: Cells) -> Iterator[Support]:
    """A quote where its source and its day are given, else a citation."""
    quote, title = cells.text("quote", most=MOST_QUOTED, whole=True), cells.text("source")
    publisher = cells.text("publisher", most=LONGEST["publisher"])
    day, url = cells.day("published_on"), cells.url("source_url")
    if quote and title and day:
        cells.bound("source", title, LONGEST["source"])
        author = cells.text("author", most=LONGEST["author"])
        language = cells.text("source_language", most=LONGEST["language"])
        source = Source(title, url, publisher, author, language, day)
        yield Support("quote", quote, cells.text("expression", whole=True), source)
    elif words := ", ".join(filter(None, (title, publisher, day, quote and f"“{quote}”"))):
        yield Support("citation", citation=words, citation_url=url)
    elif url:
        yield Support("citation", citation=url, citation_url=url)
    else:
        yield Support("editors")


def _further(cells: Cells) -> Iterator[Support]:
    """Its other pieces, as our JSON has them."""
    name = "further_evidence"
    if not (written := cells.text(name)):
        return
    try:
        values = {name: json.loads(written)}
    except (ValueError, RecursionError):
        cells.wrong(name, Sentence(NO_JSON))
        return
    pieces = Cells(cells.row, values, cells.into, cells.read_date, cells.names)
    yield from map(evidence.read, pieces.each(name))


def _media(cells: Cells) -> Iterator[Medium]:
    """One on each line, its words on the same line of their columns."""
    for url, credit, words in zip_longest(
        *(_lines(cells, name) for name in _OF_MEDIA), fillvalue=""
    ):
        if url and not is_address(url):
            cells.wrong("media", Sentence(NO_ADDRESS))
        elif url:
            yield Medium(url, credit, words)


def _lines(cells: Cells, column: str) -> list[str]:
    lines = [line.strip() for line in cells.text(column, whole=True).split(LINES)]
    for line in lines:
        cells.bound(column, line, LONGEST[_OF_MEDIA[column]])
    return lines
