"""The languages that have a grammar of their own, each in a file: `<code>.toml`.

It holds all that is known of a language; `README.md` describes the format.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.extraction.grammars.building import GrammarError, build
from timeline.extraction.grammars.grammar import Grammar

COMMON = "common.toml"
LANGUAGES = Path(__file__).parent


@lru_cache(maxsize=32)
def load(language: str) -> Grammar:
    """The grammar of a language that has a file; raises GrammarError when it has none."""
    return build(data_of(language), f"{language}.toml")


def data_of(language: str) -> dict[str, Any]:
    """What the file of a language holds; raises GrammarError when it has none."""
    path = LANGUAGES / f"{language}.toml"
    if not path.is_file():
        raise GrammarError(f"there is no grammar for the language {language!r}")
    return with_common(_read(path), language)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def with_common(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The data of one language, with the forms of digits that all languages share."""
    common = _read(LANGUAGES / COMMON)
    # A form of the language comes first: of two as long as each other, it wins.
    return {**data, "language": language, "pattern": [*data.get("pattern", ()), *common["pattern"]]}


@lru_cache(maxsize=1)
def available() -> tuple[str, ...]:
    """The languages that have a grammar."""
    return tuple(sorted(path.stem for path in LANGUAGES.glob("??.toml")))
