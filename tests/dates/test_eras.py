"""Eras as lines: a date with two ends, a colon, a space, a name."""

import pytest

from timeline.dates import eras
from timeline.dates.edtf import DateError


def _told(lines: str) -> list[tuple[str, str]]:
    return [(era.date.text, era.name) for era in eras.read(lines)]


def test_each_line_is_an_era():
    lines = "1914/1918: The Great War\n\n  192X: Years: golden ones  \n2024-05-20T10:30: A minute"
    assert _told(lines) == [
        ("1914/1918", "The Great War"),
        ("192X", "Years: golden ones"),
        ("2024-05-20T10:30", "A minute"),
    ]


def test_what_is_written_is_read_back():
    lines = "1914/1918: The Great War\n192X: Golden years"
    assert eras.written(_told(lines)) == lines
    assert eras.written([("1914", "Two\nlines")]) == "1914: Two lines"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("1914/1918", "“1914/1918” is no era: write its date, a colon, a space and its name."),
        (": War", "is no era"),
        ("1914/..: War", "An era has a first and a last day: “1914/..” has not both."),
        ("../1914: War", "has not both"),
        ("soon: War", "soon"),
        (f"1914: {'W' * 201}", "has at most 200 characters"),
        ("1914: War\n" * 31, "There are more than 30 eras: leave some out."),
    ],
)
def test_what_is_no_era_has_its_sentence(lines, sentence):
    with pytest.raises(DateError) as raised:
        eras.read(lines)
    assert sentence in raised.value.in_words(str)


def test_a_part_of_a_date_is_not_the_whole_of_an_era():
    with pytest.raises(DateError, match="has not both"):
        eras.whole("2020", "START")
