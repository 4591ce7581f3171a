"""Numbers that look like years and count."""

import pytest

from tests.extraction.told import dates


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge draws some 2000 a month."),
        ("en", "The bridge draws 1900 per day."),
        ("fr", "Le pont en attire 2000 par mois."),
        ("es", "El puente atrae a 2000 al mes."),
        ("de", "Es kommen 2000 pro Tag."),
        ("ru", "Их бывает 2000 в месяц."),
    ],
)
def test_a_number_told_by_the_month_is_no_year(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_a_year_before_a_length_of_time_is_one() -> None:
    assert dates("In 2000 a month passed before the bridge opened.") == ["2000"]
