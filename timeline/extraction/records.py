"""Events as the plain records that `extract --json` prints: one dict an event, nothing null."""

from typing import Any

from timeline.extraction.findings import Extraction, FoundEvent, Name
from timeline.text import Span


def as_record(extraction: Extraction, text: str) -> list[dict[str, Any]]:
    """The events of `text`, each with its strongest evidence. Offsets are code points of `text`."""
    return [_event(event, text) for event in extraction.events]


def _event(event: FoundEvent, text: str) -> dict[str, Any]:
    evidence = event.evidence[0]
    resolution = evidence.resolution
    return {
        "date": event.date.text,
        "title": event.title,
        **_span("quote", evidence.quote, text),
        **_span("expression", evidence.expression, text),
        "resolution": {
            "rule": str(resolution.rule),
            "anchor": resolution.anchor,
            "direction": str(resolution.direction),
            "value": resolution.value,
        },
        "participants": _texts(event.participants),
        "places": _texts(event.places),
        "confidence": event.confidence,
    }


def _span(name: str, span: Span, text: str) -> dict[str, Any]:
    start, end = span
    return {name: text[start:end], f"{name}_start": start, f"{name}_end": end}


def _texts(names: tuple[Name, ...]) -> list[str]:
    return [name.text for name in names]
