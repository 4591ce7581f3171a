"""Participles that go on about a subject told before: who did it, and to whom."""

import pytest

from tests.extraction.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Omar Haddad was arrested in Rome on 5 May 2022 and extradited nine days later.",
            "Omar Haddad was extradited",
        ),
        (
            "The police raided the house on 5 May 2022 and arrested Omar Haddad a day later.",
            "The police arrested Omar Haddad",
        ),
        (
            "The town founded a school in 1950 and opened a museum two years later.",
            "The town opened a museum",
        ),
        (
            "A bell was added in 1878 and replaced by a whistle two years later.",
            "A bell was replaced by a whistle",
        ),
    ],
)
def test_a_participle_is_passive_where_nothing_that_was_done_stands_behind_it(
    text: str, title: str
) -> None:
    assert titles(text)[1] == title
