"""An article at a glance: precise marks are points, vague ones wide, empty times are cut out."""

import pytest

from timeline.chart.glance import Dated, glance
from timeline.dates.edtf import parse


def at_a_glance(*dates, part=""):
    return glance([Dated(number, parse(date), part) for number, date in enumerate(dates)])


def stretch_of(shown, mark):
    middle = mark.start + mark.width / 2
    return next(s for s in shown.stretches if s.start <= middle <= s.start + s.width)


def test_nothing_is_shown_of_nothing():
    shown = at_a_glance()
    assert (shown.marks, shown.stretches, shown.rows) == ((), (), 0)


def test_a_day_is_a_point_and_a_month_a_bar():
    day, month = at_a_glance("2024-05-20", "2024-05").marks
    assert day.point
    assert not month.point
    assert month.width > day.width


def test_earlier_dates_lie_before_later_ones():
    marks = at_a_glance("2024-05-30", "2019-10", "2024-05-20", "1811").marks
    first = [mark.key for mark in sorted(marks, key=lambda mark: mark.start)]
    assert first == [3, 1, 2, 0]


def test_a_long_time_without_events_is_cut_out():
    shown = at_a_glance("1811", "2024-05-20", "2024-05-30")
    assert [stretch.label for stretch in shown.stretches] == ["1811", "2024-05"]
    early, late = shown.marks[1:]
    assert late.start - early.start > 30


def test_days_of_one_month_stay_together():
    assert len(at_a_glance("2024-05-01", "2024-05-30").stretches) == 1


def test_events_spread_evenly_are_not_cut_apart():
    shown = at_a_glance(*(str(year) for year in range(1990, 2020, 3)))
    assert [stretch.label for stretch in shown.stretches] == ["1990/2017"]


def test_of_many_empty_times_the_longest_are_cut_out():
    shown = at_a_glance("1066", "1492", "1776-07-04", "1914", "1969-07-20", "2001-09-11", "2024")
    assert len(shown.stretches) == 4


def test_an_open_date_goes_on_to_the_end_of_the_line():
    since, until = at_a_glance("2011/..", "../2018-08", "2024-05-20").marks[:2]
    assert (since.open, since.start + since.width) == ("end", 100)
    assert (until.open, until.start) == ("start", 0)


def test_an_open_date_counts_with_the_end_that_is_known():
    assert at_a_glance("2011/..").stretches[0].label == "2011"


def test_marks_that_would_touch_lie_above_each_other():
    shown = at_a_glance("2024-05", "2024-05-20", "2024-05-25")
    rows = [mark.row for mark in shown.marks]
    assert rows == [0, 1, 1]
    assert shown.rows == 2


def test_many_marks_of_one_day_do_not_grow_beyond_the_rows():
    assert at_a_glance(*["2024-05-20"] * 50).rows == 8


@pytest.mark.parametrize("date", ["-0043-03-15", "18XX", "2024-05-20T10:30", "1990~", "2011/.."])
def test_every_mark_lies_on_the_line(date):
    for mark in at_a_glance(date, "2024-05-20", "0079").marks:
        assert mark.start >= 0
        assert mark.start + mark.width <= 100.01


def test_early_in_a_year_is_its_first_third():
    early, whole = at_a_glance("2020", part="START").marks, at_a_glance("2020").marks
    assert at_a_glance("2020", part="START").stretches[0].label == "2020"
    assert early[0].start == whole[0].start


def test_uncertain_dates_are_soft():
    about, plain = at_a_glance("1990~", "1990").marks
    assert (about.soft, plain.soft) == (True, False)
