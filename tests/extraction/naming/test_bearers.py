"""Which words beside a name belong to it: an office's place, what is called after somebody."""

import pytest

from tests.extraction.told import events, titles


def people(text: str, language: str) -> list[str]:
    (event,) = events(text, language=language)
    return [name.text for name in event.participants if name.kind == "person"]


DEDICATED = {
    "fr": "Lina Aziz a reçu le prix Albert Londres en 2011.",
    "es": "Lina Aziz ganó el premio Miguel de Cervantes en 2011.",
    "ru": "В 2011 году Лина Азиз получила премию имени Андрея Сахарова.",
    "ar": "فازت لينا عزيز بجائزة نجيب محفوظ عام 2011.",
    "fa": "لینا عزیزی در سال ۲۰۱۱ جایزه هوشنگ گلشیری را گرفت.",
}


@pytest.mark.parametrize(("language", "text"), DEDICATED.items())
def test_whom_a_prize_is_called_after_takes_no_part(language: str, text: str) -> None:
    assert not {"Albert Londres", "Miguel de Cervantes", "Андрей Сахаров", "نجيب محفوظ",
                "هوشنگ گلشیری"} & set(people(text, language))  # fmt: skip


def test_what_an_office_is_of_begins_no_name() -> None:
    text = "El obispo de Villaluz Javier Salinas dimitió el 3 de mayo de 2012."
    assert people(text, "es") == ["Javier Salinas"]
    text = "El 3 de mayo de 2012 asumió el cargo Xiomara Maria Castro."
    assert people(text, "es") == ["Xiomara Maria Castro"]


def test_whose_lawyer_somebody_is_begins_no_name_where_a_case_says_so() -> None:
    text = "Адвокат Шубина Ирина Белова подала жалобу 3 мая 2012 года."
    assert "Ирина Белова" in people(text, "ru")
    text = "Адвокат Шубин Геннадий Петрович подал жалобу 3 мая 2012 года."
    assert people(text, "ru") == ["Шубин Геннадий Петрович"]


def test_a_name_behind_an_article_is_no_person() -> None:
    assert people("The Northern Star sank off Larne on 9 February 2022.", "en") == []
    assert people("Lina Aziz sank off Larne on 9 February 2022.", "en") == ["Lina Aziz"]


def test_he_is_the_man_named_beside_the_woman_told_of() -> None:
    text = "Lina Aziz married the engineer Jean-Luc Rami in 1962. He died in 2009."
    assert titles(text)[-1] == "Jean-Luc Rami died"
    text = "Lina Aziz married the engineer Jean-Luc Rami in 1962. She died in 2009."
    assert titles(text)[-1] == "Lina Aziz died"


def test_what_somebody_does_is_no_part_of_an_arabic_name() -> None:
    assert people("أردوغان يتقدم في الجولة الأولى يوم 14 مايو 2023.", "ar") == []


def test_a_lifetime_and_a_participation_are_nobody_in_persian() -> None:
    assert people("او در ۳ مارس ۲۰۲۱ جایزه‌ی یک عمر دستاورد را گرفت.", "fa") == []
    (event,) = events("او در ۳ مارس ۲۰۲۱ در مسابقه شرکت کند.", language="fa")
    assert event.participants == ()


def test_somebody_called_after_a_fire_burns_nothing() -> None:
    (event,) = events("Lina Banks left Lyon on 3 May 2019.")
    assert not event.category


@pytest.mark.parametrize(
    ("declined", "town"),
    [("Череповце", "Череповец"), ("Ярославле", "Ярославль"), ("Уфе", "Уфа"), ("Твери", "Тверь")],
)
def test_a_russian_town_stands_in_the_nominative(declined: str, town: str) -> None:
    (event,) = events(f"Его задержали 3 мая 2023 года в {declined}.", language="ru")
    assert [place.text for place in event.places] == [town]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lina Marsh published her first novel, Green Water, in 1984."),
        ("fr", "Lina Marsh a publié son premier roman, Eaux Vertes, en 1984."),
        ("es", "Lina Marsh publicó su primera novela, Aguas Verdes, en 1984."),
        ("de", "Lina Marsh veröffentlichte 1984 ihren ersten Roman, Grünes Wasser."),
    ],
)
def test_the_title_of_a_work_is_nobody(language: str, text: str) -> None:
    (event,) = events(text, language)
    assert [name.text for name in event.participants] == ["Lina Marsh"]


def test_somebody_named_behind_a_work_is_somebody() -> None:
    (event,) = events("In his film Omar Haddad played a king in 1990.")
    assert [name.text for name in event.participants] == ["Omar Haddad"]
