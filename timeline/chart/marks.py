"""What form an event takes: its date's precision decides, at every zoom."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.chart.rows import Row
from timeline.dates import edtf
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision

MINUTES = 1440
# Pixels. From this width on a day's point gets the whole day as its ground: noon is not meant.
_DAY_IN_SIGHT = 20.0
# A month seen from far away keeps the form of a bar: narrower than this it would pass for a day.
_SMALLEST_BAR = 9.0
POINT_SIZE = 11.0


class Form(StrEnum):
    """A point is exact; so is a day, of which zooming in shows the whole; a period or an age says
    "some time in here"; a range has lasted from its start to its end; an open one goes on beyond
    what is known. The least exact comes first, and lies at the back."""

    OPEN = "open"
    AGE = "age"
    PERIOD = "period"
    RANGE = "range"
    DAY = "day"
    POINT = "point"


_FORMS = {
    Precision.MINUTE: Form.POINT,
    Precision.DAY: Form.POINT,
    Precision.YEAR: Form.AGE,
    Precision.DECADE: Form.AGE,
    Precision.CENTURY: Form.AGE,
    Precision.RANGE: Form.RANGE,
    Precision.OPEN: Form.OPEN,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A row with its form and the stretch it is drawn over: days as floats, counted from midnight.
    `soft` for dates that are approximate or uncertain."""

    row: Row
    date: edtf.Date
    form: Form
    start: float
    end: float
    soft: bool

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def mark(row: Row, pixels_per_day: float, domain: tuple[float, float]) -> Mark:
    """The mark of a row; `domain` is the whole timeline, which open ends are drawn to the edge of.

    Raises `dates.edtf.DateError` when the row's date is none.
    """
    date = edtf.parse(row.date)
    form = _FORMS.get(date.precision, Form.PERIOD)
    start, end = _stretch(date, row.part, domain)
    if date.precision is Precision.DAY and pixels_per_day >= _DAY_IN_SIGHT:
        form = Form.DAY
    if form is Form.POINT:
        start = end = start if date.precision is Precision.MINUTE else (start + end) / 2
    elif (missing := _SMALLEST_BAR / pixels_per_day - (end - start)) > 0:
        start, end = start - missing / 2, end + missing / 2
    return Mark(row, date, form, start, end, date.approximate or date.uncertain)


def _stretch(date: edtf.Date, part: str, domain: tuple[float, float]) -> tuple[float, float]:
    first, last = drawn(date, part)
    start: float = first + (date.start.minute or 0) / MINUTES
    end: float = last + (1 if date.end.minute is None else date.end.minute / MINUTES)
    if date.open_start:
        start = min(domain[0], end)
    if date.open_end:
        end = max(domain[1], start)
    return start, end
