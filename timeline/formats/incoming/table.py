"""Our own table: the columns that `timeline.formats.table` writes, of which two are needed."""

from collections.abc import Iterator

from timeline.formats.incoming.cells import LONGEST, MAX_IMPORTANCE, MOST_QUOTED, Cells
from timeline.formats.incoming.grid import Grid, plain_name
from timeline.formats.incoming.told import EnoughError, Incoming, ReadDate
from timeline.formats.records import EventRecord, Named, Source, Support
from timeline.formats.table import BETWEEN, COLUMNS

KIND = "table"
NEEDED = ("date", "title")
PLAIN = {plain_name(name): name for name in COLUMNS}
PARTS = ("", "START", "MID", "END")


def read(grid: Grid, read_date: ReadDate) -> Incoming:
    """Raises FileError where a row cannot be read at all."""
    unused = [written for plain, written in grid.columns.items() if plain not in PLAIN]
    into = Incoming(KIND, unused=unused)
    names = {PLAIN[plain]: written for plain, written in grid.columns.items() if plain in PLAIN}
    try:
        for number, values in grid.rows:
            called = {PLAIN[plain]: cell for plain, cell in values.items() if plain in PLAIN}
            into.add(number, _event(Cells(number, called, into, read_date, names)))
    except EnoughError:
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
        people=tuple(Named(name, "") for name in _names(cells, "people")),
        places=tuple(Named(name, "place") for name in _names(cells, "places")),
        evidence=tuple(_evidence(cells)),
    )


def _names(cells: Cells, column: str) -> list[str]:
    names = [name.strip() for name in cells.text(column).split(BETWEEN.strip())]
    for name in names:
        cells.bound(column, name, LONGEST["name"])
    return [name for name in names if name]


def _evidence(cells: Cells) -> Iterator[Support]:
    """A quote where its source and its day are told, else what is told as a citation."""
    quote, title = cells.text("quote", most=MOST_QUOTED, whole=True), cells.text("source")
    publisher = cells.text("publisher", most=LONGEST["publisher"])
    day, url = cells.day("published_on"), cells.url("source_url")
    if quote and title and day:
        cells.bound("source", title, LONGEST["source"])
        yield Support("quote", quote, source=Source(title, url, publisher, "", "", day))
    elif words := ", ".join(filter(None, (title, publisher, day, quote and f"“{quote}”"))):
        yield Support("citation", citation=words, citation_url=url)
    elif url:
        yield Support("citation", citation=url, citation_url=url)
    else:
        yield Support("editors")
