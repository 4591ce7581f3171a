"""Dates in words: English, Arabic, and the month names of other languages."""

import unicodedata

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.arabic import arabic
from timeline.dates.edtf import parse
from timeline.dates.parts import Part
from timeline.dates.words import explained, in_words

WORDS = [
    ("2024-05-20", "20 May 2024", "20 مايو 2024"),
    ("2019-10", "October 2019", "أكتوبر 2019"),
    ("2011", "2011", "2011"),
    ("198X", "the 1980s", "عقد 1980"),
    ("18XX", "the 19th century", "القرن الـ19"),
    ("20XX", "the 21st century", "القرن الـ21"),
    ("11XX", "the 12th century", "القرن الـ12"),
    ("2019-21", "spring 2019", "ربيع 2019"),
    ("2019-33", "the first quarter of 2019", "الربع الأول من 2019"),
    ("2019-41", "the second half of 2019", "النصف الثاني من 2019"),
    ("2024-05-22/2024-05-25", "22–25 May 2024", "22–25 مايو 2024"),
    ("2024-05-30/2024-06-02", "30 May – 2 June 2024", "30 مايو – 2 يونيو 2024"),
    ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "30 ديسمبر 2023 – 2 يناير 2024"),
    ("2024-05/2024-08", "May – August 2024", "مايو – أغسطس 2024"),
    ("2011/2014", "2011–2014", "2011–2014"),
    ("2011/..", "since 2011", "منذ 2011"),
    ("../2018-08", "until August 2018", "حتى أغسطس 2018"),
    ("1990~", "about 1990", "نحو 1990"),
    ("1990?", "perhaps 1990", "ربما 1990"),
    ("1990%", "perhaps about 1990", "ربما نحو 1990"),
    ("1984~/1990", "about 1984 – 1990", "نحو 1984 – 1990"),
    ("1984~/..", "since about 1984", "منذ نحو 1984"),
    ("-0043", "44 BC", "44 ق.م"),
    ("-0043-03-15", "15 March 44 BC", "15 مارس 44 ق.م"),
    ("0079-10", "October 79 AD", "أكتوبر 79 م"),
    ("-0043/0014", "44 BC – 14 AD", "44 ق.م – 14 م"),
    ("-004X", "50 – 41 BC", "50 – 41 ق.م"),
    ("2024-05-20T10:30", "20 May 2024, 10:30", "20 مايو 2024، 10:30"),
    ("2024-05-20T10:30:00Z", "20 May 2024, 10:30 UTC", "20 مايو 2024، 10:30 UTC"),
    (
        "2024-05-20T10:30/2024-05-20T12:00",
        "20 May 2024, 10:30–12:00",
        "20 مايو 2024، 10:30–12:00",
    ),
]


@pytest.mark.parametrize(("text", "english", "_arabic"), WORDS)
def test_english_words_are_as_exact_as_the_date(text: str, english: str, _arabic: str) -> None:
    assert in_words(parse(text), "en") == english


@pytest.mark.parametrize(("text", "_english", "expected"), WORDS)
def test_arabic_words_are_as_exact_as_the_date(text: str, _english: str, expected: str) -> None:
    assert in_words(parse(text), "ar", translate=arabic) == expected


@pytest.mark.parametrize(
    ("text", "part", "english", "in_arabic"),
    [
        ("2020", "START", "early 2020", "أوائل 2020"),
        ("2020-05", "END", "late May 2020", "أواخر مايو 2020"),
        ("2020-05", "MID", "mid-May 2020", "منتصف مايو 2020"),
        ("198X", "START", "the early 1980s", "أوائل عقد 1980"),
        ("18XX", "END", "the late 19th century", "أواخر القرن الـ19"),
        ("2019-33", "START", "the start of the first quarter of 2019", "بداية الربع الأول من 2019"),
        ("2024-05-20", "END", "the end of 20 May 2024", "نهاية 20 مايو 2024"),
        ("2020~", "START", "about early 2020", "نحو أوائل 2020"),
        ("2020/..", "START", "since early 2020", "منذ أوائل 2020"),
        ("../2020", "END", "until late 2020", "حتى أواخر 2020"),
    ],
)
def test_a_part_of_a_period_is_said(text: str, part: str, english: str, in_arabic: str) -> None:
    assert in_words(parse(text), "en", part=part) == english
    assert in_words(parse(text), "ar", part=part, translate=arabic) == in_arabic


@pytest.mark.parametrize(
    ("text", "part", "english", "in_arabic"),
    [
        ("2024-05-20", "", "20 May 2024", "20 مايو 2024"),
        ("2019-10", "", "some day in October 2019", "يوم ما في أكتوبر 2019"),
        ("2020-05", "END", "some day in late May 2020", "يوم ما في أواخر مايو 2020"),
        ("198X", "", "some year in the 1980s", "سنة ما في عقد 1980"),
        ("1990~", "", "about 1990", "نحو 1990"),
        ("2011/..", "", "since some day in 2011", "منذ يوم ما في 2011"),
        (
            "2024-05-22/2024-05-25",
            "",
            "from 22 May 2024 to 25 May 2024",
            "من 22 مايو 2024 إلى 25 مايو 2024",
        ),
        (
            "2011/2014-03",
            "",
            "from some day in 2011 to some day in March 2014",
            "من يوم ما في 2011 إلى يوم ما في مارس 2014",
        ),
        ("2019-40", "END", "the end of the first half of 2019", "نهاية النصف الأول من 2019"),
    ],
)
def test_what_a_date_leaves_open_is_explained(
    text: str, part: str, english: str, in_arabic: str
) -> None:
    assert explained(parse(text), "en", part=part) == english
    assert explained(parse(text), "ar", part=part, translate=arabic) == in_arabic


@pytest.mark.parametrize(
    ("language", "month", "span"),
    [
        ("en-US", "May 20, 2024", "May 22 – 25, 2024"),
        ("ar-SY", "20 أيار 2024", "22–25 أيار 2024"),
        ("de", "20. Mai 2024", "22.–25. Mai 2024"),
        ("fr-FR", "20 mai 2024", "22–25 mai 2024"),
        ("zh", "2024年5月20日", "2024年5月22日至25日"),
        ("de-XX", "20. Mai 2024", "22.–25. Mai 2024"),
        ("", "20 May 2024", "22–25 May 2024"),
        ("xx-nonsense", "20 May 2024", "22–25 May 2024"),
        ("../../etc/passwd", "20 May 2024", "22–25 May 2024"),
    ],
)
def test_other_languages_have_their_own_names_and_order(
    language: str, month: str, span: str
) -> None:
    assert in_words(parse("2024-05-20"), language) == month
    assert in_words(parse("2024-05-22/2024-05-25"), language) == span


def test_reading_one_language_never_changes_the_months_of_another() -> None:
    words = [in_words(parse("2024-01"), language) for language in ("he", "tr", "ru", "tr", "he")]
    assert words == ["ינואר 2024", "Ocak 2024", "январь 2024 г.", "Ocak 2024", "ינואר 2024"]


def test_every_language_of_cldr_can_say_every_kind_of_date() -> None:
    kinds = ["2024-05-20T10:30", "2019-10", "-0043-03-15", "2024-05-22/2024-06-03"]
    dates = [parse(text) for text in (*kinds, "-0043-05/0014-06")]
    languages = [name for name in localedata.locale_identifiers() if "_" not in name]
    assert len(languages) > 200
    # All dates of a language at once: reading its names takes longer than saying the dates.
    silent = [language for language in languages if not all(in_words(d, language) for d in dates)]
    assert silent == []


@given(
    st.dates(),
    st.sampled_from(["ar", "en"]),
    st.sampled_from([*Part]),
    st.sampled_from(["{}", "{}~", "{}/..", "../{}", "0001/{}"]),
)
def test_words_never_carry_marks_that_turn_the_text_around_them(
    day: object, language: str, part: str, form: str
) -> None:
    translate = arabic if language == "ar" else str
    said = in_words(parse(form.format(day)), language, part=part, translate=translate)
    controls = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert controls.isdisjoint(map(unicodedata.bidirectional, said))
    assert "{" not in said
