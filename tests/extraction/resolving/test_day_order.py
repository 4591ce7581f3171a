"""Dates in numbers alone: the order of day and month is the language's, or is asked for."""

import pytest

from timeline.dates.edtf import DateError, parse
from timeline.extraction.reading import read_typed
from timeline.extraction.resolving.day_order import AmbiguousError


@pytest.mark.parametrize(
    "words",
    ["5/6/2024", "5.6.2024", "05-06-2024", "5 6 2024", "5. 6. 2024", "٥/٦/٢٠٢٤", "5‏/6‏/2024"],
)
def test_english_has_two_orders_so_that_both_readings_are_offered(words):
    with pytest.raises(AmbiguousError, match="5 June 2024 or 6 May 2024") as raised:
        read_typed(words, language="en")

    readings = [read_typed(reading, language="en").date.text for reading in raised.value.readings]
    assert readings == ["2024-06-05", "2024-05-06"]


def test_the_words_around_the_numbers_stay_in_both_readings():
    with pytest.raises(AmbiguousError) as raised:
        read_typed("since 5/6/2024", language="en")

    readings = [read_typed(reading, language="en").date.text for reading in raised.value.readings]
    assert readings == ["2024-06-05/..", "2024-05-06/.."]


@pytest.mark.parametrize(
    ("language", "edtf"),
    [("ar", "2024-06-05"), ("de", "2024-06-05"), ("en-GB", "2024-06-05"), ("en-US", "2024-05-06")],
)
def test_where_the_language_has_one_order_it_is_followed(language, edtf):
    assert read_typed("5/6/2024", language=language).date.text == edtf


def test_the_order_is_that_of_the_page_whatever_language_the_words_are_in():
    assert read_typed("since 5/6/2024", language="ar").date.text == "2024-06-05/.."
    assert read_typed("late on 5/6/2024", language="ar") == (parse("2024-06-05"), "END")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("13/6/2024", "2024-06-13"), ("6/13/2024", "2024-06-13"), ("5/5/2024", "2024-05-05")],
)
def test_where_only_one_reading_is_a_day_nobody_is_asked(words, edtf):
    assert read_typed(words, language="en").date.text == edtf
    assert read_typed(words, language="de").date.text == edtf


@pytest.mark.parametrize("words", ["31/31/2024", "30/2/2024", "0/5/2024", "5/6/0000"])
def test_numbers_that_are_no_day_are_no_date(words):
    with pytest.raises(DateError, match="This is not a date"):
        read_typed(words, language="en")


@pytest.mark.parametrize("words", ["5/6/24", "13.6.24", "20 May '24"])
def test_a_century_is_never_guessed(words):
    with pytest.raises(DateError, match="two digits"):
        read_typed(words, language="en")


def test_the_question_is_asked_in_the_language_of_the_page():
    with pytest.raises(AmbiguousError) as raised:
        read_typed("5/6/2024", language="fa")  # which writes the year first

    first, second = raised.value.readings
    assert read_typed(first, language="fa").date.text == "2024-06-05"
    assert read_typed(second, language="fa").date.text == "2024-05-06"
