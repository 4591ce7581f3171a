"""Sentences that put their date first: "It was in May that ...", and what they tell."""

import pytest

from tests.extraction.told import titles

CLEFTS = [
    ("en", "It was there, in February 1965, that Lina Haddad found the fern.", "Lina Haddad found"),
    ("en", "It was not until 1989 that the wall fell.", "The wall fell"),
    ("fr", "C'est en février 1965 que Lina Haddad trouva la fougère.", "Lina Haddad trouva"),
    ("fr", "C'est en 1950 que naît la marque Galibier.", "La marque Galibier naît"),
    ("fr", "Ce n'est qu'en 1989 que le mur tomba.", "Le mur tomba"),
    ("es", "Fue en febrero de 1965 cuando Lina Haddad halló el helecho.", "Lina Haddad halló"),
    ("es", "No fue hasta 1989 que cayó el muro.", "Cayó el muro"),
    ("de", "Es war 1970, als die Strecke eröffnet wurde.", "Die Strecke wurde eröffnet"),
    ("de", "Es war im Mai 1950, als die Marke entstand.", "Die Marke entstand"),
]


@pytest.mark.parametrize(("language", "text", "begins"), CLEFTS)
def test_a_cleft_sentence_is_told_without_what_puts_its_date_first(
    language: str, text: str, begins: str
) -> None:
    (title,) = titles(text, language)
    assert title.startswith(begins)


def test_what_was_announced_on_a_day_keeps_its_announcement() -> None:
    (title,) = titles("It was announced in May 2019 that the works would close.")
    assert title == "It was announced that the works would close"


def test_a_sentence_that_only_begins_like_one_stays() -> None:
    (title,) = titles("It was hot in May 1965, and the river that feeds the lake fell dry.")
    assert title.startswith("It was hot")


def test_a_french_que_before_a_pronoun_keeps_its_name_readable() -> None:
    text = "Lina Aziz vit à Lyon. C'est là qu'elle ouvre un atelier en 1995."
    assert titles(text, "fr")[-1] == "Lina Aziz ouvre un atelier"
    text = "Lina Aziz vit à Lyon. Elle entre en 1949 à l'École des mines, qu'elle quitte en 1952."
    assert "que Lina Aziz quitte" in titles(text, "fr")[-1]


def test_what_began_again_only_then_is_not_said_not_to_begin() -> None:
    for text in ("L'école ne rouvre qu'en 1947.", "L'école n'ouvre qu'au début de 1947."):
        assert titles(text, "fr")[0] in ("L'école rouvre", "L'école ouvre")
    assert titles("L'école n'a pas rouvert en 1947.", "fr")[-1:] in (
        [],
        ["L'école n'a pas rouvert"],
    )
