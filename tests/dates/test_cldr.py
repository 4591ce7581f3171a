"""What is taken from CLDR, beyond whole dates."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel import localedata

from timeline.dates import cldr

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = [name for name in localedata.locale_identifiers() if "_" not in name]
UNITS = ("minute", "hour", "day", "week", "month", "year", "decade", "century")


def test_spans_are_counted_in_the_grammar_of_the_language() -> None:
    assert [cldr.duration("en", number, "day") for number in (1, 2, 11)] == [
        "1 day",
        "2 days",
        "11 days",
    ]
    assert [cldr.duration("ar", number, "day") for number in (1, 2, 3, 11)] == [
        "يوم",
        "يومان",
        "3 أيام",
        "11 يومًا",
    ]
    assert [cldr.duration("ru", number, "month") for number in (1, 2, 5)] == [
        "1 месяц",
        "2 месяца",
        "5 месяцев",
    ]


def test_every_language_can_count_every_unit() -> None:
    said = {
        (language, unit): cldr.duration(language, 7, unit)
        # All units of a language at once: reading it takes longer than counting.
        for language in LANGUAGES
        for unit in UNITS
    }
    wrong = [key for key, words in said.items() if "{" in words or not {"7", "۷"} & set(words)]
    assert wrong == []


def test_persian_numbers_are_written_in_persian_digits() -> None:
    assert cldr.duration("fa", 10, "day") == "۱۰ روز"
    assert cldr.digits("fa", "2024-05-30") == "۲۰۲۴-۰۵-۳۰"
    assert cldr.digits("ar", 2024) == cldr.digits("en", 2024) == "2024"


def test_months_alone_stand_in_the_nominative() -> None:
    assert (cldr.month("ru", 1), cldr.month("ru", 1, alone=True)) == ("января", "январь")


def test_reading_the_names_of_one_language_leaves_those_of_others() -> None:
    """In a process of its own: Babel mixes up what is read first with what comes later."""
    program = (
        "from timeline.dates import cldr;"
        "print(*(cldr.month(language, 1, alone=True) for language in ('he', 'tr', 'fr')))"
    )
    command = [sys.executable, "-X", "utf8", "-c", program]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=ROOT)
    assert done.stdout.split() == ["ינואר", "Ocak", "janvier"]


def test_weekdays_are_named_from_monday() -> None:
    assert [cldr.weekday("en", number) for number in (0, 6)] == ["Monday", "Sunday"]
    assert cldr.weekday("ar", 3) == "الخميس"


def test_plain_english_is_british_and_unknown_languages_are_english() -> None:
    assert {str(cldr.locale(tag)) for tag in ("en", "", "xx", "..", "\x00", "e" * 999)} == {"en_GB"}
    assert str(cldr.locale("en-US")) == "en_US"
    assert str(cldr.locale("ar-EG")) == "ar_EG"


@pytest.mark.parametrize(
    ("tag", "day_first"),
    [("ar", True), ("de", True), ("fr-CA", None), ("en-GB", True), ("en-US", False), ("en", None),
     ("fa", None), ("", None), ("xx", None)],
)  # fmt: skip
def test_the_order_of_day_and_month_is_known_where_a_language_has_one(
    tag: str, day_first: bool | None
) -> None:
    assert cldr.day_first(tag) is day_first
