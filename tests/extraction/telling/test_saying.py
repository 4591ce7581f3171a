"""Dates that only say when something was said, or what it is measured by."""

import pytest

from tests.extraction.told import dates, titles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The party won 23 percent, up two points compared with 2014."),
        ("en", "The factory made 300 cars a day, compared to 200 in 2014."),
        ("fr", "Le parti a gagné, en hausse de deux points par rapport à 2014."),
        ("fr", "L'usine produisait 300 voitures, contre 200 en 2014."),
        ("es", "La producción subió un 5 % respecto a 2014."),
        ("es", "La fábrica hizo 300 coches, frente a los 200 de 2014."),
        ("de", "Der Umsatz stieg gegenüber 2014 um fünf Prozent."),
        ("de", "Die Partei gewann zwei Punkte mehr als 2014."),
    ],
)
def test_what_something_is_compared_with_is_no_event(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il manifeste contre la guerre en 2014.", "Il manifeste contre la guerre"),
        ("es", "El club jugó frente al Lugo en 2014.", "El club jugó frente al Lugo"),
        ("de", "Das Haus gegenüber brannte 2014 ab.", "Das Haus gegenüber brannte ab"),
    ],
)
def test_what_is_against_something_is_one(language: str, text: str, expected: str) -> None:
    assert titles(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le plan est prêt », a assuré dimanche le ministre Omar Haddad, sur TF1."),
        ("es", "«El plan está listo», afirmó el domingo el ministro Omar Haddad en Madrid."),
        ("de", "„Der Plan ist fertig“, versicherte am Sonntag Minister Omar Haddad in Bonn."),
    ],
)
def test_who_said_a_quotation_is_named_behind_its_day(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_para_opens_a_clause_only_before_an_infinitive() -> None:
    text = "El estadio, inaugurado en 1958, tendrá sitio para 14.000 personas desde mayo de 2026."
    assert titles(text, "es")[-1] == "El estadio tendrá sitio para 14.000 personas"
    assert titles("En noviembre de 2002, cuando se hundió el barco.", "es") == [
        "Se hundió el barco"
    ]


def test_who_says_it_goes_with_the_name_put_before_the_verb() -> None:
    said = "Omar Haddad died in Dublin on Thursday, his wife, Lina Haddad, said."
    told = "Omar Haddad died in Dublin on Thursday, a doctor, Lina Marsh, told reporters."
    assert titles(said) == titles(told) == ["Omar Haddad died in Dublin"]


def test_what_somebody_said_will_follow_is_told_behind_a_remark_on_him() -> None:
    text = "Omar Haddad, who has led the agency since 2022, said a probe would follow in September."
    assert dates(text) == ["2022/..", "2023-09"]
