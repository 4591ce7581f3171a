"""Dateline's own JSON: a timeline with its events, each with all that it rests on.

docs/formats.md says what each field means.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from timeline.formats.pieces import document
from timeline.formats.records import EventRecord, Support, TimelineRecord

FORMAT, VERSION = "dateline-timeline", 1
_FIELDS = [field.name for field in fields(EventRecord)]
_OF_SUPPORT = [field.name for field in fields(Support)]


def write(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    record = asdict(timeline)
    if timeline.look is None:
        del record["look"]
    head = {"format": FORMAT, "version": VERSION, "timeline": record}
    return document(head, "events", map(_event, events))


def _event(event: EventRecord) -> dict[str, Any]:
    """As the record has them; what it holds is written as it is."""
    record = {name: getattr(event, name) for name in _FIELDS}
    for name in ("elsewhere", "look"):
        if record[name] is None:
            del record[name]
    return record | {"evidence": [piece(each) for each in event.evidence]}


def piece(support: Support) -> dict[str, Any]:
    """Only the fields that its kind has."""
    fields = ((name, getattr(support, name)) for name in _OF_SUPPORT)
    return {name: value for name, value in fields if value}
