"""A date ends a unit later or earlier; a day becomes a range, and a range a day again."""

import pytest

from timeline.dates.edtf import parse
from timeline.dates.extending import extended


def text(date, by=1):
    found = extended(parse(date), by)
    return found.text if found else None


@pytest.mark.parametrize(
    ("date", "longer"),
    [
        ("2024-05-20", "2024-05-20/2024-05-21"),
        ("2024-05-20/2024-05-21", "2024-05-20/2024-05-22"),
        ("2024-12-31", "2024-12-31/2025-01-01"),
        ("2024-02-28", "2024-02-28/2024-02-29"),
        ("2024-05", "2024-05/2024-06"),
        ("2024-12", "2024-12/2025-01"),
        ("2024", "2024/2025"),
        ("-0044", "-0044/-0043"),
    ],
)
def test_the_end_moves_by_what_the_date_is_told_in_and_back(date, longer):
    assert text(date) == longer
    assert text(longer, -1) == date


@pytest.mark.parametrize(
    "date", ["198X", "2011/..", "../2018", "1990~", "2024-21", "2024-05/2024-06-03"]
)
def test_dates_without_such_an_end_stay(date):
    assert text(date) is None


def test_nothing_ends_before_it_begins():
    assert text("2024-05-20", -1) is None
