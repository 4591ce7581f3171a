"""A passage that a person chose is read as part of its article."""

import datetime
from typing import Any

import pytest

from timeline.extraction import passages
from timeline.extraction.findings import KnownName
from timeline.extraction.passages import read_passage
from timeline.text import Span

PUBLISHED = datetime.date(2024, 5, 30)
TEXT = """Bridges of the Delta

The old bridge was built in 1985. In May a flood took it away, and the ferry carried everyone.

Mayor Lina Haddad said the bridge was safe. On May 20 engineers closed it; it reopens on Friday."""
ARABIC = "افتتحت المدينة الجسر القديم عام 1985، وأغلق في 20 مايو بعد العاصفة."


def read(words: str, text: str = TEXT, language: str = "en"):
    start = text.index(words)
    passage = Span(start, start + len(words))
    return read_passage(text, passage, published=PUBLISHED, language=language)


def dates(words: str, **of):
    return [one.date.text for one in read(words, **of).dates]


def test_a_time_is_counted_from_the_day_of_publication():
    assert dates("On May 20 engineers closed it") == ["2024-05-20"]


def test_a_year_is_carried_over_from_the_text_before_the_passage():
    assert dates("In May a flood took it away") == ["1985-05"]


def test_the_words_that_give_the_date_come_with_it():
    (told,) = read("On May 20 engineers closed it").dates
    assert TEXT[slice(*told.expression)] == "May 20"
    assert told.resolution.anchor == "publication:2024-05-30"


def test_all_times_of_the_passage_are_read_in_the_order_of_the_text():
    assert dates("On May 20 engineers closed it; it reopens on Friday") == [
        "2024-05-20",
        "2024-05-31",
    ]


def test_a_passage_without_a_time_has_a_title_and_names_all_the_same():
    said = read("Mayor Lina Haddad said the bridge was safe")
    assert said.dates == ()
    assert "bridge" in said.title
    assert [name.text for name in said.participants] == ["Lina Haddad"]


def test_a_passage_in_arabic_is_read_in_arabic():
    assert dates("أغلق في 20 مايو بعد العاصفة", text=ARABIC, language="ar")[:1] != []


@pytest.mark.parametrize("words", [".", "\n\n", "; it", "M", TEXT])
def test_no_passage_is_refused(words):
    assert read(words).dates is not None


def test_a_passage_without_a_word_has_no_title():
    assert read(";").title == ""


@pytest.mark.parametrize(("text", "language"), [(TEXT, "en"), (ARABIC, "ar")])
def test_what_stays_read_says_the_same_of_every_passage_as_what_is_read_anew(text, language):
    around = [Span(start, start + 40) for start in range(0, len(text) - 40, 7)]
    asked = [*around, *reversed(around)]
    given: dict[str, Any] = {"published": PUBLISHED, "language": language}
    told = [read_passage(text, passage, **given) for passage in asked]
    for passage, said in zip(asked, told, strict=True):
        passages._read.cache_clear()
        assert said == read_passage(text, passage, **given)


def test_a_text_is_read_again_for_another_day_and_other_names():
    start = TEXT.index("On May 20")
    passage = Span(start, start + 30)
    later = read_passage(TEXT, passage, published=datetime.date(2021, 6, 1), language="en")
    assert later.dates[0].date.text == "2021-05-20"
    ferry = Span(TEXT.index("the ferry"), TEXT.index("everyone"))
    given: dict[str, Any] = {"published": PUBLISHED, "language": "en"}
    assert read_passage(TEXT, ferry, **given).places == ()
    known = read_passage(TEXT, ferry, names=(KnownName("ferry", "place"),), **given)
    assert [name.text for name in known.places] == ["ferry"]
    assert dates("On May 20") == ["2024-05-20"]
