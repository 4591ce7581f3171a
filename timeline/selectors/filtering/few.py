"""The events that filters leave, where these are few: found once and kept with their days, so that
a window asks the database only for those that lie in it."""

from array import array
from dataclasses import dataclass

from timeline.selectors.census import Days
from timeline.selectors.memberships import Memberships


@dataclass(frozen=True, slots=True)
class Few:
    """Of each event its id, and the first and the last day that it covers."""

    ids: "array[int]"
    first_days: "array[int]"
    last_days: "array[int]"

    def touching(self, days: Days) -> list[int]:
        """The ids of those that cover one of the days from the first to the last."""
        each = zip(self.ids, self.first_days, self.last_days, strict=True)
        return [pk for pk, first, last in each if last >= days[0] and first <= days[1]]


def few(members: Memberships) -> Few:
    found = list(members.order_by().values_list("event", "first_day", "last_day"))
    ids, first_days, last_days = zip(*found, strict=True) if found else ((), (), ())
    return Few(array("q", ids), array("i", first_days), array("i", last_days))
