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
from typing import NamedTuple

SPACE = " "


class FormError(ValueError):
    """A form that cannot be read; the message names the form and the place."""


class Item(NamedTuple):
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


NEAR, PREFIX = 3, 5  # tokens that say whether a form, and which forms can match at a place

Tails = dict[str, "Tails"] | None  # code -> what can follow it; None: anything, a match can end


def openings(node: Node, codes: Codes) -> dict[str, Tails]:
    """The codes with which a match can begin, and what can stand behind each of them. "" where a
    match can be empty."""
    prefixes = _prefixes(node)
    found = _tails([prefix for prefix in prefixes if prefix], codes, 0) or {}
    return {**found, "": None} if () in prefixes else found


def _tails(prefixes: list[tuple[Item, ...]], codes: Codes, at: int) -> Tails:
    """What can stand behind the first `at` items, which all the prefixes share."""
    if any(len(prefix) == at for prefix in prefixes):
        return None
    alike: dict[Item, list[tuple[Item, ...]]] = {}
    for prefix in prefixes:
        alike.setdefault(prefix[at], []).append(prefix)
    tails: dict[str, Tails] = {}
    for item, longer in alike.items():
        behind = _tails(longer, codes, at + 1)
        for code in codes(item):
            tails[code] = either(tails[code], behind) if code in tails else behind
    return tails


def either(one: Tails, other: Tails) -> Tails:
    """What can stand behind a code that opens in two ways."""
    if one is None or other is None:
        return None
    if one is other:
        return one
    both = {**one, **other}
    for code in one.keys() & other.keys():
        both[code] = either(one[code], other[code])
    return both


def nearest(tails: Tails, count: int) -> Tails:
    """The same, with no more than the next codes."""
    if tails is None or not count:
        return None
    return {code: nearest(behind, count - 1) for code, behind in tails.items()}


def follows(tails: Tails, codes: str) -> bool:
    """Whether the codes can stand there, as far as they go."""
    for code in codes:
        if tails is None:
            return True
        if code not in tails:
            return False
        tails = tails[code]
    return True


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
        if all(len(prefix) == PREFIX for prefix in prefixes):
            break
        ends = _prefixes(part)
        prefixes = {(*prefix, *end)[:PREFIX] for prefix in prefixes for end in ends}
    return prefixes
