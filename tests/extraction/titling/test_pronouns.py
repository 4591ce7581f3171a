"""Whom the pronouns mean that are no subject of their clause, and those that only look so."""

import pytest

from tests.extraction.told import events


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Lina Stein floh 1958. Jens Haddad holte sie 1959 nach Ulm. 1963 verließ sie Ulm."),
        ("en", "Lina Stein fled to Wien in 1958. Sam Haddad hired her in 1959. In 1963 she left."),
        (
            "fr",
            "Lina Stein fuit en 1958. Sam Haddad lui remet un prix en 1959. En 1963 elle part.",
        ),
        (
            "es",
            "Lina Stein huyó en 1958. Sam Haddad le dio un premio en 1959. En 1963 regresó a Lugo.",
        ),
    ],
)
def test_whom_somebody_acts_on_takes_part_and_is_told_of_further(language: str, text: str) -> None:
    found = events(text, language)
    assert {name.text for name in found[1].participants} >= {"Lina Stein"}
    assert [name.text for name in found[2].participants] == ["Lina Stein"]


def test_a_german_verb_that_looks_like_his_means_nobody() -> None:
    text = (
        "Lina Stein klagte am Montag. Am 4. Juni entscheidet der Rat über einen Neubau, der "
        "frühestens 2028 fertig sein könnte."
    )
    assert events(text, "de")[-1].participants == ()


def test_a_name_stands_for_no_pronoun_in_another_case() -> None:
    text = "Тамара Гессен родилась в 1937 году. Весной 2020 года ей присудили премию."
    (_, found) = events(text, "ru")
    assert found.title == "Ей присудили премию"
    assert [name.text for name in found.participants] == ["Тамара Гессен"]
