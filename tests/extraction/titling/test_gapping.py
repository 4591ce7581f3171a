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
