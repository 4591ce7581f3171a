"""Day numbers, on both sides of year 1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.julian import OPEN_END, OPEN_START, from_day, month_length, to_day, weekday


@pytest.mark.parametrize(
    ("day", "number"),
    [
        # Known by their definition or from astronomical tables.
        ((-4713, 11, 24), 0),
        ((1858, 11, 17), 2_400_001),  # day 0 of the Modified Julian Day
        ((1970, 1, 1), 2_440_588),
        ((2000, 1, 1), 2_451_545),
        ((0, 12, 31), 1_721_425),
    ],
)
def test_known_days_have_their_known_numbers(day: tuple[int, int, int], number: int) -> None:
    assert to_day(*day) == number
    assert from_day(number) == day


@given(st.integers(-1_931_076, 5_373_484))
def test_every_day_number_comes_back_and_the_next_one_follows(number: int) -> None:
    year, month, day = from_day(number)
    assert to_day(year, month, day) == number
    following = from_day(number + 1)
    if day < month_length(year, month):
        assert following == (year, month, day + 1)
    else:
        assert following == ((year, month + 1, 1) if month < 12 else (year + 1, 1, 1))


def test_weekdays_run_from_monday() -> None:
    assert weekday(to_day(2024, 5, 30)) == 3  # a Thursday
    assert weekday(to_day(2024, 5, 27)) == 0


@pytest.mark.parametrize(
    "day", [(2024, 2, 30), (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (-43, 4, 31)]
)
def test_a_day_that_no_calendar_has_is_an_error(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        to_day(*day)


def test_leap_days_are_those_of_the_proleptic_gregorian_calendar() -> None:
    lengths = {year: month_length(year, 2) for year in (2024, 1900, 2000, 0, -4, -1, -100)}
    assert lengths == {2024: 29, 1900: 28, 2000: 29, 0: 29, -4: 29, -1: 28, -100: 28}


def test_open_ends_lie_beyond_every_year_of_four_digits() -> None:
    assert to_day(-9999, 1, 1) > OPEN_START
    assert to_day(9999, 12, 31) < OPEN_END
