"""Which days "early", "mid" and "late" are drawn over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf import parse
from timeline.dates.julian import OPEN_END, OPEN_START, to_day
from timeline.dates.parts import Part, drawn


@pytest.mark.parametrize(
    ("text", "part", "first", "last"),
    [
        ("2020-05", "", (2020, 5, 1), (2020, 5, 31)),
        ("2020-05", "START", (2020, 5, 1), (2020, 5, 11)),
        ("2020-05", "MID", (2020, 5, 11), (2020, 5, 21)),
        ("2020-05", "END", (2020, 5, 21), (2020, 5, 31)),
        ("2019", "START", (2019, 1, 1), (2019, 5, 2)),
        ("2019", "END", (2019, 9, 1), (2019, 12, 31)),
        ("2024-05-20", "END", (2024, 5, 20), (2024, 5, 20)),
    ],
)
def test_a_part_is_a_third_of_its_period(
    text: str, part: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert drawn(parse(text), part) == (to_day(*first), to_day(*last))


def test_in_an_open_period_the_part_belongs_to_the_end_that_is_known() -> None:
    assert drawn(parse("2020-05/.."), "END") == (to_day(2020, 5, 21), OPEN_END)
    assert drawn(parse("../2020-05"), "START") == (OPEN_START, to_day(2020, 5, 11))
    assert drawn(parse("2020/.."), "") == (to_day(2020, 1, 1), OPEN_END)


@given(st.dates(), st.integers(0, 4000))
def test_parts_together_cover_the_whole_period_and_nothing_else(day: object, length: int) -> None:
    first = parse(str(day)).first_day
    date = parse(f"{day}/9999-12-31")
    start, mid, end = (drawn(date, part) for part in (Part.START, Part.MID, Part.END))
    assert start[0] == first
    assert end[1] == date.last_day
    assert mid[0] <= start[1] + 1
    assert end[0] <= mid[1] + 1
    assert all(date.first_day <= low <= high <= date.last_day for low, high in (start, mid, end))
