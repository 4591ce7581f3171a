"""Incomplete dates that are of the news of the day, whatever the report has told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.context.register import is_of_now
from timeline.extraction.resolving.periods import FUTURE, PAST

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


def is_of_today(match: Match, context: Context) -> bool:
    """Whether a date counts from publication and takes no year over from what was told."""
    return any(rule(match, context) for rule in _RULES)


def _tells_its_death(match: Match, context: Context) -> bool:
    """ "She died on 30 October" at the end of an obituary: a day of the news, whatever year
    of her life was told last."""
    if not (match.get("day") and context.is_obituary):
        return False
    said = context.sentence_before(match) + context.sentence_after(match)
    return context.coded.grammar.cue("dying").search(said) is not None


def _still_holds(match: Match, context: Context) -> bool:
    """ "It **has** been closed since April": what lasts to the day of publication."""
    return match.mods.get("open") == "START" and context.says(match, "present_perfect")


def _says_which(match: Match, context: Context) -> bool:
    """ "22 November **last**", in a report: its own words count it from publication."""
    own = match.pattern.fixed.get("direction") or match.mods.get("direction")
    return own in (PAST, FUTURE) and not context.history


def _is_beside_now(match: Match, context: Context) -> bool:
    """ "Sued in March and said it would appeal against **last week's** ruling", in a report, or in
    a paragraph of a history that has told no date yet."""
    end = match.end + len(context.sentence_after(match))
    later = (following for following in context.following if following.begin < end)
    told = context.history and context.in_paragraph(match)
    return not told and any(map(is_of_now, later))


_RULES = (_tells_its_death, _still_holds, _says_which, _is_beside_now)
