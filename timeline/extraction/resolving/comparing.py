"""What another year is compared with: the quarter spoken of, or the months since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.periods import Scale

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.grammars.matching import Match


def compared(context: Context) -> Anchor | None:
    """The quarter, half or month just spoken of, with which another year's is compared."""
    scales = (Scale.QUARTER, Scale.HALF)
    recent = [told for told in reversed(context.told[-6:]) if told.period.scale in scales]
    spoken = [told.period for told in recent if not context.aside(told)]
    if not spoken:
        return None
    published = context.published
    over = (p for p in spoken if not published or p.last < published.first)
    return Anchor("narrative", next(over, spoken[0]))


def longer_since(match: Match, context: Context) -> bool:
    """Whether several months have been spoken of since the last quarter: "the nine months"."""
    quarters = (t.at for t in context.told[-6:] if t.period.scale is Scale.QUARTER)
    tokens = context.coded.tokens[max(quarters, default=0) : match.begin]
    senses = context.coded.grammar.lexicon.senses_of
    return any(
        sense.name == "plural" and sense.value == "month"
        for token in tokens
        for sense in senses(token)
    )
