"""A verb behind an aside has the subject before it."""

import pytest

from tests.extraction.told import titles

ASIDES = [
    (
        "de",
        "Das Kraftwerk, 1964 gebaut, war im Mai 2011 nach einem Unfall abgeschaltet worden.",
        "Das Kraftwerk war nach einem Unfall abgeschaltet worden",
    ),
    (
        "de",
        "Die Stiftung, die ihn 2001 geehrt hatte, plant für den 3. Oktober 2023 ein Fest.",
        "Die Stiftung plant ein Fest",
    ),
    (
        "de",
        "Ministerin Lina Stein, die am Montag den Rat getroffen hatte, will am Freitag abreisen.",
        "Lina Stein will abreisen",
    ),
    (
        "de",
        "Seine Tante, die Malerin Mona Weiss, mit der er seit 1969 lebte, starb 2014.",
        "Mona Weiss starb",
    ),
    (
        "fr",
        "La banque, fondée en 1920 par Luc Petit, ferme en 1999.",
        "La banque ferme",
    ),
    (
        "es",
        "India, que lanzó una sonda en 2019, puso otra en órbita el 5 de agosto de 2022.",
        "India puso otra en órbita",
    ),
    (
        "ru",
        "Театр города, закрытый в 2019 году, планируют открыть в мае 2024 года.",
        "Театр города планируют открыть",
    ),
]


@pytest.mark.parametrize(("language", "text", "title"), ASIDES)
def test_a_verb_behind_an_aside_is_told_of_what_stands_before_it(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language)[-1] == title


def test_what_a_clause_beside_the_subject_names_is_not_the_subject() -> None:
    text = "Эльза Браун, врач, в 2001 году уехала в Берн, а в 2005 году вернулась в Киль."
    assert titles(text, "ru")[-1].startswith("Эльза Браун")


def test_a_verb_that_ends_its_sentence_behind_an_aside_is_no_attribute() -> None:
    text = "The dam, finished in 1986, overflowed for the first time in 1994."
    assert titles(text) == ["The dam was finished", "The dam overflowed for the first time"]
