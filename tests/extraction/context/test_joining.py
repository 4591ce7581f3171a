"""Expressions that are one: days on end."""

import pytest

from tests.extraction.told import dates, events, titles

DAYS_ON_END = [
    ("en", "Schools will stay closed today and on Thursday.", "2023-05-24/2023-05-25"),
    ("en", "Talks were held on Monday and Tuesday in Vienna.", "2023-05-22/2023-05-23"),
    ("en", "It will be held on 31 December and 1 January.", "2023-12-31/2024-01-01"),
    ("fr", "Les écoles seront fermées aujourd'hui et demain.", "2023-05-24/2023-05-25"),
    ("es", "Las escuelas cerrarán el lunes 29 y el martes 30 de mayo.", "2023-05-29/2023-05-30"),
    ("de", "Die Schulen bleiben heute und morgen geschlossen.", "2023-05-24/2023-05-25"),
    ("ru", "Переговоры прошли в понедельник и во вторник.", "2023-05-22/2023-05-23"),
    ("ar", "عقدت المحادثات يومي الاثنين والثلاثاء.", "2023-05-22/2023-05-23"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DAYS_ON_END)
def test_what_lasts_from_a_day_to_the_next_is_one_event(
    language: str, text: str, expected: str
) -> None:
    assert dates(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Omar Haddad arrived on Monday and on Tuesday met the king."),
        ("en", "The strike was held on Monday and Wednesday."),
        ("de", "Am Montag kam Omar Haddad an und am Dienstag traf er den König."),
        ("fr", "Omar Haddad est arrivé lundi et le mardi il rencontra le roi."),
    ],
)
def test_two_days_that_are_not_on_end_or_tell_different_things_are_two(
    language: str, text: str
) -> None:
    assert len(events(text, language)) == 2


def test_the_title_of_days_on_end_has_what_stands_behind_them() -> None:
    text = "Noises were picked up on Monday and Tuesday by aircraft of the coast guard."
    assert titles(text) == ["Noises were picked up by aircraft of the coast guard"]


def test_two_days_are_no_year() -> None:
    (event,) = events("Talks were held on 5 and 6 May in Vienna.")
    assert "coarse-date" not in event.reasons
