"""Clauses that leave out what the one before them has said."""

import pytest

from tests.extraction.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Omar Haddad founded a bank in 2017, and the ABC two years later.",
            "Omar Haddad founded the ABC",
        ),
        ("Omar Haddad wrote two novels in 2011 and a play in 2014.", "Omar Haddad wrote a play"),
        ("The strike ended in 2011 and the war in 2014.", "The war"),
    ],
)
def test_a_second_object_keeps_its_verb(text: str, title: str) -> None:
    assert titles(text)[1] == title


def test_a_german_clause_has_the_auxiliary_of_the_one_before() -> None:
    text = "Die Arbeiten sollen im Mai 2031 beginnen und bis Mitte 2033 dauern."
    assert titles(text, "de") == ["Die Arbeiten sollen beginnen", "Die Arbeiten sollen dauern"]


def test_a_german_apposition_is_no_relative() -> None:
    text = (
        "Bereits 2018 hatte der Eigentümer, die Mainzer Firma Areal, einen Antrag gestellt, "
        "ihn aber ein Jahr später wieder zurückgezogen."
    )
    assert titles(text, "de") == [
        "Der Eigentümer hatte einen Antrag gestellt",
        "Der Eigentümer hatte ihn aber wieder zurückgezogen",
    ]
