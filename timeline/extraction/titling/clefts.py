"""What a sentence tells behind what only leads to it: of "It was in May 1989 that the wall fell"
"the wall fell"."""

import re
from collections.abc import Sequence

from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span, fold

_WORD = re.compile(r"[^\W\d_]+")  # of "qu'en" two
_THAT = ", dass "
_NEAR = 30  # characters behind a date in which "that" stands
_FEW = 4  # words between "It was" and the date: "there, in the summer of"
_SMALL = ("common", "cleaving", "time_words", "prepositions", "locatives", "articles", "bounds")


def uncleft(text: str, clause: Span, dates: Sequence[Span], narrative: Narrative) -> Span:
    """The clause without what puts its date first, the clause itself if it is no cleft sentence."""
    opening = narrative.pattern("clefts").match(text, clause.start, clause.end) if dates else None
    if not opening or dates[0].end <= opening.end():
        return clause
    between = _WORD.findall(text, opening.end(), dates[0].start)
    small = narrative.words(*_SMALL)
    if len(between) > _FEW or not all({fold(word), f"{fold(word)}'"} & small for word in between):
        return clause
    end = min(clause.end, dates[0].end + _NEAR)
    that = narrative.pattern("cleaving").search(text, dates[0].end, end)
    apart = that is None or _WORD.search(text, dates[0].end, that.start())
    return clause if that is None or apart else Span(that.end(), clause.end)


def behind_that(text: str, clause: Span, dates: Sequence[Span], narrative: Narrative) -> Span:
    """The clause from behind the "dass" before its date, where German has a comma before it: of
    "Eine Studie wies nach, **dass** 1944 Häftlinge dort arbeiteten" what it proves."""
    if narrative.capitals != "nouns" or not dates:
        return clause
    found = text.rfind(_THAT, clause.start, dates[0].start)
    if found < 0 or narrative.pattern("hedges").search(text, clause.start, found):
        return clause  # "Wir glauben, dass"
    return Span(found + len(_THAT), clause.end)
