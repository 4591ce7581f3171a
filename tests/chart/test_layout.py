"""Packing: nothing in a row touches, the most important keep their labels, nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chart.cast import LANES, geometry, row
from timeline.chart.layout import LABEL_GAP, LaneLayout, Side, lay_out
from timeline.chart.marks import mark
from timeline.chart.rows import Count, Row
from timeline.chart.words import width
from timeline.dates import julian

GEOMETRY = geometry()
START = julian.to_day(2020, 1, 1)


def _lay_out(rows: list[Row], counts: list[Count] | None = None, limit: int = 3) -> LaneLayout:
    marks = [mark(found, GEOMETRY.pixels_per_day, GEOMETRY.domain) for found in rows]
    return lay_out(LANES[0], marks, counts, GEOMETRY, limit)


def _date(offset: int) -> str:
    year, month, number = julian.from_day(START + offset)
    return f"{year:04}-{month:02}-{number:02}"


dates = st.one_of(
    st.integers(0, 1800).map(_date),
    st.integers(0, 1800).map(lambda offset: _date(offset)[:7]),
    st.sampled_from(["2020", "2021~", "202X", "2021/..", "../2023", "2022-05-01/2022-05-09"]),
)


@settings(max_examples=40)
@given(st.lists(st.tuples(dates, st.integers(0, 9), st.integers(3, 60)), max_size=120))
def test_nothing_in_a_row_touches_its_neighbour_and_every_event_is_shown_or_counted(found):
    rows = [
        row(number, date, "x" * length, importance=importance)
        for number, (date, importance, length) in enumerate(found)
    ]
    layout = _lay_out(rows)
    assert len(layout.placed) + sum(count.count for count in layout.counts) == len(rows)
    stretches = sorted((place.row, *_stretch(place)) for place in layout.placed)
    for (one, _, end), (other, start, _) in pairwise(stretches):
        assert one != other or end < start


def _stretch(place):
    start, end = GEOMETRY.pixels(place.mark.start), GEOMETRY.pixels(place.mark.end)
    label = width(place.label) + LABEL_GAP if place.label else 0
    if place.side is Side.BEFORE:
        return start - label, end
    return start, end + (label if place.side is Side.AFTER else 0)


def test_the_most_important_event_of_a_day_keeps_its_label():
    rows = [row(number, "2022-05-01", importance=number % 50) for number in range(60)]
    labelled = [place.mark.row.importance for place in _lay_out(rows).placed if place.label]
    assert labelled
    assert labelled[0] == 49


def test_a_label_that_would_cross_the_end_of_the_timeline_stands_before_its_mark():
    (place,) = _lay_out([row(1, "2024-12-31", "The bridge is closed for good")]).placed
    assert place.side is Side.BEFORE


def test_the_label_of_a_long_bar_stands_inside_it():
    (place,) = _lay_out([row(1, "2021/2023", "Repairs")]).placed
    assert place.side is Side.INSIDE


def test_what_is_featured_takes_its_label_before_the_most_important():
    rows = [row(number, "2022-05-01", importance=100) for number in range(60)]
    layout = _lay_out([*rows, row(60, "2022-05-01", featured=True)])
    assert [place.label for place in layout.placed if place.mark.row.id == 60] == [
        "★ The bridge opens"
    ]


LONG = "The bridge over the northern arm of the river is opened by the mayor of the old town"


@pytest.mark.parametrize("date", ["2021-05-01", "2022-06-01", "2024-06-01"])
def test_a_long_label_is_written_in_full_where_its_row_has_room(date):
    (place,) = _lay_out([row(1, date, LONG)]).placed
    assert place.label == LONG


def test_a_long_label_takes_the_room_of_a_long_bar():
    (place,) = _lay_out([row(1, "2020/2024", LONG)]).placed
    assert (place.side, place.label) == (Side.INSIDE, LONG)


def test_a_label_is_never_wider_than_its_bar():
    (place,) = _lay_out([row(1, "2021/2022", LONG)]).placed
    bar = GEOMETRY.pixels(place.mark.end) - GEOMETRY.pixels(place.mark.start)
    assert place.side is Side.INSIDE
    assert place.label.endswith("…")
    assert bar / 2 < width(place.label) < bar


def test_a_long_label_leaves_its_neighbour_in_the_row_its_own_place():
    rows = [row(1, "2021-05-01", LONG), row(2, "2023-02-01", LONG)]
    for places in (_lay_out(rows, limit=1).placed, _lay_out(rows[::-1], limit=1).placed):
        stretches = sorted((place.row, *_stretch(place)) for place in places)
        for (one, _, end), (other, start, _) in pairwise(stretches):
            assert one != other or end < start


def test_a_lane_of_few_events_grows_instead_of_counting_them():
    layout = _lay_out([row(number, "2022-05-01") for number in range(8)])
    assert layout.rows == 8
    assert layout.counts == ()


def test_a_crowded_lane_counts_what_is_not_shown():
    day, size = julian.to_day(2022, 5, 1), GEOMETRY.bucket_days
    bucket = day // size * size
    layout = _lay_out([row(1, "2022-05-01")], [Count("politics", bucket, size, 900)])
    assert [count.count for count in layout.counts] == [899]


def test_a_crowded_lane_whose_events_are_all_shown_counts_none():
    day, size = julian.to_day(2022, 5, 1), GEOMETRY.bucket_days
    layout = _lay_out([row(1, "2022-05-01")], [Count("politics", day // size * size, size, 1)])
    assert layout.counts == ()
