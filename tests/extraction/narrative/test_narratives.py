"""The files that say how a language tells events are checked when they are loaded."""

from pathlib import Path

import pytest

from timeline.extraction.narrative.narratives import (
    NARRATIVES,
    NarrativeError,
    lists_in,
    narrative_of,
    read,
)


@pytest.mark.parametrize("path", sorted(NARRATIVES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_sound_and_named_after_its_language(path: Path) -> None:
    narrative = read(path.read_text(encoding="utf-8"), path.name)
    assert narrative.language == path.stem
    assert narrative.words("common")
    assert narrative.happenings


TWICE = """
[happenings]
a = {category = "society", words = "win"}
b = {category = "society", words = "Win"}
"""


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[names", "xx.toml: "),
        ("[name]\ncommon = ''", "xx.toml: unknown section 'name'"),
        ("[names]\ncomon = ''", "xx.toml: [names] knows no list 'comon'"),
        ("capitals = 'few'", "xx.toml: capitals = 'few', one of names, nouns, none is meant"),
        (
            "[happenings.a]\ncategory = 'sport'\nwords = 'win'",
            "xx.toml: [happenings.a] category 'sport' unknown",
        ),
        (
            TWICE,
            "xx.toml: 'Win' is in both a and b",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_place(source: str, message: str) -> None:
    with pytest.raises(NarrativeError) as refused:
        read(source, "xx.toml")
    assert str(refused.value).startswith(message)


def test_a_language_without_a_file_tells_by_form_alone() -> None:
    assert narrative_of("../secrets").lists == {}
    assert narrative_of("xx").capitals == "names"


def test_a_stem_takes_every_ending() -> None:
    english = narrative_of("en")
    found = [english.happening(word) for word in ("resigned", "Resignation", "resist")]
    assert [happening and happening.name for happening in found] == ["office", "office", None]


@pytest.mark.parametrize("language", sorted(path.stem for path in NARRATIVES.glob("*.toml")))
def test_no_word_of_a_list_is_ruled_out_where_the_text_has_it(language: str) -> None:
    narrative = narrative_of(language)
    for name, listed in narrative.lists.items():
        for word in listed:
            for text in (f"a {word} b", f"“{word}”, b", word.upper(), word.capitalize()):
                found = narrative.pattern(name).search(text)
                assert not found or name in lists_in(text, narrative), (name, text)


def test_a_word_that_a_text_has_not_is_ruled_out() -> None:
    english = narrative_of("en")
    assert "negations" not in lists_in("The dam broke on Monday.", english)
    assert "negations" in lists_in("The dam has NOT broken.", english)
    assert "rights" in lists_in("© Agency", english)
