"""A few events far from all others do not squeeze these into a corner."""

import pytest

from timeline.chart.opening import MOST_LEFT_OUT, left_out

YEAR = 365
# 2019 to 2024, an event every few days or months.
START = 2_458_500


def _left_out(days: list[int]) -> tuple[int, int]:
    """Of events that each last a day."""
    starts = sorted(days)
    shown = MOST_LEFT_OUT + 1
    return left_out(starts[:shown], starts[::-1][:shown], len(days))


def _dense(number: int) -> list[int]:
    return [START + 5 * YEAR * n // (number - 1) for n in range(number)]


@pytest.mark.parametrize("number", [6, 60, 1000])
def test_one_event_a_century_earlier_is_left_out(number):
    assert _left_out([START - 114 * YEAR, *_dense(number)]) == (1, 0)


def test_events_are_left_out_on_both_sides():
    far = [START - 150 * YEAR, START - 114 * YEAR, START + 60 * YEAR]
    assert _left_out([*far, *_dense(60)]) == (2, 1)


def test_no_more_are_left_out_than_it_takes():
    far = [START - 3000 * YEAR, START - 6 * YEAR]
    assert _left_out([*far, *_dense(60)]) == (1, 0)


@pytest.mark.parametrize(
    "days",
    [
        _dense(60),
        [START - 8 * YEAR, *_dense(60)],
        [START - 114 * YEAR, *_dense(4)],
        [*(START - 114 * YEAR + n for n in range(8)), *_dense(60)],
        [START - 2**n for n in range(1, 40)],
    ],
    ids=["evenly spread", "near enough", "few in all", "too many to leave out", "ever rarer"],
)
def test_all_is_shown_where_nothing_stands_out(days):
    assert _left_out(days) == (0, 0)


def test_events_of_one_day_open_on_the_days_around_it():
    assert _left_out([START - YEAR, *[START] * 7]) == (1, 0)
    assert _left_out([START - 5, *[START] * 7]) == (0, 0)


def test_at_most_so_many_are_left_out_of_however_many():
    few = [START - 114 * YEAR - n for n in range(MOST_LEFT_OUT)]
    assert _left_out([*few, *_dense(100_000)]) == (MOST_LEFT_OUT, 0)
    assert _left_out([START - 115 * YEAR, *few, *_dense(100_000)]) == (0, 0)
