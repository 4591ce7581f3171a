"""Words are found again in the text they were copied from."""

from timeline.text import Span, locate

TEXT = "The ferry closed.\n\nIn May the  ferry\nopened. The ferry closed."


def test_words_are_found_exactly_where_they_stand():
    assert locate(TEXT, "In May") == Span(19, 25)


def test_space_between_the_words_may_be_any():
    assert locate(TEXT, " the ferry opened ") == Span(26, 43)


def test_of_several_places_the_nearest_is_meant():
    assert locate(TEXT, "ferry closed") == Span(4, 16)
    assert locate(TEXT, "ferry closed", near=40) == Span(49, 61)


def test_what_is_not_there_is_not_found():
    assert locate(TEXT, "the bridge") is None
    assert locate(TEXT, " \n") is None


def test_signs_are_no_patterns():
    assert locate("a (b) c.", "(b) c.") == Span(2, 8)
    assert locate("abc", "a.c") is None
