"""The small timeline above a review: its span and density at a glance, each mark leading to its
event."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_bidi

from timeline.chart.glance import Glance, Mark, Stretch, Told, glance
from timeline.models import Event
from timeline.selectors.desk.review import Found

# Pixels: of a row of marks, and of the line with its labels below them.
_ROW, _FOOT = 10, 24


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark or a stretch where the page has it: `x` from its left, in percent, `y` in pixels."""

    of: Mark | Stretch
    x: float
    y: int
    event: Event | None = None

    @property
    def middle(self) -> float:
        return round(self.x + self.of.width / 2, 2)

    @property
    def end(self) -> float:
        return round(self.x + self.of.width, 2)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the template draws; `height` in pixels, `line` where the axis lies."""

    marks: Sequence[Placed]
    stretches: Sequence[Placed]
    height: int
    line: int
    first: str
    last: str


def shown(found: Sequence[Found]) -> Shown | None:
    """None where there is nothing to show. What is rejected is no part of the article's span."""
    events = {item.event.pk: item.event for item in found if item.event.status != "rejected"}
    if not events:
        return None
    of = glance([Told(event.pk, event.parsed_date, event.part) for event in events.values()])
    line = of.rows * _ROW + 2
    marks = [
        Placed(mark, _x(mark), line - _ROW * (mark.row + 1), events[mark.key]) for mark in of.marks
    ]
    stretches = [Placed(stretch, _x(stretch), line) for stretch in of.stretches]
    return Shown(marks, stretches, line + _FOOT, line, *_span(of))


def _x(of: Mark | Stretch) -> float:
    """From the left: where the page runs from right to left, time does so, too."""
    return round(100 - of.start - of.width, 2) if get_language_bidi() else of.start


def _span(of: Glance) -> tuple[str, str]:
    """The EDTF texts of the first and the last stretch."""
    return of.stretches[0].label.partition("/")[0], of.stretches[-1].label.rpartition("/")[2]
