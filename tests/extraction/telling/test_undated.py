"""What a text tells without a date is set aside, and nothing else is."""

import datetime

import pytest

from timeline.extraction.events import extract


def undated(text, language="en"):
    found = extract(text, published=datetime.date(2024, 5, 30), language=language).undated
    return [(text[slice(*one.quote)], text[slice(*one.expression)]) for one in found]


def test_what_happened_recently_is_set_aside_with_its_sentence():
    text = "The city is old. The mayor was recently elected by the council. She is a lawyer."
    assert undated(text) == [("The mayor was recently elected by the council.", "recently")]


def test_so_it_is_in_arabic():
    assert undated("انتخب المجلس مؤخرا رئيسا جديدا.", "ar") == [
        ("انتخب المجلس مؤخرا رئيسا جديدا.", "مؤخرا")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was recently elected, on 12 May 2024.",  # the sentence has a date
        "The ferry is currently closed.",  # at present
        "He governed for two years.",  # a duration
        "They met every Monday.",  # again and again
        "It was recently blue.",  # nothing happened
        "",
    ],
)
def test_nothing_else_is(text):
    assert undated(text) == []


def test_a_sentence_is_set_aside_once():
    text = "The mayor was recently elected and recently resigned."
    assert len(undated(text)) == 1
