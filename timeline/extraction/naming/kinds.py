"""What a stretch of capitalised words names: a person, an organisation, a place, or nobody."""

import re

from timeline.extraction.findings import Kind
from timeline.extraction.naming.beside import LOOK_BACK, Beside
from timeline.extraction.naming.called import behind_its_noun
from timeline.extraction.naming.cuts import APOSTROPHES
from timeline.extraction.naming.runs import is_body, is_joined
from timeline.extraction.naming.vocabulary import Word, fold_word

_MOST_OF_A_PERSON = 5  # words
_DIGIT = re.compile(r"\d")
_AGED = re.compile(r", \d{1,2}(?:,|(?: ans| años| Jahre| лет| года?)\b)")  # "Lina, 17 ans"


class Kinds:
    """What the names of one text name, each by itself and the words beside it."""

    def __init__(self, beside: Beside) -> None:
        self.beside, self.text, self.vocabulary = beside, beside.text, beside.vocabulary

    def kind(self, words: list[Word], folded: str, titled: bool) -> Kind | None:
        """What the words name, `folded` as one; `titled`: behind a title. None where neither they
        nor the words beside them tell."""
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
        return self.beside.last in self.vocabulary.roles and not words[0].form.acronym

    def follows_body(self, words: list[Word]) -> bool:
        """Whether a common noun before it says that an organisation is named."""
        if words[0].form.folded in self.vocabulary.given or not self.beside.before:
            return False
        return behind_its_noun(self.text, words[0].start, self.beside.before[-1], self.vocabulary)

    def is_place(self, words: list[Word]) -> bool:
        """Whether one of the words makes a place of them, or one behind: "Leinster province"."""
        if True in [word.form.place for word in words]:
            return True
        if words[0].form.acronym:
            return False
        if len(words) == 1 and self.beside.begins_sentence(words[0]):
            return False  # "New roads ..."
        end = words[-1].end
        if self.text[end : end + 1] != " ":
            return False
        following = self.text[end + 1 : end + LOOK_BACK].split(maxsplit=1)
        if not following or following[0][:1].isupper():
            return False
        return fold_word(following[0].strip(",.;:)")) in self.vocabulary.behind

    def is_person(self, words: list[Word]) -> bool:
        """Two words or more, joined by nothing but particles, none of them a common noun."""
        if len(words) > _MOST_OF_A_PERSON or any(
            word.gap in ("joining", "and") for word in words[1:]
        ):
            return False
        if _DIGIT.search(self.text, words[0].start, words[-1].end):
            return False  # a model: "Citroën C3"
        if any(self.text[word.end] in APOSTROPHES for word in words[:-1]):
            return False  # "St John's Wood"
        if words[0].form.folded in self.vocabulary.given or words[0].form.gender:
            return True
        if words[0].form.folded in self.vocabulary.own_articles or (
            not self.vocabulary.nouns and self.beside.last in self.vocabulary.articles
        ):
            return False  # "the Northern Star"; where nouns have capitals, "die" may be a relative
        if self.beside.follows_locative() or self.is_one_of_many(words):
            return False
        if any(word.form.acronym or word.form.folded in self.vocabulary.peoples for word in words):
            return False
        return not (
            self.vocabulary.nouns
            and any(word.form.folded.endswith(self.vocabulary.suffixes) for word in words)
        )

    def is_nobody(self, words: list[Word]) -> bool:
        """Whether what may be a person is none: "the **prize** Albert Londres"."""
        dedicated = self.beside.last in self.vocabulary.dedicated or self.is_title_of_a_work(words)
        return dedicated or (len(words) > 1 and self.is_one_of_many(words))

    def is_title_of_a_work(self, words: list[Word]) -> bool:
        """ "Her first album, | **Red Roses**": of no known given name."""
        known = words[0].form.folded in self.vocabulary.given or words[0].form.gender
        return not known and self.beside.last.rstrip(",") in self.vocabulary.works

    def is_one_of_many(self, words: list[Word]) -> bool:
        """ "Un Te Deum", "his Silver Ghost", "the Great Kanto earthquake": nobody's name."""
        known, end = self.vocabulary, words[-1].end
        if self.beside.last in known.pointing:
            return True
        if self.beside.last not in known.determiners or self.text[end : end + 1] != " ":
            return False
        noun = self.text[end : end + LOOK_BACK].split(maxsplit=1)[:1]
        return bool(noun) and known.happening(noun[0]) is not None

    def is_no_name(self, words: list[Word], phrase: str) -> bool:
        """Whether the words, a `phrase` when folded, name a thing, or nothing by themselves."""
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
        return not noun and self.beside.follows_locative()
