"""Whether a text tells the news of the day or a history: they count from different anchors."""

import datetime
from collections.abc import Iterator, Sequence

from timeline.extraction.grammars.matching import Match

_FAR = 2  # years: a date further from publication than this belongs to a background or a history
_LONG = 25  # explicit years: nobody writes so many into a report of the day
_FEWEST_BEHIND = 3  # years, in a text that opens with an anniversary
_ROUND = 5  # years: "two years ago" is still the news
_FEW, _MOST = 0.15, 0.8  # shares
_FEWEST = 6  # explicit years before a text can be called a history


def is_history(matches: Sequence[Match], published: datetime.date | None) -> bool:
    """True where most explicit years lie far from publication, and little is told as of today."""
    if published is None:
        return True
    years = list(_years(matches))
    far = sum(abs(year - published.year) > _FAR for year in years) > _MOST * len(years)
    looks_back = bool(matches) and anniversary(matches) > 0
    deictic = sum(map(_is_deictic, matches)) - looks_back - _says_nowadays(matches)
    if looks_back:
        return far and len(years) >= _FEWEST_BEHIND and deictic <= _FEW * len(matches)
    if deictic >= _FEW * len(years):
        return False
    return len(years) >= _LONG or (len(years) >= _FEWEST and far)


def is_of_now(match: Match) -> bool:
    """Whether an expression names a time by the day of writing: "last week", "two years ago"."""
    return match.gives in ("shift", "this") and match.get("base") in ("now", "writing")


def _is_deictic(match: Match) -> bool:
    """Whether an expression counts from the day of writing: "on Tuesday", "two years ago"."""
    if is_of_now(match):
        return True
    weekday = match.gives == "weekday" or match.get("weekday") or match.get("weekdaypart")
    return bool(weekday and not match.get("day"))


def _says_nowadays(matches: Sequence[Match]) -> bool:
    """Whether a text says "today" a single time and not at its start: a history whose last
    sentence is "today it is a museum"."""
    said = [at for at, match in enumerate(matches) if _is_today(match)]
    return len(said) == 1 and said[0] > 0 and not matches[said[0]].mods


def _is_today(match: Match) -> bool:
    return is_of_now(match) and match.get("offset") == 0 and match.get("unit") == "day"


def anniversary(matches: Sequence[Match]) -> int:
    """The years since what a text looks back on, if it opens with them ("50 years ago"), else 0."""
    first = matches[0]
    count, sign = first.get("count"), first.get("sign")
    if first.gives != "shift" or first.get("unit") != "year" or not _is_deictic(first):
        return 0
    return count if isinstance(count, int) and count >= _ROUND and sign == -1 else 0


def opening_year(matches: Sequence[Match], published: datetime.date | None) -> int | None:
    """What an incomplete date before the first year belongs to: the year that an anniversary is
    counted to, else that first one."""
    years = anniversary(matches) if published else 0
    return published.year - years if published and years else next(_years(matches), None)


def _years(matches: Sequence[Match]) -> Iterator[int]:
    for match in matches:
        year = match.get("year")
        if isinstance(year, int) and year > 99:
            yield 1 - year if match.get("bc") else year
