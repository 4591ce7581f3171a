"""Which pronouns stand for a thing, where things are "he" and "she" as well.

"Le pont fut bâti en 1902. **Il** a brûlé": the pronoun has the gender of the thing that the
sentence before it was about, and that sentence points at no person; so it means none.
"""

import re
from collections.abc import Iterable

from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.reach import OPENING
from timeline.text import Span, fold

_MOST_BEFORE = 4  # words before a noun, its article among them: "The new little bridge"
_WORD = re.compile(r"[^\W\d_]+['’]?")
GENDERS = ("masculine", "feminine")


class Held:
    """The sentences of one text that are about a thing with a grammatical gender."""

    def __init__(self, text: str, names: Names, narrative: Narrative) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        people = ("honorifics", "people", "participles", "roles", "feminine", "masculine")
        self.people = narrative.words(*people)
        self.roles = narrative.endings("roles")
        self.known = bool(narrative.lists.get("masculine_nouns"))

    def after(self, sentence: Span, held: frozenset[str]) -> frozenset[str]:
        """The genders of the pronouns that mean no person behind a sentence; `held` are those
        before it."""
        if not self.known:
            return held
        end = min(sentence.end, sentence.start + OPENING)
        pronoun = self.narrative.pattern("pronouns").search(self.text, sentence.start, sentence.end)
        if pronoun:  # it goes on about the thing, or tells of a person
            return held if held and pronoun.start() < end and self.means(pronoun, held) else _NONE
        opening = Span(sentence.start, end)
        if any(mention.name.kind == "person" for mention in self.names.within(opening)):
            return _NONE
        return self._opening(opening) | self._strangers(sentence)

    def is_opening(self, pronoun: re.Match[str], sentence: Span) -> bool:
        """Whether a pronoun plainly means what opens a sentence, and nobody whom it tells of
        else: "**The bridge** fell", not "The police saw a man"."""
        return self.means(pronoun, self.plain(sentence))

    def plain(self, sentence: Span) -> frozenset[str]:
        """The genders of what opens a sentence, without those of whom else it tells."""
        opening = Span(sentence.start, min(sentence.end, sentence.start + OPENING))
        behind = Span(sentence.start + 1, sentence.end)
        genders = self._opening(opening) | self._strangers(opening, at_start=True)
        return genders - self._strangers(behind)

    def means(self, pronoun: re.Match[str], held: Iterable[str]) -> bool:
        """Whether a pronoun can mean the thing told of: not "his", which needs none."""
        word = fold(pronoun[0])
        if word in self.narrative.words("possessives"):
            return False
        return any(word in self.narrative.words(gender) for gender in held)

    def _opening(self, opening: Span) -> frozenset[str]:
        """The genders of the noun that opens a sentence, none where it may be a person."""
        words = [found[0] for found in _WORD.finditer(self.text, opening.start, opening.end)][
            : _MOST_BEFORE + 1
        ]
        if not words:
            return _NONE
        genders = frozenset(gender for gender in GENDERS if self._is_of(words[0], gender))
        nouns = words if self.shows_gender else words[1:2]
        if self.narrative.capitals == "nouns":
            nouns = [word for word in words[1:] if word[0].isupper()][:1]
        if not genders or any(map(self._is_person, nouns[:2])):
            return _NONE
        return genders

    @property
    def shows_gender(self) -> bool:
        """Whether a noun shows its gender itself, and no article does."""
        return self.known and not self.narrative.lists.get("articles")

    def _is_of(self, word: str, gender: str) -> bool:
        known, folded = f"{gender}_nouns", fold(word.replace("’", "'"))
        if folded in self.narrative.words(known):
            return True
        endings = self.narrative.endings(known)
        small = self.narrative.words("common", "prepositions", "time_words")
        return bool(endings) and folded not in small and folded.endswith(endings)

    def _is_person(self, word: str) -> bool:
        return fold(word) in self.people or fold(word).endswith(self.roles)

    def _strangers(self, words: Span, *, at_start: bool = False) -> frozenset[str]:
        """The genders of those without a name whom a sentence tells of: "a man of 38"."""
        named = ((gender, self.narrative.pattern(f"{gender}_strangers")) for gender in GENDERS)
        return frozenset(
            gender
            for gender, stranger in named
            if (stranger.match if at_start else stranger.search)(self.text, *words)
        )


_NONE: frozenset[str] = frozenset()
