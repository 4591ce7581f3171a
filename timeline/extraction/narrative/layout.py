"""What a line of an article is: running text, or one of the things around it that carry dates.

A heading, a caption or a field of an infobox is told by its form alone, so the rules hold for pages
whose markup is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span

_BULLET = re.compile(r"\s*[-•*·–]\s+")
_FIELD = re.compile(r"\s*(?:[-•*·]\s+)?(?P<key>[^:\n]{2,40}):\s+")
_AFTER_ENTRY = re.compile(r"\s*[:–—-]\s+(?=\S+\s+\S)")
_DATELINE_END = re.compile(
    r"[\s.,]*(?:(?:\([^)\n]{2,40}\)|[/-]\s?[^\W\d_]{2,12}\s?[/-])?\s*[-–—:]+|/[^\W\d_]{2,12}/\.)\s"
)
_SENTENCE = re.compile(r"[.!?…؟。][\"'”’»)]*\s|[.!?…:؟。;؛»”\"'’][)\u200f]*\Z")
_AGENCY = re.compile(r"[^\n.(){}:;]{2,40}\([^()\n]{2,40}\)\.?\s?[-–—]\s+")
# "GENEVA, Switzerland — ", "MADRID.- ", "بيروت - ": a place of few words, and a dash.
_PLACE = re.compile(
    r"(?:[^\W\d_a-z]{3,}(?:[ .'-][^\W\d_a-z]+){0,3}(?:, [^\W\d_][^\n,.;:–—-]{2,30})?(?:\.|\s?)"
    r"|[\u0620-\u06ff]{3,}(?: [\u0620-\u06ff]+){0,2}\s)[–—-]+\s+"
)
_CAPTION_END = re.compile(r"[\s.,]*(?:\([^)\n]{2,60}\))?\s*\Z")
_FINAL = (*".!?…:؟。;؛»”\"'’", ")\u200f")
_SEPARATORS = ("-", "–", "—", "|", ",", "،", "(", "/")
_WORD = re.compile(r"\w+")
_LONGEST_HEADING = 120  # characters; a line longer than a headline is running text
_LONGEST_DATELINE = 60  # "WASHINGTON and NEW YORK, May 20 (Reuters) -"
_MOST_BEHIND = 20  # characters behind the date in a field: an age, a footnote
_FIRST_LINES = 4  # title, byline, date, place: where an article dates itself


class Kind(Enum):
    """What a line is."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    FIELD = "field"
    ENTRY = "entry"  # of a chronology: "12 May 2019: ..."
    DOCUMENT = "document"  # dates or licenses the document itself


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds time expressions. `number` counts the lines with text from 0."""

    span: Span
    kind: Kind
    number: int
    key: Span | None = None  # the key of a field


def line_of(
    text: str, span: Span, number: int, alone: bool, dates: Sequence[Span], narrative: Narrative
) -> Line:
    """What the line at `span` is, given the time expressions in it (at least one). `alone`: the
    text has no other line."""
    words = text[span.start : span.end] if span.end - span.start <= 1000 else ""
    if not words:
        return Line(span, Kind.TEXT, number)
    if key := _key_of(text, span, words, dates[0], narrative):
        return Line(span, Kind.FIELD, number, key)
    bullet = _BULLET.match(words)
    start = span.start + (bullet.end() if bullet else 0)
    dash = _AFTER_ENTRY.match(text, dates[0].end, span.end) if dates[0].start == start else None
    entry = dash is not None and ":" in dash[0]  # a dash may part a date from its byline
    if not entry and _is_of_document(text, span, words, number, alone, dates, narrative):
        return Line(span, Kind.DOCUMENT, number)
    if dash:
        return Line(span, Kind.ENTRY, number)
    if alone or bullet or len(words) > _LONGEST_HEADING or _SENTENCE.search(words):
        kind = Kind.CAPTION if _has_caption_word(words, narrative) else Kind.TEXT
        return Line(span, kind, number)
    if _is_dated_caption(text, span, dates[-1]) or _has_caption_word(words, narrative):
        return Line(span, Kind.CAPTION, number)
    return Line(span, Kind.HEADING, number)


def entry_start(text: str, line: Line, date: Span) -> int:
    """Where an entry of a chronology tells something, behind its date and a dash or colon."""
    dash = _AFTER_ENTRY.match(text, date.end, line.span.end)
    return dash.end() if dash else date.end


def report_start(text: str, line: Span) -> int:
    """Where a line begins behind the place and agency that open it: "KABUL (Agency) - Nine ..."."""
    opening = _AGENCY.match(text, line.start, line.end) or _PLACE.match(text, line.start, line.end)
    if opening and opening.re is _PLACE and (place := opening[0].split()[0]) != place.upper():
        return line.start
    return opening.end() if opening else line.start


def after_dateline(text: str, line: Line, date: Span) -> int:
    """Where the report begins behind an expression that dates it ("PARIS, May 20 (Reuters) - The
    ..."), 0 if the expression does not."""
    if not 0 < date.start - line.span.start <= _LONGEST_DATELINE:
        return 0
    before = text[line.span.start : date.start]
    if "(" in before:
        return 0
    if line.kind is not Kind.TEXT:
        return 0
    ending = _DATELINE_END.match(text, date.end, line.span.end)
    words = _WORD.findall(before)
    if not (ending and words and sum(word[:1].isupper() for word in words) * 2 > len(words)):
        return 0
    return ending.end()


def _is_of_document(
    text: str,
    span: Span,
    words: str,
    number: int,
    alone: bool,
    dates: Sequence[Span],
    narrative: Narrative,
) -> bool:
    if alone or len(words) > _LONGEST_HEADING:
        return False
    if narrative.pattern("dating").match(words.lstrip("-•*· ([")):
        return _left(text, span, dates) <= 8
    return _left(text, span, dates) <= (3 if number < _FIRST_LINES and not _final(words) else 0)


def _left(text: str, span: Span, dates: Sequence[Span]) -> int:
    """How many words the line has besides its time expressions."""
    inside = sum(len(_WORD.findall(text[date.start : date.end])) for date in dates)
    return len(_WORD.findall(text[span.start : span.end])) - inside


def _final(words: str) -> bool:
    return words.endswith(_FINAL)


def _key_of(text: str, span: Span, words: str, date: Span, narrative: Narrative) -> Span | None:
    """The key of a field whose whole value is the expression, if the key says what happened."""
    field = _FIELD.match(words)
    if not field or date.start != span.start + field.end() or span.end - date.end > _MOST_BEHIND:
        return None
    happened = any(map(narrative.happening, field["key"].split()))
    return (
        Span(span.start + field.start("key"), span.start + field.end("key")) if happened else None
    )


def _is_dated_caption(text: str, span: Span, date: Span) -> bool:
    """ "The two presidents in Tehran - 30 May 2024 (Agency)"."""
    if not _CAPTION_END.match(text, date.end, span.end):
        return False
    before = text[span.start : date.start].rstrip()
    return text[date.end : span.end].endswith(")") or before.endswith(_SEPARATORS)


def _has_caption_word(words: str, narrative: Narrative) -> bool:
    return len(words) <= 2 * _LONGEST_HEADING and bool(narrative.pattern("captions").match(words))
