"""The date that a stored resolution stands for, and whether those of several sources agree."""

import re
from collections.abc import Iterable
from itertools import combinations

from timeline.dates import edtf, julian
from timeline.dates.edtf import Date, DateError
from timeline.dates.resolution import Direction, Resolution

_DAY_OF_A_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)", re.ASCII)
_DAYS = re.compile(r"([+-]?\d{1,6}) days?", re.ASCII)


def resolved_days(resolution: Resolution) -> tuple[int, int] | None:
    """The first and the last Julian day that the words mean; None where what is stored of them is
    not enough to work that out again."""
    anchor = _interval(resolution.anchor.partition(":")[2])
    if anchor and (days := _DAYS.fullmatch(resolution.value)):
        return anchor[0] + int(days[1]), anchor[1] + int(days[1])
    if anchor and (found := _DAY_OF_A_YEAR.fullmatch(resolution.value)):
        return _nearest(int(found[1]), int(found[2]), anchor[0], resolution.direction)
    return _interval(resolution.value)


def resolved_date(resolution: Resolution) -> Date | None:
    """The date that the words mean, as exact as they are; None where `resolved_days` is."""
    days = resolved_days(resolution)
    if days is None:
        return None
    if days == _interval(resolution.value):
        return edtf.parse(resolution.value)
    first, last = map(_iso, days)
    return edtf.parse(first if first == last else f"{first}/{last}")


def _iso(day: int) -> str:
    year, month, number = julian.from_day(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def disagree(sources: Iterable[tuple[object, Resolution]], date: Date) -> bool:
    """Whether two sources (each with a key that tells it from others) give days of which none is
    the same, though the event did not last over both."""
    found = [(source, days) for source, one in sources if (days := resolved_days(one))]
    return any(
        one != other
        and not _overlap(days, others)
        and not (_within(days, date) and _within(others, date))
        for (one, days), (other, others) in combinations(found, 2)
    )


def _interval(text: str) -> tuple[int, int] | None:
    try:
        date = edtf.parse(text)
    except DateError:
        return None
    return None if date.approximate or date.uncertain else (date.first_day, date.last_day)


def _nearest(month: int, day: int, anchor: int, direction: str) -> tuple[int, int] | None:
    year = julian.from_day(anchor)[0]
    years = [year] if direction == Direction.SAME else [year - 1, year, year + 1]
    days = [julian.to_day(each, month, day) for each in years if _exists(each, month, day)]
    if direction == Direction.PAST:
        days = [each for each in days if each <= anchor]
    if direction == Direction.FUTURE:
        days = [each for each in days if each >= anchor]
    found = min(days, key=lambda each: abs(each - anchor), default=None)
    return None if found is None else (found, found)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= julian.month_length(year, month)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _within(days: tuple[int, int], date: Date) -> bool:
    return date.first_day <= days[0] and days[1] <= date.last_day
