"""No text, however made, makes extraction fail, hang or point outside the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.events import extract

from .told import PUBLISHED

PARTS = (
    "on 3 May 2019 ", "today, ", "since 2011", "2019-05-03T10:30", "Omar al-Haddad ", "He ",
    "“", "”", '"', ". ", ", and ", "which ", "; ", "\n", "\n\n", "(", ")", "- Born: ", "© 2019",
    "في 3 مايو 2019 ", "الرئيس عمر الحداد ", "\u200f", "\u202e", "\ud800", "\x00", "١٩٩٠ ", "#",
    "The ", "Ministry of ", "al-", "'s ", "March ", "the year 9999 ", "44 BC ", "ß", "ﬁ", "İ",
    "Copyright ", "e\u0301", "/",
)  # fmt: skip
LANGUAGES = ("en", "ar", "de", "fr", "es", "xx", "")
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PARTS), max_size=40).map("".join),
)


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(LANGUAGES), st.booleans())
def test_no_text_makes_it_fail_or_point_outside(text: str, language: str, dated: bool) -> None:
    found = extract(text, published=PUBLISHED if dated else None, language=language)
    for event in found.events:
        assert 0 < len(event.title) <= 90
        assert 0 < event.confidence < 1
        for evidence in event.evidence:
            assert 0 <= evidence.quote.start < evidence.quote.end <= len(text)
            assert 0 <= evidence.expression.start < evidence.expression.end <= len(text)


ENDLESS = {
    "sentences": "On May 20, 2019 Omar Haddad met Lina Aziz in Tunis, and he left. ",
    "one sentence": "on 20 May 2019 Omar met Lina and then ",
    "clauses": "she left in May 2019, and in June 2020 he ran; in 2021 it said it would go ",
    "remarks": "“He will go this year ",
    "one word": "aaaaaaaaaa",
    "digits": "1234567890",
    "brackets": "(((([[[[",
    "dates": "2019-05-20 ",
    "quotations": '"On 5 May 2019 ',
    "headings": "May 2019\n",
    "capitals": "Aaa ",
    "particles": "Al-",
    "ministries": "Ministry of ",
    "commas": "which, ",
    "counts from nothing told": "the next day he left, ",
    "spaces": "          ",
    "marks": "\u202e\u0301\u200f",
}


@pytest.mark.parametrize("unit", ENDLESS.values(), ids=ENDLESS.keys())
@pytest.mark.parametrize("language", ["en", "ar"])
def test_time_grows_in_step_with_the_text(unit: str, language: str) -> None:
    short = unit * (2_000 // len(unit))
    # Ten times the text in ten times the time, trebled for a busy machine; a square is a hundred.
    assert _seconds(short * 10, language) < 30 * max(_seconds(short, language), 0.002)


def test_a_birth_told_first_is_not_looked_back_to_from_every_count() -> None:
    born, unit = "Lina Aziz was born in 1957. ", "It rained 9000 years later. "
    short, long = (born + unit * times for times in (500, 5_000))
    assert _seconds(long, "en") < 30 * max(_seconds(short, "en"), 0.002)


def _seconds(text: str, language: str) -> float:
    """CPU time, which neighbours on the machine do not change; the best of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        extract(text, published=PUBLISHED, language=language)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "text",
    [
        "Workers built in the park a great  new bridge, which opened on 5 May 2019.",
        "Workers built in the park a great\u00a0new bridge, which opened on 5 May 2019.",
    ],
)
def test_two_spaces_between_words_are_as_good_as_one(text: str) -> None:
    (event,) = extract(text, published=PUBLISHED, language="en").events
    assert event.date.text == "2019-05-05"
