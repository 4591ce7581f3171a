"""The grammar of one language, compiled: its words, the forms of its expressions, and what can
begin one.

A form is compiled when a text first may have it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from timeline.extraction.words import forms
from timeline.extraction.words.lexicon import Lexicon
from timeline.text import fold

_MOST_OPENINGS = 20_000  # far more than texts have; keeps a hostile one from filling the memory
_MODIFIERS = frozenset({"mod", "open", "denied"})


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
