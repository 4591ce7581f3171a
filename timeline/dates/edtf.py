"""Extended Date/Time Format (ISO 8601-2:2019): the subset that Dateline stores.

Level 1, with the quarters and half-years of level 2 and two extensions of our own: times may
leave out the seconds, and intervals may run between times. Years are those from -9999 to 9999,
in four digits. Left out of level 1, because they would say nothing on a timeline: unknown ends
(`2011/`), intervals open at both ends, and millennia (`1XXX`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.julian import OPEN_END, OPEN_START, month_length, to_day
from timeline.dates.messages import Translate, identity
from timeline.dates.messages import message as _
from timeline.dates.scales import Precision

EXAMPLES = "2024-05-20, 2024-05, 2024, 198X, 2019-21, 2024-05-20T10:30, 2011/.., 1990~"

# Code: precision, first month, last month. Seasons are those of the north, and winter is the
# December of its year: ISO 8601-2 leaves the months open, the `edtf` package reads them so.
_CODES = {
    21: (Precision.SEASON, 3, 5),
    22: (Precision.SEASON, 6, 8),
    23: (Precision.SEASON, 9, 11),
    24: (Precision.SEASON, 12, 12),
    33: (Precision.QUARTER, 1, 3),
    34: (Precision.QUARTER, 4, 6),
    35: (Precision.QUARTER, 7, 9),
    36: (Precision.QUARTER, 10, 12),
    40: (Precision.HALF, 1, 6),
    41: (Precision.HALF, 7, 12),
} | {month: (Precision.MONTH, month, month) for month in range(1, 13)}

_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?"
    r"(Z|[+-](?:0[0-9]|1[0-3])(?::[0-5][0-9])?|[+-]14:00)?"
)
# Level 1 qualifies years, months and days; level 1 intervals run between those and seasons.
_QUALIFIED = {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY}
_ENDS = {Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR}
# The longest text of the subset: an interval of two times before year 0 with their zones.
_LONGEST = 2 * len("-0043-03-15T10:30:00+01:00") + len("/")


class DateError(ValueError):
    """The text is no date that we accept. Its message is one sentence for people."""

    def __init__(self, message: str, **values: str) -> None:
        """`message` is a msgid; `values` fill its `{names}`."""
        super().__init__(message.format(**values) if values else message)
        self._message, self._values = message, values

    def in_words(self, translate: Translate = identity) -> str:
        """The sentence in the language of `translate`."""
        sentence = translate(self._message)
        return sentence.format(**self._values) if self._values else sentence


TURNED = _("“{text}” ends before it starts: give the earlier end first.")


class TurnedError(DateError):
    """The text is an interval whose end lies before its start."""


class Moment(NamedTuple):
    """A day, and where the source gives the time, the minute of that day (0 to 1439)."""

    day: int
    minute: int | None


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as its source: EDTF text, and the days it covers, both ends included.

    Open ends are `OPEN_START` and `OPEN_END`. `sort_day` places the date in a list: its first
    day, or where the start is open, the first day of the end that is known.
    """

    text: str
    first_day: int
    last_day: int
    sort_day: int
    precision: Precision
    approximate: bool
    uncertain: bool
    open_start: bool
    open_end: bool
    start: Moment
    end: Moment


@lru_cache(maxsize=16_384)
def parse(text: str) -> Date:
    """The date that an EDTF text names; DateError if it names none of the subset."""
    if len(text) > _LONGEST:
        raise _refused(text)
    lower, slash, upper = text.partition("/")
    return _interval(text, lower, upper) if slash else _point(text)


def sides(date: Date) -> tuple[Date | None, Date | None]:
    """Both ends of an interval as dates of their own, None for an open one.

    A date that is no interval is both of its ends.
    """
    lower, slash, upper = date.text.partition("/")
    if not slash:
        return date, date
    return None if date.open_start else parse(lower), None if date.open_end else parse(upper)


def _point(text: str) -> Date:
    if "T" in text:
        return _time(text)
    mark = text[-1:] if text[-1:] in ("~", "?", "%") else ""
    given = text.removesuffix(mark)
    # "Some month of 2004" covers what 2004 covers, and is as exact: one text for both.
    body = given.removesuffix("-XX").removesuffix("-XX")
    precision, first, last = _read(body, text)
    if body != given and precision not in (Precision.YEAR, Precision.MONTH):
        raise _refused(text)
    if mark and precision not in _QUALIFIED:
        message = _("“{text}” puts {mark} on a season, quarter or half, which EDTF does not have.")
        raise DateError(message, text=text, mark=mark)
    return Date(
        text=body + mark,
        first_day=first,
        last_day=last,
        sort_day=first,
        precision=precision,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
        open_start=False,
        open_end=False,
        start=Moment(first, None),
        end=Moment(last, None),
    )


_Reading = tuple[Precision, int, int]


def _read(body: str, text: str) -> _Reading:
    """Precision, first and last day of a date without its mark; `text` is told in errors."""
    read = _SHAPES.get(body.removeprefix("-").translate(_ZEROS))
    if read is None or body.startswith("-0000"):
        raise _refused(text)
    try:
        return read(body)
    except (ValueError, KeyError):
        message = _("“{text}” is not in the calendar: it has no such month or day.")
        raise DateError(message, text=text) from None


def _day(body: str) -> _Reading:
    number = to_day(int(body[:-6]), int(body[-5:-3]), int(body[-2:]))
    return Precision.DAY, number, number


def _month(body: str) -> _Reading:
    year = int(body[:-3])
    precision, first, last = _CODES[int(body[-2:])]
    return precision, to_day(year, first, 1), to_day(year, last, month_length(year, last))


def _years(precision: Precision) -> Callable[[str], _Reading]:
    def read(body: str) -> _Reading:
        # Before year 0 the digit 9 is the earlier year.
        first, last = sorted((int(body.replace("X", "0")), int(body.replace("X", "9"))))
        return precision, to_day(first, 1, 1), to_day(last, 12, 31)

    return read


# The shape of the text, each digit as 0 and without the sign, tells how to read it.
_ZEROS = str.maketrans("123456789", "0" * 9)
_SHAPES: dict[str, Callable[[str], _Reading]] = {
    "0000-00-00": _day,
    "0000-00": _month,
    "0000": _years(Precision.YEAR),
    "000X": _years(Precision.DECADE),
    "00XX": _years(Precision.CENTURY),
}


def _time(text: str) -> Date:
    found = _TIME.fullmatch(text)
    if found is None:
        raise _refused(text)
    day = _point(found[1]).first_day
    moment = Moment(day, 60 * int(found[2]) + int(found[3]))
    # EDTF writes UTC as Z and has no +00:00, which most programs write.
    text = re.sub(r"[+-]00(:00)?$", "Z", text) if found[4] else text
    return Date(
        text=text,
        first_day=day,
        last_day=day,
        sort_day=day,
        precision=Precision.MINUTE,
        approximate=False,
        uncertain=False,
        open_start=False,
        open_end=False,
        start=moment,
        end=moment,
    )


def _interval(text: str, lower: str, upper: str) -> Date:
    start = None if lower == ".." else _end_of_interval(text, lower)
    end = None if upper == ".." else _end_of_interval(text, upper)
    known = start or end
    if known is None:
        raise DateError(_("“{text}” is open at both ends: give its start or its end."), text=text)
    if start and end and _latest(end) < _earliest(start):
        raise TurnedError(TURNED, text=text)
    return Date(
        text=f"{start.text if start else '..'}/{end.text if end else '..'}",
        first_day=start.first_day if start else OPEN_START,
        last_day=end.last_day if end else OPEN_END,
        sort_day=known.first_day,
        precision=Precision.RANGE if start and end else Precision.OPEN,
        approximate=any(side.approximate for side in (start, end) if side),
        uncertain=any(side.uncertain for side in (start, end) if side),
        open_start=start is None,
        open_end=end is None,
        start=start.start if start else Moment(OPEN_START, None),
        end=end.end if end else Moment(OPEN_END, None),
    )


def _end_of_interval(text: str, side: str) -> Date:
    date = _point(side) if side else None
    if date is None or date.precision not in _ENDS:
        message = _(
            "“{text}” is no interval: each end is a year, season, month, day, time or “..”."
        )
        raise DateError(message, text=text)
    return date


def _earliest(date: Date) -> tuple[int, int]:
    return date.first_day, date.start.minute or 0


def _latest(date: Date) -> tuple[int, int]:
    return date.last_day, 1439 if date.end.minute is None else date.end.minute


def _refused(text: str) -> DateError:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    message = _("“{text}” is no date in EDTF; accepted are, for example, {examples}.")
    return DateError(message, text=shown, examples=EXAMPLES)
