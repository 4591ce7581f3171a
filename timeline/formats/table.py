"""Events as a table (CSV, RFC 4180) for spreadsheets.

It begins with the mark by which spreadsheets tell UTF-8. A cell that one of them would run as a
formula, or that begins so after apostrophes, has one apostrophe more before it, which whoever reads
the file takes away again.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.formats.records import EventRecord, Named, Source, Support, TimelineRecord

COLUMNS = (
    "id",
    "date",
    "part",
    "date_in_words",
    "title",
    "summary",
    "category",
    "people",
    "places",
    "importance",
    "featured",
    "quote",
    "source",
    "publisher",
    "published_on",
    "source_url",
    "pieces_of_evidence",
    "address",
)
# What begins a formula in one spreadsheet or another (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "
_NOTHING = Support("editors")
_NOWHERE = Source("", "", "", "", "", "")


def write(_timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    writer = csv.writer(_Lines())
    yield writer.writerow(COLUMNS).encode("utf-8-sig")
    for event in events:
        yield writer.writerow([_cell(value) for value in row(event)]).encode()


class _Lines:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> Any:
        return line


def row(event: EventRecord) -> Iterator[str | int]:
    """The cells of an event, one for each of `COLUMNS`."""
    first = event.evidence[0] if event.evidence else _NOTHING
    source = first.source or _NOWHERE
    yield from (event.id, event.date, event.part, event.date_in_words, event.title, event.summary)
    yield from (event.category, _names(event.people), _names(event.places))
    yield from (event.importance, int(event.featured))
    yield from (first.quote, source.title or first.citation, source.publisher)
    yield from (source.published_on, source.url or first.citation_url)
    yield from (len(event.evidence), event.address)


def _names(named: Sequence[Named]) -> str:
    return BETWEEN.join(one.name for one in named)


def _cell(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and _begins_a_formula(value) else value


def plain(cell: str) -> str:
    """A cell as it was before it was written."""
    return cell[1:] if cell.startswith("'") and _begins_a_formula(cell) else cell


def _begins_a_formula(value: str) -> bool:
    return value.lstrip("'").startswith(FORMULA)
