"""Events against gold.

An event is right where its date is one of the right readings and its strongest quote tells the same
as the gold quote: they share half of the shorter. One event answers one, so that telling
an event twice is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.extraction.events import extract
from timeline.extraction.findings import FoundEvent, Name
from timeline.text import Span

from .gold import Article, GoldEvent
from .matching import largest, overlap, same_name
from .tally import Tally

# A quote is a clause, or the sentence around a short one: longer, it points at nothing.
_LONGEST_QUOTE, _LONGEST_RATIO = 250, 3


@dataclass(slots=True)
class EventScore:
    """The scores of one article. `judged`: each event's confidence, and if it is right."""

    events: Tally
    dates: Tally
    people: Tally
    places: Tally
    tempted: int
    temptations: int
    judged: list[tuple[float, bool]] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


def score(article: Article) -> EventScore:
    """Read one article and compare."""
    extraction = extract(
        article.text,
        title=article.title,
        published=article.published,
        language=article.language,
    )
    return compare(article, extraction.events)


def compare(article: Article, found: Sequence[FoundEvent]) -> EventScore:
    """Compare events with the gold of an article."""
    pairs = _pairs(article, found)
    asked = {i: j for i, j in pairs.items() if article.events[i].required}
    wanted = sum(event.required for event in article.events)
    extra = [j for j in range(len(found)) if j not in pairs.values()]
    traps = article.nothing + article.no_event
    tempted = sum(any(overlap(trap, _span(found[j])) for j in extra) for trap in traps)
    people, places = _names(article, found, asked)
    return EventScore(
        events=Tally(len(asked), len(asked) + len(extra), len(asked), wanted),
        dates=_dates(article.events, found),
        people=people,
        places=places,
        tempted=tempted,
        temptations=len(traps),
        judged=[(found[j].confidence, True) for j in asked.values()]
        + [(found[j].confidence, False) for j in extra],
        misses=list(_misses(article, found, pairs, extra)),
    )


def plain(date: str) -> str:
    """EDTF without the marks of doubt, to the minute and without a zone."""
    return re.sub(r"[~?%]|(?<=T\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?", "", date)


def _pairs(article: Article, found: Sequence[FoundEvent]) -> dict[int, int]:
    """Gold event -> found event, the required ones first."""
    order = sorted(range(len(article.events)), key=lambda i: not article.events[i].required)
    return largest(
        {
            i: [j for j, event in enumerate(found) if _answers(event, article.events[i])]
            for i in order
        }
    )


def _answers(found: FoundEvent, gold: GoldEvent) -> bool:
    return plain(found.date.text) in map(plain, gold.dates) and _tells(found, gold)


def _tells(found: FoundEvent, gold: GoldEvent) -> bool:
    quote = found.evidence[0].quote
    length, asked = quote.end - quote.start, gold.quote.end - gold.quote.start
    shared = overlap(quote, gold.quote)
    return 2 * shared >= min(length, asked) and length <= max(
        _LONGEST_QUOTE, _LONGEST_RATIO * asked
    )


def _span(event: FoundEvent) -> Span:
    return event.evidence[0].expression


def _dates(gold: Sequence[GoldEvent], found: Sequence[FoundEvent]) -> Tally:
    """The distinct dates of an article, whatever happened then."""
    given = {plain(event.date.text) for event in found}
    right = {plain(date) for event in gold for date in event.dates}
    wanted: dict[str, set[str]] = {}
    for event in gold:
        if event.required:
            wanted.setdefault(plain(event.dates[0]), set()).update(map(plain, event.dates))
    reached = sum(bool(readings & given) for readings in wanted.values())
    return Tally(len(given & right), len(given), reached, len(wanted))


def _names(
    article: Article, found: Sequence[FoundEvent], pairs: dict[int, int]
) -> tuple[Tally, Tally]:
    """People with organisations, and places, within the events that were found."""
    people, places = Tally(), Tally()
    for i, j in pairs.items():
        gold, event = article.events[i], found[j]
        people += _named(gold.participants, _asked(event.participants, gold, article), article)
        places += _named(gold.places, _asked(event.places, gold, article), article)
    return people, places


def _asked(found: Sequence[Name], gold: GoldEvent, article: Article) -> list[str]:
    """The names found, without those that are neither asked for nor punished."""
    return [
        name.text
        for name in found
        if not any(same_name(maybe, name.text, article.language) for maybe in gold.maybe)
    ]


def _named(gold: Sequence[str], found: Sequence[str], article: Article) -> Tally:
    pairs = largest(
        {
            i: [j for j, name in enumerate(found) if same_name(wanted, name, article.language)]
            for i, wanted in enumerate(gold)
        }
    )
    return Tally(len(pairs), len(found), len(pairs), len(gold))


def _misses(
    article: Article, found: Sequence[FoundEvent], pairs: dict[int, int], extra: list[int]
) -> Iterator[str]:
    for i, gold in enumerate(article.events):
        if gold.required and i not in pairs:
            yield f"not found: {gold.dates[0]} {_quoted(article, gold.quote)}"
    for j in extra:
        yield f"too much: {found[j].date.text} {_quoted(article, found[j].evidence[0].quote)}"
    for i, j in pairs.items():
        gold, event = article.events[i], found[j]
        if gold.required:
            for kind, wanted, names in (
                ("people", gold.participants, event.participants),
                ("places", gold.places, event.places),
            ):
                yield from _name_misses(kind, wanted, _asked(names, gold, article), article)


def _name_misses(
    kind: str, gold: Sequence[str], found: Sequence[str], article: Article
) -> Iterator[str]:
    tally = _named(gold, found, article)
    if tally.right < max(tally.found, tally.wanted):
        yield f"{kind}: {', '.join(gold) or 'nobody'}, not {', '.join(found) or 'nobody'}"


def _quoted(article: Article, span: Span) -> str:
    return repr(article.text[slice(*span)])
