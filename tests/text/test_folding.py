"""Which texts are equal for comparing and for search, and what their words are."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import fold, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجَيْشُ", "الجيش"),
        ("أحمد إبراهيم آمال ٱلله", "احمد ابراهيم امال الله"),
        ("مستشفى", "مستشفي"),
        ("مدينة", "مدينه"),
        ("مســتقبل", "مستقبل"),
        ("ایران کابل", "ايران كابل"),  # typed on a Persian keyboard
        ("ﻻ", "لا"),
        ("٢٠٢٤ ۲۰۲۴ ２０２４", "2024 2024 2024"),
        ("Café MÜNCHEN", "cafe munchen"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ﬁnance", "finance"),
        ("co\u00adoperation \u200fteam\u200e", "cooperation team"),
    ],
)
def test_texts_that_readers_take_for_equal_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("كلب", "قلب"), ("कल", "कुल"), ("か", "が"), ("Iran", "Iraq"), ("2024", "2025")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folded_hangul_is_whole_syllables() -> None:
    assert fold("서울") == "서울"


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_texts_fold_to_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran’s president", ["iran", "s", "president"]),
        ("the U.S. Army, the US Army", ["the", "us", "army", "the", "us", "army"]),
        ("foo.com costs $1.50", ["foo", "com", "costs", "1", "50"]),
        ("Covid-19 Covid19", ["covid", "19", "covid", "19"]),
        ("-19 a_b", ["19", "a", "b"]),
        ("الجَيشُ، في ٢٠٢٤م", ["الجيش", "في", "2024", "م"]),
        ("وقال «أحمد»؟", ["وقال", "احمد"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("北京2024", ["北", "京", "2024"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_runs_of_digits(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@given(st.text())
def test_words_hold_nothing_at_which_another_engine_could_break_them(text: str) -> None:
    for word in tokens(text):
        assert re.fullmatch(r"[0-9]+|[^\s\d.,:;!?'\"()/@_-]+", word)
        assert tokens(word) == [word]


@given(st.lists(st.sampled_from(["Iran", "الجيش", "2024", "U.S.", "May 20", "é"]), max_size=5))
def test_the_words_of_joined_texts_are_the_words_of_each(parts: list[str]) -> None:
    assert tokens(" ".join(parts)) == [word for part in parts for word in tokens(part)]
    assert tokens(" ".join(tokens(" ".join(parts)))) == tokens(" ".join(parts))
