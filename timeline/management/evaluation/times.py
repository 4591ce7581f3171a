"""Time expressions against gold: the ranking measure of TempEval-3.

An expression is right where it overlaps a gold one and has one of its values. Only values on the
calendar count, of any precision, with or without a time of day: a timeline has no use for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.extraction.timex import timexes
from timeline.text import Span

from .gold import Article
from .matching import greedy, overlap
from .tally import Tally

_CALENDAR = re.compile(
    r"(BC)?[0-9]{2,4}(-[0-9]{2}(-[0-9]{2})?|-W[0-9]{2}(-WE)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?(T.*)?"
)


@dataclass(slots=True)
class TimeScore:
    """The scores of one article. `tempted` of its `temptations` were taken for dates."""

    value: Tally
    overlap: Tally
    tempted: int
    temptations: int
    misses: list[str] = field(default_factory=list)


def score(article: Article) -> TimeScore:
    """Read one article and compare."""
    found = [
        (Span(start, end), value)
        for start, end, kind, value in timexes(
            article.text, article.published.isoformat(), article.language
        )
        if kind in ("DATE", "TIME") and _CALENDAR.fullmatch(value)
    ]
    return compare(article, found)


def compare(article: Article, found: list[tuple[Span, str]]) -> TimeScore:
    """Compare expressions, each a span and its TIMEX3 value, with the gold of an article."""
    pairs = greedy([time.span for time in article.times], [span for span, _value in found])
    asked = {i: j for i, j in pairs.items() if article.times[i].values}
    left_out = len(pairs) - len(asked)
    right = sum(found[j][1] in article.times[i].values for i, j in asked.items())
    wanted = sum(bool(time.values) for time in article.times)
    punished = len(found) - left_out
    tempted = sum(any(overlap(span, one) for one, _value in found) for span in article.nothing)
    misses = list(_misses(article, found, pairs))
    return TimeScore(
        value=Tally(right, punished, right, wanted),
        overlap=Tally(len(asked), punished, len(asked), wanted),
        tempted=tempted,
        temptations=len(article.nothing),
        misses=misses,
    )


def _misses(
    article: Article, found: list[tuple[Span, str]], pairs: dict[int, int]
) -> Iterator[str]:
    for i, time in enumerate(article.times):
        words, values = article.text[slice(*time.span)], " or ".join(sorted(time.values))
        if not values:
            continue
        if i not in pairs:
            yield f"not found: {words!r} is {values}"
        elif found[pairs[i]][1] not in time.values:
            span, value = found[pairs[i]]
            yield f"wrong: {article.text[slice(*span)]!r} is {values}, not {value}"
    for j, (span, value) in enumerate(found):
        if j not in pairs.values():
            yield f"too much: {article.text[slice(*span)]!r} as {value}"
