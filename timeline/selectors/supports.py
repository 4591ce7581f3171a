"""How many articles support an event, and whether these give different dates."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.resolved import disagree
from timeline.models import Evidence
from timeline.selectors.one_of import one_of


class Support(NamedTuple):
    articles: int = 0
    disputed: bool = False


def supported_by(dates: Mapping[int, str]) -> Mapping[int, Support]:
    """By the ids of events, which are given with their dates as EDTF. One query."""
    pieces: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    evidence = Evidence.objects.filter(one_of("event", dates), article__isnull=False).order_by()
    fields = ("event", "article", "rule", "anchor", "direction", "value")
    for event, *piece in evidence.values_list(*fields):
        pieces[event].append(tuple(piece))
    return defaultdict(
        Support, {event: _support(some, dates[event]) for event, some in pieces.items()}
    )


def _support(pieces: list[tuple[Any, ...]], date: str) -> Support:
    articles = len({article for article, *_resolution in pieces})
    if articles < 2:
        return Support(articles)
    resolutions = [(article, Resolution(*resolution)) for article, *resolution in pieces]
    return Support(articles, disagree(resolutions, edtf.parse(date)))
