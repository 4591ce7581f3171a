"""What a search of all public timelines finds, page by page."""

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

from timeline.models import Event
from timeline.selectors import listing, public

# To count all that a common word finds takes a second at a million events, and nobody goes through
# two hundred pages: another word is the quicker way.
MOST = 10_000


class Pages(Paginator[Event]):
    """The first `MOST` of the events found, in order; `is_cut` says whether there are more."""

    def __init__(self, query: str) -> None:
        self._found = public.found(query)
        super().__init__(self._found, listing.PER_PAGE)

    @cached_property
    def _counted(self) -> int:
        return self._found.order_by()[: MOST + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST)

    @property
    def is_cut(self) -> bool:
        return self._counted > MOST

    def page(self, number: int | str) -> Page[Event]:
        """Ordered as ids alone, and then only these events are read: the rows are long."""
        number = self.validate_number(number)
        start = (number - 1) * listing.PER_PAGE
        end = min(start + listing.PER_PAGE, self.count)
        ids = list(self._found.values_list("pk", flat=True)[start:end])
        shown = Event.objects.filter(pk__in=ids).order_by("sort_day", "pk")
        return Page(shown.select_related("category"), number, self)
