"""Windows are quantised, and hold more than is seen."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.chart.window import SMALLEST_SPAN, fit, quantise, quantise_width, span_for

views = st.tuples(st.floats(-1_900_000, 5_300_000), st.floats(SMALLEST_SPAN, 4_000_000)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(views)
def test_a_window_holds_its_view_with_room_to_pan(view):
    window = quantise(*view)
    assert window.last - window.first == 3 * window.span
    assert window.first + window.span / 4 <= view[0]
    assert view[1] <= window.last - window.span / 4


@given(views)
def test_the_core_of_a_window_gives_the_same_window(view):
    window = quantise(*view)
    assert quantise(*window.core) == window


@given(views)
def test_a_span_leaves_labels_at_least_four_fifths_of_the_room(view):
    days = view[1] - view[0]
    assert days <= span_for(days) <= days * 1.25


def test_nearly_the_same_view_gives_the_very_same_window():
    assert quantise(2460000, 2460400) == quantise(2460003, 2460401.5)


@pytest.mark.parametrize("view", [(5.0, 5.0), (6.0, 5.0), (math.nan, 5.0), (0.0, math.inf)])
def test_a_view_without_days_is_refused(view):
    with pytest.raises(ValueError, match="starts before it ends"):
        quantise(*view)


@pytest.mark.parametrize(
    ("pixels", "laid_out"), [(1, 320), (479, 320), (1279, 1120), (99999, 3840)]
)
def test_widths_are_laid_out_no_wider_than_the_chart(pixels, laid_out):
    assert quantise_width(pixels) == laid_out


def test_a_timeline_of_one_day_is_shown_with_the_days_around_it():
    first, last = fit(2460451, 2460451)
    assert last - first == 4
    assert first < 2460451 < last
