"""Dateline's own JSON: a timeline with its events, each with all that it rests on.

docs/formats.md says what each field means.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from timeline.formats.pieces import document
from timeline.formats.records import EventRecord, Support, TimelineRecord

FORMAT, VERSION = "dateline-timeline", 1


def write(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    head = {"format": FORMAT, "version": VERSION, "timeline": asdict(timeline)}
    return document(head, "events", map(_event, events))


def _event(event: EventRecord) -> dict[str, Any]:
    return asdict(event) | {"evidence": [_support(each) for each in event.evidence]}


def _support(support: Support) -> dict[str, Any]:
    """Only the fields that its kind has."""
    return {name: value for name, value in asdict(support).items() if value}
