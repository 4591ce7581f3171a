"""Names in scripts without capitals: what follows a cue ("President", "city of") or begins with a
given name, and the places that CLDR knows.

A particle can be written onto a word ("and", "in", "the"): each word is looked up with it and
without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.text import Span, fold

from . import gazetteer
from .findings import Kind
from .narratives import Narrative
from .pieces import Piece

_TOKEN = re.compile(
    r"[^\W\d_][^\W\d_\u064b-\u0652\u0640]*(?:[\u064b-\u0652\u0640\u200c][^\W\d_]*)*"
)
_ARTICLE = "ال"
_PREPOSITIONS = ("ل", "ب", "و")  # written onto the word; no name of a place after its cue
_MOST_AFTER_CUE = 5  # words of a name after its cue
_MOST_IN_PLACE = 3


@dataclass(slots=True)
class Token:
    """A word, folded, and without the particle written onto it."""

    start: int
    end: int
    folded: str
    bare: str
    skipped: int  # characters of the particle


class Vocabulary:
    """The word lists of a language in the form in which words are read."""

    def __init__(self, narrative: Narrative) -> None:
        words = narrative.words
        self.prefixes = narrative.prefixes
        self.given = words("given")
        self.common = words("common") - self.given
        # Folded, the Arabic "on" is a given name; as written it is not.
        self.function_words = frozenset(narrative.lists.get("common", ()))
        self.people = words("people") | words("honorifics")
        self.organisations, self.place_cues = words("organisations"), words("places")
        self.particles, self.bodies = words("particles"), words("bodies")
        self.places = gazetteer.places(narrative.language) | words("countries")
        self.known = (
            (self.given | self.people | self.organisations | self.place_cues | self.places)
            | self.bodies
            | self.common
        )


_vocabulary = lru_cache(maxsize=8)(Vocabulary)


def pieces(text: str, narrative: Narrative, taken: Sequence[Span]) -> list[Piece]:
    """The names of the text, in order, outside the spans already `taken`."""
    return _Reader(text, _vocabulary(narrative), taken).read()


class _Reader:
    def __init__(self, text: str, vocabulary: Vocabulary, taken: Sequence[Span]) -> None:
        self.text, self.vocabulary = text, vocabulary
        self.taken, self.starts = taken, [span.start for span in taken]
        self.tokens = [self.token(match) for match in _TOKEN.finditer(text)]

    def token(self, match: re.Match[str]) -> Token:
        folded, skipped = _parted(match[0], self.vocabulary)
        return Token(match.start(), match.end(), folded, folded[skipped:], skipped)

    def read(self) -> list[Piece]:
        found = list(self.named())
        people = [piece.words for piece in found if piece.kind == "person"]
        last = {fold(word) for words in people for word in (words[-1], words[0])}
        return sorted([*found, *self.short(found, last - self.vocabulary.common)], key=_start)

    def named(self) -> Iterator[Piece]:
        at = 0
        while at < len(self.tokens):
            kind, first, after = self.at(at)
            if kind and not self.is_taken(first, after):
                yield self.piece(first, after, kind)
            at = max(after, at + 1)

    def at(self, at: int) -> tuple[Kind | None, int, int]:
        """What begins at a word: its kind, the first word of its name and the one after it."""
        token, known = self.tokens[at], self.vocabulary
        for length in range(_MOST_IN_PLACE, 0, -1):
            if self.phrase(at, length) in known.places:
                return "place", at, at + length
        if self.is_in(token, known.people):
            return self.person(at + 1, after_cue=True)
        if self.is_in(token, known.organisations):
            after = self.adjectives(at + 1)
            return ("organisation", at, after) if after > at + 1 else (None, at, at + 1)
        if self.is_in(token, known.place_cues):
            after = self.adjectives(at + 2) if self.follows(at + 1) else at + 1
            is_name = after > at + 1 and self.can_be_place(at + 1)
            return ("place", at, after) if is_name else (None, at, at + 1)
        if token.bare in known.bodies:
            return "organisation", at, at + 1
        return self.person(at, after_cue=False)

    def is_in(self, token: Token, words: frozenset[str]) -> bool:
        return (
            token.folded in words
            or token.bare in words
            or (
                token.bare.removeprefix(_ARTICLE) in words
                and token.bare != token.bare.removeprefix(_ARTICLE)
            )
        )

    def person(self, at: int, after_cue: bool) -> tuple[Kind | None, int, int]:
        """A given name and what belongs to it; after a cue any word that can be one, past the
        adjectives of the cue ("the Iranian president ...")."""
        first = at
        while after_cue and self.follows(first) and first < at + 3 and self.is_adjective(first):
            first += 1
        if not self.follows(first) and not (first == at and not after_cue):
            return None, at, at
        given = self.is_given(self.tokens[first])
        if not given and not (after_cue and self.can_be_name(first)):
            return None, at, at
        after = first + 1
        while (
            self.follows(after) and after < first + _MOST_AFTER_CUE and self.belongs(first, after)
        ):
            after += 1
        return ("person", first, after) if after > first + 1 else (None, at, at)

    def is_given(self, token: Token) -> bool:
        """Whether the word is a given name as it is written."""
        written = self.text[token.start : token.end]
        return token.bare in self.vocabulary.given and written not in self.vocabulary.function_words

    def belongs(self, first: int, at: int) -> bool:
        """Whether a word continues a person's name: the second does, later ones by their form."""
        if not self.can_be_name(at):
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        family = token.folded.startswith(_ARTICLE) and not before.folded.startswith(_ARTICLE)
        particle = self.vocabulary.particles
        return (
            at == first + 1
            or token.folded in self.vocabulary.given
            or token.folded in particle
            or before.folded in particle
            or family
        )

    def can_be_name(self, at: int) -> bool:
        token = self.tokens[at]
        known = self.vocabulary
        if token.folded in known.common or len(token.folded) < 2:
            return False
        if self.text[token.start : token.end] in known.function_words:
            return False
        return not (self.is_in(token, known.people) or self.is_in(token, known.organisations))

    def can_be_place(self, at: int) -> bool:
        token = self.tokens[at]
        if token.folded in self.vocabulary.common:
            return False
        return token.folded.startswith(_ARTICLE) or not token.folded.startswith(_PREPOSITIONS)

    def is_adjective(self, at: int) -> bool:
        return self.tokens[at].folded.startswith(_ARTICLE)

    def adjectives(self, at: int) -> int:
        """Past the words with an article that follow: "the court | the constitutional"."""
        first = at
        people = self.vocabulary.people
        while self.follows(at) and at < first + _MOST_AFTER_CUE and self.is_adjective(at):
            if self.is_in(self.tokens[at], people):
                break
            at += 1
        return at

    def follows(self, at: int) -> bool:
        """Whether there is such a word, with only a space before it."""
        if not 0 < at < len(self.tokens):
            return False
        return self.text[self.tokens[at - 1].end : self.tokens[at].start] == " "

    def phrase(self, at: int, length: int) -> str:
        if length == 1:
            return self.tokens[at].bare
        if at + length > len(self.tokens) or not self.follows(at + length - 1):
            return ""
        words = [self.tokens[at].bare, *(t.folded for t in self.tokens[at + 1 : at + length])]
        return " ".join(words)

    def piece(self, first: int, after: int, kind: Kind | None) -> Piece:
        start = self.tokens[first].start + self.tokens[first].skipped
        end = self.tokens[after - 1].end
        return Piece(start, end, self.text[start:end], tuple(self.text[start:end].split()), kind)

    def short(self, found: list[Piece], last: set[str]) -> Iterator[Piece]:
        """Where a person is named again by the last word alone."""
        spans = sorted((piece.start, piece.end) for piece in found)
        starts = [start for start, _ in spans]
        for index, token in enumerate(self.tokens):
            if token.bare in last:
                before = bisect_right(starts, token.start + token.skipped) - 1
                if before < 0 or spans[before][1] <= token.start:
                    yield self.piece(index, index + 1, None)

    def is_taken(self, first: int, after: int) -> bool:
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        last = bisect_right(self.starts, end - 1) - 1
        return last >= 0 and self.taken[last].end > start


def _start(piece: Piece) -> int:
    return piece.start


@lru_cache(maxsize=100_000)
def _parted(word: str, vocabulary: Vocabulary) -> tuple[str, int]:
    """A word folded, and how many letters of it are a particle written onto a known word."""
    folded = fold(word)
    if folded in vocabulary.known:
        return folded, 0
    for prefix in vocabulary.prefixes:
        if folded.startswith(prefix) and folded[len(prefix) :] in vocabulary.known:
            return folded, len(prefix)
    return folded, 0
