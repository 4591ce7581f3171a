"""Days listed before the month that they share: "the 3rd, 4th and 7th of October"."""

from collections.abc import Sequence

from timeline.extraction.grammars.matching import Match

_MOST_BETWEEN = 6  # tokens from a day to the next one of the list: " and on the "
_DATES = ("date", "range")


def shared_months(matches: Sequence[Match]) -> dict[int, Match]:
    """The expression that names the month, by the place of each day listed before it."""
    if all(match.gives != "day" for match in matches):
        return {}
    shared: dict[int, Match] = {}
    following: Match | None = None
    month: Match | None = None
    for match in reversed(matches):
        listed = following is not None and _listed(match, following)
        if match.gives == "day" and month and listed:
            shared[match.begin] = month
        else:
            month = match if match.gives in _DATES and match.get("month") else None
        following = match
    return shared


def _listed(match: Match, following: Match) -> bool:
    """Whether only a comma and words that introduce a day stand between the two."""
    between = match.coded.shape[match.end : following.begin]
    words = match.coded.grammar.admitted("dayword", "listed")
    return 0 < len(between) <= _MOST_BETWEEN and all(code in f", {words}" for code in between)
