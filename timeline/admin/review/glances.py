"""The small timeline above a review: its span and density at a glance, each mark leading to its
event."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_bidi

from timeline.chart.glance import Dated, Glance, Mark, Stretch, glance
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
class Label:
    """The words below a stretch; `x` in percent is their start, middle or end, as `anchor` says."""

    edtf: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the template draws; `height` in pixels, `line` where the axis lies."""

    marks: Sequence[Placed]
    stretches: Sequence[Placed]
    labels: Sequence[Label]
    height: int
    line: int
    first: str
    last: str


def shown(found: Sequence[Found]) -> Shown | None:
    """None where there is nothing to show. What is rejected is no part of the article's span."""
    events = {item.event.pk: item.event for item in found if item.event.status != "rejected"}
    if not events:
        return None
    of = glance([Dated(event.pk, event.parsed_date, event.part) for event in events.values()])
    line = of.rows * _ROW + 2
    marks = [
        Placed(mark, _x(mark), line - _ROW * (mark.row + 1), events[mark.key]) for mark in of.marks
    ]
    stretches = [Placed(stretch, _x(stretch), line) for stretch in of.stretches]
    return Shown(marks, stretches, _labels(of), line + _FOOT, line, *_span(of))


def _labels(of: Glance) -> list[Label]:
    """Below the middles of the stretches; at either end of the line the words stay within it, which
    may be wider than their stretch."""
    rightwards = not get_language_bidi()
    labels = [Label(each.label, _x(each) + each.width / 2, "middle") for each in of.stretches]
    if len(labels) > 1:
        labels[0] = Label(labels[0].edtf, 0 if rightwards else 100, "start")
        labels[-1] = Label(labels[-1].edtf, 100 if rightwards else 0, "end")
    return labels


def _x(of: Mark | Stretch) -> float:
    """From the left: where the page runs from right to left, time does so, too."""
    return round(100 - of.start - of.width, 2) if get_language_bidi() else of.start


def _span(of: Glance) -> tuple[str, str]:
    """The EDTF texts of the first and the last stretch."""
    return of.stretches[0].label.partition("/")[0], of.stretches[-1].label.rpartition("/")[2]
