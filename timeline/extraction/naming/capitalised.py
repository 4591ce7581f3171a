"""Names in scripts that have capitals: `runs` of capitalised words, cut and classified.

Every rule looks at one run and at most a few characters on either side, so the time is linear.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile

from timeline.extraction.findings import Kind
from timeline.extraction.naming.called import behind_its_noun, in_quotation_marks
from timeline.extraction.naming.pieces import Piece
from timeline.extraction.naming.runs import (
    FULL_NAME,
    any_in,
    is_body,
    is_joined,
    opens_with_role,
    runs,
    without_act,
)
from timeline.extraction.naming.vocabulary import Vocabulary, Word, fold_word
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import Span

_SENTENCE_END = '.!?…:؟。\n"“”„«»•*–—'
_LOOK_BACK = 24  # characters: the longest word that says a place follows, and its space
_APOSTROPHES = ("'", "’")
_MOST_OF_A_PERSON = 5  # words
_DIGIT = re.compile(r"\d")
_AGED = re.compile(r", \d{1,2}(?:,|(?: ans| años| Jahre| лет| года?)\b)")  # "Lina, 17 ans"


_vocabulary = lru_cache(maxsize=32)(Vocabulary)


def pieces(text: str, narrative: Narrative, taken: Sequence[Span]) -> list[Piece]:
    """The runs of the text that may be names, in order, outside the spans already `taken`."""
    return _Reader(text, _vocabulary(narrative), taken).read()


class _Reader:
    def __init__(self, text: str, vocabulary: Vocabulary, taken: Sequence[Span]) -> None:
        self.text, self.vocabulary = text, vocabulary
        self.runs = runs(text, vocabulary, taken)
        self.lower = frozenset(text.split())  # to know "Dozens" at a sentence's start as a word
        # What stands before the place looked at: at most two words, and the last one folded.
        self.before, self.last = list[str](), ""

    def read(self) -> list[Piece]:
        """The names in the runs: they are cut at titles, and at joining words that join nothing."""
        stretches = (stretch for run in self.runs for stretch in self.parts(self.named(run)))
        return [piece for part, titled in stretches if (piece := self.piece(part, titled))]

    def named(self, run: list[Word]) -> list[Word]:
        """A run without a word that opens it by the start of its sentence alone."""
        first = run[0]
        if len(run) == 1 and first.form.edge and self.is_edge(first, []):
            return []
        common = self.is_a_word(first) or opens_with_role(run)
        return run[1:] if common and self.begins_sentence(first) else run

    def is_a_word(self, word: Word) -> bool:
        """Whether a word with a sentence's capital is written small elsewhere in the text."""
        return word.form.small in self.lower and word.form.folded not in self.vocabulary.gazetteer

    def begins_sentence(self, word: Word) -> bool:
        before = self.text[max(0, word.start - 4) : word.start].rstrip(" \u00a0(")
        return not before or before[-1] in _SENTENCE_END

    def parts(self, run: list[Word]) -> Iterable[tuple[list[Word], bool]]:
        """Stretches of a run between titles, each with whether a title stands before it."""
        if len(run) == 1 and not run[0].form.title:
            return [(run, False)]
        return self.stretches(run) if run else ()

    def stretches(self, run: list[Word]) -> Iterator[tuple[list[Word], bool]]:
        part: list[Word] = []
        titled = False
        for index, word in enumerate(run):
            if word.form.title and self.is_title(run, index):
                if part and not self.is_of_a_role(part):
                    yield part, titled
                part, titled = [], True
            elif part and word.form.gender and self.is_another(part, run[index:], titled):
                yield part, titled
                part, titled = [word], False
            elif word.gap in ("joining", "and") and not (
                self.joins(part, word.gap) or self.joins_ahead(part, run[index:])
            ):
                role = titled and not part  # "Secretary | of State ..."
                if part:
                    yield part, titled
                part, titled = [word], role
            else:
                part.append(word)
        if part:
            yield part, titled

    def is_title(self, run: list[Word], index: int) -> bool:
        word = run[index]
        if self.text[word.end : word.end + 1] in _APOSTROPHES:
            return False  # "King's College"
        return word.gap not in ("joining", "and") and (index == 0 or index + 1 < len(run))

    def is_another(self, part: list[Word], rest: list[Word], titled: bool) -> bool:
        """Whether a given name begins somebody's name behind another one: "In **Paris** | Lina
        Aziz met", "the mayor of **Ardenne** | Lina Aziz"."""
        named = [*dropwhile(lambda one: one.form.function, part)]
        if rest[0].gap != "plain" or not named or named[0].form.gender:
            return False
        phrase, known = self.phrase(named), self.vocabulary
        if phrase in known.gazetteer or phrase in known.bodies:
            return True
        return len(named) == 1 and (self.is_seat(named[0]) or (titled and self.is_bearer(rest)))

    def is_seat(self, word: Word) -> bool:
        """ "The mayor of **Ardenne**": what an office is of."""
        self.look_before(word.start)
        known = self.vocabulary
        if len(self.before) < FULL_NAME or self.last not in known.belonging:
            return False
        return fold_word(self.before[0]).removeprefix("ex") in known.honorifics

    def is_bearer(self, rest: list[Word]) -> bool:
        """ "Lawyer **Shubin's** | Irina Belova", where a case says whose: not "Shubin | Gennady
        Petrovich", one name whose surname comes first."""
        patronymics = self.vocabulary.patronymics
        return bool(patronymics) and len(rest) > 1 and not rest[1].form.folded.endswith(patronymics)

    def is_of_a_role(self, part: list[Word]) -> bool:
        """ "**House** Speaker Lina Aziz": of a body before a title and a name, only which one."""
        return part[-1].form.folded in self.vocabulary.organisations

    def joins(self, part: list[Word], gap: str) -> bool:
        """Whether "of" after these words continues the name ("Ministry of"), or "and" does
        ("Ministry of Trade and")."""
        known = self.vocabulary
        cued = any_in(part, known.organisations) or any_in(part, known.places)
        return cued and (gap == "joining" or any(word.gap == "joining" for word in part))

    def joins_ahead(self, part: list[Word], rest: list[Word]) -> bool:
        """ "the Securities | and Exchange Commission": one organisation, told by its last word."""
        known = self.vocabulary
        named = [word for word in part if word.form.folded not in known.determiners]
        if rest[0].gap != "and" or len(named) != 1 or len(rest) < FULL_NAME:
            return False
        alone = (known.bodies, known.gazetteer, known.peoples)
        if any(named[0].form.folded in listed for listed in alone):
            return False
        if is_body(named) or not is_body(rest[1:FULL_NAME]):
            return False
        self.look_before(part[0].start)
        return len(part) > 1 or self.last in known.determiners

    def piece(self, words: list[Word], titled: bool) -> Piece | None:
        of_a_role = words[0].gap == "joining"  # "Minister | of Foreign Affairs"
        if of_a_role and titled:
            words, of_a_role = self.without_portfolio(words), False
        if len(words) > 1 and words[-1].form.thing:
            return None  # "the Economic Growth | Act", which is a word of the language too
        words = self.trimmed(words)
        if words and (house := in_quotation_marks(self.text, words, self.vocabulary)):
            return house
        if self.vocabulary.nouns:
            words = self.without_nouns(without_act(words, self.vocabulary))
        if titled:
            words = self.without_country(words)
        if not words or self.is_no_name(words, folded := self.phrase(words)):
            return None
        start, end = words[0].start, words[-1].end
        self.look_before(start)
        text = self.text[start:end]
        told = tuple([word.form.text for word in words])
        kind = self.kind(words, folded, titled)
        if kind in (None, "person") and self.is_nobody(words):
            return None
        piece = Piece(start, end, text, told, folded, kind)
        inside = text[1:]
        piece.plausible = inside != inside.lower() or self.last in self.vocabulary.dealing
        placed = piece.kind is None and not words[0].form.acronym
        placed = placed or (piece.kind == "place" and len(words) == 1)
        piece.located = placed and self.follows_locative()
        if len(words) == 1 and self.vocabulary.nouns and not self.stands_alone(words[0]):
            piece.only_short, piece.located, piece.plausible = True, False, False
        known = words[0].form.gender  # "Silber | für Katrin Vogt"
        return None if of_a_role and piece.kind in (None, "person") and not known else piece

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
        return tail and self.phrase(words) not in self.vocabulary.gazetteer

    def is_adjective(self, word: Word) -> bool:
        """ "Imprisoned **Iranian** activist": a small word stands behind."""
        behind = self.text[word.end : word.end + 2]
        return behind[:1] == " " and behind[1:].islower() and not self.vocabulary.nouns

    def without_portfolio(self, words: list[Word]) -> list[Word]:
        """Of "Secretary | of State Lina Aziz" the name; nothing of "Minister | of Trade"."""
        known = self.vocabulary.portfolios
        names = list(dropwhile(lambda word: word.form.folded in known, words))
        role = names and (len(names) == 1 or names[0].gap == "joining")
        return [] if role and self.phrase(names) not in self.vocabulary.gazetteer else names

    def without_country(self, words: list[Word]) -> list[Word]:
        """The name behind a title and its country, as in "President | Syria | Bashar al-Assad"
        (where a case says "of")."""
        for length in range(len(words) - 1, 0, -1):
            if self.phrase(words[:length]) in self.vocabulary.gazetteer:
                return words[length:]
        return words

    def without_nouns(self, words: list[Word]) -> list[Word]:
        """Where every noun has a capital: not the noun behind an article ("die Regierung
        Ortega") or before a given name, unless it is an organisation's; and of "Managua
        Universitätsgebäude" the place alone."""
        if words and self.is_common_noun(words):
            words = words[1:]
        for length in range(len(words), 0, -1):
            if self.phrase(words[:length]) in self.vocabulary.gazetteer:
                return words[:length]
        if words and not is_body(words):
            for first in range(1, len(words)):
                if self.phrase(words[first:]) in self.vocabulary.gazetteer:
                    return words[first:]  # "Nachbarland | Costa Rica"
        return words

    def is_common_noun(self, words: list[Word]) -> bool:
        """Whether the first word is a noun beside a name: "die | Regierung", "Tenor | Karl"."""
        if words[1:] and words[1].form.folded in self.vocabulary.given:
            return words[0].form.folded not in self.vocabulary.given
        if words[0].form.acronym or self.phrase(words) in self.vocabulary.bodies:
            return False
        known = words[1:] or words[0].form.folded.endswith(self.vocabulary.bodies_by_ending)
        named = known and words[0].form.body
        self.look_before(words[0].start)
        return not named and self.last in self.vocabulary.determiners

    def is_edge(self, word: Word, rest: list[Word]) -> bool:
        if not word.form.edge or self.is_own_article(word, rest):
            return False
        if word.form.function:
            return self.phrase([word, *rest]) not in self.vocabulary.gazetteer
        return not (rest and rest[0].form.folded in self.vocabulary.organisations)

    def is_own_article(self, word: Word, rest: list[Word]) -> bool:
        """ "En **La** Palma", "de **Los** Llanos": a capital in the middle of a sentence."""
        own = word.form.folded in self.vocabulary.own_articles and bool(rest)
        return own and rest[0].gap == "plain" and not self.begins_sentence(word)

    def phrase(self, words: list[Word]) -> str:
        if len(words) == 1:
            return words[0].form.folded
        return fold_word(self.text[words[0].start : words[-1].end])

    def is_no_name(self, words: list[Word], phrase: str) -> bool:
        first, last = words[0].form, words[-1].form
        if last.thing or first.numeral or (last.model and len(words) > 1):
            return True
        if first.kind or (first.thing and self.is_kind_of_thing(words)):
            return True
        if not (first.nothing and all(word.form.nothing for word in words)):
            return False
        if phrase in self.vocabulary.gazetteer or phrase in self.vocabulary.bodies:
            return False
        if first.folded in self.vocabulary.organisations and is_joined(words):
            return False  # "University of Cape Town"
        whose = first.folded in self.vocabulary.peoples
        return not (whose and len(words) > 1 and last.body)  # "European Union"

    def is_kind_of_thing(self, words: list[Word]) -> bool:
        """ "Copa del Rey", "Premio Cervantes": what it is comes first."""
        return not is_body(words) and (is_joined(words) or self.vocabulary.things_first)

    def stands_alone(self, word: Word) -> bool:
        """Whether one capitalised word can be a name where every noun has a capital."""
        known = self.vocabulary
        if word.form.folded in known.gazetteer or word.form.acronym:
            return True
        if word.form.folded.endswith(known.bodies_by_ending):
            return True
        happened = known.happening(word.form.text) is not None
        noun = happened or word.form.folded.endswith(known.suffixes)
        return not noun and self.follows_locative()

    def kind(self, words: list[Word], folded: str, titled: bool) -> Kind | None:
        known = self.vocabulary
        if folded in known.gazetteer or (
            known.nouns and folded.removesuffix("s") in known.gazetteer
        ):
            return "place"
        if titled and not any(word.gap in ("joining", "and") for word in words[1:]):
            return "place" if len(words) == 1 and self.is_place(words) else "person"
        given = words[0].form.gender and words[1:]  # "Marine Le Pen"
        if folded in known.bodies or is_body(words[1:] if given else words):
            return "organisation"
        if _AGED.match(self.text, words[-1].end):
            return "person"
        if self.follows_body(words):
            return "organisation"
        if self.is_place(words):
            return "place"
        tells = self.is_person if len(words) > 1 else self.follows_role
        return "person" if tells(words) else None

    def follows_role(self, words: list[Word]) -> bool:
        """ "The footballer **Haddad**": a role written small says who one word is."""
        return self.last in self.vocabulary.roles and not words[0].form.acronym

    def follows_body(self, words: list[Word]) -> bool:
        """Whether a common noun before it says that an organisation is named."""
        if words[0].form.folded in self.vocabulary.given or not self.before:
            return False
        return behind_its_noun(self.text, words[0].start, self.before[-1], self.vocabulary)

    def is_place(self, words: list[Word]) -> bool:
        if True in [word.form.place for word in words]:
            return True
        if words[0].form.acronym:
            return False
        if len(words) == 1 and self.begins_sentence(words[0]):
            return False  # "New roads ..."
        end = words[-1].end
        if self.text[end : end + 1] != " ":
            return False
        following = self.text[end + 1 : end + _LOOK_BACK].split(maxsplit=1)
        if not following or following[0][:1].isupper():
            return False
        return fold_word(following[0].strip(",.;:)")) in self.vocabulary.behind

    def follows_locative(self) -> bool:
        """Whether the word before, or the two words before ("south of"), say that a place comes."""
        locatives = self.vocabulary.locatives
        if self.last in locatives:
            return True
        return len(self.before) > 1 and f"{fold_word(self.before[0])} {self.last}" in locatives

    def look_before(self, start: int) -> None:
        """Look at what stands before a place: most of what is asked of a name asks for that."""
        begin = start - _LOOK_BACK if start > _LOOK_BACK else 0
        self.before = self.text[begin:start].rsplit(maxsplit=2)[-2:]
        self.last = fold_word(self.before[-1]) if self.before else ""

    def is_person(self, words: list[Word]) -> bool:
        """Two words or more, joined by nothing but particles, none of them a common noun."""
        if len(words) > _MOST_OF_A_PERSON or any(
            word.gap in ("joining", "and") for word in words[1:]
        ):
            return False
        if _DIGIT.search(self.text, words[0].start, words[-1].end):
            return False  # a model: "Citroën C3"
        if any(self.text[word.end] in _APOSTROPHES for word in words[:-1]):
            return False  # "St John's Wood"
        if words[0].form.folded in self.vocabulary.given or words[0].form.gender:
            return True
        if words[0].form.folded in self.vocabulary.own_articles or (
            not self.vocabulary.nouns and self.last in self.vocabulary.articles
        ):
            return False  # "the Northern Star"; where nouns have capitals, "die" may be a relative
        if self.follows_locative() or self.is_one_of_many(words):
            return False
        if any(word.form.acronym or word.form.folded in self.vocabulary.peoples for word in words):
            return False
        return not (
            self.vocabulary.nouns
            and any(word.form.folded.endswith(self.vocabulary.suffixes) for word in words)
        )

    def is_nobody(self, words: list[Word]) -> bool:
        """Whether what may be a person is none: "the **prize** Albert Londres"."""
        dedicated = self.last in self.vocabulary.dedicated or self.is_title_of_a_work(words)
        return dedicated or (len(words) > 1 and self.is_one_of_many(words))

    def is_title_of_a_work(self, words: list[Word]) -> bool:
        """ "Her first album, | **Red Roses**": of no known given name."""
        known = words[0].form.folded in self.vocabulary.given or words[0].form.gender
        return not known and self.last.rstrip(",") in self.vocabulary.works

    def is_one_of_many(self, words: list[Word]) -> bool:
        """ "Un Te Deum", "his Silver Ghost", "the Great Kanto earthquake": nobody's name."""
        known, end = self.vocabulary, words[-1].end
        if self.last in known.pointing:
            return True
        if self.last not in known.determiners or self.text[end : end + 1] != " ":
            return False
        noun = self.text[end : end + _LOOK_BACK].split(maxsplit=1)[:1]
        return bool(noun) and known.happening(noun[0]) is not None
