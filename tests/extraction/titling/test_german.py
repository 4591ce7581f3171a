"""German relatives, and the verbs that end them."""

import pytest

from tests.extraction.told import titles
from timeline.extraction.narrative.narratives import narrative_of
from timeline.extraction.titling.german import apart, taken_up


@pytest.mark.parametrize(
    ("before", "relative", "noun"),
    [
        ("Sie gab ein Gutachten in Auftrag", "das", "ein Gutachten"),
        ("Im Museum wird eine Schau eröffnet", "die", "eine Schau"),
        ("Er bezog einen neuen Bau vor der Stadt", "der", "ein Bau"),
        ("Er leitete den Chor der Stadt", "der", "der Chor"),
        ("Er starb in der Stadt", "die", "die Stadt"),
        ("Die Behörde erhob Anklage", "die", None),
        ("Er kam", "das", None),
    ],
)
def test_a_german_relative_takes_up_the_noun_whose_article_agrees(
    before: str, relative: str, noun: str | None
) -> None:
    assert taken_up(before.split(), relative, narrative_of("de")) == noun


@pytest.mark.parametrize(
    ("verb", "main"),
    [
        ("zuließ", ("ließ", "zu")),
        ("einging", ("ging", "ein")),
        ("starb", ("starb", "")),
        ("antwortete", ("antwortete", "")),
        ("vorgelegt", ("vorgelegt", "")),
    ],
)
def test_a_verb_at_the_end_of_a_german_clause_parts_from_its_particle(
    verb: str, main: tuple[str, str]
) -> None:
    assert apart(verb) == main


def test_a_german_relative_clause_becomes_a_sentence_about_its_noun() -> None:
    text = "Im Juni 2021 wird im Museum eine Schau eröffnet, die bis Oktober 2021 zu sehen ist."
    assert titles(text, "de")[-1] == "Eine Schau ist zu sehen"
    text = "1949 gründete er eine Zeitung, die 1955 einging."
    assert titles(text, "de")[-1].startswith("Eine Zeitung ging")


def test_what_a_german_relative_is_the_object_of_stays_with_it() -> None:
    text = "Im Mai 2019 erhob die Behörde Anklage, die das Gericht im April 2020 zuließ."
    assert titles(text, "de") == ["Die Behörde erhob Anklage", "Anklage, die das Gericht zuließ"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Betreiber wird die Firma Luma, die 2017 von zwei Brüdern gegründet wurde.",
            "Die Firma Luma wurde von zwei Brüdern gegründet",
        ),
        (
            "Präsident Jens Haddad, der den Verein seit 2012 führt, ließ das Stadion umbauen.",
            "Jens Haddad führt den Verein",
        ),
        (
            "Lina Stein, die am 3. Mai 2021 zurücktrat, geht nach Bonn.",
            "Lina Stein trat zurück",
        ),
        (
            "Der Rat tagte in Ulm, der Bürgermeister war am 3. Mai 2021 gekommen.",
            "Der Bürgermeister war gekommen",
        ),
    ],
)
def test_a_german_relative_tells_its_own_date(text: str, title: str) -> None:
    assert titles(text, "de") == [title]


def test_a_verb_behind_a_german_relative_has_its_own_date() -> None:
    text = (
        "Ein Entscheid, den Lina Stein am 1. April beantragt hatte, wurde vor zwei Wochen erklärt."
    )
    assert titles(text, "de")[-1] == "Ein Entscheid wurde erklärt"
