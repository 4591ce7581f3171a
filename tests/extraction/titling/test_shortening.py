"""Titles without what stands between their subject and their verb."""

import pytest

from tests.extraction.told import titles


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "en",
            "Omar Haddad, who survived a fall in Butler, Pennsylvania, on 13 May, told his story.",
            "Omar Haddad survived a fall in Butler, Pennsylvania",
        ),
        (
            "fr",
            "Lina Aziz, qui dirige la banque de Lyon depuis 2014, se retire.",
            "Lina Aziz dirige la banque de Lyon",
        ),
        (
            "ru",
            "Лина Азиз, которая возглавила банк в 2014 году, уходит.",
            "Лина Азиз возглавила банк",
        ),
    ],
)
def test_what_a_relative_clause_tells_of_its_name_is_a_sentence(
    language: str, text: str, title: str
) -> None:
    assert titles(text, language) == [title]


def test_a_long_title_leaves_out_the_aside_and_keeps_its_verb() -> None:
    text = (
        "President Omar Haddad, who is in Bali for the summit of the twenty, spoke to his "
        "counterpart Lina Aziz in the early hours of Wednesday."
    )
    assert titles(text) == ["President Omar Haddad spoke to his counterpart Lina Aziz"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lina Aziz began Sunday's talks with a song.", "Lina Aziz began the talks with a song"),
        ("Lina Aziz sent 15 ships over the weekend.", "Lina Aziz sent 15 ships"),
    ],
)
def test_a_day_that_goes_leaves_a_whole_phrase(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_what_happened_when_is_no_aside() -> None:
    text = (
        "Omar Haddad came to the throne on 8 September 1952, when his mother, Queen Lina Aziz of "
        "the northern islands, died at home."
    )
    assert titles(text)[0].startswith("Omar Haddad came to the throne")


def test_a_long_persian_title_keeps_its_verb_and_leaves_out_who_somebody_is() -> None:
    text = (
        "قاسم حداد، فرمانده نیروی دریایی کشور و مشاور پیشین دولت، در ۳ ژانویه ۲۰۲۰ در حمله پهپادی"
        " در نزدیکی فرودگاه بغداد کشته شد."
    )
    assert titles(text, "fa") == ["قاسم حداد در حمله پهپادی در نزدیکی فرودگاه بغداد کشته شد"]


def test_a_title_cut_at_a_comma_ends_with_no_and() -> None:
    text = (
        "El 22 de junio de 1986, en el estadio Azteca, marcó a Inglaterra el gol de la mano de Dios"
        " y, cuatro minutos más tarde, el mejor de la historia de los campeonatos del mundo."
    )
    assert titles(text, "es") == [
        "En el estadio Azteca, marcó a Inglaterra el gol de la mano de Dios"
    ]


def test_a_long_title_leaves_out_which_one_somebody_is() -> None:
    text = (
        "A former banker who stole more than $14m from his clients' pensions was sentenced to nine"
        " years in prison on 21 May 2023."
    )
    assert titles(text) == ["A former banker was sentenced to nine years in prison"]


def test_a_long_title_leaves_out_an_age() -> None:
    text = (
        "Leonard Voss, 58, was found guilty on 3 May 2023 on eleven counts of fraud after a trial"
        " lasting seven weeks in Leeds."
    )
    (title,) = titles(text)
    assert title.startswith("Leonard Voss was found guilty on eleven counts of fraud")


def test_a_title_is_not_cut_within_a_phrase() -> None:
    text = (
        "Their son was killed in a climbing accident in 1991, a loss from which, friends said, she"
        " never fully recovered in all the years to come."
    )
    assert titles(text) == ["Their son was killed in a climbing accident"]


def test_a_verb_alone_is_no_title() -> None:
    text = "The bridge was bombed in July 1941 but rebuilt in 1947."
    assert titles(text)[1].startswith("The bridge was")
    text = "В июле 1941 года мост разбомбили, а восстановили лишь в 1947 году."
    assert titles(text, "ru") == ["Мост разбомбили", "Мост разбомбили, а восстановили"]


def test_what_a_participle_tells_of_a_subject_goes_before_the_verb_does() -> None:
    text = (
        "The trial of the harbour master, put off four times because of the floods and the death "
        "of a witness, opened on 8 May 2021."
    )
    assert titles(text) == ["The trial of the harbour master opened"]


def test_verbs_in_a_row_are_no_aside() -> None:
    text = (
        "Omar Haddad studied physics in Lyon, graduated and joined a firm in Dijon, where he was "
        "paid little, in 2014."
    )
    assert titles(text)[0].startswith("Omar Haddad studied physics in Lyon, graduated and joined")


def test_of_two_appositions_the_name_stays() -> None:
    text = (
        "Le propriétaire, Jens Vasseur, un marchand de biens de 71 ans, avait acheté l'immeuble de "
        "la rue des Lilas en 1998 pour une somme ridicule."
    )
    assert titles(text, "fr")[0].startswith("Jens Vasseur avait acheté l'immeuble")
