"""What began a span of time: "the worst fire since 3 May 1993, when the harbour burned".

The open date tells how rare or how lasting something is; what happened on its first day is an event
of its own.
"""

from dataclasses import replace
from typing import NamedTuple

from timeline.dates.edtf import sides
from timeline.extraction.expressions import Expression
from timeline.extraction.narrative.boundaries import stripped
from timeline.extraction.narrative.marks import COMMA_SPACE
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span

_MOST = 300  # characters of the clause


class Since(NamedTuple):
    """The day itself, the words that tell it with its date, and those behind "when"."""

    expression: Expression
    quote: Span
    told: Span


def told_since(text: str, one: Expression, sentence: Span, narrative: Narrative) -> Since | None:
    """The event with which an open date begins, where a "when" behind it tells that."""
    comma = COMMA_SPACE.match(text, one.end, sentence.end)
    first = sides(one.date)[0] if comma and one.date and one.date.open_end else None
    if first is None or comma is None:
        return None
    when = narrative.pattern("whens").match(text, comma.end(), sentence.end)
    if when is None:
        return None
    told = stripped(text, Span(when.end(), min(sentence.end, when.end() + _MOST)))
    return Since(replace(one, date=first), Span(one.start, told.end), told)
