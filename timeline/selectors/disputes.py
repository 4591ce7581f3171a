"""Which events have sources that give different dates."""

from collections import defaultdict
from collections.abc import Iterable

from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.resolved import disagree
from timeline.models import Evidence
from timeline.selectors.one_of import one_of


def among(events: Iterable[int]) -> set[int]:
    """The ids of those of these events, by one query."""
    resolutions: dict[int, list[tuple[int, Resolution]]] = defaultdict(list)
    dates: dict[int, str] = {}
    evidence = Evidence.objects.filter(one_of("event", events), article__isnull=False).order_by()
    fields = ("event", "event__date", "article", "rule", "anchor", "direction", "value")
    for event, date, article, *resolution in evidence.values_list(*fields):
        dates[event] = date
        resolutions[event].append((article, Resolution(*resolution)))
    return {
        event for event, found in resolutions.items() if disagree(found, edtf.parse(dates[event]))
    }
