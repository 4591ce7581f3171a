"""Dates that their clause cannot be told without: "since the 2004 coup", "it dates from 1187"."""

import re

from timeline.extraction.narrative.dependents import attributed, is_of_what_was_made
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.complements import of_apposed
from timeline.extraction.titling.shortening import LONGEST
from timeline.extraction.titling.verbs import accented
from timeline.text import Span, fold

_NOUN_BEHIND = re.compile(r"(?P<owned>['’]s)? (?P<noun>[^\W\d_]{3,})")
_SMALL = ("articles", "determiners", "linking")  # lists of the words between a verb and a date
_ARTICLE = 8  # characters before a year in which its article stands
_FEW_WORDS = 3
_NEAR_GOAL = 24  # characters: "brought forward to "
_NEAR_START = 50  # characters in which the subject of a title stands
_WORD = re.compile(r"\w+")


def is_needed(text: str, clause: Span, date: Span, before: str, narrative: Narrative) -> bool:
    """Whether the clause cannot be told without its date; `before` are the words before it, as
    they would be without it."""
    return (
        _is_subject(text, clause, date, narrative)
        or _is_attribute(text, clause, date, narrative)
        or _is_predicate(text, clause, date, before, narrative)
        or _completes(text, clause, date, before, narrative)
        or _is_elliptic(text, clause, date, narrative)
        or _is_object(text, clause, date, narrative)
        or _bounds(text, clause, date, narrative)
        or _is_goal(text, clause, date, narrative)
        or is_of_what_was_made(
            text[clause.start : date.start], text[date.start : date.end], narrative
        )
    )


def _is_attribute(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "Since the 2004 coup", "after the September 17 election", "in December's vote": a date
    between an article or preposition and its noun stays with them."""
    if attributed(text, clause, date, narrative):
        return True
    following = _NOUN_BEHIND.match(text, date.end)
    closed = ("common", "prepositions", "time_words", "auxiliaries", "verbs", "pronouns")
    if not following or fold(following["noun"]) in narrative.words(*closed):
        return False
    if following["noun"].endswith(accented(narrative)):
        return False  # "el 30 | venció"
    before = fold(text[max(clause.start, date.start - _ARTICLE) : date.start]).split()[-1:]
    if following["owned"]:  # "in | last month's vote", "| after this year's vote"
        leading = (*before, *fold(text[date.start : date.end]).split()[:1])
        return not narrative.words("prepositions", "locatives", "sequels").isdisjoint(leading)
    if not following["noun"].islower():
        return False
    sequels, prepositions = narrative.words("sequels"), narrative.words("prepositions")
    own = [word for word in fold(text[date.start : date.end]).split() if word not in sequels]
    opened = own[0] in narrative.words("attributive") and prepositions.isdisjoint(own)
    determined = not narrative.words("determiners", "articles").isdisjoint(before)
    return opened or determined


def _is_subject(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "2007 was the year of ...": the expression cannot be left out."""
    if date.start - clause.start > 1:
        return False
    after = text[date.end : date.end + 20].lstrip()
    first = fold(text[date.start : date.end].split()[0])
    governed = first in narrative.words("prepositions", "subordinate")
    return not governed and bool(narrative.pattern("auxiliaries").match(after))


def _is_predicate(text: str, clause: Span, date: Span, before: str, narrative: Narrative) -> bool:
    """ "The next hearing is on 25 June", "the chapel dates from 1187": all that the verb says."""
    behind = text[date.end : clause.end].strip(" .")
    if behind and (behind[0] not in ",،" or clause.end - clause.start > LONGEST):
        return False
    words = before.split()
    while words and fold(words[-1]) in narrative.words(*_SMALL):
        words.pop()
    said = fold(words[-1]) if len(words) > 1 else ""
    return said in narrative.words("auxiliaries", "origins")


def _completes(text: str, clause: Span, date: Span, before: str, narrative: Narrative) -> bool:
    """ "A firm hired in 2007 began": the date of a participle, which is not told without it."""
    words = before.split()
    if not words:
        return False
    verb, participle = map(fold, ["", *words][-2:])
    told = participle in narrative.words("attributes") or (
        participle.endswith(narrative.endings("attributes"))
    )
    if not told or verb in narrative.words("auxiliaries", "pronouns"):
        return False
    behind = text[date.end : min(clause.end, date.end + _NEAR_START)].lstrip()
    apposed = not behind and before.count(",") == 1 and words[-2:][0].endswith(",")
    apposed = apposed and of_apposed(before, narrative) == before  # else a sentence is made of it
    return apposed or narrative.pattern("auxiliaries", "verbs").match(behind) is not None


def _is_elliptic(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "Las de 1980 y 1987 fracasaron", those of: nothing but the dates tells which."""
    one = _WORD.search(text, clause.start, date.start)
    if not one or narrative.capitals == "nouns":  # there they are relatives too
        return False
    if fold(one[0]) not in narrative.words("articles", "demonstratives"):
        return False
    rest = _WORD.findall(text, one.end(), date.start)
    small = narrative.words("prepositions", "joining", "coordinate")
    return bool(rest) and all(word in small or word.isdigit() for word in map(fold, rest))


def _is_object(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "Spent Thursday afternoon in a restaurant": a time that is passed."""
    before = text[clause.start : date.start].rsplit(maxsplit=_FEW_WORDS)[-_FEW_WORDS:]
    while before and fold(before[-1]) in narrative.words("articles"):
        before.pop()
    return bool(before) and fold(before[-1]) in narrative.words("spending")


def _bounds(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "Did not return until 1995", "has until 18 February to appeal": without its date the clause
    would say that nobody did, or that somebody must."""
    first = fold(text[date.start : date.end].split(" ", 1)[0])
    if first not in narrative.words("bounds"):
        return False
    before = text[clause.start : date.start].split()[-1:]
    held = any(fold(word) in narrative.words("holding") for word in before)
    return held or narrative.pattern("negations").search(text, clause.start, date.start) is not None


def _is_goal(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "The hearing was postponed **to Friday**": it was not postponed on that day."""
    before = text[max(clause.start, date.start - _NEAR_GOAL) : date.start]
    return any(
        one.end() == len(before) - 1 for one in narrative.pattern("shifted").finditer(before)
    )
