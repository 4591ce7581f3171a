"""Years of three digits that nothing but their sentence tells to be years: "in 854", "vers 535".

In most texts such a number counts something. It is a year where the text tells of the first
thousand years anyway, and where no noun stands behind it that it could count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.extraction.resolving.found import Found, dated
from timeline.extraction.resolving.periods import Period, Scale
from timeline.extraction.words.lexicon import SPACE, UNKNOWN, UNKNOWN_CAPITAL

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match

_LAST = 1200  # years told up to it make a text one that may tell of earlier ones
_LAST_CENTURY = 12
_FEWEST = 3  # such numbers where a text tells no other early date
_GIVES = ("early year", "early span")
_BESIDE = 8  # tokens from an early year to the one behind an "and"
_END = ',.;:)!?"”»\n'  # what can stand right behind a year


def without_counts(matches: list[Match]) -> list[Match]:
    """The matches of a text without the numbers of three digits that are no years in it."""
    numbers = [match for match in matches if match.gives in _GIVES]
    if not numbers:
        return matches
    years = [match.begin for match in numbers if _counts_nothing(match)]
    dates = (match for match in matches if match.gives not in _GIVES)
    if len(years) < _FEWEST and not (years and any(map(_is_early, dates))):
        years = []
    return list(_kept(matches, frozenset(years)))


def _kept(matches: Sequence[Match], years: frozenset[int]) -> Iterator[Match]:
    last: Match | None = None
    for match in matches:
        if match.gives in _GIVES and not (match.begin in years and _is_introduced(match, last)):
            continue
        last = match
        yield match


def early_year(match: Match, context: Context) -> Found | None:
    """A year of three digits; before our era where the text stands there."""
    year, last = match.get("year"), context.told[-1].period if context.told else None
    before = last is not None and last.scale <= Scale.YEAR and year - 1 <= -last.year
    return dated(Period(Scale.YEAR, 1 - year if before else year), "explicit")


def _is_early(match: Match) -> bool:
    year, century = match.get("year"), match.get("century")
    if match.get("bc"):
        return True
    told = isinstance(year, int) and 0 < year < _LAST and len(match.tokens("year")) == 1
    return told or (isinstance(century, int) and century <= _LAST_CENTURY)


def _is_introduced(match: Match, last: Match | None) -> bool:
    """Whether what stands before it leads in a year; behind an "and" another one stands near, and
    where a clause ends with it ("starb 814.") a verb or a word like "in" before it."""
    shape, admitted = match.coded.shape, match.coded.grammar.admitted
    before = shape[match.core[0] - 2 : match.core[0] - 1]
    if match.gives == "early span":
        return True
    if before in (*admitted("earlyjoin"),):
        near = last is not None and match.begin - last.end <= _BESIDE
        return near and last is not None and last.gives == match.gives
    return shape[match.end : match.end + 1] == SPACE or before in admitted("earlylead", "past")


def _counts_nothing(match: Match) -> bool:
    """Whether no noun follows that the number may count: "in 300 villages", "in 12.854 cases";
    where nouns have capitals, none behind one small word either ("300 neue Häuser")."""
    coded, end = match.coded, match.end
    mark, behind = coded.shape[end : end + 1], coded.shape[end + 1 : end + 2]
    if mark != SPACE:
        return mark in ("", *_END) and behind not in coded.grammar.digits
    if behind in ("", "(", *coded.grammar.admitted("earlytail", "past", "future")):
        return True
    if not coded.grammar.settings.get("nouns_capital"):
        return behind == UNKNOWN_CAPITAL
    following = coded.tokens[end + 1 : end + 4]
    return behind == UNKNOWN and not following[-1][:1].isupper()
