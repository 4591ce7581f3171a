"""Dates inside phrases, in the forms that each language of the interface needs there."""

import pytest

from tests.dates.spoken import speaker
from timeline.dates.edtf import parse
from timeline.dates.forms import Forms, alone, of_number
from timeline.dates.resolution import Resolution, explain
from timeline.dates.words import explained, in_words

WORDS = [
    ("fr", "2024-05-20", "", "20 mai 2024"),
    ("fr", "2024-05-20/..", "", "depuis le 20 mai 2024"),
    ("fr", "../2024-05-20", "", "jusqu’au 20 mai 2024"),
    ("fr", "../2018-08", "", "jusqu’en août 2018"),
    ("fr", "198X", "START", "début des années 1980"),
    ("fr", "18XX", "", "XIXe siècle"),
    ("es", "2024-05-20/..", "", "desde el 20 de mayo de 2024"),
    ("es", "2020-05", "END", "finales de mayo de 2020"),
    ("es", "18XX", "MID", "mediados del siglo XIX"),
    ("de", "2024-05-20/..", "", "seit dem 20. Mai 2024"),
    ("de", "../2018-08", "", "bis August 2018"),
    ("de", "198X", "START", "Anfang der 1980er-Jahre"),
    ("de", "1990%", "", "vielleicht etwa 1990"),
    ("ru", "2019-10", "", "октябрь 2019 г."),
    ("ru", "../2018-08", "", "до августа 2018 г."),
    ("ru", "2020/..", "START", "с начала 2020 г."),
    ("ru", "2019-21", "START", "начало весны 2019 г."),
    ("ru", "-0043", "", "44 г. до н. э."),
    ("fa", "2024-05-20", "", "۲۰ مهٔ ۲۰۲۴"),
    ("fa", "198X", "", "دههٔ ۱۹۸۰ میلادی"),
    ("fa", "2011/..", "", "از ۲۰۱۱"),
]
OPEN = [
    ("fr", "2019-10", "un jour en octobre 2019"),
    ("fr", "2019-21", "un jour au printemps 2019"),
    ("es", "2019-33", "algún día del primer trimestre de 2019"),
    ("de", "2011", "an einem Tag im Jahr 2011"),
    ("de", "2011/..", "seit einem Tag im Jahr 2011"),
    ("ru", "2019-10", "в один из дней октября 2019 г."),
    ("ru", "2011/2014", "с одного из дней 2011 г. по один из дней 2014 г."),
    ("fa", "2019-10", "روزی در اکتبر ۲۰۱۹"),
]


@pytest.mark.parametrize(("language", "date", "part", "expected"), WORDS)
def test_a_date_has_the_form_that_its_phrase_needs(language, date, part, expected):
    said = in_words(parse(date), language, part=part, translate=speaker(language))
    assert said == expected


@pytest.mark.parametrize(("language", "date", "expected"), OPEN)
def test_what_a_date_leaves_open_is_said_in_each_language(language, date, expected):
    assert explained(parse(date), language, translate=speaker(language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "le 30 mai 2024"),
        ("es", "30 de mayo de 2024"),
        ("de", "der Veröffentlichung am 30. Mai 2024"),
        ("ru", "до публикации 30 мая 2024 г."),
        ("fa", "پیش از انتشار در ۳۰ مهٔ ۲۰۲۴"),
    ],
)
def test_how_a_date_was_worked_out_is_a_sentence_in_each_language(language, expected):
    found = Resolution("relative", "publication:2024-05-30", "past", "-10 days")
    said = explain(found, "ten days ago", language, translate=speaker(language))
    assert expected in said


def test_a_phrase_takes_the_form_that_it_names_or_the_first():
    assert f"{Forms('mai¦en mai'):1}" == "en mai"
    assert f"{Forms('mai'):1}" == f"{Forms('mai¦en mai')}" == alone("mai¦en mai") == "mai"


@pytest.mark.parametrize(("number", "roman"), [(1, "I"), (4, "IV"), (19, "XIX"), (98, "XCVIII")])
def test_centuries_can_be_told_in_roman_numerals(number, roman):
    assert f"{of_number(number, str(number)):1}" == roman
