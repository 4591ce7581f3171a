"""The grammar of one language: read from its file, checked, compiled.

`<code>.toml` holds all that is known of a language; `README.md` describes the format. It is checked
when it is loaded: a class that no word has, an unknown meaning are errors that name the file and
the form. A form is compiled when a text first may have it; that each matches its own examples, for
which all are compiled, `prove` finds out for the tests.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from timeline.extraction.resolving.meanings import MEANINGS
from timeline.extraction.words import forms
from timeline.extraction.words.forms import Item, Node
from timeline.extraction.words.lexicon import (
    NUMBERS,
    UNKNOWN,
    UNKNOWN_CAPITAL,
    Lexicon,
    dashes_alike,
    words,
)
from timeline.text import fold

COMMON = "common.toml"
LANGUAGES = Path(__file__).parent
Value = int | float | str
_MOST_OPENINGS = 20_000  # far more than texts have; keeps a hostile one from filling the memory
_MODIFIERS = frozenset({"mod", "open", "denied"})
UNKNOWN_WORDS = {"name": UNKNOWN_CAPITAL, "word": UNKNOWN}  # slots for words of no class


class GrammarError(ValueError):
    """A language file that cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Pattern:
    """One form: what it gives and the class of each of its slots; `body` is matched in a shape."""

    form: str
    gives: str
    fixed: Mapping[str, Any]
    slots: Mapping[str, str]
    body: str
    unless: str = ""  # the codes of the words behind which the form means something else
    behind: str = ""  # the codes of the words behind which alone it means this
    opens: bool = False  # whether it means this only where a sentence begins

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """`body`, compiled. Most texts have few of the forms of their language."""
        return re.compile(self.body)

    @cached_property
    def mods(self) -> Mapping[str, Any]:
        """What the form says of itself: "the end of the year"."""
        return {key: value for key, value in self.fixed.items() if key in _MODIFIERS}


class _Openings(dict[str, Sequence[Pattern]]):
    """The patterns that can match where some codes stand, remembered up to a bound."""

    def __init__(self) -> None:
        super().__init__()
        self.by_first: dict[str, _Opened] = {}

    def add(self, pattern: Pattern, opened: Mapping[str, forms.Tails]) -> None:
        near: dict[int, forms.Tails] = {}  # by the identity of the tails that many codes share
        for first, tails in opened.items():
            if id(tails) not in near:
                near[id(tails)] = forms.nearest(tails, forms.NEAR - 1)
            self.by_first.setdefault(first, _Opened()).add(pattern, tails, near[id(tails)])

    def __missing__(self, opening: str) -> Sequence[Pattern]:
        found = self.by_first[opening[0]].before(opening[1:])
        if len(self) < _MOST_OPENINGS:
            self[opening] = found
        return found


@dataclass(slots=True)
class _Opened:
    """The patterns that one code can open, each with what has to stand behind it; `alone` are
    those that need nothing behind it, `near` what any of the others needs next."""

    patterns: list[tuple[Pattern, forms.Tails]] = field(default_factory=list)
    alone: list[Pattern] = field(default_factory=list)
    near: forms.Tails = field(default_factory=dict)

    def add(self, pattern: Pattern, tails: forms.Tails, near: forms.Tails) -> None:
        self.patterns.append((pattern, tails))
        if tails is None:
            self.alone.append(pattern)
        else:
            self.near = forms.either(self.near, near)

    def before(self, codes: str) -> Sequence[Pattern]:
        """Those that can match where the codes follow."""
        if not forms.follows(self.near, codes):
            return self.alone  # as before most words, which no pattern has
        return [one for one, tails in self.patterns if forms.follows(tails, codes)]


@dataclass(eq=False)
class Grammar:
    """What the engine needs to read a language."""

    language: str
    lexicon: Lexicon
    patterns: list[Pattern] = field(default_factory=list)
    openings: _Openings = field(default_factory=_Openings)
    before: list[Pattern] = field(default_factory=list)
    after: list[Pattern] = field(default_factory=list)
    settings: Mapping[str, Any] = field(default_factory=dict)
    starts: re.Pattern[str] = re.compile("(?!)")
    before_regex: re.Pattern[str] = re.compile("(?!)")
    after_regex: re.Pattern[str] = re.compile("(?!)")
    link_regex: re.Pattern[str] = re.compile("(?!)")
    whole_regex: re.Pattern[str] = re.compile("(?!)")
    from_regex: re.Pattern[str] = re.compile("(?!)")
    to_regex: re.Pattern[str] = re.compile("(?!)")
    between_regex: re.Pattern[str] = re.compile("(?!)")
    and_regex: re.Pattern[str] = re.compile("(?!)")
    also_regex: re.Pattern[str] = re.compile("(?!)")
    digits: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset("$€£¥₽₺#")
    _admitted: dict[tuple[str, ...], str] = field(default_factory=dict)
    _cues: dict[str, re.Pattern[str]] = field(default_factory=dict)

    @cached_property
    def article(self) -> str:
        """The article that is written onto its noun, folded, if the language has one."""
        return fold(str(self.settings.get("article", "")))

    def admitted(self, *names: str) -> str:
        """The codes of the tokens that belong to one of the classes."""
        known = self._admitted.get(names)
        if known is None:
            known = "".join(dict.fromkeys("".join(map(self.lexicon.admitted, names))))
            self._admitted[names] = known
        return known

    def cue(self, name: str) -> re.Pattern[str]:
        """One token of a class, to be sought in a shape."""
        if name not in self._cues:
            self._cues[name] = re.compile(forms.character_class(self.admitted(name)))
        return self._cues[name]


# What stands around expressions: modifiers, and what joins two that are one.
_AROUND = ("before", "after", "link", "whole", "from", "to", "between", "and", "also")

Parsed = tuple[tuple[Node, dict[str, str]], Mapping[str, Any], str]


class _Builder:
    def __init__(self, data: Mapping[str, Any], source: str) -> None:
        self.data, self.source = data, source
        self.slots: Mapping[str, str] = data.get("slots", {})
        self.lexicon = Lexicon(
            prefixes=tuple(data.get("prefixes", ())),
            suffixes=_by_form(data.get("suffixes", {})),
            beginnings=_by_form(data.get("beginnings", {})),
        )
        self.classes = {name for name, *_ in NUMBERS}
        self.classes |= {*data.get("suffixes", {}), *data.get("beginnings", {})}

    def build(self) -> Grammar:
        self.add_words()
        trees = [(self.parse(entry, form), entry, form) for entry, form in self.entries("pattern")]
        around = {
            key: [(self.parse(entry, form), entry, form) for entry, form in self.entries(key)]
            for key in _AROUND
        }
        for (tree, _), _, _ in [*trees, *(tree for listed in around.values() for tree in listed)]:
            self.add_literals(tree)
        self.lexicon.seal()
        codes = self.lexicon.codes
        digits = "".join(code for classes, code in codes.items() if is_number(classes))
        letters = "".join({*codes.values()} - {*digits}) + UNKNOWN + UNKNOWN_CAPITAL
        self.glue, self.digits = forms.ranges(letters + digits), forms.ranges(digits)
        self.letters = forms.ranges(letters)
        grammar = Grammar(str(self.data.get("language", "")), self.lexicon)
        grammar.digits, grammar.glue = frozenset(digits), frozenset(letters + digits)
        grammar.settings = self.data.get("settings", {})
        for (tree, slots), entry, form in trees:
            self.add_pattern(grammar, tree, slots, entry, form)
        grammar.before, grammar.before_regex = self.one_of(around["before"], r"(?<![{}])", r"\Z")
        grammar.after, grammar.after_regex = self.one_of(around["after"], "", r"(?![{}])")
        grammar.link_regex = self.one_of(around["link"], "", "")[1]
        grammar.whole_regex = self.one_of(around["whole"], "", "")[1]
        grammar.from_regex = self.one_of(around["from"], r"(?<![{}])", r"\Z")[1]
        grammar.to_regex = self.one_of(around["to"], "", "")[1]
        grammar.between_regex = self.one_of(around["between"], r"(?<![{}])", r"\Z")[1]
        grammar.and_regex = self.one_of(around["and"], "", "")[1]
        grammar.also_regex = self.one_of(around["also"], "", "")[1]
        grammar.starts = re.compile(forms.character_class("".join(grammar.openings.by_first)))
        return grammar

    def fail(self, why: str) -> GrammarError:
        return GrammarError(f"{self.source}: {why}")

    def add_words(self) -> None:
        for name, listed in self.data.get("words", {}).items():
            self.classes.add(name)
            table = listed if isinstance(listed, dict) else {form: form for form in words(listed)}
            for value, spelled in table.items():
                for form in words(spelled):
                    self.lexicon.add(form, name, number_or_text(value))

        for name, (first, second) in self.data.get("compounds", {}).items():
            self.add_compounds(name, first, second)

    def add_compounds(self, name: str, first: str, second: str) -> None:
        """Words made of two: "Dienstagabend", a weekday and a part of the day, of value "2EV"."""
        self.classes.add(name)
        table = self.data["words"]
        for value, spelled in table[first].items():
            for other, others in table[second].items():
                for form in words(spelled):
                    for ending in words(others):
                        self.lexicon.add(form + ending.lower(), name, f"{value}{other}")

    def entries(self, key: str) -> list[tuple[Mapping[str, Any], str]]:
        return [(entry, form) for entry in self.data.get(key, ()) for form in entry["forms"]]

    def parse(self, entry: Mapping[str, Any], form: str) -> tuple[Node, dict[str, str]]:
        if entry.get("gives", "none") not in MEANINGS:
            raise self.fail(
                f"{form!r} gives {entry.get('gives')!r}, one of {sorted(MEANINGS)} is meant"
            )
        try:
            return forms.parse(form, self.slot, capture=entry.get("gives") not in (None, "none"))
        except forms.FormError as error:
            raise self.fail(str(error)) from None

    def slot(self, name: str) -> str | None:
        if name in self.slots:
            return self.slots[name]
        if name in self.classes or name in UNKNOWN_WORDS:
            return None
        raise forms.FormError(f"{{{name}}} is neither a slot nor a class of words")

    def add_literals(self, tree: Node) -> None:
        for item in forms.items(tree):
            if item.kind == "word" and f"={item.name}" not in self.classes:
                self.classes.add(f"={item.name}")
                self.lexicon.add(item.name, f"={item.name}", item.name)

    def codes(self, item: Item) -> str:
        if item.kind == "mark":
            return dashes_alike(item.name)
        if item.name in UNKNOWN_WORDS:
            return UNKNOWN_WORDS[item.name]
        return self.lexicon.admitted(item.name if item.kind == "class" else f"={item.name}")

    def one_of(
        self, parsed: list[Parsed], start: str, end: str
    ) -> tuple[list[Pattern], re.Pattern[str]]:
        """The patterns, and one expression whose last group says which of them matched. What none
        of them begins with is ruled out first."""
        patterns = [self.compiled(tree, {}, entry, form, "") for (tree, _), entry, form in parsed]
        if not patterns:
            return [], re.compile("(?!)")
        unnamed = (re.sub(r"\(\?P<\w+>", "(?:", pattern.body) for pattern in patterns)
        bodies = "|".join(f"(?P<m{at}>{body})" for at, body in enumerate(unnamed))
        first = {code for (tree, _), *_ in parsed for code in forms.openings(tree, self.codes)}
        opened = "" if "" in first else f"(?={forms.character_class(''.join(first))})"
        start, end = start.format(self.letters), end.format(self.letters)
        return patterns, re.compile(f"{opened}{start}(?:{bodies}){end}")

    def compiled(
        self, tree: Node, slots: dict[str, str], entry: Mapping[str, Any], form: str, end: str
    ) -> Pattern:
        return Pattern(
            form,
            entry.get("gives", ""),
            entry.get("fixed", {}),
            slots,
            forms.regex(tree, self.codes) + end,
            unless=self.lexicon.admitted(entry.get("unless", "")),
            behind=self.lexicon.admitted(entry.get("behind", "")),
            opens=entry.get("opens", False),
        )

    def add_pattern(
        self,
        grammar: Grammar,
        tree: Node,
        slots: dict[str, str],
        entry: Mapping[str, Any],
        form: str,
    ) -> None:
        # An expression ends where a token ends that nothing is glued to: not in "May20x", "3.5".
        # An elision is glued to what follows: "au lendemain d'une défaite".
        end = rf"(?:(?<=['’])|(?![{self.glue}]))(?!(?<=[{self.digits}])[.,:/][{self.digits}])"
        pattern = self.compiled(tree, slots, entry, form, end)
        grammar.patterns.append(pattern)
        opened = forms.openings(tree, self.codes)
        if "" in opened:
            raise self.fail(f"{form!r} matches nothing at all")
        grammar.openings.add(pattern, opened)

    def check_examples(self, grammar: Grammar) -> None:
        for entry in self.data.get("pattern", ()):
            if entry.get("unproven"):
                continue  # made for many languages at once
            shapes = [grammar.lexicon.coded(example)[1] for example in entry.get("examples", ())]
            for pattern in grammar.patterns:
                if pattern.form in entry["forms"] and not any(map(pattern.regex.fullmatch, shapes)):
                    raise self.fail(f"{pattern.form!r} matches none of its examples")


def _by_form(classes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """form -> class, out of class -> forms."""
    return {form: name for name, listed in classes.items() for form in listed}


def is_number(classes: frozenset[str]) -> bool:
    return not classes.isdisjoint({"n", "long"})


def number_or_text(value: str) -> Value:
    """The keys of a TOML table are texts: "3" is a number, "1.5" too, "SP" is not."""
    try:
        return int(value)
    except ValueError:
        try:
            return float(value)
        except ValueError:
            return value


def build(data: Mapping[str, Any], source: str) -> Grammar:
    """The grammar that some data describes; raises GrammarError, naming the source."""
    return _Builder(data, source).build()


def prove(data: Mapping[str, Any], source: str) -> Grammar:
    """The same, once each of its forms has matched its examples."""
    builder = _Builder(data, source)
    grammar = builder.build()
    builder.check_examples(grammar)
    return grammar


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
