"""A small town's timeline that the tests of the chart draw."""

from collections.abc import Sequence
from typing import Any

from timeline.chart.figure import Contents, figure
from timeline.chart.geometry import Geometry
from timeline.chart.rows import Count, Lane, Row, Style
from timeline.chart.window import Window, fit, quantise
from timeline.dates import edtf, julian

STYLES = (
    Style("politics", "Politics", "#4859ff", "circle"),
    Style("disaster", "Disaster", "#d47f0c", "triangle-up"),
)
LANES = (Lane("politics", "Politics"), Lane("disaster", "Disaster"))


def day(text: str) -> int:
    return edtf.parse(text).first_day


def row(number: int, date: str, title: str = "The bridge opens", **changes: Any) -> Row:
    parsed = edtf.parse(date)
    given = {"part": "", "lane": "politics", "category": "politics", **changes}
    return Row(
        id=number,
        title=title,
        date=date,
        first_day=parsed.first_day,
        last_day=parsed.last_day,
        **given,
    )


def geometry(
    first: str = "2020-01-01",
    last: str = "2024-12-31",
    width: int = 1120,
    window: Window | None = None,
) -> Geometry:
    domain = fit(day(first), day(last))
    return Geometry(window or quantise(*domain), width, domain)


def drawn(
    rows: list[Row],
    *,
    counts: dict[str, list[Count]] | None = None,
    language: str = "en",
    at: Geometry | None = None,
    folded: Sequence[str] = (),
) -> dict[str, Any]:
    strip = [Count("all", julian.to_day(2020, 1, 1), 64, 3)]
    contents = Contents(LANES, STYLES, rows, counts or {}, strip, folded)
    return figure(contents, at or geometry(), language)


def traces(made: dict[str, Any], role: str) -> list[dict[str, Any]]:
    return [trace for trace in made["data"] if trace["meta"]["role"] == role]


def shown(made: dict[str, Any]) -> set[int]:
    """The ids of the events that are marks."""
    return {told[0] for trace in traces(made, "marks") for told in trace["customdata"]}
