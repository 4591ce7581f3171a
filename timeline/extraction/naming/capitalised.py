"""Names in scripts that have capitals: `runs` of capitalised words, cut and classified.

Every rule looks at one run and at most a few characters on either side, so the time is linear.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile

from timeline.extraction.naming.beside import Beside
from timeline.extraction.naming.called import in_quotation_marks, opened
from timeline.extraction.naming.cuts import Cuts
from timeline.extraction.naming.kinds import Kinds
from timeline.extraction.naming.pieces import Piece
from timeline.extraction.naming.runs import (
    is_body,
    opens_with_role,
    runs,
    without_act,
)
from timeline.extraction.naming.vocabulary import Vocabulary, Word
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span

_vocabulary = lru_cache(maxsize=32)(Vocabulary)


def pieces(text: str, narrative: Narrative, taken: Sequence[Span]) -> list[Piece]:
    """The runs of the text that may be names, in order, outside the spans already `taken`."""
    return _Reader(text, _vocabulary(narrative), taken).read()


class _Reader:
    def __init__(self, text: str, vocabulary: Vocabulary, taken: Sequence[Span]) -> None:
        self.text, self.vocabulary = text, vocabulary
        self.beside = Beside(text, vocabulary)
        self.cuts, self.kinds = Cuts(self.beside), Kinds(self.beside)
        self.runs, self.opened = runs(text, vocabulary, taken), opened(text)
        self.lower = frozenset(text.split())  # to know "Dozens" at a sentence's start as a word

    def read(self) -> list[Piece]:
        """The names in the runs."""
        stretches = (stretch for run in self.runs for stretch in self.cuts.parts(self.named(run)))
        return [piece for part, titled in stretches if (piece := self.piece(part, titled))]

    def named(self, run: list[Word]) -> list[Word]:
        """A run without a word that opens it by the start of its sentence alone."""
        first = run[0]
        if len(run) == 1 and first.form.edge and self.is_edge(first, []):
            return []
        common = self.is_a_word(first) or opens_with_role(run)
        return run[1:] if common and self.beside.begins_sentence(first) else run

    def is_a_word(self, word: Word) -> bool:
        """Whether a word with a sentence's capital is written small elsewhere in the text."""
        return word.form.small in self.lower and word.form.folded not in self.vocabulary.gazetteer

    def piece(self, words: list[Word], titled: bool) -> Piece | None:
        of_a_role = words[0].gap == "joining"  # "Minister | of Foreign Affairs"
        if of_a_role and titled:
            words, of_a_role = self.without_portfolio(words), False
        if len(words) > 1 and words[-1].form.thing:
            return None  # "the Economic Growth | Act", which is a word of the language too
        words = self.trimmed(words)
        quoted = words and words[0].start in self.opened
        if quoted and (house := in_quotation_marks(self.text, words, self.vocabulary)):
            return house
        if self.vocabulary.nouns:
            words = self.without_nouns(without_act(words, self.vocabulary))
        if titled:
            words = self.without_country(words)
        if not words or self.kinds.is_no_name(words, folded := self.beside.phrase(words)):
            return None
        piece = self.told(words, folded, titled)
        if not piece or not of_a_role or piece.kind not in (None, "person"):
            return piece
        return piece if words[0].form.gender else None  # "Silber | für Katrin Vogt"

    def told(self, words: list[Word], folded: str, titled: bool) -> Piece | None:
        """What the words name, as far as they and those beside them tell; None for nobody."""
        start, end = words[0].start, words[-1].end
        self.beside.look_before(start)
        kind = self.kinds.kind(words, folded, titled)
        if kind in (None, "person") and self.kinds.is_nobody(words):
            return None
        text, alone = self.text[start:end], len(words) == 1
        piece = Piece(start, end, text, tuple([word.form.text for word in words]), folded, kind)
        if alone and self.vocabulary.nouns and not self.kinds.stands_alone(words[0]):
            piece.only_short = True
            return piece
        inside = text[1:]
        piece.plausible = inside != inside.lower() or self.beside.last in self.vocabulary.dealing
        placed = alone if kind == "place" else kind is None and not words[0].form.acronym
        piece.located = placed and self.beside.follows_locative()
        return piece

    def trimmed(self, words: list[Word]) -> list[Word]:
        """Without words at its edges that belong to no name ("The", "Monday", "Iranian")."""
        if words and not (words[0].form.edge or words[-1].form.edge):
            return words  # as most names are
        first, last = 0, len(words)
        while first < last and self.is_edge(words[first], words[first + 1 : last]):
            first += 1
        while last > first and self.is_tail(words[first:last]):
            last -= 1
        return words[first:last]

    def is_tail(self, words: list[Word]) -> bool:
        described = words[-1].form.people and self.is_adjective(words[-1])
        tail = words[-1].form.function or described
        return tail and self.beside.phrase(words) not in self.vocabulary.gazetteer

    def is_adjective(self, word: Word) -> bool:
        """ "Imprisoned **Iranian** activist": a small word stands behind."""
        behind = self.text[word.end : word.end + 2]
        return behind[:1] == " " and behind[1:].islower() and not self.vocabulary.nouns

    def without_portfolio(self, words: list[Word]) -> list[Word]:
        """Of "Secretary | of State Lina Aziz" the name; nothing of "Minister | of Trade"."""
        known = self.vocabulary.portfolios
        names = list(dropwhile(lambda word: word.form.folded in known, words))
        role = names and (len(names) == 1 or names[0].gap == "joining")
        return [] if role and self.beside.phrase(names) not in self.vocabulary.gazetteer else names

    def without_country(self, words: list[Word]) -> list[Word]:
        """The name behind a title and its country, as in "President | Syria | Bashar al-Assad"
        (where a case says "of")."""
        for length in range(len(words) - 1, 0, -1):
            if self.beside.phrase(words[:length]) in self.vocabulary.gazetteer:
                return words[length:]
        return words

    def without_nouns(self, words: list[Word]) -> list[Word]:
        """Where every noun has a capital: not the noun behind an article ("die Regierung
        Ortega") or before a given name, unless it is an organisation's; and of "Managua
        Universitätsgebäude" the place alone."""
        if words and self.is_common_noun(words):
            words = words[1:]
        for length in range(len(words), 0, -1):
            if self.beside.phrase(words[:length]) in self.vocabulary.gazetteer:
                return words[:length]
        if words and not is_body(words):
            for first in range(1, len(words)):
                if self.beside.phrase(words[first:]) in self.vocabulary.gazetteer:
                    return words[first:]  # "Nachbarland | Costa Rica"
        return words

    def is_common_noun(self, words: list[Word]) -> bool:
        """Whether the first word is a noun beside a name: "die | Regierung", "Tenor | Karl"."""
        if words[1:] and words[1].form.folded in self.vocabulary.given:
            return words[0].form.folded not in self.vocabulary.given
        if words[0].form.acronym or self.beside.phrase(words) in self.vocabulary.bodies:
            return False
        known = words[1:] or words[0].form.folded.endswith(self.vocabulary.bodies_by_ending)
        named = known and words[0].form.body
        self.beside.look_before(words[0].start)
        return not named and self.beside.last in self.vocabulary.determiners

    def is_edge(self, word: Word, rest: list[Word]) -> bool:
        if not word.form.edge or self.is_own_article(word, rest):
            return False
        if word.form.function:
            return self.beside.phrase([word, *rest]) not in self.vocabulary.gazetteer
        return not (rest and rest[0].form.folded in self.vocabulary.organisations)

    def is_own_article(self, word: Word, rest: list[Word]) -> bool:
        """ "En **La** Palma", "de **Los** Llanos": a capital in the middle of a sentence."""
        own = word.form.folded in self.vocabulary.own_articles and bool(rest)
        return own and rest[0].gap == "plain" and not self.beside.begins_sentence(word)
