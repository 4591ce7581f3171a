"""Dates on a page."""

import pytest
from django.utils import translation

from timeline.templatetags.dates import (
    date_element,
    date_explained,
    date_in_words,
    edtf_year,
    span_in_words,
)


@pytest.mark.parametrize(
    ("date", "element"),
    [
        ("2024-05-20", '<time datetime="2024-05-20">20 May 2024</time>'),
        ("2024-05", '<time datetime="2024-05">May 2024</time>'),
        ("2024", '<time datetime="2024">2024</time>'),
        ("198X", "<span>the 1980s</span>"),
        ("2019-21", "<span>spring 2019</span>"),
        ("1990~", "<span>about 1990</span>"),
        ("2011/..", "<span>since 2011</span>"),
        ("-0043", "<span>44 BC</span>"),
    ],
)
def test_only_what_html_can_say_is_said_to_machines(date, element):
    assert date_element(date) == element


def test_a_time_of_day_is_said_to_machines():
    assert 'datetime="2024-05-20T10:30"' in date_element("2024-05-20T10:30")


def test_a_part_of_a_date_is_not_the_date():
    assert date_element("2020", "START") == "<span>early 2020</span>"


def test_only_what_is_left_open_is_explained():
    assert date_explained("2019-10") == "some day in October 2019"
    assert date_explained("2024-05-20") == ""


def test_words_follow_the_language():
    with translation.override("ar"):
        assert date_in_words("2011/..") == "منذ 2011"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("198X", "2024-05-30", "the 1980s – 30 May 2024"),
        ("../2018-08", "2011/..", "August 2018 – 2011"),
        ("2011/2013", "2024/..", "2011 – 2024"),
        ("2024", "2024", "2024"),
        (None, None, ""),
    ],
)
def test_a_span_goes_from_the_first_known_end_to_the_last(first, last, words):
    assert span_in_words(first, last) == words


@pytest.mark.parametrize(
    ("year", "text"), [(2024, "2024"), (44, "0044"), (0, "0000"), (-43, "-0043")]
)
def test_a_year_is_written_as_edtf(year, text):
    assert edtf_year(year) == text
