"""The words of a title in order: its own subject, and that before its verb."""

import pytest

from tests.extraction.told import titles


def test_what_follows_a_sequel_without_a_comma_is_told_of_its_own_subject() -> None:
    text = "Ada Okoro was born in 1950. After a dispute with the ministry she resigned in 1984."
    assert titles(text)[-1] == "Ada Okoro resigned"
    assert titles("After he met her in 2011, she left.") == ["He met her"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Im August 2007 war in Lyon eine Brücke eingestürzt.",
            "In Lyon war eine Brücke eingestürzt",
        ),
        (
            "Am 3. Mai 2007 brach ein etwa 100 Meter langer Abschnitt ab.",
            "Ein etwa 100 Meter langer Abschnitt brach ab",
        ),
        ("Im April 2000 wurde sie Ministerin.", "Sie wurde Ministerin"),
        ("2005 wählte sie der Bundestag zur Kanzlerin.", "Der Bundestag wählte sie zur Kanzlerin"),
        ("In den Jahren 2019 bis 2021 wurde die Brücke saniert.", "Die Brücke wurde saniert"),
    ],
)
def test_german_subjects_and_places_stand_before_their_verb(text: str, title: str) -> None:
    assert titles(text, language="de") == [title]


def test_the_second_of_two_years_tells_the_same_as_the_first() -> None:
    text = "Lina Aziz ran for mayor in 1988 and 2008 before she won in 2020."
    assert titles(text)[:2] == ["Lina Aziz ran for mayor"] * 2


def test_what_is_held_somewhere_is_taken_up_with_its_place() -> None:
    text = "They choose a leader at their convention in Lyon, which begins on 19 August."
    assert titles(text) == ["Their convention in Lyon begins"]
