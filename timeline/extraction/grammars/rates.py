"""Numbers that look like years and count: "some 2000 a month", "1900 par jour"."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.extraction.grammars.matching import Match


def rates(matches: Sequence[Match]) -> set[int]:
    """Where among the matches a bare year is told by the day, the month or the year."""
    return {number.begin for number, unit in pairwise(matches) if _is_rate(number, unit)}


def _is_rate(number: Match, unit: Match) -> bool:
    """Whether a unit right behind a number counts it: not "in 2000 | a month passed"."""
    if unit.begin != number.end + 1 or unit.gives not in ("set", "duration"):
        return False
    shape, admitted = unit.coded.shape, unit.coded.grammar.admitted
    start, end = number.core
    bare = len(number.tokens("year")) == 1 and end - start == 1
    led = unit.gives == "duration" and shape[start - 2 : start - 1] in (*admitted("earlylead"),)
    return bare and not led and shape[unit.begin] in admitted("rate")
