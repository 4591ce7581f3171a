"""Pronouns that stand for a thing, or for somebody without a name, mean no person named before."""

import pytest

from tests.extraction.told import events, titles

THINGS = {
    "fr": (
        "Luc Petit est né en 1950. Le phare est construit en 1902. Il brûle en 1934.",
        "Le phare brûle",
    ),
    "de": (
        "Eva Berg trat 1990 zurück. Die Brücke wurde 1931 gebaut. Sie wurde 1945 gesprengt.",
        "Die Brücke wurde gesprengt",
    ),
    "ru": (
        "Ольга Белова родилась в 1950 году. Школа открылась в 1956 году. Она сгорела в 1970 году.",
        "Школа сгорела",
    ),
}


@pytest.mark.parametrize(("language", "told"), THINGS.items())
def test_a_pronoun_of_its_gender_means_the_thing_that_opened_the_sentence_before(
    language: str, told: tuple[str, str]
) -> None:
    text, title = told
    assert titles(text, language)[-1] == title


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "fr",
            "Luc Petit est né en 1950. La guerre éclate en 1970. Il est mobilisé en 1971.",
            "Luc Petit est mobilisé",
        ),
        (
            "de",
            "Karl Berg wurde 1950 geboren. Der Maler zog 1970 nach Wien. Er starb 1999.",
            "Karl Berg starb",
        ),
        (
            "ru",
            "Ольга Белова родилась в 1950 году. Война застала её в Уфе. Она умерла в 1971 году.",
            "Ольга Белова умерла",
        ),
    ],
)
def test_a_person_is_meant_whose_gender_fits_or_of_whom_the_sentence_before_tells(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language)[-1] == title


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "fr",
            (
                "Le maire, Luc Petit, a démissionné lundi. La police a arrêté un homme mardi. "
                "Il a été libéré mercredi."
            ),
            "Il a été libéré",
        ),
        (
            "de",
            (
                "Karl Berg trat am Montag zurück. Die Polizei nahm am Dienstag einen Mann fest. "
                "Er kam am Mittwoch frei."
            ),
            "Er kam frei",
        ),
        (
            "ru",
            (
                "Иван Петров подал в отставку в понедельник. Полиция задержала мужчину во вторник. "
                "Он был отпущен в среду."
            ),
            "Он был отпущен",
        ),
    ],
)
def test_where_somebody_without_a_name_is_told_of_the_pronoun_stays(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language)[-1] == title


def test_the_second_defendant_is_another_one() -> None:
    text = (
        "Суд приговорил Игоря Лаптева к штрафу. Второй обвиняемый, предприниматель Руслан Гаджиев, "
        "в марте 2018 года уехал в Дубай. В 2019 году он был объявлен в розыск."
    )
    first, second = titles(text, "ru")
    assert first.startswith("Второй обвиняемый")
    assert second == "Руслан Гаджиев был объявлен в розыск"


def test_a_russian_pronoun_behind_its_verb_gives_way_to_the_name() -> None:
    text = "Вадим Орлов уехал в 1968 году. Вернулся в институт он лишь в 1975 году."
    assert titles(text, "ru")[-1] == "Вадим Орлов вернулся в институт"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lina Aziz est née à Lyon en 1950. Le théâtre a ouvert ses portes en 1987."),
        ("es", "Omar Haddad nació en 1950. La sala había abierto sus puertas en 1987."),
    ],
)
def test_what_a_noun_does_with_its_own_is_nobody_elses(language: str, text: str) -> None:
    assert [name.text for name in events(text, language)[-1].participants] == []


def test_what_something_is_to_somebody_is_still_told_of_him() -> None:
    text = "Isabel Haddad reinó desde 1952. La muerte de Diana fue su mayor crisis en 1997."
    assert [name.text for name in events(text, "es")[-1].participants] == ["Isabel Haddad"]
