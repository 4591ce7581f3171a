"""How long the server takes for what a reader of a timeline asks for.

Run as a program of its own for each database: `python -m scripts.windows SLUG TITLE`.
"""

import math
from collections.abc import Sequence
from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING, Any

from scripts.console import SetupError, given, run_main, say
from scripts.measured import timed
from timeline.management.tables import table

if TYPE_CHECKING:
    from django.test import Client

# Windows of each width, at days drawn by a fixed seed.
WINDOWS, SEED = 20, 4
WIDTHS = {"whole": None, "decade": 3652, "year": 365, "month": 30, "day": 1}
ARRANGEMENTS = ("category", "person", "place", "source")
PAGES = {"page": "", "page, the last": "?page=9999999", "page, searched": "?q=ceasefire+fallow"}
REPEATS = 5


def main() -> int:
    slug, title = given(__doc__, "slug", "title")
    # As a server loads it, with what it does once before the first reader asks.
    import timeline.wsgi  # noqa: F401

    heads = ("figure, lanes by", *WIDTHS)
    measure = "95th percentile in ms (CPU of Python), beside one statement for as many rows"
    say(table(f"{title}: server, {measure}", heads, figures(slug)))
    say(table(f"{title}: server, 95th percentile in ms (CPU of Python)", ("", "ms"), pages(slug)))
    return 0


def figures(slug: str) -> list[tuple[str, ...]]:
    """(lanes, then for each of `WIDTHS` what `_in_words` gives)."""
    return [(lanes, *_of_widths(slug, {"lanes": lanes})) for lanes in ARRANGEMENTS] + [
        (f"category, {said}", *_of_widths(slug, {"lanes": "category", **filters}))
        for said, filters in (
            ("one of seven", {"category": "conflict"}),
            ("searched", {"q": "ceasefire fallow"}),
        )
    ]


def _of_widths(slug: str, query: dict[str, Any]) -> list[str]:
    from timeline.models import Timeline
    from timeline.selectors.window.contents import span

    whole = span(Timeline.objects.get(slug=slug))
    if whole is None:
        raise SetupError(f"The timeline {slug} is empty.")
    return [_spread(slug, query, whole, days) for days in WIDTHS.values()]


def _spread(slug: str, query: dict[str, Any], span: tuple[int, int], days: int | None) -> str:
    random = Random(SEED)  # noqa: S311 - nothing secret
    times: list[tuple[float, float]] = []
    alone: list[tuple[float, float]] = []
    for _ in range(WINDOWS):
        first, last = span
        if days is not None:
            first = random.randint(span[0], max(span[0], span[1] - days))
            last = first + days
        times += _asked("figure", slug, {**query, "from": first, "to": last}, repeats=1)
        alone += timed(partial(_rows, slug, query, first, last), 1)[1]
    return f"{_in_words(times)} {_slowest(times) / _slowest(alone):.1f}×"


def _rows(slug: str, query: dict[str, Any], first: int, last: int) -> Any:
    """The most prominent events that sort into the window of a figure, as many as it looks at, in
    one statement: what any figure of them has to wait for."""
    from timeline.chart.window import quantise
    from timeline.models import Timeline
    from timeline.selectors.filtering.filters import filtered
    from timeline.selectors.window.contents import ROW_LIMIT

    window = quantise(first, last)
    found = filtered(Timeline.objects.get(slug=slug), query)
    inside = found.queryset.filter(sort_day__range=(int(window.first), int(window.last)))
    return list(found.foremost(inside.select_related("event"), ROW_LIMIT))


def _slowest(times: Sequence[tuple[float, float]]) -> float:
    return _percentile([passed for passed, _cpu in times])


def _percentile(some: Sequence[float]) -> float:
    return sorted(some)[math.ceil(len(some) * 0.95) - 1]


def _in_words(times: Sequence[tuple[float, float]]) -> str:
    """The 95th percentiles of what passed and of what CPU it took: other programs that run beside
    this one change the first much more."""
    passed, cpu = (_percentile(column) * 1000 for column in zip(*times, strict=True))
    return f"{passed:.0f} ({cpu:.0f})"


def pages(slug: str) -> list[tuple[str, str]]:
    """(what is asked for, what `_in_words` gives)."""
    return [
        (name, _in_words(_asked("timeline", slug, query, REPEATS))) for name, query in PAGES.items()
    ]


def _asked(route: str, slug: str, query: Any, repeats: int) -> list[tuple[float, float]]:
    from django.urls import reverse

    address = reverse(route, args=[slug]) + (query if isinstance(query, str) else "")
    fields = query if isinstance(query, dict) else None
    answer, times = timed(partial(_reader().get, address, fields), repeats)
    if answer.status_code != 200:
        raise SetupError(f"{address} answered {answer.status_code}.")
    return times


@cache
def _reader() -> "Client":
    """One for all: each client loads the middleware anew, which a server does once."""
    from django.test import Client

    return Client(SERVER_NAME="localhost")


if __name__ == "__main__":
    run_main(main)
