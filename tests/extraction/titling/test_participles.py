"""Participles between a subject and its verb: what they tell, and whom the verb goes on about."""

import pytest

from tests.extraction.told import titles

GOES_ON = {
    "fr": (
        "Les écoles de Villaluz, fermées depuis lundi, rouvriront le 3 mai 2031.",
        "Les écoles de Villaluz rouvriront",
    ),
    "es": (
        "Las escuelas de Villaluz, cerradas desde el lunes, reabrirán el 3 de mayo de 2031.",
        "Las escuelas de Villaluz reabrirán",
    ),
}


@pytest.mark.parametrize(("language", "text", "title"), [(k, *v) for k, v in GOES_ON.items()])
def test_a_verb_behind_a_participle_has_the_subject_before_both(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language)[-1] == title


def test_a_second_participle_is_of_the_same_noun() -> None:
    text = (
        "L'entreprise, fondée en 1951 par Marcel Vautrin et rachetée par le groupe Solvane en "
        "2016, emploie 240 personnes."
    )
    assert titles(text, "fr")[-1] == "L'entreprise est rachetée par le groupe Solvane"


def test_without_something_denies_nothing() -> None:
    text = "El constructor Julián Mena murió el año pasado sin haber entrado en prisión."
    assert titles(text, "es") == ["El constructor Julián Mena murió sin haber entrado en prisión"]


def test_who_said_a_quotation_when_is_no_event() -> None:
    assert titles("“She never gave up,” her successor, Omar Haddad, said last week.") == []
    assert titles("“We are glad,” said Captain Ines Moor on Tuesday.") == []
    assert titles("“We are glad,” he told the board on Friday morning.") == []
    assert titles("Omar Haddad, who sang “Spring” last week, won a prize.") != []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The hall, opened in 1950 by Lina, closed in 2019.", "The hall was opened by Lina"),
        ("fr", "L'usine, fermée en 2001, rouvrira en 2030.", "L'usine est fermée"),
        ("fr", "Les écoles, fermées depuis lundi, rouvriront en 2030.", "Les écoles sont fermées"),
    ],
)  # fmt: skip
def test_a_participle_beside_its_noun_makes_a_sentence(
    language: str, text: str, expected: str
) -> None:
    assert expected in titles(text, language)


def test_a_participle_beside_a_noun_without_an_article_keeps_its_date() -> None:
    text = "Il a conduit les négociations du Brexit, signé en 2020."
    assert titles(text, "fr") == ["Il a conduit les négociations du Brexit, signé en 2020"]
