"""The part of a period that a source means: "early 2020", "mid-May", "late in the day".

Parts are the `mod` of TIMEX3. A part changes where a date is drawn, never what it covers.
"""

from enum import StrEnum

from timeline.dates import edtf
from timeline.dates.julian import OPEN_END, OPEN_START


class Part(StrEnum):
    """TIMEX3 `mod`, as far as it names a part of a period."""

    WHOLE = ""
    START = "START"
    MID = "MID"
    END = "END"


def drawn(date: edtf.Date, part: str = "") -> tuple[int, int]:
    """First and last Julian Day Number of the part; open ends stay open.

    Each part is a third, rounded up to whole days, so that none is ever empty. In an open period
    ("since early 2020") the part belongs to the end that is known.
    """
    lower, upper = edtf.sides(date)
    if date.open_start and upper:
        return OPEN_START, drawn(upper, part)[1]
    if date.open_end and lower:
        return drawn(lower, part)[0], OPEN_END
    return _third(date.first_day, date.last_day, part)


def _third(first: int, last: int, part: str) -> tuple[int, int]:
    length = last - first + 1
    third = -(-length // 3)
    if part == Part.START:
        return first, first + third - 1
    if part == Part.MID:
        return first + length // 3, last - length // 3
    if part == Part.END:
        return last - third + 1, last
    return first, last
