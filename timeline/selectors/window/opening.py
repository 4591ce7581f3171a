"""What readers of a timeline see first, where that is not all of it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F

from timeline.chart.opening import MOST_LEFT_OUT, left_out
from timeline.chart.window import fit
from timeline.dates.julian import OPEN_END
from timeline.models import Entity, Timeline
from timeline.selectors.filtering.filters import filtered
from timeline.selectors.remembering import remembered
from timeline.selectors.scopes import scope


class Beyond(NamedTuple):
    """Events that are left out on one side: how many, the dates of the first and the last of them
    (EDTF), and the day next to the others that belongs to one of them."""

    number: int
    first: str
    last: str
    nearest: int


@dataclass(frozen=True, slots=True)
class Opening:
    """`view` is shown at first; in it lie all events but those beyond it, `number` of them, from
    the date `first` to the date `last` (EDTF)."""

    view: tuple[float, float]
    number: int
    first: str
    last: str
    earlier: Beyond | None
    later: Beyond | None


# The day that decides on which side an event lies, and its date.
_Placed = tuple[int, str]


def opening(about: Timeline | Entity) -> Opening | None:
    """None where all of it is shown at first."""
    return remembered(scope(about), "opening", lambda: (_opening(about),))[0]


def _opening(about: Timeline | Entity) -> Opening | None:
    number = filtered(about, {}).tally.total
    starts, ends = _earliest(about), _latest(about)
    early, late = left_out([day for day, _ in starts], [day for day, _ in ends], number)
    if not early and not late:
        return None
    (first, since), (last, until) = starts[early], ends[late]
    return Opening(
        view=fit(first, last),
        number=number - early - late,
        first=since,
        last=until,
        earlier=_beyond(starts[:early]),
        later=_beyond(ends[:late][::-1], nearest=0),
    )


def _beyond(some: list[_Placed], nearest: int = -1) -> Beyond | None:
    if not some:
        return None
    return Beyond(len(some), some[0][1], some[-1][1], some[nearest][0])


def _earliest(about: Timeline | Entity) -> list[_Placed]:
    return list(_placed(about, "sort_day", "sort_day").values_list("day", "event__date"))


def _latest(about: Timeline | Entity) -> list[_Placed]:
    """By their last days, as `contents.span` has them: those of open dates by the day they sort
    into. Each is looked for in its own index."""
    found: dict[Any, _Placed] = {}
    for field in ("sort_day", "last_day"):
        for event, day, date in _placed(about, field, f"-{field}").values_list(
            "event", "day", "event__date"
        ):
            found[event] = max(found.get(event, (day, date)), (day, date))
    return sorted(found.values(), reverse=True)[: MOST_LEFT_OUT + 1]


def _placed(about: Timeline | Entity, field: str, order: str) -> Any:
    members = scope(about).members.filter(**{f"{field}__lt": OPEN_END})
    return members.annotate(day=F(field)).order_by(order)[: MOST_LEFT_OUT + 1]
