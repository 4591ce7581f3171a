"""The corpus of examples: `tests/corpus/<language>.toml`. Adding a phrase is adding a line."""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction.expressions import Expression, find
from timeline.extraction.grammars.languages import available

CORPUS = Path(__file__).parent.parent / "corpus"
PUBLISHED = datetime.date(2024, 5, 30)  # a Thursday


def corpus(language: str) -> dict[str, Any]:
    return tomllib.loads((CORPUS / f"{language}.toml").read_text(encoding="utf-8"))


def phrases(section: str) -> Iterator[tuple[str, str, str]]:
    for language in available():
        for value, listed in corpus(language)[section].items():
            for phrase in listed:
                yield language, phrase, value


def dates(language: str, phrase: str) -> list[Expression]:
    found = find(phrase, published=PUBLISHED, language=language)
    return [one for one in found if one.date is not None]


def test_every_grammar_has_a_corpus() -> None:
    assert {path.stem for path in CORPUS.glob("*.toml")} == set(available())


@pytest.mark.parametrize(("language", "phrase", "value"), list(phrases("values")))
def test_a_phrase_has_its_value(language: str, phrase: str, value: str) -> None:
    assert [one.value for one in dates(language, phrase)] == [value]


@pytest.mark.parametrize(("language", "phrase", "edtf"), list(phrases("edtf")))
def test_a_phrase_has_its_date(language: str, phrase: str, edtf: str) -> None:
    assert [one.date.text for one in dates(language, phrase) if one.date] == [edtf]


@pytest.mark.parametrize(("language", "phrase", "_section"), list(phrases("not_dates")))
def test_what_is_no_date_is_not_taken_for_one(language: str, phrase: str, _section: str) -> None:
    assert dates(language, phrase) == []
