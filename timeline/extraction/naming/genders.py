"""Whom a pronoun can mean: the person last told of whose given name fits its gender.

A name that the table does not know fits every pronoun, so the table only ever keeps "she" from a
man and "he" from a woman; it decides nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from timeline.text import fold

_GENDERS = ("feminine", "masculine")
_TABLE = Path(__file__).parent / "given_names.toml"


@cache
def _table() -> dict[str, str]:
    """Folded given name -> "feminine" or "masculine"."""
    listed = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        fold(name.strip()): gender for gender, names in listed.items() for name in names.split(",")
    }


@lru_cache(maxsize=10_000)  # the same people are asked for in every sentence
def gender_of(name: str) -> str:
    """The gender of a full name by its given name, "" where that is not known; of "Anne-Marie" by
    the first half that the table has, if it has not both."""
    given = fold(name.split(" ", 1)[0])
    halves = (given, *given.split("-")) if "-" in given else (given,)
    return next((_table()[half] for half in halves if half in _table()), "")


@dataclass(frozen=True, slots=True)
class Focus:
    """The people an article has told of last: all in all, and those who fit each gender."""

    last: str = ""
    fitting: Mapping[str, str] = field(default_factory=dict)

    def turned_to(self, person: str) -> Focus:
        """With this person, of whom the article now tells."""
        gender = gender_of(person)
        fitting = {other: person for other in _GENDERS if gender in ("", other)}
        return Focus(person, {**self.fitting, **fitting})

    def beside(self, person: str) -> Focus:
        """With somebody named beside the one told of: whom a pronoun of the other gender means."""
        genders = {gender_of(self.last), gender_of(person)}
        if genders != set(_GENDERS):
            return self
        return Focus(self.last, {**self.fitting, gender_of(person): person})

    def meant(self, gender: str, things: bool = False) -> str:
        """The person whom a pronoun of this gender means; "" where nobody fits, or where it may
        mean one of the `things` told of since: it is not that of the person told of last."""
        fitting = self.fitting.get(gender, "") if gender else self.last
        return "" if things and fitting != self.last else fitting
