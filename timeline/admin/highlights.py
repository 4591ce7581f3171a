"""Cuts an article's text into stretches, each with the evidence that covers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.models import Evidence


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text between two bounds of evidence.

    `events` are the ids of the events whose quote covers it, `anchors` the ids of the evidence
    whose quote begins here (link targets), `expression` tells whether it is (part of) a time
    expression, `status` is that of the first of its events.
    """

    text: str
    events: tuple[int, ...]
    anchors: tuple[int, ...]
    expression: bool
    status: str


def stretches(text: str, evidence: Iterable[Evidence]) -> Iterator[Stretch]:
    """Every character of `text` once, in order. Evidence may overlap and nest in any way."""
    quotes = [e for e in evidence if e.quote_start is not None and e.quote_end is not None]
    bounds = sorted({0, len(text), *_bounds(quotes, len(text))})
    for start, end in pairwise(bounds):
        covering = [e for e in quotes if _covers(e.quote_start, e.quote_end, start)]
        yield Stretch(
            text[start:end],
            tuple(dict.fromkeys(e.event_id for e in covering)),
            tuple(e.pk for e in covering if e.quote_start == start),
            any(_covers(e.expression_start, e.expression_end, start) for e in quotes),
            covering[0].event.status if covering else "",
        )


def _bounds(quotes: list[Evidence], length: int) -> Iterator[int]:
    for evidence in quotes:
        for bound in (
            evidence.quote_start,
            evidence.quote_end,
            evidence.expression_start,
            evidence.expression_end,
        ):
            if bound is not None and bound <= length:
                yield bound


def _covers(start: int | None, end: int | None, at: int) -> bool:
    return start is not None and end is not None and start <= at < end
