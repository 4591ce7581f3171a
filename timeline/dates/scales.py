"""How exact a date is: one ordered table, from which order, width and wording follow."""

from enum import IntEnum
from typing import NamedTuple

from timeline.dates.messages import message as _


class Precision(IntEnum):
    """The finest first; RANGE has two ends of its own, OPEN only one."""

    MINUTE = 0
    DAY = 1
    MONTH = 2
    QUARTER = 3
    SEASON = 4
    HALF = 5
    YEAR = 6
    DECADE = 7
    CENTURY = 8
    RANGE = 9
    OPEN = 10


class Scale(NamedTuple):
    """What follows from a precision."""

    precision: Precision
    days: float
    """Typical length in days; 0 where each date has a length of its own."""
    some: str
    """Message that says what the date leaves open, `{date}` being the date in words; else ""."""
    divisible: bool
    """Whether "early", "mid" and "late" go straight before it, as in "early 2020"."""
    article: bool
    """Whether English puts "the" before it, as in "the 1980s"."""


_YEAR = 365.2425  # days of the mean Gregorian year

SCALES = (
    Scale(Precision.MINUTE, 1 / 1440, "", divisible=False, article=False),
    Scale(Precision.DAY, 1, "", divisible=False, article=False),
    Scale(Precision.MONTH, _YEAR / 12, _("some day in {date}"), divisible=True, article=False),
    Scale(Precision.QUARTER, _YEAR / 4, _("some day in {date}"), divisible=False, article=True),
    Scale(Precision.SEASON, _YEAR / 4, _("some day in {date}"), divisible=True, article=False),
    Scale(Precision.HALF, _YEAR / 2, _("some day in {date}"), divisible=False, article=True),
    Scale(Precision.YEAR, _YEAR, _("some day in {date}"), divisible=True, article=False),
    Scale(Precision.DECADE, _YEAR * 10, _("some year in {date}"), divisible=True, article=True),
    Scale(Precision.CENTURY, _YEAR * 100, _("some year in {date}"), divisible=True, article=True),
    Scale(Precision.RANGE, 0, "", divisible=False, article=False),
    Scale(Precision.OPEN, 0, "", divisible=False, article=False),
)
