"""What "it" and "its" stand for in a title, and where they stand for nothing."""

import pytest

from tests.extraction.told import titles

BRIDGE = "The bridge was built in 1950."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was widened in 1970.", "The bridge was widened"),
        ("Its roof fell in 1960.", "The bridge's roof fell"),
        ("It emerged in 1971 that the steel was bad.", "It emerged that the steel was bad"),
        ("It was the longest in Europe in 1970.", "It was the longest in Europe"),
    ],
)
def test_it_is_the_thing_that_the_sentence_before_told_of(text: str, expected: str) -> None:
    assert titles(f"{BRIDGE} {text}")[1] == expected


def test_it_goes_on_over_several_sentences_and_behind_an_and() -> None:
    text = f"{BRIDGE} It was closed in 1970, after a flood, and did not open again until 1975."
    assert titles(text)[1:] == [
        "The bridge was closed, after a flood", "The bridge did not open again until 1975"
    ]  # fmt: skip


def test_it_is_nobody_and_nothing_of_another_paragraph() -> None:
    assert titles("Lina Haddad wed in 1950. It was sold in 1970.")[1] == "It was sold"
    assert titles(f"{BRIDGE}\n\nIt was sold in 1970.")[1] == "It was sold"


def test_behind_a_participle_the_thing_is_what_was_done_to() -> None:
    text = "Founded in 1871 by Erik Lund, the museum moved in 1920. It was looted in 1940."
    assert titles(text)[-1] == "The museum was looted"


def test_a_verb_without_subject_goes_on_about_the_noun_that_opens_its_sentence() -> None:
    text = "The finest piece, a violin made by Ada Amati in 1560, was returned in 1998."
    assert titles(text)[-1] == "The finest piece was returned"


def test_it_is_the_thing_that_opens_the_sentence_behind_its_semicolon() -> None:
    text = "The ferry sank on 15 April 1912; its wreck was found in September 1985."
    assert titles(text) == ["The ferry sank", "The ferry's wreck was found"]
