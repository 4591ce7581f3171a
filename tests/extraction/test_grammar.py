"""Grammars: the language of forms, and what is refused when a file is loaded."""

from typing import Any

import pytest

from timeline.extraction import forms
from timeline.extraction.grammar import Grammar, GrammarError, available, build, load
from timeline.extraction.lexicon import NUMBERS, number_classes
from timeline.extraction.numbers import number, read


def grammar(**data: Any) -> Grammar:
    words = {"month": {"5": "May"}, "number": {"2": "two", "20": "twenty", "100": "hundred"}}
    return build({"words": words, **data}, "test.toml")


def pattern(form: str, *examples: str, gives: str = "date") -> dict[str, Any]:
    return {"gives": gives, "forms": [form], "examples": list(examples)}


@pytest.mark.parametrize("language", available())
def test_every_language_file_loads(language: str) -> None:
    assert load(language).patterns


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"pattern": [pattern("{month} {nonsense}", "May 20")]}, "{nonsense}"),
        ({"pattern": [pattern("{month} {d:day}", "in May")]}, "none of its examples"),
        ({"pattern": [pattern("{month}", "May", gives="prophecy")]}, "prophecy"),
        ({"pattern": [pattern("({month}", "May")]}, "without its"),
        ({"pattern": [pattern("{month})", "May")]}, "without its"),
        ({"pattern": [pattern("?{month}", "May")]}, "nothing before it"),
        ({"pattern": [pattern("({month})?", "May")]}, "matches nothing"),
        ({"pattern": [pattern("{d} {d}", "1 2")]}, "twice"),
        ({"slots": {"a": "{b}", "b": "{a}"}, "pattern": [pattern("{a}", "x")]}, "contains itself"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(
    data: dict[str, Any], why: str
) -> None:
    with pytest.raises(GrammarError, match=r"test\.toml") as refused:
        grammar(**data)
    assert why in str(refused.value)


def test_a_word_written_with_a_capital_is_met_only_with_one() -> None:
    found = grammar(pattern=[pattern("{month}", "May")])
    assert found.patterns[0].regex.fullmatch(found.shape(found.tokens("MAY")))
    assert not found.patterns[0].regex.fullmatch(found.shape(found.tokens("may")))


def test_tokens_joined_are_the_text() -> None:
    text = "On\u200f May\u00a020,\n\n2024\ud800 (٢٠ مايوِ) 2024年5月"
    assert "".join(grammar().tokens(text)) == text


def test_every_set_of_classes_of_digits_has_a_code() -> None:
    coded = grammar()
    for width in range(1, 9):
        for value in (
            0,
            1,
            9,
            12,
            13,
            24,
            25,
            31,
            32,
            59,
            60,
            99,
            100,
            999,
            1000,
            2999,
            3000,
            9999,
        ):
            assert coded.shape([str(value).zfill(width)])
    assert len(number_classes()) < 2 ** len(NUMBERS)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-two", 22),
        ("two hundred", 200),
        ("two hundred twenty", 220),
        ("1,500", 1500),
        ("2.5", 2.5),
        ("٢٠", 20),
    ],
)
def test_numbers_are_read(words: str, value: float) -> None:
    known = grammar()
    assert number(known.lexicon, known.tokens(words)) == value


def test_a_month_of_two_words_is_read() -> None:
    arabic = load("ar")
    assert read(arabic.lexicon, "monthname", arabic.tokens("كانون الثاني")) == 1
    assert read(arabic.lexicon, "monthname", arabic.tokens("تشرين الثاني")) == 11


def test_a_form_is_read_into_its_slots() -> None:
    _tree, slots = forms.parse("{day}( )?{month:name}", lambda slot: None)
    assert slots == {"day": "day", "name": "month"}
