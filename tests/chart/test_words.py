"""Labels are measured, shortened and kept in their own direction."""

import pytest

from timeline.chart.words import isolated, shortened, width


def test_a_text_that_fits_is_left_alone():
    assert shortened("The bridge opens", 300) == "The bridge opens"


def test_a_long_text_ends_after_a_whole_word():
    assert shortened("The bridge over the river opens at last", 170) == "The bridge over the river…"


def test_a_word_too_long_for_its_room_is_cut():
    cut = shortened("Donaudampfschifffahrtsgesellschaft", 100)
    assert cut.endswith("…")
    assert width(cut) <= 100


@pytest.mark.parametrize(
    "text", ["", "mmmm", "ليلة طويلة من النقاش", "会议在日内瓦开幕", "🎉" * 40]
)
def test_a_shortened_text_fits(text):
    assert width(shortened(text, 90)) <= 90


def test_arabic_vowel_marks_take_no_room():
    assert width("الجَيشُ") == width("الجيش")


def test_a_line_in_a_right_to_left_figure_isolates_what_is_inserted():
    assert isolated("Oslo 2", right_to_left=True) == "\u2067\u2068Oslo 2\u2069\u2069"
    assert isolated("Oslo 2", right_to_left=False) == "\u2068Oslo 2\u2069"
