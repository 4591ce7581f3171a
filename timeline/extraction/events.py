"""The events of an article: what happened, when, who says so in which words.

    extraction = extract(text, title="...", published=date(2024, 5, 30), language="en")

The road: `expressions` finds the dates and `article` what they stand among, `reader` follows them:
`layout` says what line each stands in, `clauses` which clause tells it, `selection` whether that is
an event at all, `cast` who takes part, `wording` what to call it; `merging` brings the tellings of
one event together and `confidence` weighs the result.
"""

import datetime
from collections.abc import Sequence
from operator import attrgetter

from timeline.extraction.findings import Extraction, FoundEvent, FoundEvidence, KnownName, Name
from timeline.extraction.grammars.detection import detect
from timeline.extraction.narrative.categories import category_of
from timeline.extraction.telling import confidence
from timeline.extraction.telling.article import Article
from timeline.extraction.telling.drafts import Draft
from timeline.extraction.telling.merging import merged
from timeline.extraction.telling.reader import Reader
from timeline.extraction.telling.undated import undated

__all__ = ["Extraction", "FoundEvent", "FoundEvidence", "KnownName", "Name", "extract"]

_ENOUGH_NAMES = 3  # to speak for an event; more names make no better telling


def extract(
    text: str,
    *,
    title: str = "",
    published: datetime.date | None = None,
    language: str = "",
    names: Sequence[KnownName] = (),
) -> Extraction:
    """The events that a text tells, in its order.

    Offsets are code points of `text`, which is taken as it is (see `timeline.text.normalise`).
    Without `published` only absolute dates resolve. Never raises on any text; linear in it.
    """
    language = language or detect(text)
    article = Article(text, title, published, language, names)
    events = tuple(_event(draft) for draft in merged(Reader(article).drafts()))
    return Extraction(language, events, tuple(undated(article)))


def _rank(telling: Draft) -> tuple[bool, int, int]:
    """The telling that speaks for the event: of the most exact ones the first that names most."""
    named = len(telling.participants) + len(telling.places)
    return telling.support, telling.date.precision, -min(named, _ENOUGH_NAMES)


def _event(draft: Draft) -> FoundEvent:
    """An event with all its tellings; the most exact date and the fullest names are its own."""
    tellings, best = [draft], draft
    if draft.told:
        tellings = sorted([draft, *draft.told], key=attrgetter("support"))
        best = min(tellings, key=_rank)
    reasons = list(best.reasons)
    if len(tellings) > 1:
        reasons.append("told-again")
    if not (best.participants or best.places):
        reasons.append("nobody-named")
    weight, codes = confidence.weigh(best.resolution.rule, reasons)
    return FoundEvent(
        date=best.date,
        part=best.part,
        title=best.title,
        category=category_of(h for one in tellings for h in one.happenings) or "",
        evidence=tuple(
            FoundEvidence(one.quote, one.expression, one.resolution)
            for one in (best, *(other for other in tellings if other is not best))
        ),
        participants=best.participants,
        places=best.places,
        confidence=weight,
        reasons=codes,
    )
