"""Grammars: the language of forms, and what is refused when a file is loaded."""

from typing import Any

import pytest

from timeline.extraction.grammars.building import GrammarError, build, prove
from timeline.extraction.grammars.grammar import Grammar
from timeline.extraction.grammars.languages import available, data_of, load
from timeline.extraction.grammars.matching import Coded, scan
from timeline.extraction.words import forms
from timeline.extraction.words.lexicon import NUMBERS, number_classes
from timeline.extraction.words.numbers import number, read


def grammar(**data: Any) -> Grammar:
    words = {"month": {"5": "May"}, "number": {"2": "two", "20": "twenty", "100": "hundred"}}
    return prove({"words": words, **data}, "test.toml")


def pattern(form: str, *examples: str, gives: str = "date") -> dict[str, Any]:
    return {"gives": gives, "forms": [form], "examples": list(examples)}


@pytest.mark.parametrize("language", available())
def test_every_language_file_loads_and_its_forms_match_their_examples(language: str) -> None:
    assert prove(data_of(language), f"{language}.toml").patterns


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
    assert found.patterns[0].regex.fullmatch(found.lexicon.coded("MAY")[1])
    assert not found.patterns[0].regex.fullmatch(found.lexicon.coded("may")[1])


def test_tokens_joined_are_the_text() -> None:
    text = "On\u200f May\u00a020,\n\n2024\ud800 (٢٠ مايوِ) 2024年5月"
    assert "".join(grammar().lexicon.coded(text)[0]) == text


@pytest.mark.parametrize("space", [" ", "  ", " \n", "\n ", "\n\n", "\t ", " \u00a0 ", "\r\n"])
def test_white_space_is_one_token_however_long(space: str) -> None:
    tokens, shape = grammar().lexicon.coded(f"{space}in{space}May{space}")
    assert tokens == [space, "in", space, "May", space]
    assert len(shape) == len(tokens)


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
            assert coded.lexicon.coded(str(value).zfill(width))[1]
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
    assert number(known.lexicon, known.lexicon.coded(words)[0]) == value


def test_a_month_of_two_words_is_read() -> None:
    arabic = load("ar")
    assert read(arabic.lexicon, "monthname", arabic.lexicon.coded("كانون الثاني")[0]) == 1
    assert read(arabic.lexicon, "monthname", arabic.lexicon.coded("تشرين الثاني")[0]) == 11


def test_a_form_is_read_into_its_slots() -> None:
    _tree, slots = forms.parse("{day}( )?{month:name}", lambda slot: None)
    assert slots == {"day": "day", "name": "month"}


@pytest.mark.parametrize("language", available())
def test_every_word_has_a_code_with_any_particles_before_it(language: str) -> None:
    lexicon = load(language).lexicon
    particles = ("", *lexicon.prefixes)
    heaped = {first + second for first in particles for second in particles}
    for word in [*lexicon.senses]:
        for written in {word, word.capitalize(), word.upper()}:
            assert all(len(lexicon.code_of(before + written)) == 1 for before in heaped)


def test_a_form_can_be_kept_from_or_to_the_place_behind_a_word() -> None:
    words = {"unit": {"year": "year"}, "cue": "in"}
    entry = {**pattern("{yyyy:year} {word}", "2000 doves", gives="none"), "unless": "cue"}
    end = {**pattern("{unit}", "year", gives="this"), "behind": "cue"}
    found = build({"words": words, "pattern": [entry, end, pattern("{yyyy:year}", "2000")]}, "test")

    def given(text: str) -> list[str]:
        return [match.gives for match in scan(Coded(text, found))]

    assert given("of 2000 doves") == []
    assert given("in 2000 doves flew") == ["date"]
    assert (given("a year"), given("in year")) == ([], ["this"])


def test_the_beginning_of_an_unknown_word_can_put_it_into_a_class() -> None:
    found = grammar(beginnings={"future": ["sa"]}, pattern=[pattern("{month}", "May")])
    assert found.lexicon.coded("sayaktubu")[1] in found.admitted("future")
    assert found.lexicon.coded("sal")[1] not in found.admitted("future")


@pytest.mark.parametrize("language", available())
def test_no_form_is_ruled_out_where_it_matches(language: str) -> None:
    grammar = load(language)
    for entry in data_of(language)["pattern"]:
        own = [pattern for pattern in grammar.patterns if pattern.form in entry["forms"]]
        for example in entry.get("examples", ()):
            shape = grammar.lexicon.coded(example)[1]
            for pattern in own:
                if pattern.regex.match(shape):
                    for reach in (forms.NEAR, forms.PREFIX):
                        assert pattern in grammar.openings[shape[:reach]], (pattern.form, example)
