"""Dates that a narrative mentions without going there: they do not carry it on.

"The ship, built in 2002, lost an engine in March": March is not of 2002. What stands in brackets or
in quotation marks, belongs to a name, bounds or compares ("until the fall of Budapest in 1945") or
looks back or ahead is an aside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.resolving.periods import FUTURE, Period, Scale

if TYPE_CHECKING:
    from timeline.extraction.context.narration import Narration
    from timeline.extraction.grammars.matching import Match
    from timeline.extraction.resolving.found import Found

_BRACKETS = 40  # tokens before a date in which its bracket or quotation mark is looked for
_APART = 16  # tokens between "until" and the date that it bounds
_CLAUSE_END = re.compile("[,:–]")
_BIRTH = 6  # tokens after a date in which a participle says that it is one of birth
_TITLE = 12  # tokens between the quotation marks of a title


def aside(match: Match, found: Found, context: Narration) -> bool:
    """Whether a date stands apart from the narrative; in a history the dates of its publication
    do, too."""
    of_today = context.history and found.anchor.startswith("publication")
    return of_today or stands_apart(match, found, context)


def stands_apart(match: Match, found: Found, context: Narration) -> bool:
    """Whether nothing near a date is counted from it."""
    period = found.period
    if period is None or match.mods.get("open") == "START" or _compares(match):
        return True
    return (
        _bracketed(match)
        or _quoted(match)
        or _of_a_name(match, period, context)
        or _bounds(match, context)
        or _looks_around(match)
        or _before_then(match, context)
        or is_inserted(match, context)
        or (found.rule == "explicit" and _is_to_come(match, period, context))
    )


def _is_to_come(match: Match, period: Period, context: Narration) -> bool:
    """Whether the sentence looks ahead to the date; not the entry of a list, which tells what is
    over in the present tense: "October 2019: Work begins"."""
    over = context.published is None or period.last < context.published.first
    listed = over and context.is_entry(match)
    return not listed and context.direction(match) == FUTURE


def tells_a_birth(match: Match, context: Narration) -> bool:
    """ "Born on 3 April 1933", "der 1952 geborene Autor": what is told next is of another year."""
    coded = match.coded
    begin, end = match.begin - len(_clause_before(match, context)), match.end + _BIRTH
    happening = coded.grammar.cue("happening")
    return any(
        sense.name == "happening" and sense.value == "birth"
        for where in ((max(0, begin), match.begin), (match.end, end))
        for found in happening.finditer(coded.shape, *where)
        for sense in coded.grammar.lexicon.senses_of(coded.tokens[found.start()])
    )


def _compares(match: Match) -> bool:
    """ "Up from a year earlier": the report goes on from today."""
    another_year = match.get("years") or match.get("year")
    return bool(match.get("compare") or (match.gives == "latest" and another_year))


def _bracketed(match: Match) -> bool:
    before = match.coded.shape[max(0, match.begin - _BRACKETS) : match.begin]
    return max(before.rfind("("), before.rfind("[")) > max(before.rfind(")"), before.rfind("]"))


def _quoted(match: Match) -> bool:
    """Whether a date is a title or part of one: "her memoir, “Summer of 1962”"."""
    shape = match.coded.shape
    before = shape[max(0, match.begin - _TITLE) : match.begin]
    opened = max(before.rfind(mark) for mark in '“«„"')
    if opened < 0 or any(mark in before[opened + 1 :] for mark in '”»".,;'):
        return False
    closed = re.search('[”»"“]', shape[match.end : match.end + _TITLE])
    return closed is not None and not re.search(
        "[.,;]", shape[match.end : match.end + closed.start()]
    )


def _of_a_name(match: Match, period: Period, context: Narration) -> bool:
    """Whether a year only belongs to a name: "the War of 1812"."""
    if period.scale is not Scale.YEAR or match.begin < 4:
        return False
    before = match.coded.shape[match.begin - 4 : match.begin]
    return before[:2] == "W " and before[2] in match.coded.grammar.admitted("genitive")


def _clause_before(match: Match, context: Narration) -> str:
    """The shape between the last comma and the date."""
    return _CLAUSE_END.split(context.sentence_before(match))[-1]


def _bounds(match: Match, context: Narration) -> bool:
    """ "Until the fall of Budapest in 1945", "more than in 1990": it only says how far; "since he
    resigned in 1945" tells more."""
    clause, grammar = _clause_before(match, context)[-_APART:], match.coded.grammar
    bound = grammar.cue("apart").search(clause)
    return bound is not None and not grammar.cue("past").search(clause, bound.end())


def _looks_around(match: Match) -> bool:
    """ "The previous year", what somebody foresees for "next summer", "he said today"."""
    offset, deictic = match.get("offset"), match.get("deictic") is not None
    if not isinstance(offset, int) or match.gives not in ("this", "shift", "clock"):
        return False
    if match.gives == "this":
        return offset < 0 or (offset > 0 and match.get("base") == "now")
    return deictic and offset >= 0


def _before_then(match: Match, context: Narration) -> bool:
    """ "Troops that had landed in late 1943": a relative clause in the past perfect looks back."""
    grammar, clause = match.coded.grammar, _clause_before(match, context)
    if grammar.settings.get("perfect_last"):  # "Mieter, die 2018 geklagt hatten"
        opens = grammar.cue("relative").match(clause.lstrip())
        behind = _CLAUSE_END.split(context.sentence_after(match))[0]
        return opens is not None and grammar.cue("perfect").search(behind) is not None
    relative = grammar.cue("relative").search(clause)
    return relative is not None and bool(grammar.cue("perfect").search(clause, relative.start()))


def is_inserted(match: Match, context: Narration) -> bool:
    """Whether a participle ends with it before the verb: "the ship, built in 2002, lost"."""
    shape, admitted = match.coded.shape, match.coded.grammar.admitted
    clause = _clause_before(match, context)
    if (
        len(clause) >= len(context.sentence_before(match))
        or shape[match.end : match.end + 1] != ","
    ):
        return False
    participle = clause[1:2] in (*admitted("past"),) and clause[1] not in admitted("auxiliary")
    endings = match.coded.grammar.settings.get("participles", ())
    first = match.coded.tokens[match.begin - len(clause) + 1] if clause[1:] else ""
    participle = participle or first.endswith((*endings, "\0"))
    return participle and shape[match.end + 2 : match.end + 3] in (*admitted("past", "future"),)


def is_of_a_relative(match: Match, context: Narration) -> bool:
    """Whether a date stands in a relative clause, which tells more of a thing than what happens."""
    grammar, clause = match.coded.grammar, _clause_before(match, context)
    relative = grammar.cue("relative")
    if grammar.settings.get("perfect_last"):  # elsewhere "die" is an article
        apart = len(clause) < len(context.sentence_before(match))
        return apart and relative.match(clause.lstrip()) is not None
    return relative.search(clause) is not None
