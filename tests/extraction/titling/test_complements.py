"""German titles: what belongs to a date, what leads to what is told, and where the verb stands."""

import pytest

from tests.extraction.told import dates, titles

BRIDGE = "Die Brücke stürzte am 3. Mai 2021 ein."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{BRIDGE} Zwei Wochen nach dem Unglück trat Lina Stein zurück.",
            "Lina Stein trat zurück",
        ),
        (f"{BRIDGE} Am ersten Jahrestag des Einsturzes sprach Lina Stein.", "Lina Stein sprach"),
        (
            "Nach dem Tod ihres Vaters 1931 ging sie fort.",
            "Nach dem Tod ihres Vaters ging sie fort",
        ),
    ],
)
def test_an_event_counted_from_goes_with_its_date_and_one_told_stays(
    text: str, expected: str
) -> None:
    assert titles(text, "de")[-1] == expected


def test_a_day_told_in_apposition_leaves_nothing_behind() -> None:
    text = "Erst am fünften Tag, dem 6. Februar, äußerte Lina Stein sich."
    assert titles(text, "de") == ["Erst am fünften Tag äußerte Lina Stein sich"]


def test_a_particle_before_a_comma_is_no_preposition_of_the_date() -> None:
    text = "Die Bank kündigte an, bis Freitag über einen Verkauf zu entscheiden."
    assert titles(text, "de") == ["Die Bank kündigte an, über einen Verkauf zu entscheiden"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eine Studie wies nach, dass 1944 rund 200 Häftlinge getötet wurden.",
         "Rund 200 Häftlinge wurden getötet"),
        ("Wir glauben, dass das Werk 2026 öffnen wird.", "Wir glauben, dass das Werk öffnen wird"),
    ],
)  # fmt: skip
def test_what_is_proved_is_told_and_what_is_believed_is_not(text: str, expected: str) -> None:
    assert titles(text, "de") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1429 plünderten es die Hussiten.", "Die Hussiten plünderten es"),
        ("2001 verlieh ihm die Stadt Ulm einen Preis.", "Die Stadt Ulm verlieh ihm einen Preis"),
        ("2020 scheiterte ihr Plan in einem Entscheid.", "Ihr Plan scheiterte in einem Entscheid"),
        ("2004 fanden hier im Hof Konzerte statt.", "Hier fanden im Hof Konzerte statt"),
    ],
)  # fmt: skip
def test_the_subject_stands_before_its_verb_and_objects_behind(text: str, expected: str) -> None:
    assert titles(text, "de") == [expected]


def test_a_participle_shares_the_auxiliary_of_the_clause_before() -> None:
    text = "Die Brücke war 1973 errichtet und zuletzt 2016 geprüft worden."
    assert titles(text, "de")[1] == "Die Brücke war geprüft worden"


def test_a_relative_right_before_its_date_is_no_article() -> None:
    text = "Er heiratete 1950 die Malerin Lina Stein, die 1960 nach Wien zog."
    assert titles(text, "de") == ["Er heiratete die Malerin Lina Stein", "Lina Stein zog nach Wien"]
    assert titles("Die 2015 geschlossene Vereinbarung gilt.", "de") == []


def test_a_colon_before_a_date_parts_two_sentences() -> None:
    text = "Die Krise von 1973 traf die Firma hart: Bis Ende 1975 schloss sie zwei Werke."
    assert dates(text, "de") == ["1973", "../1975"]


def test_a_verb_behind_an_and_has_the_subject_before_it() -> None:
    text = "Lina Stein kam 2004 nach Ulm und übernahm 2012 das Amt von Omar Haddad."
    assert titles(text, "de")[1] == "Lina Stein übernahm das Amt von Omar Haddad"
