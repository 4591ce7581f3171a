"""Events as a table (CSV, RFC 4180) for spreadsheets.

It begins with the mark by which spreadsheets tell UTF-8. A cell that one of them would run as a
formula, or that begins so after apostrophes, has one apostrophe more before it, which whoever reads
the file takes away again.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from timeline.formats import own
from timeline.formats.records import EventRecord, Medium, Named, Source, Support, TimelineRecord

COLUMNS = (
    "id",
    "date",
    "part",
    "date_in_words",
    "title",
    "summary",
    "category",
    "people",
    "organisations",
    "places",
    "importance",
    "featured",
    "quote",
    "source",
    "publisher",
    "published_on",
    "source_url",
    "author",
    "source_language",
    "expression",
    "further_evidence",
    "pieces_of_evidence",
    "media",
    "media_credit",
    "alternative_text",
    "correction",
    "address",
)
# What begins a formula in one spreadsheet or another (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "
# Between the media of an event, whose words may have all other signs.
LINES = "\n"
PEOPLE, ORGANISATIONS, PLACES = "person", "organisation", "place"
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
    yield event.category
    yield from (_names(event.people, PEOPLE), _names(event.people, ORGANISATIONS))
    yield _names(event.places, PLACES)
    yield from (event.importance, int(event.featured))
    yield from (first.quote, source.title or first.citation, source.publisher)
    yield from (source.published_on, source.url or first.citation_url)
    yield from (source.author, source.language, first.expression)
    yield from (_further(event.evidence[1:]), len(event.evidence))
    yield from _media(event.media)
    yield from (event.correction, event.address)


def _names(named: Sequence[Named], kind: str) -> str:
    return BETWEEN.join(one.name for one in named if one.kind == kind)


def _further(evidence: Sequence[Support]) -> str:
    """As in our JSON; it is rare, and has no end of columns."""
    return orjson.dumps([own.piece(each) for each in evidence]).decode() if evidence else ""


def _media(media: Sequence[Medium]) -> Iterator[str]:
    """Each on a line of its own, in each of the three columns."""
    yield LINES.join(medium.url for medium in media)
    yield LINES.join(" ".join(medium.credit.split()) for medium in media)
    yield LINES.join(" ".join(medium.alternative_text.split()) for medium in media)


def _cell(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and _begins_a_formula(value) else value


def plain(cell: str) -> str:
    """A cell as it was before it was written."""
    return cell[1:] if cell.startswith("'") and _begins_a_formula(cell) else cell


def _begins_a_formula(value: str) -> bool:
    return value.lstrip("'").startswith(FORMULA)
