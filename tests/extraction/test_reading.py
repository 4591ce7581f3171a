"""One date as a person types it: the whole of the words, or nothing."""

import pytest

from timeline.dates.edtf import DateError, TurnedError, parse
from timeline.extraction.reading import read_typed


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2024-05-20", "2024-05-20"),
        ("198X", "198X"),
        ("20 May 2024", "2024-05-20"),
        ("  20   May 2024 ", "2024-05-20"),
        ("May 2024", "2024-05"),
        ("since 2011", "2011/.."),
        ("until August 2018", "../2018-08"),
        ("22-25 May 2024", "2024-05-22/2024-05-25"),
        ("about 1990", "1990~"),
        ("the 1980s", "198X"),
        ("44 BC", "-0043"),
        ("spring 2019", "2019-21"),
        ("1914-18", "1914/1918"),
        ("مايو 2024", "2024-05"),
        ("٢٠ أيار/مايو ٢٠٢٤", "2024-05-20"),
        ("20 mai 2024", "2024-05-20"),
        ("20. Mai 2024", "2024-05-20"),
        ("20 de mayo de 2024", "2024-05-20"),
        ("20 мая 2024", "2024-05-20"),
    ],
)
def test_words_and_edtf_are_read_as_wholes(words, edtf):
    assert read_typed(words).date.text == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("20 Mayıs 2024", "2024-05-20"),
        ("maggio 2024", "2024-05"),
        ("5 травня 2020", "2020-05-05"),
        ("20 de maio de 2024", "2024-05-20"),
        ("2024. május 20.", "2024-05-20"),
    ],
)
def test_explicit_dates_of_languages_without_a_grammar_are_read(words, edtf):
    assert read_typed(words).date.text == edtf


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "after May 2024",
        "circa maggio 2024",
        "hello 2024 world",
        "20 May 2024 in Paris",
        "30 February 2024",
        "32 May 2024",
        "2024-13",
        "20.05.2024 or so",
        "May " * 100,
        "\ud800",
    ],
)
def test_what_is_no_date_says_what_would_be_accepted(words):
    with pytest.raises(DateError, match="20 May 2024"):
        read_typed(words)


@pytest.mark.parametrize(
    "words",
    [
        "25 May 2024 to 22 May 2024",
        "from June 2024 to May 2024",
        "25-22 May 2024",
        "from 25 to 22 May 2024",
        "من 25 مايو 2024 إلى 22 مايو 2024",
    ],
)
def test_a_range_in_words_that_ends_before_it_starts_says_so(words):
    with pytest.raises(TurnedError, match="ends before it starts"):
        read_typed(words)


def test_languages_without_a_grammar_can_be_left_out():
    assert read_typed("20 maggio 2024").date.text == "2024-05-20"
    assert read_typed("20 mai 2024", in_any_language=False).date.text == "2024-05-20"
    with pytest.raises(DateError, match="This is not a date"):
        read_typed("20 maggio 2024", in_any_language=False)


@pytest.mark.parametrize("words", ["yesterday", "20 May"])
def test_what_counts_from_another_day_is_no_date_by_itself(words):
    with pytest.raises(DateError):
        read_typed(words)


def test_the_language_that_is_given_goes_first():
    assert read_typed("3/4/2020", language="fr").date.text == "2020-04-03"


@pytest.mark.parametrize(
    ("words", "edtf", "part"),
    [
        ("early 2020", "2020", "START"),
        ("mid-March 2019", "2019-03", "MID"),
        ("late 2008", "2008", "END"),
        ("the late 1980s", "198X", "END"),
        ("since early 2020", "2020/..", "START"),
        ("أوائل 2020", "2020", "START"),
        ("Ende Mai 2019", "2019-05", "END"),
        ("May 2024", "2024-05", ""),
        ("2020", "2020", ""),
    ],
)
def test_the_part_of_a_period_is_kept(words, edtf, part):
    assert read_typed(words) == (parse(edtf), part)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2014 to 2018", "2014/2018"),
        ("May 2024 to March 2025", "2024-05/2025-03"),
        ("12 May 2019 - 3 June 2019", "2019-05-12/2019-06-03"),
        ("du 12 mai 2019 au 3 juin 2019", "2019-05-12/2019-06-03"),
        ("12 мая 2019 – 3 июня 2019", "2019-05-12/2019-06-03"),
        ("12 مايو 2019 إلى 3 يونيو 2019", "2019-05-12/2019-06-03"),
    ],
)
def test_two_whole_dates_with_a_to_or_a_dash_are_a_range(words: str, expected: str) -> None:
    assert read_typed(words).date.text == expected


@pytest.mark.parametrize("words", ["2014 or 2018", "1 May 2019, 3 June 2020", "2014 and 2018"])
def test_two_dates_beside_each_other_are_none(words: str) -> None:
    with pytest.raises(DateError):
        read_typed(words)
