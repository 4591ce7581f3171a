"""Finding in a shape whatever the patterns of a grammar describe: the longest wins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from timeline.extraction.grammars.grammar import Grammar, Pattern
from timeline.extraction.words import numbers
from timeline.extraction.words.forms import NEAR, PREFIX
from timeline.extraction.words.lexicon import UNKNOWN_CAPITAL

_OPENING = re.compile(r"(?:\A|[.!?:][\"'”’»)]? |\n|[\"“«])\Z")
REACH = 14  # tokens beside an expression that its modifiers ("by the end of") can take
_FEW = 2  # patterns that are tried as quickly as told apart
_ABSENT = (-1, -1)  # where `re` says that a group took no part


@dataclass
class Coded:
    """A text, cut into tokens and coded."""

    text: str
    grammar: Grammar

    def __post_init__(self) -> None:
        self.tokens, self.shape = self.grammar.lexicon.coded(self.text)

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, and the end of the text."""
        return list(accumulate(map(len, self.tokens), initial=0))


@dataclass(slots=True)
class Match:
    """An occurrence of a pattern; `begin` and `end` count tokens, modifiers included."""

    coded: Coded
    pattern: Pattern
    begin: int
    end: int
    spans: dict[str, tuple[int, int]]
    core: tuple[int, int] = (0, 0)
    mods: dict[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def gives(self) -> str:
        return self.pattern.gives

    def tokens(self, name: str) -> Sequence[str]:
        begin, end = self.spans.get(name, _ABSENT)
        return self.coded.tokens[begin:end] if begin >= 0 else ()

    def get(self, name: str) -> Any:
        """The value of a slot, or of a fixed field of the pattern, or None."""
        return self.values.get(name)


def scan(coded: Coded) -> Iterator[Match]:
    """The matches from left to right, without overlaps, each with its modifiers."""
    shape, openings = coded.shape, coded.grammar.openings
    position = floor = 0
    for begin in map(re.Match.start, coded.grammar.starts.finditer(shape)):
        if begin < position or not (patterns := openings[shape[begin : begin + NEAR]]):
            continue
        if len(patterns) > _FEW:
            patterns = openings[shape[begin : begin + PREFIX]]
        found = _longest(coded, begin, patterns) if _free(coded, begin) else None
        if found is None:
            continue
        position = found.end
        if (gives := found.pattern.gives) != "none":
            if gives != "vague":
                _take_modifiers(found, floor)
            position = found.end
            yield found
        floor = position


def _longest(coded: Coded, begin: int, patterns: Sequence[Pattern]) -> Match | None:
    shape = coded.shape
    best, best_end = None, begin
    for pattern in patterns:
        found = pattern.regex.match(shape, begin)
        if found and (end := found.end()) > best_end and _in_place(pattern, shape, begin):
            if pattern.gives == "none" and _goes_beyond_its_line(coded, begin, end):
                continue
            best, best_end = (pattern, found), end
    if best is None:
        return None
    pattern, found = best
    if coded.tokens[best_end - 1] == "." and best_end - begin > 1:
        found = _before_full_stop(coded, pattern, found)
        best_end = found.end()
    spans = {name: found.span(number) for name, number in pattern.regex.groupindex.items()}
    core, values = (begin, best_end), _values(coded, pattern, spans)
    return Match(coded, pattern, begin, best_end, spans, core, {**pattern.mods}, values)


def _values(
    coded: Coded, pattern: Pattern, spans: Mapping[str, tuple[int, int]]
) -> Mapping[str, Any]:
    """What the slots say, and what the pattern says of itself."""
    values = {**pattern.fixed}
    for name, (begin, end) in spans.items():
        if begin < end:
            tokens, slot = coded.tokens[begin:end], pattern.slots[name]
            values[name] = numbers.read(coded.grammar.lexicon, slot, tokens)
    return values


def _before_full_stop(coded: Coded, pattern: Pattern, found: re.Match[str]) -> re.Match[str]:
    """The match without the full stop that ends its sentence and no abbreviation."""
    begin, end = found.span()
    if not coded.grammar.lexicon.can_end(coded.tokens[end - 2]):
        return found
    return pattern.regex.fullmatch(coded.shape, begin, end - 1) or found


def _in_place(pattern: Pattern, shape: str, begin: int) -> bool:
    """Whether the word before is none, or one, of those that the pattern names."""
    if pattern.opens and not _OPENING.search(shape, max(0, begin - 3), begin):
        return False
    if not (pattern.unless or pattern.behind):
        return True
    before = shape[begin - 2] if begin > 1 else " "
    return before not in pattern.unless and (not pattern.behind or before in pattern.behind)


def _goes_beyond_its_line(coded: Coded, begin: int, end: int) -> bool:
    """Whether words begin one line and end on another: "1997" above "Members vote to ..."."""
    opens = begin == 0 or "\n" in coded.tokens[begin - 1]
    return opens and any("\n" in token for token in coded.tokens[begin:end])


def _free(coded: Coded, begin: int) -> bool:
    """Whether nothing is glued to the front: not "B52", "3.11", "$20", "#9", "Corpus-Sunday",
    "Champ-de-Mars"."""
    shape, grammar = coded.shape, coded.grammar
    if not begin or coded.tokens[begin - 1] in grammar.lexicon.prefixes:
        return True
    before = shape[begin - 1]
    if before in grammar.glue:
        return False
    if shape[begin] not in grammar.digits or before in " \n":
        return before != "-" or not _in_a_name(coded, begin)
    if before in grammar.money:
        return False
    return not (before in ".,:/-" and begin > 1 and shape[begin - 2] in grammar.digits)


def _in_a_name(coded: Coded, begin: int) -> bool:
    """Whether hyphens make it the end of a name."""
    if coded.shape[begin - 3 : begin - 2] == "-":
        first, last = coded.tokens[max(0, begin - 4)], coded.tokens[begin]
        return first[:1].isupper() and last[:1].isupper()
    return coded.shape[begin - 2 : begin - 1] == UNKNOWN_CAPITAL


def _take_modifiers(match: Match, floor: int) -> None:
    shape, grammar = match.coded.shape, match.coded.grammar
    for _ in range(4):
        found = grammar.before_regex.search(shape, max(floor, match.begin - REACH), match.begin)
        if not found or found.start() == match.begin:
            break
        match.begin = found.start()
        _merge(match.mods, grammar.before[_which(found.lastgroup)].fixed)
    while found := grammar.after_regex.match(shape, match.end, match.end + REACH):
        if found.end() == match.end:
            break
        match.end = found.end()
        _merge(match.mods, grammar.after[_which(found.lastgroup)].fixed)


def _which(group: str | None) -> int:
    return int((group or "m0")[1:])


def _merge(mods: dict[str, Any], fixed: Any) -> None:
    for key, value in fixed.items():
        mods.setdefault(key, value)
