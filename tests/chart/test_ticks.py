"""The axis names days, months and years in the reader's language, from minutes to millennia."""

from itertools import pairwise

import pytest

from timeline.chart.ticks import ticks
from timeline.chart.words import TICK_SIZE, width
from timeline.dates import julian

PIXELS = 1000


def _texts(
    first: tuple[int, int, int], last: tuple[int, int, int], language: str = "en"
) -> list[str]:
    start, end = julian.to_day(*first), julian.to_day(*last)
    found = ticks(start, end, PIXELS / (end - start), language)
    return [tick.text.strip("\u2067\u2068\u2069") for tick in found]


def test_a_lifetime_is_named_by_round_years():
    assert _texts((2000, 1, 1), (2060, 1, 1))[:3] == ["2000", "2002", "2004"]


def test_a_year_is_named_by_months():
    assert "March 2024" in _texts((2024, 1, 1), (2025, 1, 1))


def test_a_month_is_named_by_days_before_months_in_british_english():
    assert "10 May 2024" in _texts((2024, 5, 1), (2024, 5, 31))


def test_a_day_is_named_by_times_and_its_midnights_by_the_day_too():
    texts = _texts((2024, 5, 20), (2024, 5, 25))
    assert texts[:3] == ["20 May, 00:00", "12:00", "21 May, 00:00"]


@pytest.mark.parametrize("pixels", [340, PIXELS, 2000])
@pytest.mark.parametrize("hours", [2, 3, 5, 8, 13, 20, 30])
def test_whatever_hours_are_seen_one_of_them_names_the_day(hours, pixels):
    """Of three times as many that are held."""
    held = 3 * hours / 24
    for shift in range(24):
        start = julian.to_day(2024, 5, 20) + shift / 24
        found = ticks(start - held / 3, start + 2 * held / 3, 24 * pixels / hours, "en")
        seen = [tick.text for tick in found if start < tick.day < start + held / 3]
        assert any("May" in text for text in seen)


def test_years_before_our_era_are_named_as_such_and_have_no_year_0():
    texts = _texts((-50, 1, 1), (20, 1, 1))
    assert "50 BC" in texts
    assert "10 BC" in texts
    assert not any(text.split()[0] == "0" for text in texts)


def test_a_tick_of_a_round_year_before_our_era_lies_at_that_year():
    start, end = julian.to_day(-199, 1, 1), julian.to_day(1, 1, 1)
    found = {tick.text.strip("\u2068\u2069"): tick.day for tick in ticks(start, end, 5e-3, "en")}
    assert found["100 BC"] == julian.to_day(-99, 1, 1)


def test_arabic_months_come_from_cldr_in_isolates_from_right_to_left():
    start = julian.to_day(2024, 1, 1)
    texts = [tick.text for tick in ticks(start, start + 366, PIXELS / 366, "ar")]
    assert any("مايو 2024" in text for text in texts)
    assert all(text.startswith("\u2067\u2068") and text.endswith("\u2069\u2069") for text in texts)


@pytest.mark.parametrize("language", ["en", "ar", "de", "zh"])
@pytest.mark.parametrize("exponent", range(-4, 23))
def test_ticks_leave_each_other_room_at_every_scale(language, exponent):
    span = 2.0**exponent
    middle = julian.to_day(1, 1, 1) if span > 400_000 else julian.to_day(2024, 5, 20)
    first, last = middle - span / 2, middle + span / 2
    scale = PIXELS / span
    found = ticks(first, last, scale, language)
    assert 2 <= len(found) <= 30
    for tick, following in pairwise(found):
        room = (following.day - tick.day) * scale
        assert room >= (width(tick.text, TICK_SIZE) + width(following.text, TICK_SIZE)) / 2
