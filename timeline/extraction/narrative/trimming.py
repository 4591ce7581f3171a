"""What of a clause belongs to its expressions: it loses what stands before and behind them.

"After the start of the war, ..." before the clause with the date, ", according to ..." behind it.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from timeline.extraction.narrative.boundaries import (
    COORDINATE,
    DEPENDENT,
    STRONG,
    Boundary,
    first_from,
    is_of_a_list,
    is_said,
    stripped,
)
from timeline.extraction.narrative.dependents import (
    after_dependent,
    behind_mark,
    behind_sequel,
    dated_part,
    tells,
)
from timeline.extraction.narrative.marks import COMMA_SPACE, LETTER
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span, fold

LONGEST = 400  # characters of a quote on either side of its expressions
_MOST_SAYING = 9  # words of ", the Interior Minister Lina Aziz told reporters"
_MOST_CUTS = 200  # in one quote; more than its length allows
_WORD = re.compile(r"\w+")
# Word lists: what tells nothing by itself, and what opens a remark.
SMALL = ("common", "time_words", "prepositions", "coordinate")
_RELATIVES = ("asides", "oblique")


def trimmed(
    text: str, span: Span, dates: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> Span:
    """The part of the words that tells what happened at the expressions."""
    start, end = max(span.start, dates.start - LONGEST), min(span.end, dates.end + LONGEST)
    before = Span(behind_mark(text, Span(start, end), dates, narrative), dates.start)
    if (main := behind_sequel(text, before, dates, narrative)) is not None:
        before = Span(main, dates.start)
    elif part := dated_part(text, before, end, dates, narrative):
        return part
    german = _german_relative(text, Span(before.start, end), dates, narrative)
    if aside := german or _aside_around(text, before, cuts, narrative):
        comma = COMMA_SPACE.search(text, dates.end, end)
        before, end = Span(aside, dates.start), comma.start() if comma else end
    elif narrative.pattern("participles").match(text, before.start, before.end):
        if (main := _main_clause(text, before, narrative)) is not None:
            before = Span(main, dates.start)
        else:
            comma = COMMA_SPACE.search(text, dates.end, end)  # "Born in 1951 in Lyon, | she ..."
            end = comma.start() if comma else end
    start = _own_main(text, Span(before.start, end), dates, cuts, narrative)
    start = after_dependent(text, Span(start, end), dates, narrative)
    end = _before_next(text, Span(start, end), dates, cuts, narrative)
    end = _before_saying(text, dates.end, end, narrative)
    told = _without_and(text, stripped(text, Span(start, end)), narrative)
    inside = told.start <= dates.start and dates.end <= told.end
    return told if inside else Span(min(told.start, dates.start), max(told.end, dates.end))


def _without_and(text: str, clause: Span, narrative: Narrative) -> Span:
    """Without the "and" behind it, whose clause is another date's: "scored a goal | and"."""
    before, space, last = text[clause.start : clause.end].rpartition(" ")
    if not space or fold(last) not in narrative.words("coordinate"):
        return clause
    return stripped(text, Span(clause.start, clause.start + len(before)))


def _own_main(
    text: str, clause: Span, dates: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> int:
    """Where the last clause before a date begins that has its own subject and verb: "The fund was
    set up, and | Lina Aziz won the prize in 1957", "..., and | in 1957 the prize was won"."""
    before = Span(clause.start, dates.start)
    first = first_from(cuts, before.start + 1)
    inside = cuts[first : first_from(cuts, before.end)]
    for cut in reversed(inside[-_MOST_CUTS:]):
        told = text[before.start : cut.end], text[cut.start : before.end]
        joined = cut.strength == COORDINATE and not is_of_a_list(text, cut, narrative)
        if joined and _opens(text, Span(cut.start, clause.end), dates, narrative):
            told = told[0], text[dates.end : clause.end]
        whole = joined and (told[1][:1].isupper() or told[1].startswith((" ", ",")))
        whole = whole or _is_dependent(text, cut, narrative)
        if whole and all(tells(words, narrative) for words in told):
            return cut.start
    return before.start


def _is_dependent(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ ", though it joined in 1973": a clause with its own pronoun, that has the date alone."""
    if cut.strength != DEPENDENT or text[cut.end] not in ",،":
        return False
    word = narrative.pattern("subordinate").match(text, cut.start)
    pronouns = narrative.pattern("pronouns", "neuters")
    return word is not None and pronouns.match(text, word.end() + 1) is not None


def _main_clause(text: str, before: Span, narrative: Narrative) -> int | None:
    """Where ", she ..." begins before the date: "Born in Lyon, | she was elected in 1938"."""
    starts = (comma.end() for comma in COMMA_SPACE.finditer(text, before.start, before.end))
    return next((at for at in starts if narrative.pattern("pronouns").match(text, at)), None)


def _before_next(
    text: str, clause: Span, dates: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> int:
    """Before ", according to ...", and before a further main clause; not behind a date that opens
    its clause and has told nothing: "In 1956, while she was in Lyon, ..."."""
    first = first_from(cuts, dates.end)
    for cut in takewhile(lambda cut: cut.end < clause.end, cuts[first : first + _MOST_CUTS]):
        if cut.strength == STRONG or _is_aside(text, cut, narrative):
            said = text[cut.start : clause.end].split()  # ", Lina Aziz, | said"
            return clause.end if _only_says(said, narrative) else cut.end
        joined = cut.strength == COORDINATE
        if not joined or not _is_whole(text, Span(cut.start, clause.end), narrative):
            continue
        if LETTER.search(text, dates.end, cut.end) or not _opens(text, clause, dates, narrative):
            return cut.end
    return clause.end


def _opens(text: str, clause: Span, dates: Span, narrative: Narrative) -> bool:
    """Whether only small words stand before the dates of a clause."""
    small = narrative.words(*SMALL)
    return all(fold(word) in small for word in _WORD.findall(text, clause.start, dates.start))


def _aside_around(
    text: str, before: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> int | None:
    """Where the ", who was elected in 2020," begins that the date stands in."""
    opened = text[max(0, before.start - 2) : before.start] in (", ", "، ")
    if opened and narrative.pattern(*_RELATIVES).match(text, before.start, before.end):
        return None if COMMA_SPACE.search(text, before.start, before.end) else before.start
    first = first_from(cuts, before.start)
    inside = takewhile(lambda cut: cut.start < before.end, cuts[first : first + _MOST_CUTS])
    asides = [cut for cut in inside if _is_relative(text, cut, narrative)]
    if not asides or COMMA_SPACE.search(text, asides[-1].start, before.end):
        return None
    if narrative.pattern("perfect").search(text, asides[-1].start, before.end):
        return None  # "وكانت السفينة التي ترفع العلم | قد جنحت": the main clause goes on
    return asides[-1].start


def _german_relative(text: str, clause: Span, dates: Span, narrative: Narrative) -> int | None:
    """Where ", **der 2019 gegründet wurde**," begins, which its verb ends: what looks like a
    relative is an article elsewhere."""
    if narrative.capitals != "nouns":
        return None
    opened = text.rfind(", ", clause.start, dates.start)
    start = opened + 2
    if opened < 0 or not narrative.pattern("relative").match(text, start, dates.start):
        return None
    whose = fold(text[start : start + 6]) in ("dessen", "deren ")
    if whose or COMMA_SPACE.search(text, start, dates.end):
        return None
    comma = COMMA_SPACE.search(text, dates.end, clause.end)
    last = text[start : comma.start() if comma else clause.end].rstrip(" .").rpartition(" ")[2]
    small = narrative.words(*SMALL, "separable") - narrative.words("auxiliaries")
    return start if last.islower() and last.isalpha() and fold(last) not in small else None


def _is_relative(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether a relative that makes a mere remark opens the clause behind a boundary."""
    apart = text[cut.end] in ",،" or bool(narrative.prefixes)
    return apart and bool(narrative.pattern(*_RELATIVES).match(text, cut.start))


def _before_saying(text: str, start: int, end: int, narrative: Narrative) -> int:
    """Before ", the minister says" and ", his wife, Lina Aziz, said": who tells it, behind what is
    told."""
    comma = opened = text.rfind(", ", start, end)
    words = text[comma + 1 : end].split() if comma >= 0 else []
    if not words or fold(words[-1].rstrip(".")) not in narrative.words("saying"):
        return end
    if _only_says(words, narrative):
        named = text.rfind(", ", start, comma)
        opened = text.rfind(", ", start, named) if named >= 0 else comma
        words = text[opened + 1 : end].split()
    return opened if 1 < len(words) <= _MOST_SAYING and opened >= 0 else end


def _only_says(words: Sequence[str], narrative: Narrative) -> bool:
    return all(fold(word.rstrip(".")) in narrative.words("saying") for word in words)


def _is_aside(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ ", according to ...", ", which ...": said beside what the clause tells."""
    if is_said(text, cut, narrative):
        return True
    return text[cut.end] in ",،" and bool(narrative.pattern("asides").match(text, cut.start))


def _is_whole(text: str, span: Span, narrative: Narrative) -> bool:
    """Whether the words are a clause with its own verb, as far as its auxiliaries tell."""
    if narrative.pattern("pronouns").match(text, span.start, span.end):
        return True
    return bool(narrative.pattern("auxiliaries").search(text, span.start, span.end))
