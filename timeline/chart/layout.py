"""Where each mark of a lane lies: packed into rows by estimated widths, the rest counted.

What is featured and the most important events choose first, so they keep their labels. Nothing is
left out: what finds no room as a mark is counted in a bar.
"""

import bisect
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from timeline.chart.geometry import Geometry
from timeline.chart.marks import POINT_SIZE, Form, Mark
from timeline.chart.rows import Count, Lane
from timeline.chart.words import LONGEST_LABEL, shortened, width

# Pixels: between a mark and its label, between neighbours in a row, around a label inside a bar.
LABEL_GAP = 6.0
_APART, _LABELS_APART = 3.0, 12.0
INSIDE_PAD = 6.0
# Counted bars take the height of two rows: a lane that fits into those needs no bars. A lane of few
# events may grow higher still, since bars that count one or two tell less than marks.
_ROWS_FOR_COUNTS, _FEW, _ROWS_FOR_FEW = 2, 24, 5


class Side(StrEnum):
    """Where a label stands: on the side of later days, of earlier ones, or in its bar."""

    AFTER = "after"
    BEFORE = "before"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Placed:
    mark: Mark
    row: int
    label: str = ""
    side: Side = Side.AFTER


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """`folded` where the counts stand in one thin row for all that the lane holds."""

    lane: Lane
    placed: tuple[Placed, ...]
    rows: int
    counts: tuple[Count, ...]
    folded: bool = False


@dataclass(slots=True)
class _Rows:
    """Taken stretches of pixels per row, each list in order and free of overlaps."""

    limit: int
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, start: float, end: float) -> int | None:
        for number, stretches in enumerate(self.taken):
            at = bisect.bisect_left(stretches, (start, end))
            free_before = at == 0 or stretches[at - 1][1] <= start
            if free_before and (at == len(stretches) or stretches[at][0] >= end):
                stretches.insert(at, (start, end))
                return number
        if len(self.taken) == self.limit:
            return None
        self.taken.append([(start, end)])
        return len(self.taken) - 1

    def room(self, row: int, at: float) -> tuple[float, float]:
        """From where to where the stretch around `at` could grow."""
        stretches = self.taken[row]
        own = bisect.bisect_right(stretches, (at, math.inf)) - 1
        before = stretches[own - 1][1] if own else -math.inf
        after = stretches[own + 1][0] if own + 1 < len(stretches) else math.inf
        return before, after

    def grow(self, row: int, at: float, start: float, end: float) -> None:
        """The stretch around `at` takes more room, which is free."""
        own = bisect.bisect_right(self.taken[row], (at, math.inf)) - 1
        self.taken[row][own] = (start, end)


def lay_out(
    lane: Lane, marks: Iterable[Mark], counts: Sequence[Count] | None, geometry: Geometry, rows: int
) -> LaneLayout:
    """One lane. `counts` is None where `marks` holds all its events; else it counts all of them,
    and `marks` is only the choice of them to be shown one by one, if there is room."""
    ordered = sorted(marks, key=_importance)
    if counts is None:
        higher = most_rows(len(ordered), rows)
        packed, left_out = _pack(ordered, geometry, higher, bare=True, all_or_none=True)
        if left_out:
            packed, left_out = _pack(ordered, geometry, rows, bare=True)
        counted = _count(lane, left_out, geometry)
    else:
        packed, _ = _pack(ordered, geometry, rows, bare=False)
        counted = _without(counts, packed, geometry)
    taken = max((place.row + 1 for place in packed), default=0)
    return LaneLayout(lane, tuple(packed), taken, counted)


def most_rows(events: int, rows: int) -> int:
    """How many rows a lane may take to show all its events one by one; `rows` with counted bars."""
    return rows + (_ROWS_FOR_FEW if events <= _FEW else _ROWS_FOR_COUNTS)


def _pack(
    ordered: Sequence[Mark], geometry: Geometry, rows: int, *, bare: bool, all_or_none: bool = False
) -> tuple[list[Placed], list[Mark]]:
    """The marks that found a row, with a label or (where `bare`) without, and the others; for
    `all_or_none` the first of these is enough to give up."""
    free = _Rows(rows)
    placed: list[Placed] = []
    left_out: list[Mark] = []
    for mark in ordered:
        found = _place(mark, free, geometry, bare=bare)
        if found is None and all_or_none:
            return [], [mark]
        if found is None:
            left_out.append(mark)
        else:
            placed.append(found)
    return [_lengthened(place, free, geometry) for place in placed], left_out


def _lengthened(place: Placed, free: _Rows, geometry: Geometry) -> Placed:
    """With more of a title that was shortened, where the row has kept room for it; the browser,
    which knows true widths, shortens what the edge of the view would cut."""
    title = place.mark.row.label
    if place.label in ("", title):
        return place
    start, end = _extent(place.mark, geometry)
    if place.side is Side.INSIDE:
        return replace(
            place, label=shortened(title, min(end - start - 2 * INSIDE_PAD, LONGEST_LABEL))
        )
    before, after = free.room(place.row, start)
    if place.side is Side.AFTER:
        room = after - _LABELS_APART - end - LABEL_GAP
    else:
        room = start - LABEL_GAP - before - _APART
    label = shortened(title, min(room, LONGEST_LABEL))
    if len(label) <= len(place.label):
        return place
    taken = LABEL_GAP + width(label)
    if place.side is Side.AFTER:
        free.grow(place.row, start, start - _APART, end + taken + _LABELS_APART)
    else:
        free.grow(place.row, start, start - taken - _APART, end + _LABELS_APART)
    return replace(place, label=label)


def _extent(mark: Mark, geometry: Geometry) -> tuple[float, float]:
    half = POINT_SIZE / 2 if mark.form is Form.POINT else 0.0
    return geometry.pixels(mark.start) - half, geometry.pixels(mark.end) + half


def _importance(mark: Mark) -> tuple[int, ...]:
    row = mark.row
    weight = (-row.featured, -row.importance, -row.sources)
    return (*weight, mark.date.precision, mark.date.sort_day, row.id)


def _place(mark: Mark, free: _Rows, geometry: Geometry, *, bare: bool) -> Placed | None:
    start, end = _extent(mark, geometry)
    label = shortened(mark.row.label, geometry.largest_label)
    wide = width(label)
    for side, first, last in _places(start, end, wide, geometry):
        row = free.place(first - _APART, last + _LABELS_APART)
        if row is not None:
            return Placed(mark, row, label, side)
    row = free.place(start - _APART, end + _APART) if bare else None
    return None if row is None else Placed(mark, row)


def _places(
    start: float, end: float, wide: float, geometry: Geometry
) -> Iterable[tuple[Side, float, float]]:
    if end - start >= wide + 2 * INSIDE_PAD:
        yield Side.INSIDE, start, end
        return
    with_gap = LABEL_GAP + wide
    lowest, highest = geometry.edges
    if end + with_gap <= highest:
        yield Side.AFTER, start, end + with_gap
    elif start - with_gap >= lowest:
        yield Side.BEFORE, start - with_gap, end


def _count(lane: Lane, marks: Iterable[Mark], geometry: Geometry) -> tuple[Count, ...]:
    days = geometry.bucket_days
    found = Counter(mark.date.sort_day // days for mark in marks)
    return tuple(Count(lane.key, at * days, days, found[at]) for at in sorted(found))


def _without(
    counts: Sequence[Count], placed: Iterable[Placed], geometry: Geometry
) -> tuple[Count, ...]:
    """Counts less the events that are shown as marks: nobody is told of an event twice."""
    days = geometry.bucket_days
    shown = Counter(place.mark.date.sort_day // days * days for place in placed)
    rest = (
        Count(count.lane, count.first_day, count.days, count.count - shown[count.first_day])
        for count in counts
    )
    return tuple(count for count in rest if count.count > 0)
