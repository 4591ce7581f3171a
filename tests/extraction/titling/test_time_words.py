"""The small words that go with a date."""

import pytest

from tests.extraction.told import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Omar Haddad flew in on Sunday.", "Omar Haddad flew in"),
        ("Omar Haddad moved out early on Friday.", "Omar Haddad moved out"),
        ("Omar Haddad had warned of cracks as early as 2022.", "Omar Haddad had warned of cracks"),
    ],
)
def test_a_verb_keeps_its_particle_and_loses_what_belongs_to_the_date(
    text: str, title: str
) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Work is to start after this year's festival.", None),
        ("Omar Haddad resigned before the start of this year's festival.", None),
        ("Omar Haddad cancelled last year's festival.", "Omar Haddad cancelled the festival"),
    ],
)
def test_the_date_that_says_which_one_is_kept_behind_a_preposition(
    text: str, title: str | None
) -> None:
    assert titles(text) == [title or text.rstrip(".")]
