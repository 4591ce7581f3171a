"""A date made longer or shorter by its last day, month or year: so a day becomes a range."""

from timeline.dates.edtf import Date, parse, sides
from timeline.dates.julian import from_day
from timeline.dates.scales import Precision

_UNITS = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def extended(date: Date, by: int) -> Date | None:
    """The date with its end `by` days, months or years later (whichever it is told in), or earlier;
    a range that comes to one of these is that one. None where it has no such end, or would end
    before it begins."""
    start, end = sides(date)
    if not (start and end) or start.precision != end.precision or end.precision not in _UNITS:
        return None
    if date.approximate or date.uncertain:
        return None
    later = _moved(end, by)
    if later.first_day < start.first_day:
        return None
    return start if later == start else parse(f"{start.text}/{later.text}")


def _moved(end: Date, by: int) -> Date:
    day = end.first_day
    for _ in range(abs(by)):
        unit = _unit(day, end.precision)
        day = unit.last_day + 1 if by > 0 else unit.first_day - 1
    return _unit(day, end.precision)


def _unit(day: int, precision: Precision) -> Date:
    year, month, number = from_day(day)
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if precision <= Precision.MONTH:
        text += f"-{month:02d}"
    return parse(f"{text}-{number:02d}" if precision is Precision.DAY else text)
