"""Which of the expressions of one clause tell its date: the most exact of those that say one."""

from collections.abc import Sequence

from timeline.dates.resolution import Rule
from timeline.dates.scales import Precision
from timeline.extraction.expressions import Expression

_COUNTED = (Rule.RELATIVE, Rule.EVENT)
_WEEK = 7  # days
_APPOSED = 6  # characters between two ways to tell one date: ", on "


def finest(found: Sequence[Expression]) -> list[Expression]:
    """Of expressions of one clause whose dates lie inside one another, the most exact."""
    kept: list[Expression] = []
    for one in found:
        if any(_covers(one, other) for other in kept):
            continue
        kept = [other for other in kept if not _covers(other, one)] + [one]
    return kept


def _covers(outer: Expression, inner: Expression) -> bool:
    if outer.date is None or inner.date is None:
        return False
    if _says_again(inner, outer):
        return True
    if outer.date.precision is inner.date.precision is Precision.MINUTE:
        return outer.date == inner.date
    slack = _rounded(outer, inner)
    first = outer.date.first_day - slack <= inner.date.first_day
    return (
        first
        and inner.date.last_day <= outer.date.last_day + slack
        and outer.date.precision >= inner.date.precision
    )


def _says_again(date: Expression, count: Expression) -> bool:
    """Whether a date right behind says when a count ended: "two years later, **in June 1958**"."""
    told, meant = count.resolution, date.resolution
    if told is None or told.rule not in _COUNTED or meant is None:
        return False
    if not 0 < date.start - count.end <= _APPOSED:
        return False
    return meant.rule == Rule.EXPLICIT or (meant.rule == Rule.NEAREST and _are_near(date, count))


def _are_near(one: Expression, other: Expression) -> bool:
    """ "In two weeks, **on 29 June**", which may be a day before or after."""
    if one.date is None or other.date is None or one.date.precision is not Precision.DAY:
        return False
    return abs(one.date.first_day - other.date.last_day) <= _WEEK


def _rounded(count: Expression, date: Expression) -> int:
    """Days by which a rounded count may miss the date beside it: "46 years ago, in 1977"."""
    told, meant = count.resolution, date.resolution
    if told is None or told.rule not in _COUNTED or meant is None or meant.rule != Rule.EXPLICIT:
        return 0
    apart = max(date.start - count.end, count.start - date.end)
    known = count.date if apart <= _APPOSED else None
    return known.last_day - known.first_day + 1 if known else 0
