"""Eras: bands behind all lanes, their names in rows of their own over the first lane.

They are no marks: nothing opens on them, and no event has to make room.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.chart.colours import painted
from timeline.chart.layout import INSIDE_PAD
from timeline.chart.pen import Pen, Trace, bare_trace
from timeline.chart.rows import Era
from timeline.chart.words import TICK_SIZE, isolated, shortened

ROW_HEIGHT = 20
# Eras that overlap stand below one another; of more than these no names would be read.
_ROWS = 3
# Pixels: a shorter piece of a name tells nothing.
_SHORTEST = 28
# How much of the ground a band lets through; neighbours differ.
_FILLS = (0.13, 0.06)


@dataclass(frozen=True, slots=True)
class Placed:
    """`start` and `end` in days as the axis counts them."""

    era: Era
    start: int
    end: int
    row: int


def placed(eras: Iterable[Era]) -> list[Placed]:
    """In the order of their days, each in the first row that is free; the last takes the rest."""
    ends: list[int] = []
    found = []
    for era in sorted(eras, key=lambda era: (era.first_day, -era.last_day)):
        free = next((row for row, end in enumerate(ends) if end <= era.first_day), len(ends))
        row = min(free, _ROWS - 1)
        ends[row:] = [era.last_day + 1, *ends[row + 1 :]]
        found.append(Placed(era, era.first_day, era.last_day + 1, row))
    return found


def height(eras: Sequence[Placed]) -> int:
    """Pixels that the names take."""
    return ROW_HEIGHT * max((each.row + 1 for each in eras), default=0)


def traces(eras: Sequence[Placed], lanes_height: int, pen: Pen) -> list[Trace]:
    """Bands over the height of all lanes, and their names; what is drawn first lies at the back."""
    some = (eras[number :: len(_FILLS)] for number in range(len(_FILLS)))
    bands = [
        _bands(each, fill, lanes_height, pen)
        for each, fill in zip(some, _FILLS, strict=True)
        if each
    ]
    return [*bands, *_names(eras, pen)]


def _bands(eras: Sequence[Placed], fill: float, lanes_height: int, pen: Pen) -> Trace:
    trace = bare_trace(
        "bar",
        "era bands",
        [each.end - each.start for each in eras],
        [lanes_height / 2] * len(eras),
        base=[each.start for each in eras],
        width=lanes_height,
        orientation="h",
        marker={"line": {"width": 0}},
    )
    return painted(trace, {"marker.color": ("muted", fill)}, pen.palette)


def _names(eras: Sequence[Placed], pen: Pen) -> list[Trace]:
    """Their names, which start where their band comes into view; none where a band is too short."""
    named = [(each, _name(each, pen)) for each in eras]
    shown = [(each, name) for each, name in named if name]
    if not shown:
        return []
    pad = INSIDE_PAD / pen.pixels_per_day
    trace = bare_trace(
        "scatter",
        "eras",
        [each.start + pad for each, _name in shown],
        [(each.row + 0.5) * ROW_HEIGHT for each, _name in shown],
        mode="text",
        text=[isolated(name, pen.right_to_left) for _each, name in shown],
        textposition=f"middle {pen.after(True)}",
        textfont={"size": TICK_SIZE},
        # As those of labels (`traces`), but for the event, since they have none.
        customdata=[[None, each.start, each.end] for each, _name in shown],
    )
    trace["meta"]["side"] = "inside"
    return [painted(trace, {"textfont.color": ("muted", 1)}, pen.palette)]


def _name(each: Placed, pen: Pen) -> str:
    room = (each.end - each.start) * pen.pixels_per_day - 2 * INSIDE_PAD
    return shortened(each.era.name, room, TICK_SIZE) if room >= _SHORTEST else ""
