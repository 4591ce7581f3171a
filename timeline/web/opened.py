"""The event that the address of a timeline's page opens."""

from django.http import HttpRequest

from timeline.models import Timeline
from timeline.models.ids import is_id
from timeline.selectors import listing, public
from timeline.selectors.filtering.filters import Filtered


def opened(request: HttpRequest, shown: Timeline, found: Filtered) -> listing.Card | None:
    """The card that the address asks for; an event that is not there opens none."""
    asked = request.GET.get("event", "")
    if not is_id(asked):
        return None
    return listing.card(shown, public.heir(int(asked)) or int(asked), found.some)
