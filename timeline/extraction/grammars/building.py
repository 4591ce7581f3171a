"""Making a grammar of the data of one language, checked.

A class that no word has, an unknown meaning, a form that can match nothing are errors that name the
source and the form. That each form matches its own examples, for which all are compiled, `prove`
finds out for the tests.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.extraction.grammars.grammar import Grammar, Pattern
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

Value = int | float | str
_UNKNOWN_WORDS = {"name": UNKNOWN_CAPITAL, "word": UNKNOWN}  # slots for words of no class


class GrammarError(ValueError):
    """Data of a language that cannot be used; the message says where and why."""


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
        parsed = {key: self.parsed(key) for key in ("pattern", *_AROUND)}
        for tree in (tree for listed in parsed.values() for (tree, _), *_ in listed):
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
        for (tree, slots), entry, form in parsed["pattern"]:
            self.add_pattern(grammar, tree, slots, entry, form)
        self.add_around(grammar, parsed)
        grammar.starts = re.compile(forms.character_class("".join(grammar.openings.by_first)))
        return grammar

    def parsed(self, key: str) -> list[Parsed]:
        """The forms of a table of the file, each with its entry."""
        entries = ((entry, form) for entry in self.data.get(key, ()) for form in entry["forms"])
        return [(self.parse(entry, form), entry, form) for entry, form in entries]

    def add_around(self, grammar: Grammar, parsed: Mapping[str, list[Parsed]]) -> None:
        """What stands before and behind expressions, and what joins two that are one."""
        begins = r"(?<![{}])"  # no letter before it
        grammar.before, grammar.before_regex = self.one_of(parsed["before"], begins, r"\Z")
        grammar.after, grammar.after_regex = self.one_of(parsed["after"], "", r"(?![{}])")
        grammar.from_regex = self.one_of(parsed["from"], begins, r"\Z")[1]
        grammar.between_regex = self.one_of(parsed["between"], begins, r"\Z")[1]
        grammar.link_regex = self.one_of(parsed["link"], "", "")[1]
        grammar.whole_regex = self.one_of(parsed["whole"], "", "")[1]
        grammar.to_regex = self.one_of(parsed["to"], "", "")[1]
        grammar.and_regex = self.one_of(parsed["and"], "", "")[1]
        grammar.also_regex = self.one_of(parsed["also"], "", "")[1]

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
        if name in self.classes or name in _UNKNOWN_WORDS:
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
        if item.name in _UNKNOWN_WORDS:
            return _UNKNOWN_WORDS[item.name]
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
