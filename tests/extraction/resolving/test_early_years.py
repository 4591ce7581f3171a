"""Years of three digits, and the numbers of three digits that are none."""

import pytest

from timeline.extraction.expressions import find


def values(text: str, language: str = "en") -> list[str]:
    return [one.date.text for one in find(text, language=language) if one.date]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In the 9th century it was plundered, in 854 and in 873.", ["0854", "0873"]),
        ("fr", "Fondée vers 535, elle fut pillée en 854. Elle renaît en 1012.", ["0535~", "0854"]),
        ("es", "En 711 llegaron los árabes, hacia el siglo VIII. En 718 perdieron.", ["0711"]),
        ("de", "Im 9. Jahrhundert, 854 und 873, wurde es geplündert.", ["0854", "0873"]),
        ("de", "843 wurde das Reich geteilt. Karl starb 814. 870 kam der Rest hinzu.", ["0843"]),
        ("en", "Charles ruled from 768 to 814, after a war in 1012.", ["0768/0814"]),
    ],
)
def test_a_history_of_early_times_has_years_of_three_digits(
    language: str, text: str, expected: list[str]
) -> None:
    assert set(expected) <= set(values(text, language))


def test_behind_a_year_before_our_era_they_are_before_it_too() -> None:
    text = "He crossed the Alps in 218 BC. In 216 he won. Others won in 1066."
    assert values(text) == ["-0217", "-0215", "1066"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The festival is sold out in 300."),
        ("en", "In the 9th century they lived in 300 villages, by 200 lakes."),
        ("fr", "Au IXe siècle, ils vivaient en 300 villages."),
        ("es", "En el siglo IX vivían en 300 casas."),
        ("de", "Im 9. Jahrhundert lebten hier 854 Menschen in 300 neuen Häusern."),
    ],
)
def test_a_number_that_counts_something_is_no_year(language: str, text: str) -> None:
    assert not any(value[0] == "0" and value[-1].isdigit() for value in values(text, language))
