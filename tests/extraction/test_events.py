"""Whole events: who, where, what kind, how sure, and the record that is printed."""

import datetime

import pytest

from timeline.extraction.events import KnownName, extract
from timeline.extraction.records import as_record
from timeline.extraction.telling.confidence import REASONS

from .told import PUBLISHED, dates, events

CRASH = (
    "Omar Haddad was killed when his helicopter crashed near Tunis on 3 May 2019. "
    "He might visit Lyon next year."
)


def test_people_and_places_are_those_of_the_clause() -> None:
    crash = events(CRASH)[0]
    assert [name.text for name in crash.participants] == ["Omar Haddad"]
    assert [name.text for name in crash.places] == ["Tunis"]


def test_a_country_that_acts_takes_part() -> None:
    (event,) = events("On May 20, Iran announced a new budget.")
    assert [name.text for name in event.participants] == ["Iran"]


def test_a_collective_takes_part_where_nobody_is_named_before_it() -> None:
    (event,) = events("On May 20, the police arrested nine men in Lyon.")
    assert [name.text for name in event.participants] == ["police"]


def test_the_place_of_an_event_may_stand_in_the_sentence_that_goes_on() -> None:
    (event,) = events("A tremor came at noon on 3 May 2019. It occurred near Pelluhue.")
    assert [name.text for name in event.places] == ["Pelluhue"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The parliament elected Omar Haddad on 3 May 2019.", "politics"),
        ("The ministers signed the treaty on 3 May 2019.", "diplomacy"),
        ("The army shelled the town on 3 May 2019.", "conflict"),
        ("The judge convicted Omar Haddad on 3 May 2019.", "justice"),
        ("The river flooded the town on 3 May 2019.", "disaster"),
        ("The firm bought its rival on 3 May 2019.", "economy"),
        ("Lina Aziz was born on 3 May 2019.", "society"),
        ("Lina Aziz smiled on 3 May 2019.", ""),
        ("Lina Aziz smiled in March 2019.", ""),  # the month is no march
    ],
)
def test_the_category_comes_from_what_happened(text: str, category: str) -> None:
    (event,) = events(text)
    assert event.category == category


def test_a_hedged_event_is_less_sure_than_a_plain_one() -> None:
    plain, hedged = events(CRASH)
    assert plain.confidence > hedged.confidence
    assert "hedged" in hedged.reasons


def test_every_reason_has_words_for_editors() -> None:
    codes = {code for event in events(CRASH) for code in event.reasons}
    assert codes <= set(REASONS)
    assert all(REASONS[code].message.endswith(".") for code in codes)


def test_without_a_publication_date_only_absolute_dates_are_told() -> None:
    text = "Omar Haddad left Lyon on 3 May 2019. He came back yesterday."
    assert [event.date.text for event in events(text, published=None)] == ["2019-05-03"]


def test_a_record_has_every_field_and_nothing_null() -> None:
    (first, _) = as_record(extract(CRASH, published=PUBLISHED, language="en"), CRASH)
    assert first == {
        "date": "2019-05-03",
        "title": "Omar Haddad was killed when his helicopter crashed near Tunis",
        "quote": CRASH[:75],
        "quote_start": 0,
        "quote_end": 75,
        "expression": CRASH[65:75],
        "expression_start": 65,
        "expression_end": 75,
        "resolution": first["resolution"],
        "participants": ["Omar Haddad"],
        "places": ["Tunis"],
        "confidence": first["confidence"],
    }
    assert 0 < first["confidence"] < 1
    assert list(first["resolution"]) == ["rule", "anchor", "direction", "value"]
    assert first["resolution"]["rule"] == "explicit"


def test_an_arabic_article_tells_its_events() -> None:
    text = "التقى الرئيس عمر الحداد وزير الخارجية سامر العزيز في دمشق في 3 مايو 2019."
    (event,) = events(text, "ar", published=datetime.date(2019, 5, 30))
    assert event.date.text == "2019-05-03"
    assert [name.text for name in event.participants] == ["عمر الحداد", "سامر العزيز"]
    assert [name.text for name in event.places] == ["دمشق"]
    assert event.category == "diplomacy"


def test_a_name_entered_by_editors_takes_part_by_its_alias() -> None:
    board = KnownName("Water Board of Lyon", "organisation", ("the Board",))
    (event,) = events("On May 20 the Board met.", names=(board,))
    assert [name.text for name in event.participants] == ["Water Board of Lyon"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She was born in 1940. At 15 she sang, and two years later, in June 1958, won."),
        (
            "ru",
            "Она родилась в 1940 году. В 15 лет пела, а через два года, в июне 1958-го, победила.",
        ),
    ],
)
def test_a_count_with_its_date_beside_it_is_that_date(language: str, text: str) -> None:
    assert dates(text, language) == ["1940", "1958-06"]


def test_a_war_with_its_year_hides_no_bound() -> None:
    text = "وأغلقت القناة بعد حرب 1967 حتى يونيو 1975."
    assert dates(text, "ar") == ["../1975-06"]
