"""What is known of how a language tells events: read from its file, checked, compiled.

`narrative/<code>.toml` holds it all: which words open a clause, which mark a person's name, which
say that something happened. `narrative/README.md` describes the format. A wrong key, an unknown
category or a word listed under two happenings is an error that names the file and the place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, get_args

from timeline.extraction.narrative.categories import Category
from timeline.extraction.narrative.whole_words import any_of
from timeline.text import fold

Value = TypeVar("Value")

NARRATIVES = Path(__file__).parent
CAPITALS = ("names", "nouns", "none")

# The closed set of word lists; each value is one string with commas between its words.
LISTS: Mapping[str, str] = {
    "names": "particles, joining, honorifics, leading, organisations, bodies, agencies, places, "
    "place_endings, seated, behind, peoples, common, locatives, given, foreign, people, "
    "portfolios, neuters, things, countries, months, suffixes, prepositions, pronouns, "
    "companies, belonging, objects, possessives, feminine, masculine, feminine_nouns, "
    "others, masculine_nouns, feminine_strangers, masculine_strangers, roles, "
    "actors, platforms, dealing, kinds, patrons, saints, dedicated, patronymics, works, "
    "titled, compounding, firms, between, acted_on, adjectives",
    "clauses": "coordinate, relative, asides, nominative, oblique, restrictive, subordinate, "
    "governing, since, sequels, attribution, separable, auxiliaries, verbs, dropping, finals, "
    "participles, saying, "
    "whens, purposes, finite, accented, having, occurring, plural, coordinated, narrating, counts",
    "selection": "dating, bylines, rights, captions, nowadays, negations, beginnings, determiners, "
    "hedges, firsts, greetings, comparing, making, documents, linking, deriving, dated, "
    "planning, undone",
    "cases": "masculine_given, feminine_given, masculine_surnames, feminine_surnames, "
    "place_cases, towns, feminine_objects",
    "titles": "only, openers, bounds, origins, spending, attributive, intact, time_words, "
    "demonstratives, agents, gerunds, articles, birth, death, possessive, passive, perfect, "
    "attributes, clefts, cleaving, holding, shifted",
}


class NarrativeError(ValueError):
    """A narrative file that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of thing that happens ("meeting", "death") and the category it belongs to."""

    name: str
    category: Category


@dataclass(frozen=True, eq=False)
class Narrative:
    """The narrative knowledge of one language."""

    language: str
    capitals: str
    lists: Mapping[str, tuple[str, ...]]
    happenings: Mapping[str, Happening]  # folded word -> what it says happened
    stems: tuple[tuple[str, Happening], ...]  # folded beginnings of words ("resign*")
    prefixes: tuple[str, ...] = ()  # particles written onto the next word (Arabic "and", "in")
    examples: tuple[Mapping[str, Any], ...] = ()
    gendered: bool = False  # things are "he" and "she" too
    inverts: bool = False  # a subject may stand behind its verb, "y murió Omar"

    @cached_property
    def known(self) -> Remembered[Happening | None]:
        """Word -> what it says happened, or None; remembered up to a bound."""
        return Remembered(self.look_up)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(stem for stem, _ in self.stems)

    # A function that remembers its answers, itself looked up once: they are asked for a hundred
    # times in a sentence.

    @cached_property
    def words(self) -> Callable[..., frozenset[str]]:
        """One word list or several together (their names), folded, for membership."""
        return cache(lambda *names: frozenset(map(fold, self._listed(names))))

    @cached_property
    def endings(self) -> Callable[[str], tuple[str, ...]]:
        """The words of a list that are endings ("*chef"), folded, for `str.endswith`."""
        return cache(self._endings)

    @cached_property
    def pattern(self) -> Callable[..., re.Pattern[str]]:
        """One word list or several together (their names) as one pattern of whole words, ignoring
        case; the longest word wins."""
        return cache(lambda *names: any_of(self._listed(names)))

    def _listed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for name in names for word in self.lists.get(name, ()))

    def _endings(self, name: str) -> tuple[str, ...]:
        return tuple(fold(word[1:]) for word in self.lists.get(name, ()) if word[0] == "*")

    @cached_property
    def restrictive(self) -> re.Pattern[str]:
        """A word that takes up a noun where a verb follows it, "a strike that began", and is
        another word elsewhere: "said that it began", "that strike"."""
        verbs = self.pattern("auxiliaries", "verbs").pattern
        return re.compile(rf"(?:{self.pattern('restrictive').pattern})(?=\s(?:{verbs}))")

    @cached_property
    def declines(self) -> bool:
        """Whether names have cases."""
        return bool(self.lists.get("place_cases"))

    @cached_property
    def lists_of(self) -> Remembered[Sequence[str]]:
        """What stands between two spaces -> the lists of which it may have a word; remembered."""
        known = self._by_word
        return Remembered(
            lambda written: [
                name for word in _WORD.findall(written.lower()) for name in known.get(word, ())
            ]
        )

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[str]]:
        """The longest word of each entry, which is the rarest -> the names of the lists."""
        found: dict[str, list[str]] = {}
        for name, listed in self.lists.items():
            for word in {max(_WORD.findall(words.lower()), key=len) for words in listed}:
                found.setdefault(word, []).append(name)
        return found

    def named(self, name: str) -> Happening | None:
        """The happening of that name, if the language has words for it."""
        return self._named.get(name)

    @cached_property
    def _named(self) -> dict[str, Happening]:
        every = (*self.happenings.values(), *(happening for _, happening in self.stems))
        return {happening.name: happening for happening in reversed(every)}

    def happening(self, word: str) -> Happening | None:
        """What a word says happened, or None."""
        return self.known[word]

    def look_up(self, word: str) -> Happening | None:
        """The same, without remembering it."""
        folded = fold(word)
        forms = [folded, *(folded[len(p) :] for p in self.prefixes if folded.startswith(p))]
        for form in forms:
            if form in self.happenings:
                return self.happenings[form]
            if form.startswith(self._beginnings):
                return next(says for stem, says in self.stems if form.startswith(stem))
        return None


class Remembered(dict[str, Value]):
    """What a function gives for each word, worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, word: str) -> Value:
        value = self.work_out(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) > _MOST_REMEMBERED:
                self.clear()
            self[word] = value
        return value


@lru_cache(maxsize=16)  # the readers of one clause all ask for the same
def lists_in(text: str, narrative: Narrative) -> frozenset[str]:
    """The lists of which the text may have a word: to look for one of another is no use. Quick,
    where a search reads the text letter by letter."""
    return frozenset(chain.from_iterable(map(narrative.lists_of.__getitem__, text.split())))


_WORD = re.compile(r"\w+|[^\w\s]")
# Different words and their letters: more would let a hostile text fill the memory.
_MOST_REMEMBERED, _LONGEST_REMEMBERED = 20_000, 40


def listed(value: object) -> tuple[str, ...]:
    """ "a, b" -> ("a", "b"); new lines count as spaces."""
    return tuple(filter(None, (word.strip() for word in str(value).replace("\n", " ").split(","))))


class _Builder:
    def __init__(self, data: Mapping[str, Any], source: str) -> None:
        self.data, self.source = data, source
        self.words: dict[str, Happening] = {}
        self.stems: dict[str, Happening] = {}

    def fail(self, why: str) -> NarrativeError:
        return NarrativeError(f"{self.source}: {why}")

    def build(self) -> Narrative:
        self.add_happenings()
        return Narrative(
            language=str(self.data.get("language", "")),
            capitals=self.capitals(),
            gendered=self.data.get("gendered") is True,
            inverts=self.data.get("inverts") is True,
            lists=self.lists(),
            happenings=self.words,
            stems=tuple(self.stems.items()),
            prefixes=tuple(map(fold, listed(self.data.get("prefixes", "")))),
            examples=tuple(self.data.get("example", ())),
        )

    def capitals(self) -> str:
        capitals = str(self.data.get("capitals", "names"))
        if capitals not in CAPITALS:
            raise self.fail(f"capitals = {capitals!r}, one of {', '.join(CAPITALS)} is meant")
        return capitals

    def lists(self) -> dict[str, tuple[str, ...]]:
        settings = {"language", "capitals", "gendered", "inverts", "prefixes"}
        known = settings | {"happenings", "example", *LISTS}
        if unknown := set(self.data) - known:
            raise self.fail(f"unknown section {sorted(unknown)[0]!r}")
        found: dict[str, tuple[str, ...]] = {}
        for section, names in LISTS.items():
            given = self.data.get(section, {})
            if unknown := set(given) - set(listed(names)):
                raise self.fail(f"[{section}] knows no list {sorted(unknown)[0]!r}")
            found.update({name: listed(words) for name, words in given.items()})
        return found

    def add_happenings(self) -> None:
        for name, entry in self.data.get("happenings", {}).items():
            if entry.get("category") not in get_args(Category):
                raise self.fail(f"[happenings.{name}] category {entry.get('category')!r} unknown")
            happening = Happening(name, entry["category"])
            for word in listed(entry["words"]):
                self.add(word, happening)

    def add(self, word: str, happening: Happening) -> None:
        table = self.stems if word.endswith("*") else self.words
        form = fold(word.removesuffix("*"))
        if table.setdefault(form, happening) != happening:
            raise self.fail(f"{word!r} is in both {table[form].name} and {happening.name}")


def read(source: str, name: str) -> Narrative:
    """A narrative from the text of its file. Raises NarrativeError."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise NarrativeError(f"{name}: {error}") from None
    return _Builder(data, name).build()


@lru_cache(maxsize=64)
def narrative_of(language: str) -> Narrative:
    """The narrative of a language; one that has no file of its own gets an empty one."""
    code = language.replace("_", "-").split("-")[0].lower()
    path = NARRATIVES / f"{code}.toml"
    if not (code.isalpha() and path.is_file()):
        return Narrative(code, "names", {}, {}, ())
    return read(path.read_text(encoding="utf-8"), path.name)
