"""Clauses that depend on others, and whose date is whose."""

import pytest

from tests.extraction.told import dates, titles


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "en",
            "Lina Aziz ran the mill until 2015, when she was named minister.",
            "Lina Aziz was named minister",
        ),
        (
            "fr",
            "Lina Aziz a dirigé l'usine jusqu'en 2015, quand elle a été nommée ministre.",
            "Lina Aziz a été nommée ministre",
        ),
        (
            "es",
            "Lina Aziz dirigió la fábrica hasta 2015, cuando fue nombrada ministra.",
            "Lina Aziz fue nombrada ministra",
        ),
        (
            "de",
            "Lina Aziz leitete die Firma bis 2015, als sie zur Ministerin ernannt wurde.",
            "Lina Aziz wurde zur Ministerin ernannt",
        ),
        (
            "ru",
            "Лина Азиз руководила заводом до 2015 года, когда завод закрыли.",
            "Завод закрыли",
        ),
        (
            "ar",
            "قادت لينا عزيز الشركة حتى عام 2015، عندما عينت وزيرة للصحة.",
            "لينا عزيز عينت وزيرة للصحة",
        ),
    ],
)
def test_until_a_date_when_something_happened_tells_that(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]
    assert dates(text, language) == ["2015"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It was a good year for Lyon: in May 2019 the works reopened.", "The works reopened"),
        ("The result: in May 2019 the works reopened.", "The result: the works reopened"),
        ('He said: "In May 2019 I left."', 'He said: "In May 2019 I left."'),
    ],
)
def test_a_colon_between_two_sentences_parts_them(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_the_relative_of_an_opening_phrase_goes_with_it() -> None:
    text = (
        "Lina Aziz nació en 1933. Tras una estancia en Lyon, donde trabajó a las órdenes de Omar "
        "Haddad, volvió a Quito en 1962."
    )
    assert titles(text, "es")[1] == "Lina Aziz volvió a Quito"


def test_a_pronoun_behind_a_comma_opens_the_main_clause() -> None:
    text = (
        "Jens Vasseur est jugé. Arrêté le 3 mai 2022, il a passé un an en prison avant d'être "
        "libéré en juin 2023."
    )
    assert titles(text, "fr")[1].startswith("Jens Vasseur a passé un an en prison")


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "No bridge has fallen since a lorry hit one in May 2014.", "A lorry hit one"),
        ("en", "The firm has grown since it was sold in 2014.", "The firm was sold"),
        (
            "en",
            "It is the first vote since the party came to power in 2010.",
            "The party came to power",
        ),
        (
            "fr",
            "C'est le premier vote depuis que le parti est arrivé au pouvoir en 2010.",
            "Le parti est arrivé au pouvoir",
        ),
        (
            "es",
            "Es la primera votación desde que el partido llegó al poder en 2010.",
            "El partido llegó al poder",
        ),
    ],
)
def test_the_date_behind_since_and_a_clause_is_that_of_the_clause(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]
