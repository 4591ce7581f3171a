"""The scores of the extraction on gold: of all of it, and of each language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import events, times
from .events import EventScore
from .gold import Article
from .tally import Tally
from .times import TimeScore

# Lower ends of the bands of confidence, the surest first.
BANDS = (0.95, 0.9, 0.8, 0.0)


@dataclass(frozen=True, slots=True)
class Report:
    """Articles with the scores of each."""

    articles: tuple[Article, ...]
    times: tuple[TimeScore, ...]
    events: tuple[EventScore, ...]

    @property
    def languages(self) -> list[str]:
        return sorted({article.language for article in self.articles})

    def of(self, language: str) -> Report:
        """The part of the report on one language."""
        keep = [i for i, article in enumerate(self.articles) if article.language == language]
        return Report(
            tuple(self.articles[i] for i in keep),
            tuple(self.times[i] for i in keep),
            tuple(self.events[i] for i in keep),
        )

    def tallies(self) -> dict[str, Tally]:
        """The sums of each measure."""
        return {
            "times": _sum([score.value for score in self.times]),
            "events": _sum([score.events for score in self.events]),
            "dates": _sum([score.dates for score in self.events]),
            "people": _sum([score.people for score in self.events]),
            "places": _sum([score.places for score in self.events]),
        }

    def withstood(self) -> Tally:
        """Temptations that gave nothing, for expressions and for events."""
        scores: list[TimeScore | EventScore] = [*self.times, *self.events]
        wanted = sum(score.temptations for score in scores)
        right = wanted - sum(score.tempted for score in scores)
        return Tally(right, wanted, right, wanted)

    def bands(self) -> list[tuple[float, Tally]]:
        """The precision of events by their confidence: the lower end of each band, and the sum."""
        tallies = {band: Tally() for band in BANDS}
        for score in self.events:
            for confidence, right in score.judged:
                band = next(band for band in BANDS if confidence >= band)
                tallies[band] += Tally(int(right), 1)
        return list(tallies.items())

    def ranking(self) -> float:
        """How often the confidence puts a right event above a wrong one (the area under the ROC
        curve, ties counting half); 1 where none is wrong."""
        judged = [pair for score in self.events for pair in score.judged]
        right = [confidence for confidence, is_right in judged if is_right]
        wrong = [confidence for confidence, is_right in judged if not is_right]
        above = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
        return above / (len(right) * len(wrong)) if right and wrong else 1.0

    def figures(self) -> dict[str, float]:
        """What the floor holds: each F1, overall and of expressions and events by language, and how
        well the confidence ranks."""
        figures = {name: tally.f1 for name, tally in self.tallies().items()}
        figures["temptations"] = self.withstood().f1
        figures["ranking"] = self.ranking()
        for language in self.languages:
            tallies = self.of(language).tallies()
            figures |= {f"{name}-{language}": tallies[name].f1 for name in ("times", "events")}
        return figures


def evaluate(articles: Sequence[Article]) -> Report:
    """Read every article and compare it with its gold."""
    return Report(
        tuple(articles),
        tuple(times.score(article) for article in articles),
        tuple(events.score(article) for article in articles),
    )


def _sum(tallies: Sequence[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total += tally
    return total
