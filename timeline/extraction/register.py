"""Whether a text tells the news of the day or a history: they count from different anchors."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from .matching import Match

_FAR = 2  # years: a date further from publication than this belongs to a background or a history
_LONG = 25  # explicit years: nobody writes so many into a report of the day
_FEWEST = 6  # explicit years before a text can be called a history


def is_history(matches: Sequence[Match], published: datetime.date | None) -> bool:
    """True where most explicit years lie far from publication, and little is told as of today."""
    years = list(_years(matches))
    if published is None:
        return True
    far = sum(abs(year - published.year) > _FAR for year in years)
    deictic = sum(
        (match.gives in ("weekday", "shift", "this") and match.get("base") in ("now", "writing"))
        or match.gives == "weekday"
        for match in matches
    )
    if deictic >= 0.15 * len(years):
        return False
    return len(years) >= _LONG or (len(years) >= _FEWEST and far > 0.8 * len(years))


def opening_year(matches: Sequence[Match]) -> int | None:
    """The first year that a text gives: what an incomplete date before it belongs to."""
    return next(_years(matches), None)


def _years(matches: Sequence[Match]) -> Iterator[int]:
    for match in matches:
        year = match.get("year")
        if isinstance(year, int) and year > 99:
            yield 1 - year if match.get("bc") else year
