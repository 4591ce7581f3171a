"""Clauses behind a relative: what it takes up, and those that have a subject of their own."""

import pytest

from tests.extraction.told import events, titles

OWN = {
    "en": (
        "An operator was fined over the sinking of a ferry, in which 11 people died in May 2012.",
        "11 people died",
    ),
    "fr": (
        "Il a fui après l'attaque, au cours de laquelle trois agents ont été tués le 3 mai 2012.",
        "Trois agents ont été tués",
    ),
    "es": (
        "Pidió perdón por el accidente, en el que murieron 11 personas el 3 de mayo de 2012.",
        "Murieron 11 personas",
    ),
    "ru": (
        "Суд вынес приговор по делу о пожаре, в котором 3 мая 2012 года погибли 11 человек.",
        "Погибли 11 человек",
    ),
}


@pytest.mark.parametrize(("language", "text", "title"), [(k, *v) for k, v in OWN.items()])
def test_a_relative_with_a_preposition_tells_an_event_of_its_own(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]


def test_during_which_goes_on_about_the_day_before_it() -> None:
    text = "This visit was preceded by another in October 2019, during which Omar met the king."
    assert titles(text) == ["Omar met the king"]


def test_which_takes_up_what_happened_not_what_it_happened_to() -> None:
    text = "Il a fui après l'incendie de l'usine Lumex, qui a tué trois hommes le 3 mai 2012."
    assert titles(text, "fr") == ["L'incendie de l'usine Lumex a tué trois hommes"]
    text = "He was charged over the collapse of the stand, which killed 11 people in May 2012."
    assert titles(text) == ["The collapse of the stand killed 11 people"]


DATELINES = {
    "es": ("MADRID.- Lina Aziz dimitió el 3 de mayo de 2012.", "Lina Aziz dimitió"),
    "ar": ("بيروت - استقال عمر حداد يوم 3 مايو 2012.", "استقال عمر حداد"),
    "fa": ("تهران - عمر حدادی در ۱۳ مه ۲۰۱۲ استعفا داد.", "عمر حدادی استعفا داد"),
}


@pytest.mark.parametrize(("language", "text", "title"), [(k, *v) for k, v in DATELINES.items()])
def test_the_place_and_dash_that_open_a_report_are_no_part_of_its_title(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]


def test_which_takes_up_the_noun_not_its_date() -> None:
    text = "He lost the vote of 2019, which was called in May of that year."
    assert titles(text)[-1] == "The vote was called"


def test_who_takes_up_those_who_come_from_somewhere() -> None:
    text = "Observers from the European Union, who arrived in December 2024, have left."
    assert titles(text)[0] == "Observers from the European Union arrived"


def test_a_relative_that_is_the_object_of_its_clause_keeps_what_it_takes_up() -> None:
    assert titles("He built a house in Lyon, which the bank sold in 2010.")[-1].startswith(
        "A house"
    )
    text = "Lina Haddad went on to a doctorate, which she completed in 1963 in Lyon."
    assert titles(text) == ["A doctorate, which Lina Haddad completed in Lyon"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Рабочие возвели мост через Волгу, который рухнул в 2015 году.", "Мост рухнул"),
        ("Анна Ким продала компанию, которая была основана в 1998 году.", "Компания была основана"),
        ("Михаил Орлов, который умер в 1998 году, жил в Туле.", "Михаил Орлов умер"),
    ],
)
def test_a_russian_relative_takes_up_the_noun_of_its_gender(text: str, title: str) -> None:
    assert titles(text, "ru")[0] == title


def test_whose_is_put_behind_the_noun_alone() -> None:
    text = "A new plant in Brno, whose foundation stone was laid on 4 May 2022, is to open."
    assert "A new plant's foundation stone was laid" in titles(text)


def test_a_relative_that_is_always_a_subject_takes_up_the_name_before_it() -> None:
    text = "Elle a vendu ses parts au fonds Arcadis, qui les a cédées en mars 2016 à Omar Haddad."
    (found,) = events(text, "fr")
    assert found.title == "Arcadis les a cédées à Omar Haddad"
    assert [name.text for name in found.participants] == ["Arcadis", "Omar Haddad"]


def test_that_is_no_participle() -> None:
    text = "Lina Aziz fonde en 1993 une école de voile à Lyon, qu'elle dirige jusqu'en 2009."
    assert titles(text, "fr")[1:] == ["Une école de voile à Lyon, que Lina Aziz dirige"]
