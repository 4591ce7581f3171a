"""The clause that tells an event: from its start to its end, not the sentence, not the paragraph.

A sentence is cut between its time expressions, at the strongest boundary there: a semicolon before
", and" before "which" before a comma. Then each clause loses what does not belong to it.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from timeline.extraction.narrative.boundaries import (
    AND,
    COMMA,
    COORDINATE,
    DEPENDENT,
    STRONG,
    Boundary,
    boundaries,
    first_from,
    is_of_a_list,
    is_said,
    opens_no_clause,
)
from timeline.extraction.narrative.dependents import has_verb, tells
from timeline.extraction.narrative.marks import COMMA_SPACE, LETTER, SEMICOLON
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.narrative.trimming import LONGEST, SMALL, trimmed
from timeline.text import Span, fold

_MOST_TOGETHER = 1_000  # characters from the first to the last expression of one clause
_MOST_PREPOSITION = 20  # characters
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"\s(\w+)")
_YEAR = re.compile(r"\d{4}")
_JOINED = re.compile(r",? \w{1,3} |, ")  # an "and", in whatever language
_NEAR = 60  # characters in which the verb of a clause stands
# Word lists: what joins a clause to the one before it.
_JOINING = ("coordinate", "subordinate", "sequels")
_SURER = 0.5  # than a dependent clause, less than ", and"
_FEW = 2  # words that tell nothing by themselves: "again in"


def clauses(text: str, sentence: Span, dates: Sequence[Span], narrative: Narrative) -> list[Span]:
    """For each time expression of the sentence, in order, the clause it belongs to.

    Expressions with no boundary between them share one clause.
    """
    window = _window(sentence, dates)
    cuts = boundaries(text, window, narrative)
    leading = dates[0].start - sentence.start <= _LEADING
    chosen = _chosen(text, cuts, dates, leading, narrative)
    if chosen and not LETTER.search(text, window.start, dates[0].start):
        chosen[0] = None if _is_bare(text, dates[0], chosen[0]) else chosen[0]
    found: list[Span] = []
    start, group = window.start, []
    for date, cut in zip(dates, [*chosen, Boundary(window.end, window.end, 0)], strict=True):
        group.append(date)
        if cut is None and date.end - group[0].start > _MOST_TOGETHER:
            cut = Boundary(date.end, date.end, AND)
        if cut:
            inside = Span(group[0].start, date.end)
            clause = trimmed(text, Span(start, cut.end), inside, cuts, narrative)
            found += [clause] * len(group)
            start, group = cut.start, []
    return found


def _is_bare(text: str, date: Span, cut: Boundary | None) -> bool:
    """Whether only a comma parts a date from its clause: "Ten days ago, he hoped for a start"."""
    if cut is None or cut.strength != COMMA:
        return False
    return not LETTER.search(text, date.end, cut.end)


_LEADING = 12  # characters before an expression that still opens its sentence: "Early on "


def _window(sentence: Span, dates: Sequence[Span]) -> Span:
    """The sentence, or the part of an endless one around its expressions."""
    start, end = dates[0].start - LONGEST, dates[-1].end + LONGEST
    if start <= sentence.start and sentence.end <= end:
        return sentence
    return Span(max(sentence.start, start), min(sentence.end, end))


def _chosen(
    text: str,
    cuts: Sequence[Boundary],
    dates: Sequence[Span],
    leading: bool,
    narrative: Narrative,
) -> list[Boundary | None]:
    """Between each expression and the next the boundary to cut at, or None: none where one only
    says the other again ("today, Thursday, May 30").

    Of equal ones the nearest to the expression that opens the next clause, where expressions open
    their clauses ("In 1998 ..., in 2001 ..."), else the first.
    """
    chosen: list[Boundary | None] = []
    if len(dates) == 1:
        return chosen
    ends = [*(date.start for date in dates[2:]), dates[-1].end + _NEAR]
    for (date, following), end in zip(pairwise(dates), ends, strict=False):
        between = _between(text, cuts, date, following, narrative)
        if leading and _opens_a_clause(text, between, following, end, narrative):
            between.reverse()
        said = [cut for cut in between if is_said(text, cut, narrative)]
        between = said[-1:] or between  # ", aged 87, | said her family on Monday"
        chosen.append(max(between, key=partial(_surety, text, narrative), default=None))
    return chosen


def _surety(text: str, narrative: Narrative, cut: Boundary) -> float:
    """How surely a clause ends there: "founded it in 1980 | **and lost** thrice before winning in
    2002" surer than where "before" opens one that depends on it."""
    if cut.strength == COMMA and _opens_with_a_pronoun(text, cut, narrative):
        return DEPENDENT + _SURER
    if cut.strength != AND:
        return cut.strength
    word = _WORD.match(text, cut.start)
    verb = narrative.pattern("auxiliaries", "verbs").match(text, cut.start)
    coordinated = word and fold(word[0]).endswith(narrative.endings("coordinated"))
    return DEPENDENT + _SURER if verb or coordinated else cut.strength


def _opens_with_a_pronoun(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ "Jailed in 2021, | **she** spent a year there before she was freed in 2023"."""
    found = narrative.pattern("pronouns").match(text, cut.start)
    small = narrative.words("possessives", "objects")
    return found is not None and fold(found[0]) not in small


def _between(
    text: str, cuts: Sequence[Boundary], date: Span, following: Span, narrative: Narrative
) -> list[Boundary]:
    """Where two clauses may meet between their expressions; nowhere where the second expression
    only says the first again."""
    first = first_from(cuts, date.end)
    between = cuts[first : first_from(cuts, following.start)]
    colon = text.rfind(": ", date.end, following.start)
    told = colon >= 0 and LETTER.search(text, date.end, colon)
    if told and following.start - colon <= _LEADING:
        return [Boundary(colon, colon + 2, STRONG)]
    words = text[date.end : following.start]
    adjacent = not LETTER.search(words) and not SEMICOLON.search(words)
    again = adjacent and not _tells_on(text, date, following, narrative)
    again = again or _is_list_of_years(text, date, following)
    if again or _is_repeated(text, between, following, narrative):
        return []
    return [
        cut
        for cut in between
        if not (
            _is_preposition(text, cut, following, narrative)
            or _is_direction(text, cut, narrative)
            or opens_no_clause(text, cut, narrative)
            or is_of_a_list(text, cut, narrative)
        )
    ]


def _is_list_of_years(text: str, date: Span, following: Span) -> bool:
    """ "Those of 1980, 1987 **and 2017** failed"."""
    years = all(_YEAR.fullmatch(text, one.start, one.end) for one in (date, following))
    return years and _JOINED.fullmatch(text, date.end, following.start) is not None


def _tells_on(text: str, date: Span, following: Span, narrative: Narrative) -> bool:
    """Whether of two expressions side by side the second opens what is told on: "joined the theatre
    in 2011, six years later became its director"."""
    word = _NEXT_WORD.match(text, following.end)
    if word is None or not word[1].islower():
        return False
    if fold(word[1]) in narrative.words(*SMALL, "subordinate"):
        return False
    return len(_WORD.findall(text, max(0, date.start - LONGEST), date.start)) > _FEW


def _opens_a_clause(
    text: str, cuts: Sequence[Boundary], date: Span, end: int, narrative: Narrative
) -> bool:
    """Whether more than small words stand around an expression behind the last cut: "in 2001 | to
    Lyon", not "in 2001 | and again"."""
    start = cuts[-1].start if cuts else date.start
    around = text[start : date.start], text[date.end : end]
    small = narrative.words(*SMALL)
    return any(fold(word) not in small for words in around for word in _WORD.findall(words))


def _is_repeated(text: str, cuts: Sequence[Boundary], date: Span, narrative: Narrative) -> bool:
    """ "in May 2019 and again in 2021": only small words stand before the next date."""
    if not cuts or cuts[0].strength in (STRONG, DEPENDENT):
        return False
    words = [fold(word) for word in text[cuts[0].start : date.start].split()]
    known = narrative.words(*SMALL) - narrative.words("auxiliaries")
    small = len(words) <= _FEW and all(word in known for word in words)
    word = _NEXT_WORD.match(text, date.end)
    joining = narrative.words(*_JOINING)
    goes_on = word is not None and fold(word[1]) not in joining
    governs = word and fold(word[1]) in narrative.words("prepositions")
    if word and governs and narrative.capitals != "none":  # "and on Friday | by aircraft"
        goes_on = tells(text[word.start() : word.end() + _NEAR], narrative)
    joined = cuts[0].strength in (COORDINATE, AND)
    own = goes_on or (joined and _opens_main_clause(text, date, narrative))
    return small and not own


def _opens_main_clause(text: str, date: Span, narrative: Narrative) -> bool:
    """ "... and in July, the court agreed": a clause of its own follows the date."""
    comma = COMMA_SPACE.match(text, date.end)
    rest = text[comma.end() : comma.end() + _NEAR] if comma else ""
    if not rest or narrative.pattern("coordinate", "relative", "subordinate").match(rest):
        return False
    return any(map(narrative.happening, rest.split())) or has_verb(rest, narrative)


def _is_preposition(text: str, cut: Boundary, date: Span, narrative: Narrative) -> bool:
    """ "until 2010", "after May": the word opens no clause but belongs to the expression; the
    relative of ", die 2017 starb" opens one."""
    before = text[cut.start : date.start]
    if narrative.capitals == "nouns" and fold(before.strip()) in narrative.words("relative"):
        return False
    return (
        cut.strength == DEPENDENT and len(before) < _MOST_PREPOSITION and " " not in before.strip()
    )


def _is_direction(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ "Reiste im Mai | nach Rom": where nouns have capitals the same word is "to" and "after"."""
    if narrative.capitals != "nouns" or cut.strength != DEPENDENT or is_said(text, cut, narrative):
        return False
    preposition, _, rest = text[cut.start : cut.start + _NEAR].partition(" ")
    return rest[:1].isupper() and fold(preposition) in narrative.words("prepositions")
