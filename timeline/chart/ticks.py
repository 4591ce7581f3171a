"""The time axis: where ticks lie and what they say, from minutes to millennia, before year 1 too.

Plotly's own dates end at year 0 and its locales misname months, so days are plain numbers (Julian
Day Numbers) and the words come from CLDR.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.chart.words import TICK_SIZE, is_right_to_left, isolated, width
from timeline.dates import cldr, julian

MINUTES = 1440
# Minutes: of the times of day, those at whole such steps name their day.
_DATED = (1440, 720, 360, 180, 120, 60)
# A figure holds three times what is seen (see `Window`), which may fill four fifths of its span;
# and the words of a tick at the very edge are not shown.
_SEEN = 1 / 5
# EDTF's four digits; no tick is written beyond them.
_FIRST_YEAR, _LAST_YEAR = -9999, 9999
_LOWEST, _HIGHEST = julian.to_day(_FIRST_YEAR, 1, 1), julian.to_day(_LAST_YEAR, 12, 31)
# A tick's words never fill more of the room between two ticks than this.
_FILL = 0.85
# Pixels that even the shortest words, a year's four digits, need.
_NARROWEST = 24
_TIME = "time"
# For the few locales whose CLDR data leave a skeleton out.
_PATTERNS = {
    "y": "y",
    "Gy": "y G",
    "yMMM": "MMM y",
    "GyMMM": "MMM y G",
    "yMMMd": "d MMM y",
    "GyMMMd": "d MMM y G",
    "MMMd": "d MMM",
}


@dataclass(frozen=True, slots=True)
class Tick:
    day: float
    text: str


@dataclass(frozen=True, slots=True)
class _Scale:
    days: float
    skeleton: str
    ticks: Callable[[float, float], Iterator[float]]


def ticks(first: float, last: float, pixels_per_day: float, language: str) -> list[Tick]:
    """Ticks from `first` to `last`, the closest whose words leave each other room."""
    right_to_left = is_right_to_left(language)
    for scale in _SCALES:
        if scale.days * pixels_per_day < _NARROWEST:
            continue
        if _widest(scale, first, last, language) <= scale.days * pixels_per_day * _FILL:
            break
    dated = _dated(round(min(scale.days, 1) * MINUTES), (last - first) * _SEEN * MINUTES)
    return [
        Tick(day, isolated(_words(day, scale.skeleton, language, dated), right_to_left))
        for day in scale.ticks(first, last)
    ]


def _dated(step: int, seen: float) -> int:
    """Minutes between the times that name their day: whatever is seen, it has one of them."""
    return next((some for some in _DATED if some <= seen and some % step == 0), step)


def _widest(scale: _Scale, first: float, last: float, language: str) -> float:
    """Pixels of the widest of this scale's words; months differ, so a dozen days are tried."""
    skeleton = "MMMd" if scale.skeleton == _TIME else scale.skeleton
    step = min(last - first, 365) / 12
    days = [first + number * step for number in range(13)]
    extra = width(", 00:00", TICK_SIZE) if scale.skeleton == _TIME else 0
    return extra + max(width(_words(day, skeleton, language), TICK_SIZE) for day in days)


def _steps(step: float) -> Callable[[float, float], Iterator[float]]:
    def days(first: float, last: float) -> Iterator[float]:
        per_day = round(1 / step)
        for number in range(math.ceil(first * per_day), math.floor(last * per_day) + 1):
            yield number / per_day

    return days


def _days(days_of_month: tuple[int, ...]) -> Callable[[float, float], Iterator[float]]:
    def days(first: float, last: float) -> Iterator[float]:
        for month in _months(1)(first - 31, last):
            for number in days_of_month:
                if first <= (day := month + number - 1) <= last:
                    yield day

    return days


def _months(step: int) -> Callable[[float, float], Iterator[float]]:
    def days(first: float, last: float) -> Iterator[float]:
        start_year, start_month, _ = _date(first)
        end_year, end_month, _ = _date(last)
        start, end = start_year * 12 + start_month - 1, end_year * 12 + end_month - 1
        for number in range(start // step * step, end + 1, step):
            day = julian.to_day(number // 12, number % 12 + 1, 1)
            if first <= day <= last:
                yield float(day)

    return days


def _years(step: int) -> Callable[[float, float], Iterator[float]]:
    def days(first: float, last: float) -> Iterator[float]:
        start, end = _date(first)[0], _date(last)[0]
        for year in range(start // step * step, end + 1, step):
            # Before our era there is no year 0: the round year 100 BC is the astronomical -99.
            named = year + 1 if year < 0 and step > 1 else 1 if year == 0 and step > 1 else year
            if year >= _FIRST_YEAR and first <= (day := julian.to_day(named, 1, 1)) <= last:
                yield float(day)

    return days


def _date(day: float) -> tuple[int, int, int]:
    return julian.from_day(min(max(math.floor(day), _LOWEST), _HIGHEST))


_SCALES = (
    *(_Scale(n / MINUTES, _TIME, _steps(n / MINUTES)) for n in (5, 10, 15, 30)),
    *(_Scale(n / 24, _TIME, _steps(n / 24)) for n in (1, 2, 3, 6, 12)),
    _Scale(1, "yMMMd", _steps(1)),
    _Scale(2, "yMMMd", _days(tuple(range(1, 30, 2)))),
    _Scale(3, "yMMMd", _days((1, 4, 7, 10, 13, 16, 19, 22, 25, 28))),
    _Scale(5, "yMMMd", _days((1, 6, 11, 16, 21, 26))),
    _Scale(8, "yMMMd", _days((1, 10, 20))),
    _Scale(14, "yMMMd", _days((1, 15))),
    *(_Scale(n * 30.4, "yMMM", _months(n)) for n in (1, 2, 3, 6)),
    *(
        _Scale(n * 365.2, "y", _years(n))
        for n in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)
    ),
    _Scale(math.inf, "y", _years(5000)),
)


def _words(day: float, skeleton: str, language: str, dated: int = MINUTES) -> str:
    date = cldr.Fields(*_date(day), minute=round((day - math.floor(day)) * MINUTES) % MINUTES)
    if skeleton == _TIME:
        time = cldr.digits(language, f"{date.minute // 60:02d}:{date.minute % 60:02d}")
        if date.minute % dated:
            return time
        return cldr.date_and_time(language, _written("MMMd", date, language), time)
    return _written(skeleton, date, language)


def _written(skeleton: str, date: cldr.Fields, language: str) -> str:
    """A day in the words of CLDR's pattern for a skeleton, its era named before year 1."""
    era = "G" if date.year < 1 and skeleton.startswith("y") else ""
    return cldr.write(language, _pattern(language, era + skeleton), date)


@lru_cache(maxsize=256)
def _pattern(language: str, skeleton: str) -> str:
    try:
        return cldr.pattern(language, skeleton)
    except KeyError:
        return _PATTERNS[skeleton]
