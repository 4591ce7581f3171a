"""The clause that tells an event: from its start to its end, not the sentence, not the paragraph.

A sentence is cut between its time expressions, at the strongest boundary there: a semicolon before
", and" before "which" before a comma. Then each clause loses what does not belong to it: "After
the start of the war, ..." before the clause with the date, ", according to ..." behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from itertools import pairwise, takewhile

from timeline.extraction.narrative.boundaries import (
    AND,
    COMMA,
    COORDINATE,
    DEPENDENT,
    STRONG,
    Boundary,
    boundaries,
    is_of_a_list,
    opens_no_clause,
    stripped,
)
from timeline.extraction.narrative.dependents import (
    after_dependent,
    behind_mark,
    behind_sequel,
    dated_part,
    has_verb,
)
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span, fold

_LONGEST = 400  # characters of a quote on either side of its expressions
_MOST_TOGETHER = 1_000  # characters from the first to the last expression of one clause
_MOST_PREPOSITION = 20  # characters
_MOST_SAYING = 9  # words of ", the Interior Minister Lina Aziz told reporters"
_MOST_CUTS = 200  # in one quote; more than its length allows
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"\s(\w+)")
_YEAR = re.compile(r"\d{4}")
_JOINED = re.compile(r",? \w{1,3} |, ")  # an "and", in whatever language
_SENTENCE = re.compile(r"[^.;!?\n]{,200}")  # as far as the particle of a verb may stand
_LAST_WORD = re.compile(r"\w+\Z")
_SEMICOLON = re.compile(r"[;؛]")
_COMMA_SPACE = re.compile(r"[,،]\s")
_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 60  # characters in which the verb of a clause stands
# Word lists: what tells nothing by itself, and what joins a clause to the one before it.
_SMALL = ("common", "time_words", "prepositions", "coordinate")
_RELATIVES = ("asides", "oblique")
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
    if chosen and not _LETTER.search(text, window.start, dates[0].start):
        chosen[0] = None if _is_bare(text, dates[0], chosen[0]) else chosen[0]
    found: list[Span] = []
    start, group = window.start, []
    for date, cut in zip(dates, [*chosen, Boundary(window.end, window.end, 0)], strict=True):
        group.append(date)
        if cut is None and date.end - group[0].start > _MOST_TOGETHER:
            cut = Boundary(date.end, date.end, AND)
        if cut:
            inside = Span(group[0].start, date.end)
            clause = _trimmed(text, Span(start, cut.end), inside, cuts, narrative)
            found += [clause] * len(group)
            start, group = cut.start, []
    return found


def _is_bare(text: str, date: Span, cut: Boundary | None) -> bool:
    """Whether only a comma parts a date from its clause: "Ten days ago, he hoped for a start"."""
    if cut is None or cut.strength != COMMA:
        return False
    return not _LETTER.search(text, date.end, cut.end)


_LEADING = 12  # characters before an expression that still opens its sentence: "Early on "


def _window(sentence: Span, dates: Sequence[Span]) -> Span:
    """The sentence, or the part of an endless one around its expressions."""
    return Span(
        max(sentence.start, dates[0].start - _LONGEST), min(sentence.end, dates[-1].end + _LONGEST)
    )


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
        said = [cut for cut in between if _is_said(text, cut, narrative)]
        between = said[-1:] or between  # ", aged 87, | said her family on Monday"
        chosen.append(max(between, key=partial(_surety, text, narrative), default=None))
    return chosen


def _surety(text: str, narrative: Narrative, cut: Boundary) -> float:
    """How surely a clause ends there: "founded it in 1980 | **and lost** thrice before winning in
    2002" surer than where "before" opens one that depends on it."""
    if cut.strength != AND:
        return cut.strength
    word = _WORD.match(text, cut.start)
    verb = narrative.pattern("auxiliaries", "verbs").match(text, cut.start)
    coordinated = word and fold(word[0]).endswith(narrative.endings("coordinated"))
    return DEPENDENT + _SURER if verb or coordinated else cut.strength


def _between(
    text: str, cuts: Sequence[Boundary], date: Span, following: Span, narrative: Narrative
) -> list[Boundary]:
    """Where two clauses may meet between their expressions; nowhere where the second expression
    only says the first again."""
    first = _first_from(cuts, date.end)
    between = cuts[first : _first_from(cuts, following.start)]
    colon = text.rfind(": ", date.end, following.start)
    told = colon >= 0 and _LETTER.search(text, date.end, colon)
    if told and following.start - colon <= _LEADING:
        return [Boundary(colon, colon + 2, STRONG)]
    words = text[date.end : following.start]
    adjacent = not _LETTER.search(words) and not _SEMICOLON.search(words)
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
    years = all(_YEAR.fullmatch(text, *one) for one in (date, following))
    return years and _JOINED.fullmatch(text, date.end, following.start) is not None


def _tells_on(text: str, date: Span, following: Span, narrative: Narrative) -> bool:
    """Whether of two expressions side by side the second opens what is told on: "joined the theatre
    in 2011, six years later became its director"."""
    word = _NEXT_WORD.match(text, following.end)
    if word is None or not word[1].islower():
        return False
    if fold(word[1]) in narrative.words(*_SMALL, "subordinate"):
        return False
    return len(_WORD.findall(text, max(0, date.start - _LONGEST), date.start)) > _FEW


def _opens_a_clause(
    text: str, cuts: Sequence[Boundary], date: Span, end: int, narrative: Narrative
) -> bool:
    """Whether more than small words stand around an expression behind the last cut: "in 2001 | to
    Lyon", not "in 2001 | and again"."""
    start = cuts[-1].start if cuts else date.start
    around = text[start : date.start], text[date.end : end]
    small = narrative.words(*_SMALL)
    return any(fold(word) not in small for words in around for word in _WORD.findall(words))


def _is_repeated(text: str, cuts: Sequence[Boundary], date: Span, narrative: Narrative) -> bool:
    """ "in May 2019 and again in 2021": only small words stand before the next date."""
    if not cuts or cuts[0].strength in (STRONG, DEPENDENT):
        return False
    words = [fold(word) for word in text[cuts[0].start : date.start].split()]
    known = narrative.words(*_SMALL)
    small = len(words) <= _FEW and all(word in known for word in words)
    word = _NEXT_WORD.match(text, date.end)
    joining = narrative.words(*_JOINING)
    goes_on = word is not None and fold(word[1]) not in joining
    governs = word and fold(word[1]) in narrative.words("prepositions")
    if word and governs and narrative.capitals != "none":  # "and on Friday | by aircraft"
        goes_on = has_verb(text[word.start() : word.end() + _NEAR], narrative)
    joined = cuts[0].strength in (COORDINATE, AND)
    own = goes_on or (joined and _opens_main_clause(text, date, narrative))
    return small and not own


def _opens_main_clause(text: str, date: Span, narrative: Narrative) -> bool:
    """ "... and in July, the court agreed": a clause of its own follows the date."""
    comma = _COMMA_SPACE.match(text, date.end)
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
    if narrative.capitals != "nouns" or cut.strength != DEPENDENT or _is_said(text, cut, narrative):
        return False
    preposition, _, rest = text[cut.start : cut.start + _NEAR].partition(" ")
    return rest[:1].isupper() and fold(preposition) in narrative.words("prepositions")


def _trimmed(
    text: str, span: Span, dates: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> Span:
    before = Span(max(span.start, dates.start - _LONGEST), dates.start)
    end = min(span.end, dates.end + _LONGEST)
    before = Span(behind_mark(text, before, Span(dates.end, end), narrative), dates.start)
    if (main := behind_sequel(text, before, dates, narrative)) is not None:
        before = Span(main, dates.start)
    elif part := dated_part(text, Span(before.start, end), dates, narrative):
        return part
    start = before.start
    if aside := _aside_around(text, before, cuts, narrative):
        comma = _COMMA_SPACE.search(text, dates.end, end)
        start, end = aside, comma.start() if comma else end
    elif narrative.pattern("participles").match(text, start, dates.start):
        if (main := _main_clause(text, Span(start, dates.start), narrative)) is not None:
            start = main
        else:
            comma = _COMMA_SPACE.search(text, dates.end, end)  # "Born in 1951 in Lyon, | she ..."
            end = comma.start() if comma else end
    start = _own_main(text, Span(start, dates.start), cuts, narrative)
    start = after_dependent(text, Span(start, end), dates, narrative)
    end = _before_next(text, Span(start, end), dates, cuts, narrative)
    end = _before_saying(text, Span(dates.end, end), narrative)
    told = _without_and(text, stripped(text, Span(start, end)), narrative)
    inside = told.start <= dates.start and dates.end <= told.end
    return told if inside else Span(min(told.start, dates.start), max(told.end, dates.end))


def _without_and(text: str, clause: Span, narrative: Narrative) -> Span:
    """Without the "and" behind it, whose clause is another date's: "scored a goal | and"."""
    before, space, last = text[slice(*clause)].rpartition(" ")
    if not space or fold(last) not in narrative.words("coordinate"):
        return clause
    return stripped(text, Span(clause.start, clause.start + len(before)))


def _own_main(text: str, before: Span, cuts: Sequence[Boundary], narrative: Narrative) -> int:
    """Where the last clause before a date begins that has its own subject and verb: "The fund was
    set up, and | Lina Aziz won the prize in 1957"."""
    first = _first_from(cuts, before.start + 1)
    inside = cuts[first : _first_from(cuts, before.end)]
    for cut in reversed(inside[-_MOST_CUTS:]):
        told = text[before.start : cut.end], text[cut.start : before.end]
        joined = cut.strength == COORDINATE and not is_of_a_list(text, cut, narrative)
        whole = joined and told[1][:1].isupper()
        whole = whole or _is_dependent(text, cut, narrative)
        if whole and all(_tells(words, narrative) for words in told):
            return cut.start
    return before.start


def _is_dependent(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ ", though it joined in 1973": a clause with its own pronoun, that has the date alone."""
    if cut.strength != DEPENDENT or text[cut.end] not in ",،":
        return False
    word = narrative.pattern("subordinate").match(text, cut.start)
    pronouns = narrative.pattern("pronouns", "neuters")
    return word is not None and pronouns.match(text, word.end() + 1) is not None


def _tells(words: str, narrative: Narrative) -> bool:
    """Whether the words have a verb, as far as the lists of the language tell."""
    endings = narrative.endings("coordinated")
    small = (word for word in words.split() if word.islower())
    return has_verb(words, narrative) or any(fold(word).endswith(endings) for word in small)


def _main_clause(text: str, before: Span, narrative: Narrative) -> int | None:
    """Where ", she ..." begins before the date: "Born in Lyon, | she was elected in 1938"."""
    starts = (comma.end() for comma in _COMMA_SPACE.finditer(text, *before))
    return next((at for at in starts if narrative.pattern("pronouns").match(text, at)), None)


def _before_next(
    text: str, clause: Span, dates: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> int:
    """Before ", according to ...", and before a further main clause; not behind a date that opens
    its clause and has told nothing: "In 1956, while she was in Lyon, ..."."""
    first = _first_from(cuts, dates.end)
    for cut in takewhile(lambda cut: cut.end < clause.end, cuts[first : first + _MOST_CUTS]):
        if cut.strength == STRONG or _is_aside(text, cut, narrative):
            return cut.end
        joined = cut.strength == COORDINATE
        if not joined or not _is_whole(text, Span(cut.start, clause.end), narrative):
            continue
        if _LETTER.search(text, dates.end, cut.end) or not _opens(text, clause, dates, narrative):
            return cut.end
    return clause.end


def _opens(text: str, clause: Span, dates: Span, narrative: Narrative) -> bool:
    """Whether only small words stand before the dates of a clause."""
    small = narrative.words(*_SMALL)
    return all(fold(word) in small for word in _WORD.findall(text, clause.start, dates.start))


def _aside_around(
    text: str, before: Span, cuts: Sequence[Boundary], narrative: Narrative
) -> int | None:
    """Where the ", who was elected in 2020," begins that the date stands in."""
    opened = text[max(0, before.start - 2) : before.start] in (", ", "، ")
    if opened and narrative.pattern(*_RELATIVES).match(text, *before):
        return None if _COMMA_SPACE.search(text, *before) else before.start
    first = _first_from(cuts, before.start)
    inside = takewhile(lambda cut: cut.start < before.end, cuts[first : first + _MOST_CUTS])
    asides = [cut for cut in inside if _is_relative(text, cut, narrative)]
    if not asides or _COMMA_SPACE.search(text, asides[-1].start, before.end):
        return None
    if narrative.pattern("perfect").search(text, asides[-1].start, before.end):
        return None  # "وكانت السفينة التي ترفع العلم | قد جنحت": the main clause goes on
    return asides[-1].start


def _is_relative(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether a relative that makes a mere remark opens the clause behind a boundary."""
    apart = text[cut.end] in ",،" or bool(narrative.prefixes)
    return apart and bool(narrative.pattern(*_RELATIVES).match(text, cut.start))


def _before_saying(text: str, after: Span, narrative: Narrative) -> int:
    """Before ", the minister says": who tells it, behind what is told."""
    comma = text.rfind(", ", after.start, after.end)
    words = text[comma + 1 : after.end].split() if comma >= 0 else []
    if not 1 < len(words) <= _MOST_SAYING:
        return after.end
    said = fold(words[-1].rstrip(".")) in narrative.words("saying")
    return comma if said else after.end


def _first_from(cuts: Sequence[Boundary], at: int) -> int:
    """The number of the first boundary that ends a clause there or behind it."""
    return bisect_left(cuts, (at,))


def _is_said(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether an attribution opens behind a boundary; where nouns have capitals, behind a comma:
    "demonstrierten nach Angaben der Polizei 15.000 Menschen"."""
    apart = narrative.capitals != "nouns" or text[cut.end] in ",،"
    if not apart or not narrative.pattern("attribution").match(text, cut.start):
        return False
    rest = _SENTENCE.match(text, cut.start)
    last = _LAST_WORD.search(rest[0]) if rest else None
    return not last or fold(last[0]) not in narrative.words("separable")  # "sagte den Start ab"


def _is_aside(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ ", according to ...", ", which ...": said beside what the clause tells."""
    if _is_said(text, cut, narrative):
        return True
    return text[cut.end] in ",،" and bool(narrative.pattern("asides").match(text, cut.start))


def _is_whole(text: str, span: Span, narrative: Narrative) -> bool:
    """Whether the words are a clause with its own verb, as far as its auxiliaries tell."""
    if narrative.pattern("pronouns").match(text, span.start, span.end):
        return True
    return bool(narrative.pattern("auxiliaries").search(text, span.start, span.end))
