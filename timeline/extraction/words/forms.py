"""The small language in which a grammar writes what an expression looks like.

    {month} {day}(,)? {year}        a slot in braces; ( ) groups, | chooses, ? makes optional
    (on )?the {ordinal:nth} of      a bare word is that word; a space is white space

A form is matched against a *shape*: the text with each token replaced by one character, its code
(see `lexicon`), so that plain regular expressions over shapes do the work, in linear time.
A backslash makes the mark after it an ordinary one. There is no repetition operator: a form has
a greatest length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

SPACE = " "


class FormError(ValueError):
    """A form that cannot be read; the message names the form and the place."""


@dataclass(frozen=True)
class Item:
    """One token: a word of the language, a class of words, or a mark of punctuation."""

    kind: str  # "word", "class" or "mark"
    name: str


@dataclass(frozen=True)
class Node:
    """A group of alternatives, each a sequence."""

    choices: tuple[tuple[Node | Item, ...], ...]
    optional: bool = False
    group: str = ""


_LEXEME = re.compile(
    r"\{(?P<slot>[a-z_0-9]+)(?::(?P<name>\w+))?\}"
    r"|(?P<word>[^\W_](?:\u200c?[^\W_])*)|\\(?P<escaped>.)|(?P<mark>.)",
    re.S,
)

Slots = Callable[[str], "str | None"]  # slot name -> its own form, or None for a class of words


@dataclass
class _Parser:
    form: str
    slots: Slots
    depth: int = 0
    groups: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lexemes = list(_LEXEME.finditer(self.form))
        self.at = 0

    def fail(self, why: str) -> FormError:
        return FormError(f"form {self.form!r}: {why}")

    def parse(self) -> Node:
        node = self.alternatives()
        if self.at < len(self.lexemes):
            raise self.fail("a ) without its (")
        return node

    def alternatives(self) -> Node:
        choices: list[tuple[Node | Item, ...]] = []
        sequence: list[Node | Item] = []
        while self.at < len(self.lexemes) and (mark := self.lexemes[self.at]["mark"]) != ")":
            self.at += 1
            if mark == "|":
                choices.append(tuple(sequence))
                sequence = []
            elif mark == "?":
                sequence.append(self.made_optional(sequence))
            else:
                sequence.append(self.element(mark))
        return Node((*choices, tuple(sequence)))

    def made_optional(self, sequence: list[Node | Item]) -> Node:
        if not sequence:
            raise self.fail("a ? with nothing before it")
        return Node(((sequence.pop(),),), optional=True)

    def element(self, mark: str | None) -> Node | Item:
        lexeme = self.lexemes[self.at - 1]
        if mark == "(":
            return self.group()
        if mark or lexeme["escaped"]:
            return Item("mark", mark or lexeme["escaped"])
        if lexeme["word"]:
            return Item("word", lexeme["word"])
        return self.slot(lexeme["slot"], lexeme["name"] or lexeme["slot"])

    def group(self) -> Node:
        node = self.alternatives()
        if self.at >= len(self.lexemes):
            raise self.fail("a ( without its )")
        self.at += 1
        return node

    def slot(self, slot: str, name: str) -> Node:
        unread = self.depth or name.startswith("_")  # what is inside a slot is read as a whole
        if name in self.groups and not unread:
            raise self.fail(f"the slot {name!r} twice: name one of them, as in {{{slot}:other}}")
        self.groups[name] = slot
        group = "" if unread else name
        form = self.slots(slot)
        if form is None:
            return Node(((Item("class", slot),),), group=group)
        if self.depth > 8:
            raise self.fail(f"the slot {slot!r} contains itself")
        return Node(((_Parser(form, self.slots, self.depth + 1).parse(),),), group=group)


def parse(form: str, slots: Slots, *, capture: bool = True) -> tuple[Node, dict[str, str]]:
    """The form as a tree, and the slot that each of its groups holds.

    `slots` gives the form of a slot, or None when it is a class of words. Without `capture` the
    form has no groups: nobody asks what its slots held.
    """
    parser = _Parser(form, slots, depth=0 if capture else 1)
    return parser.parse(), parser.groups


def items(node: Node | Item) -> Iterator[Item]:
    """Every token the form mentions."""
    if isinstance(node, Item):
        yield node
        return
    for sequence in node.choices:
        for part in sequence:
            yield from items(part)


Codes = Callable[[Item], str]  # the codes of the tokens that an item admits


def regex(node: Node | Item, codes: Codes) -> str:
    """The regular expression over shapes."""
    if isinstance(node, Item):
        return character_class(codes(node))
    body = "|".join("".join(regex(part, codes) for part in sequence) for sequence in node.choices)
    opening = f"(?P<{node.group}>" if node.group else "(?:"
    return f"{opening}{body})" + ("?" if node.optional else "")


@lru_cache(maxsize=4096)
def character_class(codes: str) -> str:
    """The expression for one of the codes; of none, one that never matches."""
    return f"[{ranges(codes)}]" if codes else "(?!)"


def ranges(codes: str) -> str:
    """The codes for the inside of a class: neighbours as one range, which is much quicker read."""
    ordered = enumerate(sorted(set(codes)))
    runs = groupby(ordered, key=lambda numbered: ord(numbered[1]) - numbered[0])
    return "".join(_range([code for _, code in run]) for _, run in runs)


def _range(run: list[str]) -> str:
    first, last = re.escape(run[0]), re.escape(run[-1])
    return f"{first}-{last}" if len(run) > 1 else first


_PREFIX = 3  # tokens that say which forms can match at a place


Thirds = set[str] | None
Tails = dict[str, Thirds] | None  # second code -> third codes; None: any, a match can end before


def openings(node: Node, codes: Codes) -> dict[str, Tails]:
    """The codes with which a match can begin, and what can stand behind each of them. "" where a
    match can be empty."""
    prefixes: dict[Item | None, list[tuple[Item, ...]]] = {}
    for prefix in _prefixes(node):
        prefixes.setdefault(prefix[0] if prefix else None, []).append(prefix)
    found: dict[str, Tails] = {}
    for first, alike in prefixes.items():
        tails = _tails(alike, codes)
        for code in codes(first) if first else ("",):
            found[code] = either(found[code], tails) if code in found else tails
    return found


def _tails(prefixes: list[tuple[Item, ...]], codes: Codes) -> Tails:
    """What can stand behind the first item that all the prefixes share."""
    if any(len(prefix) < _PREFIX - 1 for prefix in prefixes):
        return None
    tails: dict[str, Thirds] = {}
    for prefix in prefixes:
        thirds = set(codes(prefix[2])) if len(prefix) == _PREFIX else None
        for code in codes(prefix[1]):
            tails[code] = _union(tails[code], thirds) if code in tails else thirds
    return tails


def either(one: Tails, other: Tails) -> Tails:
    """What can stand behind a code that opens in two ways."""
    if one is None or other is None:
        return None
    both = {**one, **other}
    return {
        code: _union(one[code], other[code]) if code in one and code in other else thirds
        for code, thirds in both.items()
    }


def _union(one: Thirds, other: Thirds) -> Thirds:
    return None if one is None or other is None else one | other


def follows(tails: Tails, second: str, third: str) -> bool:
    """Whether the two codes can stand there."""
    if tails is None:
        return True
    thirds = tails.get(second, _NONE)
    return thirds is None or third in thirds


_NONE: Thirds = set()


def _prefixes(node: Node | Item) -> set[tuple[Item, ...]]:
    """The first items of everything that the form describes."""
    if isinstance(node, Item):
        return {(node,)}
    found: set[tuple[Item, ...]] = {()} if node.optional else set()
    for sequence in node.choices:
        found |= _joined(sequence)
    return found


def _joined(sequence: tuple[Node | Item, ...]) -> set[tuple[Item, ...]]:
    prefixes: set[tuple[Item, ...]] = {()}
    for part in sequence:
        if all(len(prefix) == _PREFIX for prefix in prefixes):
            break
        ends = _prefixes(part)
        prefixes = {(*prefix, *end)[:_PREFIX] for prefix in prefixes for end in ends}
    return prefixes
