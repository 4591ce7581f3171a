"""People who are called like months: "Theresa May", "April Jones", "Julio Iglesias"."""

from collections.abc import Sequence

from timeline.extraction.grammars.matching import Match
from timeline.extraction.words.lexicon import UNKNOWN_CAPITAL

_LED = 2  # tokens: the word before and its space


def namesakes(matches: Sequence[Match]) -> set[int]:
    """Where among the matches a bare month is the name of a person, first or last; once somebody
    is named so, every such month that no word like "in" or "last" leads in."""
    bare = [match for match in matches if _is_bare(match)]
    known = {_word(match) for match in bare if _is_beside_name(match)}
    return {match.begin for match in bare if _word(match) in known and not _is_led(match)}


def _is_bare(match: Match) -> bool:
    """Whether a match is a month alone, written with a capital."""
    alone = match.gives == "date" and match.end - match.begin == 1 and bool(match.tokens("month"))
    return alone and _word(match)[0].isupper()


def _word(match: Match) -> str:
    return match.coded.tokens[match.begin]


def _is_led(match: Match) -> bool:
    shape = match.coded.shape[max(0, match.begin - _LED) : match.begin]
    return shape[:1] in (*match.coded.grammar.admitted("monthlead"),) and shape[1:] == " "


def _is_beside_name(match: Match) -> bool:
    """Whether a word with a capital, and of no other meaning, stands right beside it."""
    shape, admitted = match.coded.shape, match.coded.grammar.admitted
    if shape[match.end : match.end + _LED] == f" {UNKNOWN_CAPITAL}" and not _is_led(match):
        return True
    if shape[max(0, match.begin - _LED) : match.begin] != f"{UNKNOWN_CAPITAL} ":
        return False
    inside = shape[max(0, match.begin - 2 * _LED) : match.begin - _LED]
    told = shape[match.end : match.end + _LED]
    return inside[:1].isalpha() or told[1:] in (*admitted("past", "future"),)
