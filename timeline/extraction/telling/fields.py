"""Dates that an infobox or the first words of a biography give: no sentence tells these events.

"Birth Date: 23 April 1964" says what happened in its key; "Ada Lovelace (10 December 1815 – 27
November 1852)" says it by its form.
"""

import re
from collections.abc import Sequence

from timeline.extraction.expressions import Expression
from timeline.extraction.narrative.layout import Line
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.shortening import shortened
from timeline.text import Span

_KEY = re.compile(r"\s*(?:[-•*·]\s+)?(?P<key>[^:\n]{2,40}):\s")
_LAST_DIGITS = re.compile(r"\d{1,2}\Z")
_DIGIT = re.compile(r":.*\d")
_NUMBER = re.compile(r"[\d_]+")
_MOST_KIN = 5  # lines that belong to the same fact: its place, its cause, its office
_SPAN_OF_LIFE = re.compile(r"\s?[–—-]\s?")
_LONGEST_BRACKET = 160  # characters: a name in other scripts, and the dates


def fact(text: str, lines: Sequence[Span], line: Line) -> Span:
    """The field with the lines of the same fact: those right below whose keys begin alike ("Death
    Date", "Death Place"), those right above that bear its number ("Office3", "Term Start3")."""
    first = _first_word(text, line.span)
    start = _first_of_number(text, lines, line)
    end = line.span.end
    for following in lines[line.number + 1 : line.number + 1 + _MOST_KIN]:
        if _first_word(text, following) != first or _DIGIT.search(
            text, following.start, following.end
        ):
            break
        end = following.end
    return Span(start, end)


def _first_of_number(text: str, lines: Sequence[Span], line: Line) -> int:
    start = line.key.start if line.key else line.span.start
    number = _number(text, line.span)
    for above in reversed(lines[max(0, line.number - _MOST_KIN) : line.number]):
        if not number or _number(text, above) != number:
            break
        start = _key_start(text, above)
    return start


def _number(text: str, line: Span) -> str:
    key = _KEY.match(text, line.start, min(line.end, line.start + 60))
    digits = _LAST_DIGITS.search(key["key"]) if key else None
    return digits[0] if digits else ""


def _key_start(text: str, line: Span) -> int:
    key = _KEY.match(text, line.start, line.end)
    return key.start("key") if key else line.start


def _first_word(text: str, line: Span) -> str:
    key = _KEY.match(text, line.start, min(line.end, line.start + 60))
    return key["key"].split()[0] if key and " " in key["key"].strip() else ""


def heading(text: str, line: Line, clause: Span, narrative: Narrative, subject: str) -> str:
    """A title for a field: whose it is, of which office, and its key in plain words."""
    key = _NUMBER.sub("", text[line.key.start : line.key.end]) if line.key else ""
    above = text[clause.start : line.key.start].split("\n")[0] if line.key else ""
    office = above.partition(":")[2].strip()
    words = ", ".join(filter(None, [office, " ".join(key.split()).lower()]))
    title = f"{subject}: {words}" if subject else words
    return shortened(title[:1].upper() + title[1:], narrative)


def told(kind: str, name: str, narrative: Narrative) -> str:
    """The title of a birth or a death of which only the date is told."""
    forms = narrative.lists.get(kind, ())
    return forms[0].replace("{name}", name) if forms else name


def is_life(text: str, found: Sequence[Expression], sentence: Span) -> bool:
    """Whether the first two expressions of a sentence are somebody's dates in brackets."""
    if len(found) < 2 or not _SPAN_OF_LIFE.fullmatch(text[found[0].end : found[1].start]):
        return False
    before = text[max(sentence.start, found[0].start - _LONGEST_BRACKET) : found[0].start]
    return before.count("(") > before.count(")") and text[found[1].end : found[1].end + 1] == ")"


def is_birth(text: str, one: Expression, sentence: Span, narrative: Narrative) -> bool:
    """ "Ada Lovelace (born 10 December 1815 in London) was ...": a birth told in brackets."""
    before = text[max(sentence.start, one.start - _LONGEST_BRACKET) : one.start]
    _, bracket, inside = before.rpartition("(")
    if not bracket or ")" in inside:
        return False
    told = (narrative.happening(word.strip(",;:*")) for word in inside.split())
    return inside.strip() == "*" or any(says and says.name == "birth" for says in told)


def bracket_end(text: str, one: Expression, sentence: Span) -> int:
    """The end of the brackets that an expression stands in."""
    end = text.find(")", one.end, min(sentence.end, one.end + _LONGEST_BRACKET))
    return end + 1 if end >= 0 else one.end
