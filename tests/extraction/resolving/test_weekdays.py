"""Weekdays that count from what the text has told, not from the day of the news."""

import datetime

import pytest

from timeline.extraction.expressions import find


def value(text: str, language: str = "en") -> str:
    return find(text, published=datetime.date(2025, 2, 27), language=language)[-1].value


EN = "The works were stolen on 16 November."  # a Saturday


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{EN} The staff noticed the following Tuesday."),
        ("en", f"{EN} The staff did not notice until the next Tuesday."),
        ("en", f"{EN} It was told on Tuesday of the following week."),
        ("en", f"{EN} The thieves were seen the Tuesday after."),
        ("en", f"{EN} The thieves were seen the Tuesday after the works had been stolen."),
        ("fr", "Le vol a eu lieu le 16 novembre. On l'a remarqué le mardi suivant."),
        ("fr", "Le vol a eu lieu le 16 novembre. On l'a vu le mardi de la semaine suivante."),
        ("es", "El robo fue el 16 de noviembre. Lo notaron el martes siguiente."),
        ("es", "El robo fue el 16 de noviembre. Lo notaron el martes de la semana siguiente."),
        ("de", "Der Diebstahl war am 16. November. Man bemerkte ihn am folgenden Dienstag."),
        ("de", "Der Diebstahl war am 16. November. Man bemerkte ihn am Dienstag darauf."),
        ("ru", "Картины украли 16 ноября. Это заметили в следующий вторник."),
        ("ar", "سرقت اللوحات في 16 تشرين الثاني. ولاحظ الموظفون ذلك يوم الثلاثاء التالي."),
        ("fa", "تابلوها در ۲۶ آبان دزدیده شدند. کارکنان سه‌شنبه هفته بعد متوجه شدند."),
    ],
)
def test_the_following_weekday_is_the_first_after_the_day_told(language: str, text: str) -> None:
    assert value(text, language) == "2024-11-19"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{EN} The staff had counted them the previous Tuesday."),
        ("es", "El robo fue el 16 de noviembre. Los contaron el martes anterior."),
        ("de", "Der Diebstahl war am 16. November. Am Dienstag zuvor zählte man noch alle."),
        ("fr", "Le vol a eu lieu le 16 novembre. On les a comptés le mardi précédent."),
        ("ar", "سرقت اللوحات في 16 تشرين الثاني. وأحصيت يوم الثلاثاء السابق."),
    ],
)
def test_the_previous_weekday_is_the_last_before_the_day_told(language: str, text: str) -> None:
    assert value(text, language) == "2024-11-12"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It snowed the Friday before Christmas.", "2024-12-20"),
        ("fr", "Il a neigé le vendredi avant Noël.", "2024-12-20"),
        ("es", "Nevó el viernes antes de Navidad.", "2024-12-20"),
        ("de", "Am Freitag vor Weihnachten fiel Schnee.", "2024-12-20"),
        (
            "de",
            "Die Wahl fand am 3. März 2020 statt. Am Sonntag nach der Wahl ging er.",
            "2020-03-08",
        ),
        (
            "en",
            "The vote was held on 3 March 2020. He left the Sunday after the vote.",
            "2020-03-08",
        ),
    ],
)
def test_a_weekday_is_counted_from_the_day_or_event_named_behind_it(
    language: str, text: str, expected: str
) -> None:
    assert value(text, language) == expected


def test_a_weekday_before_what_is_no_day_is_one_of_the_news() -> None:
    found = find("He met her the Friday before he left.", published=datetime.date(2025, 2, 27))
    assert [(one.start, one.value) for one in found] == [(11, "2025-02-21")]


def test_the_next_tuesday_of_what_is_to_come_in_russian_is_that_of_the_news() -> None:
    assert value("Суд вынесет решение в следующий вторник.", "ru") == "2025-03-04"


def test_that_on_a_weekday_is_no_that_day_in_arabic() -> None:
    told = "سرقت اللوحات في 16 تشرين الثاني 2020. وقال ذلك يوم الأحد."
    assert value(told, "ar") == "2025-02-23"


def test_what_is_unlikely_before_a_season_is_to_come() -> None:
    found = find("A trial is unlikely before the autumn.", published=datetime.date(2025, 2, 27))
    assert found[0].date
    assert found[0].date.text == "2025-23/.."


@pytest.mark.parametrize(
    "text",
    [
        "من المقرر أن تعود الدراسة في المدارس الرسمية يوم الثلاثاء.",
        "من المنتظر أن يعلن القرار يوم الثلاثاء.",
        "وقال إن اللجنة ستجتمع يوم الثلاثاء.",
    ],
)
def test_what_is_due_to_happen_is_to_come_whatever_stands_behind_that(text: str) -> None:
    assert value(text, "ar") == "2025-03-04"


def test_what_was_said_to_have_happened_is_over() -> None:
    assert value("وقال إن الجيش دخل المدينة يوم الثلاثاء.", "ar") == "2025-02-25"
