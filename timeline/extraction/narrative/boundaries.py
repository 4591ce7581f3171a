"""Where the words of a sentence can be cut into clauses, and how surely."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.narrative.whole_words import beginning, first_letters
from timeline.text import Span, fold

STRONG, COORDINATE, DEPENDENT, COMMA, AND = 5, 4, 3, 2, 1
_EDGES = " \t\n\u00a0,;،؛–—-:•*·"
_LAST_EDGES = _EDGES + "."
_MOST_LISTED = 60  # characters of one name in a list
_CAPITAL = r"[^\W\d_a-zа-яё]"
_NAME = rf"{_CAPITAL}[\w.'’-]*(?: {_CAPITAL}[\w.'’-]*){{0,3}}"
_QUOTED = '[«“„"]'  # a game's second side: "«Метеор» — «Торпедо»"
_COMMA = re.compile(r"[,،]\s")
_NEAR = 60  # characters in which the verb of a clause stands
_LONGEST_APPOSITION = 80  # characters
_SENTENCE = re.compile(r"[^.;!?\n]{,200}")  # as far as the particle of a verb may stand
_LAST_WORD = re.compile(r"\w+\Z")
_LAST_BUT_ONE = re.compile(rf"[,،] {_NAME}\Z")


class Boundary(NamedTuple):
    """Where a clause ends and the next one starts, and how surely."""

    end: int
    start: int
    strength: int


def boundaries(text: str, span: Span, narrative: Narrative) -> list[Boundary]:
    """Where the words in the span can be cut into clauses, in order."""
    found = []
    for match in _pattern(narrative).finditer(text, span.start, span.end):
        kind = str(match.lastgroup)
        joined = COORDINATE if match[0][0] in ",،" else AND
        strength = _STRENGTH.get(kind, joined)
        start = match.start(kind) if kind == "dependent" else match.end()
        found.append(Boundary(match.start(), start, strength))
    return found


_STRENGTH = {"strong": STRONG, "dash": STRONG, "dependent": DEPENDENT, "plain": COMMA}


@lru_cache(maxsize=32)
def _pattern(narrative: Narrative) -> re.Pattern[str]:
    coordinate, relative = _beginning(narrative, "coordinate"), _beginning(narrative, "relative")
    verbs = _beginning(narrative, "auxiliaries", "verbs")
    restrictive = rf"(?:{_beginning(narrative, 'restrictive')})(?=\s(?:{verbs}))"
    if narrative.capitals == "nouns":  # there a relative is an article too, but for its comma
        relative = rf"(?<=[,،]\s)(?:{relative})"
    # "twice before, in May": an adverb
    subordinate = rf"(?:{_subordinate(narrative)})(?![,،])"
    dependent = "|".join((relative, subordinate, restrictive))
    openers = ("coordinate", "relative", "subordinate", "restrictive")
    firsts = first_letters(tuple(w for name in openers for w in narrative.lists.get(name, ())))
    # Classes first: a search passes quickly over whatever cannot begin a boundary.
    return re.compile(
        rf"[;؛,،\s](?=[\s–—{firsts}])"
        rf"(?:(?<=[;؛])(?P<strong>\s)|(?<=\s)(?P<dash>[–—]\s(?!{_QUOTED}))|(?:(?<=[,،])\s|(?<=\s))"
        rf"(?:(?P<coordinate>(?:{coordinate})\s)|(?P<dependent>{dependent}))"
        r"|(?<=[,،])(?P<plain>\s))"
    )


def _beginning(narrative: Narrative, *names: str) -> str:
    return beginning(tuple(word for name in names for word in narrative.lists.get(name, ())))


def _subordinate(narrative: Narrative) -> str:
    """What opens a dependent clause; where nouns have capitals a comma stands before it, but for
    what is a preposition, too: "ging | als letztes Kraftwerk" is one clause."""
    if narrative.capitals != "nouns":
        return _beginning(narrative, "subordinate")
    prepositions = narrative.words("prepositions") - narrative.words("whens")
    words = narrative.lists.get("subordinate", ())
    free = beginning(tuple(word for word in words if fold(word) in prepositions))
    bound = beginning(tuple(word for word in words if fold(word) not in prepositions))
    return rf"{free}|(?<=[,،\]]\s)(?:{bound})"


def first_from(cuts: Sequence[Boundary], at: int) -> int:
    """The number of the first boundary that ends a clause there or behind it."""
    return bisect_left(cuts, (at,))


def is_said(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether an attribution opens behind a boundary; where nouns have capitals, behind a comma:
    "demonstrierten nach Angaben der Polizei 15.000 Menschen"."""
    apart = narrative.capitals != "nouns" or text[cut.end] in ",،"
    if not apart or not narrative.pattern("attribution").match(text, cut.start):
        return False
    rest = _SENTENCE.match(text, cut.start)
    last = _LAST_WORD.search(rest[0]) if rest else None
    return not last or fold(last[0]) not in narrative.words("separable")  # "sagte den Start ab"


def is_of_a_list(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether the words are cut between names: "Lina Stein, | Mona Weiss und | Omar Krebs"."""
    if cut.strength == COMMA:
        return _listed(narrative).match(text, cut.start) is not None
    if cut.strength != AND:
        return False
    before = text[max(0, cut.end - _MOST_LISTED) : cut.end]
    return bool(_LAST_BUT_ONE.search(before)) and text[cut.start : cut.start + 1].isupper()


def opens_no_clause(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """Whether a word that opens dependent clauses belongs to a noun there."""
    if cut.strength != DEPENDENT:
        return False
    return _is_of_a_noun(text, cut, narrative) or _is_apposition(text, cut, narrative)


def _is_of_a_noun(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ "Capacidad | para 14.000 espectadores": a preposition that opens a clause only where an
    infinitive follows, "para (posteriormente) firmar"."""
    purpose = narrative.pattern("purposes").match(text, cut.start)
    if not purpose:
        return False
    behind = text[purpose.end() : purpose.end() + _NEAR].split()[:2]
    verb = next((one for one in behind if not one.endswith("mente")), "")
    return not verb.endswith(("r", "rse", "que"))


def _is_apposition(text: str, cut: Boundary, narrative: Narrative) -> bool:
    """ "Der Eigentümer, | die Frankfurter Firma Areal, stellte": what looks like a relative is an
    article where no verb ends its clause, but a noun."""
    if narrative.capitals != "nouns":
        return False
    comma = _COMMA.search(text, cut.start, cut.start + _LONGEST_APPOSITION)
    words = text[cut.start : comma.start()].split() if comma else []
    article = bool(words) and fold(words[0]) in narrative.words("articles")
    return article and len(words) > 1 and words[-1][:1].isupper()


@lru_cache(maxsize=32)
def _listed(narrative: Narrative) -> re.Pattern[str]:
    joins = "|".join(map(re.escape, sorted(narrative.words("coordinate"))))
    return re.compile(rf"{_NAME} (?:{joins}) {_CAPITAL}")


def stripped(text: str, span: Span) -> Span:
    """Without the space and punctuation at its edges that belong to no clause."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _LAST_EDGES:
        end -= 1
    return Span(start, end)
