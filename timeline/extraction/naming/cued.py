"""Names in scripts without capitals: what follows a cue ("President", "city of") or begins with a
given name, and the places that CLDR knows.

A particle can be written onto a word ("and", "in", "the"): each word is looked up with it and
without.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from timeline.extraction.findings import Kind
from timeline.extraction.naming import gazetteer
from timeline.extraction.naming.pieces import Piece
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span, fold

_TOKEN = re.compile(
    r"[^\W\d_][^\W\d_\u064b-\u0652\u0640]*(?:[\u064b-\u0652\u0640\u200c][^\W\d_]*)*"
)
_ARTICLE = "ال"
_TO_THE = "لل"
_FEMININE = ("ة", "ى", "ليا")  # ends of feminine nouns and adjectives: "the court the supreme"
_OWNED = re.compile(r"\w{3,}(?:ها|هم|هما)\Z")  # "her resignation"
_NO_PLACE = ("لل", "با", "وا")  # a preposition or "and", and an article: no name after its cue
_NO_BODY = re.compile("^[يتن]|ي$|يه$")  # a verb or an adjective rather than a name
_VERB = re.compile("[يت](?:ت|ست)..")  # an Arabic verb in the present: "advances", "receives"
_MOST_TO_NAME = 7  # words from an office to the name of who holds it
_MOST_IN_NAME = 5
_MOST_IN_BODY = 4
_MOST_IN_PLACE = 3


@dataclass(slots=True)
class Token:
    """A word, folded, and without the particle written onto it."""

    start: int
    end: int
    folded: str
    bare: str
    skipped: int  # characters of the particle
    taken: bool  # by a date, or a name already found


class Vocabulary:
    """The word lists of a language in the form in which words are read."""

    def __init__(self, narrative: Narrative) -> None:
        words = narrative.words
        self.prefixes = narrative.prefixes
        self.foreign = words("foreign")
        self.given = words("given") | self.foreign
        self.common = words("common") - self.given
        self.no_names = self.common | words("things") | words("finals")
        # Folded, the Arabic "on" is a given name; as written it is not.
        self.function_words = frozenset(narrative.lists.get("common", ()))
        self.people = words("people") | words("honorifics")
        self.titled = words("titled")
        self.honorifics, self.joining = words("honorifics"), words("joining")
        self.compounding = words("compounding")
        self.article = _ARTICLE in words("articles")
        self.place_endings = tuple(words("place_endings")) or ("\0",)
        self.organisations, self.place_cues = words("organisations"), words("places")
        self.particles, self.bodies = words("particles"), words("bodies")
        self.dedicated, self.determiners = words("dedicated"), words("determiners")
        self.places = gazetteer.places(narrative.language) | words("countries")
        self.known = (
            (self.given | self.people | self.organisations | self.place_cues | self.places)
            | self.bodies
            | self.dedicated
            | self.common
        )


_vocabulary = lru_cache(maxsize=8)(Vocabulary)


def pieces(text: str, narrative: Narrative, taken: Sequence[Span]) -> list[Piece]:
    """The names of the text, in order, outside the spans already `taken`."""
    return _Reader(text, _vocabulary(narrative), taken).read()


class _Reader:
    def __init__(self, text: str, vocabulary: Vocabulary, taken: Sequence[Span]) -> None:
        self.text, self.vocabulary = text, vocabulary
        self.taken, self.ends = taken, [span.end for span in taken]
        self.tokens = [self.token(match) for match in _TOKEN.finditer(text)]

    def token(self, match: re.Match[str]) -> Token:
        folded, skipped = _parted(match[0], self.vocabulary)
        start, end = match.span()
        first = bisect_right(self.ends, start)
        taken = first < len(self.taken) and self.taken[first].start < end
        return Token(start, end, folded, folded[skipped:], skipped, taken)

    def read(self) -> list[Piece]:
        found = list(self.named())
        people = [piece.words for piece in found if piece.kind == "person"]
        last = {fold(word) for words in people for word in self.alone(words)}
        surnames = {words[-1] for words in people}
        found = [part for piece in found for part in self.parted(piece, surnames)]
        return sorted([*found, *self.short(found, last - self.vocabulary.common)], key=_start)

    def alone(self, words: Sequence[str]) -> Iterator[str]:
        """The words of a full name by which its bearer may be named again."""
        yield words[0]
        if fold(words[-2]) not in self.vocabulary.particles:
            yield words[-1]  # not of "Al Thani", which is a number too

    def parted(self, piece: Piece, surnames: Set[str]) -> Iterator[Piece]:
        """ "Visited | Haddad | Baghdad": no name of two words, where the first is one of the
        `surnames` of the article and the second a place."""
        name, _, place = piece.text.partition(" ")
        visited = piece.kind == "person" and place and fold(place) in self.vocabulary.places
        if not visited or name not in surnames:
            yield piece
            return
        start = piece.end - len(place)
        yield Piece(start, piece.end, place, (place,), fold(place), "place")

    def named(self) -> Iterator[Piece]:
        at = 0
        while at < len(self.tokens):
            kind, first, after = self.at(at)
            if kind:
                yield self.piece(first, after, kind)
            at = max(after, at + 1)

    def at(self, at: int) -> tuple[Kind | None, int, int]:
        """What begins at a word: its kind, the first word of its name and the one after it."""
        token, known = self.tokens[at], self.vocabulary
        if token.taken:
            return None, at, at + 1
        for length in range(_MOST_IN_PLACE, 0, -1):
            if self.phrase(at, length) in known.places:
                return "place", at, at + length
        if self.is_in(token, known.people):
            return self.holder(at)
        if token.bare in known.dedicated and self.follows(at + 1) and self.is_given(at + 1):
            return None, at, self.person(at + 1)[2]  # "the prize of | Omar Haddad"
        if self.is_in(token, known.organisations):
            after = self.body(at)
            return ("organisation", at, after) if after > at + 1 else (None, at, at + 1)
        if token.folded in known.place_cues or token.bare in known.place_cues:
            return self.place(at)
        if token.bare in known.bodies:
            return "organisation", at, at + 1
        if token.bare.endswith(known.place_endings) and self.can_be_name(at):
            return "place", at, at + 1
        return self.person(at) if self.is_given(at) else (None, at, at + 1)

    def is_in(self, token: Token, words: frozenset[str]) -> bool:
        bare = token.bare.removeprefix(_ARTICLE)
        return (
            token.folded in words or token.bare in words or (bare != token.bare and bare in words)
        )

    def holder(self, cue: int) -> tuple[Kind | None, int, int]:
        """Who holds the office that a word names: from the first given name in its phrase ("the
        minister of Syria | Omar Haddad"), else the two words that stand where it would."""
        for at in range(cue + 1, cue + _MOST_TO_NAME):
            if not self.follows(at) or self.is_function(at):
                break
            if self.is_given(at) and (found := self.person(at))[0]:
                return found
        first = cue + 1
        while self.follows(first) and first < cue + 3 and self.is_definite(first):
            first += 1
        token = self.tokens[cue]
        told = first > cue + 1 or self.is_definite(cue) or token.bare in self.vocabulary.honorifics
        named = told and self.follows(first) and self.can_be_name(first)
        if not named or (first > cue + 1 and self.is_definite(first)):
            return None, cue, cue + 1  # of several words with an article none can be told apart
        person = self.person(first)
        alone = not person[0] or (self.follows(first + 1) and self.is_place(first + 1))
        if alone and first == cue + 1 and token.bare in self.vocabulary.titled:
            return "person", cue, first + 1  # "Visited | Queen | Elizabeth | Cairo"
        return person

    def person(self, first: int) -> tuple[Kind | None, int, int]:
        """A first name and what belongs to it; no person without a second word."""
        after = first + 1
        while self.follows(after) and after < first + _MOST_IN_NAME and self.belongs(first, after):
            after += 1
        return ("person", first, after) if after > first + 1 else (None, first, first + 1)

    def is_given(self, at: int) -> bool:
        """Whether the word is a given name as it is written."""
        token = self.tokens[at]
        written = self.text[token.start + token.skipped : token.end]
        if at and self.tokens[at - 1].folded in self.vocabulary.determiners:
            return False  # "یک عمر", a lifetime
        return token.bare in self.vocabulary.given and written not in self.vocabulary.function_words

    def belongs(self, first: int, at: int) -> bool:
        """Whether a word continues a person's name: the second does, later ones by their form."""
        token, before = self.tokens[at], self.tokens[at - 1]
        particles = self.vocabulary.particles
        if token.skipped or not self.can_be_name(at):
            return False
        if at == first + 1 or token.folded in particles or before.folded in particles:
            return True
        if at == first + 2 and self.tokens[first].folded in particles:  # "servant of God | Haddad"
            return not self.is_place(at)
        if self.is_foreign(first):
            return self.is_given(at) or self.is_given(at - 1)
        return self.is_given(at) or (self.is_definite(at) and not self.is_family(first, at - 1))

    def is_family(self, first: int, at: int) -> bool:
        """Whether a word with an article is the family's name, not what "servant of" goes on by."""
        compound = at - 1 >= first and self.tokens[at - 1].folded in self.vocabulary.particles
        return self.is_definite(at) and not compound

    def is_foreign(self, at: int) -> bool:
        return self.tokens[at].bare in self.vocabulary.foreign

    def can_be_name(self, at: int) -> bool:
        token, known = self.tokens[at], self.vocabulary
        if token.folded in known.no_names or len(token.folded) < 2:
            return False
        told = _VERB.match(token.folded) or _OWNED.match(token.folded)
        if known.article and told and token.bare not in known.given:
            return False
        if self.text[token.start : token.end] in known.function_words:
            return False
        return not (self.is_in(token, known.people) or self.is_in(token, known.organisations))

    def is_function(self, at: int) -> bool:
        """Whether a word ends the phrase before it: a preposition, a verb."""
        token = self.tokens[at]
        return token.folded in self.vocabulary.common and not self.is_definite(at)

    def place(self, cue: int) -> tuple[Kind | None, int, int]:
        """ "City of ..." with the word that follows and its adjectives."""
        first = cue + 1
        if not self.follows(first) or self.tokens[first].folded.startswith(_NO_PLACE):
            return None, cue, cue + 1
        named = self.can_be_name(first) and not self.tokens[first].skipped
        return ("place", cue, self.definite(first + 1)) if named else (None, cue, cue + 1)

    def body(self, cue: int) -> int:
        """Past the name of an organisation that begins at a word: a chain of nouns to the first
        with an article, and its adjectives ("the court | of appeal | the second"); without articles
        a noun, the words that commonly continue one, and a place."""
        at = cue + 1
        if self.is_definite(cue):  # "The committee | its next meeting": no chain goes on there
            return self.agreeing(cue)
        while self.follows(at) and at < cue + _MOST_IN_BODY and self.can_be_in_body(at):
            if self.is_definite(at):
                return self.definite(at + 1)
            if self.is_place(at):
                return at + 1
            at += 1
            if not self.vocabulary.article and not self.goes_on(at):
                break
        alone = self.tokens[cue + 1].folded if at == cue + 2 else ""
        named = not self.vocabulary.article or (alone and not _NO_BODY.search(alone))
        return at if named else cue + 1

    def agreeing(self, cue: int) -> int:
        """Past the adjectives of a body with an article: "the court the supreme"; a feminine one
        has feminine adjectives, so that "cut | the court | the quota" is two."""
        after = self.definite(cue + 1)
        if not self.is_feminine(cue):
            return after
        return next((at for at in range(cue + 1, after) if not self.is_feminine(at)), after)

    def is_feminine(self, at: int) -> bool:
        token = self.tokens[at]
        return self.text[token.start : token.end].endswith(_FEMININE)

    def can_be_in_body(self, at: int) -> bool:
        token, known = self.tokens[at], self.vocabulary
        if token.skipped and not self.is_definite(at):
            return False
        if self.makes_a_verb(at):
            return False
        if self.is_in(token, known.people) or self.is_in(token, known.place_cues):
            return False
        return token.folded in known.joining or self.is_definite(at) or self.can_be_name(at)

    def makes_a_verb(self, at: int) -> bool:
        """Whether a word makes one verb with the next: "به موزه | تبدیل شود", becomes a museum."""
        following = self.tokens[at + 1].folded if self.follows(at + 1) else ""
        return following in self.vocabulary.compounding and not self.is_place(at)

    def goes_on(self, at: int) -> bool:
        """Whether a word goes on with the name of an organisation where no article tells."""
        if not self.follows(at):
            return False
        return self.is_place(at) or self.tokens[at].folded in self.vocabulary.joining

    def is_place(self, at: int) -> bool:
        return self.tokens[at].bare in self.vocabulary.places

    def is_definite(self, at: int) -> bool:
        """Whether an article is written onto the word ("آل" folds to the same letters)."""
        token = self.tokens[at]
        start = token.start + token.skipped
        if not self.vocabulary.article:
            return False
        return self.text.startswith(_ARTICLE, start) or self.is_to_the(token)

    def is_to_the(self, token: Token) -> bool:
        """Whether "to" and the article are written onto a word, which then has no letter of it
        left ("**لل**حكومة")."""
        return self.text[token.start : token.start + token.skipped].endswith(_TO_THE)

    def definite(self, at: int) -> int:
        """Past the words with an article that follow: "the court | the constitutional"."""
        first, people = at, self.vocabulary.people
        while self.follows(at) and at < first + _MOST_IN_BODY and self.is_definite(at):
            if self.tokens[at].skipped or self.is_in(self.tokens[at], people):
                break
            at += 1
        return at

    def follows(self, at: int) -> bool:
        """Whether there is such a word, with only a space before it, that no date takes."""
        if not 0 < at < len(self.tokens) or self.tokens[at].taken:
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
        name = self.text[start:end]
        if self.vocabulary.article and self.is_to_the(self.tokens[first]):
            name = _ARTICLE + name
        return Piece(start, end, name, tuple(name.split()), fold(name), kind)

    def short(self, found: list[Piece], last: set[str]) -> Iterator[Piece]:
        """Where a person is named again by the last word alone."""
        spans = sorted((piece.start, piece.end) for piece in found)
        starts = [start for start, _ in spans]
        for index, token in enumerate(self.tokens):
            if token.bare in last:
                before = bisect_right(starts, token.start + token.skipped) - 1
                if before < 0 or spans[before][1] <= token.start:
                    yield self.piece(index, index + 1, None)


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
            return folded, len(prefix.removesuffix(_ARTICLE))
    return folded, 0
