"""Whom a Spanish clause without a subject tells of."""

import pytest

from tests.extraction.told import titles

TOLD = [
    (
        (
            "El juez citó a la concejala Marta Sanz. La Policía Nacional registró la sede el 3 de "
            "febrero de 2015 y detuvo a Omar Gil. Salió en libertad en abril de 2015."
        ),
        "Omar Gil salió en libertad",
    ),
    (
        (
            "El Real Unido venció al Eibar. Ana Sanz dirige el equipo. Fundado en 1911, el club "
            "ganó su único título en 1964."
        ),
        "Real Unido ganó su único título",
    ),
    (
        "Luis Gómez nació en 1950. El teatro abrió en 1911. Fue destruido en 1936.",
        "El teatro fue destruido",
    ),
    (
        (
            "La alcaldesa, Ana Ruiz, dimitió el lunes. La policía detuvo a un hombre el martes. "
            "Fue puesto en libertad el miércoles."
        ),
        "Fue puesto en libertad",
    ),
    (
        "Ana Ruiz nació en 1950. La novela se publicó en 1980. Murió en 1999.",
        "Ana Ruiz murió",
    ),
    (
        (
            "Elvira Sanz nació en Lugo. Tres años después de la guerra se casó con el pianista "
            "Rubén Paz, de quien se separó en 1961."
        ),
        "Elvira Sanz se separó",
    ),
    (
        "Omar Gil vive en Lugo. Empezó a cantar en la radio en 1947.",
        "Omar Gil empezó a cantar en la radio",
    ),
]


@pytest.mark.parametrize(("text", "title"), TOLD)
def test_a_clause_without_a_subject_is_told_of_whom_its_endings_allow(
    text: str, title: str
) -> None:
    assert titles(text, "es")[-1] == title


def test_a_name_that_begins_like_the_agency_is_no_agency_told_of_before() -> None:
    text = "La NASA lanzó la sonda. La Agencia Polar Europea aplazó su misión en 2022."
    assert titles(text, "es")[-1].startswith("La Agencia Polar Europea")


def test_a_participle_behind_a_dateline_agrees_with_nothing_told() -> None:
    report = "MADRID, 5 de mayo de 2019 (EFE) - Fue destruido el 4 de mayo de 2019 por el fuego."
    assert titles(report, language="es") == ["Fue destruido por el fuego"]
