"""Which year a date without one belongs to, where the text has told several."""

import datetime

import pytest

from timeline.extraction.expressions import find

PUBLISHED = datetime.date(2024, 5, 30)
CHRONOLOGY = """2020
February 3: The auditors refuse to sign.
March 16-18: Customers withdraw their money. On March 25 the bank reopens.

2022:
January 10: The trial opens."""
LIFE = """Dana Lind, who has died aged 87, was a geologist. Born in Gradec in 1936, she took her \
degree in 1957 and joined the survey in 1960. In 1961 she mapped the north, in 1963 the south. In \
1964 she married Jon Lind, who died in 2009. Dana Lind died on April 30."""


def values(text: str, language: str = "en") -> list[str]:
    return [found.value for found in find(text, published=PUBLISHED, language=language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Work began in May 2021 and stopped in March of the following year."),
        ("en", "Work began in May 2021 and stopped in March next year."),
        ("fr", "Les travaux ont commencé en mai 2021 et cessé en mars de l'année suivante."),
        ("es", "Las obras empezaron en mayo de 2021 y pararon en marzo del año siguiente."),
        ("de", "Die Arbeiten begannen im Mai 2021 und endeten im März des folgenden Jahres."),
        ("ru", "Работы начались в мае 2021 года и остановились в марте следующего года."),
        ("ar", "بدأ العمل في أيار/مايو 2021 وتوقف في آذار/مارس من العام التالي."),
        ("fa", "کار در مه ۲۰۲۱ آغاز شد و در مارس سال بعد متوقف شد."),
    ],
)
def test_a_month_of_the_following_year_counts_from_the_year_told(language: str, text: str) -> None:
    assert values(text, language) == ["2021-05", "2022-03"]


def test_the_next_year_of_what_is_to_come_counts_from_publication() -> None:
    assert values("Work began in May 2021. It will end in March next year.") == [
        "2021-05",
        "2025-03",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge reopened in 1947. Buses will run until the end of September."),
        ("fr", "Le pont a rouvert en 1947. Des bus circuleront jusqu'à fin septembre."),
        ("de", "1947 rollten wieder Züge. Bis Ende September sollen Busse fahren."),
        ("ru", "Мост открыли в 1947 году. Автобусы будут ходить до конца сентября."),
    ],
)
def test_until_a_month_to_come_is_not_of_the_year_told(language: str, text: str) -> None:
    assert values(text, language) == ["1947", "2024-09"]


def test_after_a_week_ago_the_report_is_back_in_the_present() -> None:
    text = "The mine closed in 2016. A week ago the court ended a case opened on 12 May."
    assert values(text)[-1] == "2024-05-12"


def test_the_entries_below_a_year_on_a_line_of_its_own_are_of_that_year() -> None:
    assert values(CHRONOLOGY) == [
        "2020",
        "2020-02-03",
        "2020-03-16/2020-03-18",
        "2020-03-25",
        "2022",
        "2022-01-10",
    ]


def test_the_day_of_death_at_the_end_of_an_obituary_is_one_of_the_news() -> None:
    assert values(LIFE)[-1] == "2024-04-30"
