"""What a text tells without a date: "recently the mayor resigned".

No event is made of it; it is set aside for an editor, who may know when it was.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from timeline.extraction.expressions import Expression
from timeline.extraction.findings import Undated
from timeline.extraction.resolving.found import DATE, TIME
from timeline.extraction.telling.drafts import happenings, words_beside
from timeline.extraction.telling.reader import Reader
from timeline.text import Span

# TIMEX3's value for "now" and "today's": what is so at present is no event.
_PRESENT = "PRESENT_REF"


def undated(reader: Reader) -> Iterator[Undated]:
    """Sentences that say plainly what happened and whose only times have no calendar value, in the
    order of the text."""
    last = None
    for one in filter(_is_vague, reader.timeless):
        sentence = _sentence(reader, one)
        if sentence == last or _is_dated(reader, sentence):
            continue
        words = words_beside(reader.text, sentence, Span(one.start, one.end))
        if happenings(words, reader.narrative):
            last = sentence
            yield Undated(sentence, Span(one.start, one.end))


def _is_vague(one: Expression) -> bool:
    return one.kind in (DATE, TIME) and one.value != _PRESENT


def _sentence(reader: Reader, one: Expression) -> Span:
    start, end = reader.sentences[max(0, bisect_right(reader.starts, one.start) - 1)]
    return Span(start, max(end, one.end))


def _is_dated(reader: Reader, sentence: Span) -> bool:
    return bisect_left(reader.begins, sentence.end) > bisect_left(reader.begins, sentence.start)
