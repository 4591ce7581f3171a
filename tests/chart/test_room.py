"""The room that is kept for a chart is the room that it takes."""

import pytest

from tests.chart.cast import LANES, drawn, geometry, row
from timeline.chart.room import expected_height
from timeline.chart.rows import Row

# Pixels: as much too high or too low as the guess may be (the script lets three rows stay free).
_ABOUT = 69


def _spread(lane: str, number: int) -> list[Row]:
    """Events evenly spread over the years that the cast's chart shows."""
    days = [(at * 47) % 1700 for at in range(number)]
    dates = [f"{2020 + day // 365}-{day % 365 // 31 + 1:02}-{day % 28 + 1:02}" for day in days]
    return [
        row(number * 1000 + at, date, f"{lane} number {at}", lane=lane)
        for at, date in enumerate(dates)
    ]


@pytest.mark.parametrize("width", [320, 1120])
@pytest.mark.parametrize("numbers", [(1, 1), (2, 0), (3, 1), (10, 2), (200, 90), (400, 3)])
def test_the_room_is_about_as_high_as_the_chart(numbers: tuple[int, int], width: int) -> None:
    rows = [
        event
        for lane, number in zip(LANES, numbers, strict=True)
        for event in _spread(lane.key, number)
    ]
    height = drawn(rows, at=geometry(width=width))["layout"]["height"]
    assert expected_height(numbers, narrow=width < 720, named=True) == pytest.approx(
        height, abs=_ABOUT
    )
