"""Cuts an article's text into stretches, each with the evidence that covers it."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

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
    quoted = _Covering(quotes, "quote")
    dated = _Covering(quotes, "expression")
    for start, end in pairwise(bounds):
        covering = quoted.at(start)
        yield Stretch(
            text[start:end],
            tuple(dict.fromkeys(e.event_id for e in covering)),
            tuple(e.pk for e in covering if e.quote_start == start),
            bool(dated.at(start)),
            covering[0].event.status if covering else "",
        )


class _Covering:
    """Which quotes, or which expressions, cover a place; asked for places in ascending order, so
    that each piece of evidence comes and goes once."""

    def __init__(self, evidence: Iterable[Evidence], part: str) -> None:
        spans = (
            (getattr(e, f"{part}_start"), getattr(e, f"{part}_end"), number, e)
            for number, e in enumerate(evidence)
        )
        known = [span for span in spans if span[0] is not None and span[1] is not None]
        self._coming = deque(sorted(known, key=itemgetter(0)))
        self._open: list[tuple[int, int, int, Evidence]] = []

    def at(self, place: int) -> list[Evidence]:
        """Those that cover the place, in the order in which they were given."""
        while self._coming and self._coming[0][0] <= place:
            self._open.append(self._coming.popleft())
        self._open = [span for span in self._open if span[1] > place]
        return [span[3] for span in sorted(self._open, key=itemgetter(2))]


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
