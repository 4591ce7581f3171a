"""All that there is to choose in a filter by people, places or sources, page by page."""

from collections.abc import Collection
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

from timeline.selectors.filtering.facets import Choice
from timeline.selectors.filtering.filters import Filtered
from timeline.selectors.groupings import GROUPINGS

PER_PAGE = 100


class EveryChoice(Paginator[Any]):
    """The choices of `name`, one of `GROUPINGS`, that the other filters leave, the most frequent
    first; the pages hold `facets.Choice`."""

    def __init__(self, found: Filtered, name: str) -> None:
        self._found, self._name, self._grouping = found, name, GROUPINGS[name]
        named = found.but(name).filter(**{f"{self._grouping.path}__isnull": False}).order_by()
        values = named.values(value=self._grouping.lane).annotate(events=self._grouping.number)
        self._counts = values.order_by("-events", "value").values_list("value", "events")
        super().__init__(self._counts, PER_PAGE)

    @cached_property
    def count(self) -> int:
        """Remembered: it takes as long as a page does."""
        number = self._found.remembered(f"choices of {self._name}", self._counts.count)
        return int(number)

    def page(self, number: int | str) -> Page[Choice]:
        page = super().page(number)
        counts, chosen = dict(page.object_list), self._found.chosen_values(self._name)
        page.object_list = self._choices(counts, chosen)
        return page

    def _choices(self, counts: dict[str, int], chosen: Collection[str]) -> list[Choice]:
        names = self._grouping.names(counts)
        return [
            Choice(value, names[value], events, value in chosen)
            for value, events in counts.items()
            if value in names
        ]
