"""Cutting a run of capitalised words where one name ends and another begins: at titles, at given
names, and at joining words that join nothing."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from timeline.extraction.naming.beside import Beside
from timeline.extraction.naming.runs import FULL_NAME, any_in, is_body
from timeline.extraction.naming.vocabulary import Word, fold_word

APOSTROPHES = ("'", "’")


class Cuts:
    """The cuts in the runs of one text."""

    def __init__(self, beside: Beside) -> None:
        self.beside, self.text, self.vocabulary = beside, beside.text, beside.vocabulary

    def parts(self, run: list[Word]) -> Iterable[tuple[list[Word], bool]]:
        """Stretches of a run between titles, each with whether a title stands before it."""
        if len(run) == 1 and not run[0].form.title:
            return [(run, False)]
        return self.stretches(run) if run else ()

    def stretches(self, run: list[Word]) -> Iterator[tuple[list[Word], bool]]:
        """The same, of a run that has a title or more than a word."""
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
            elif word.gap in ("joining", "and") and self.parts_names(part, run[index:]):
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
        if self.text[word.end : word.end + 1] in APOSTROPHES:
            return False  # "King's College"
        return word.gap not in ("joining", "and") and (index == 0 or index + 1 < len(run))

    def is_another(self, part: list[Word], rest: list[Word], titled: bool) -> bool:
        """Whether a given name begins somebody's name behind another one: "In **Paris** | Lina
        Aziz met", "the mayor of **Ardenne** | Lina Aziz"."""
        named = [*dropwhile(lambda one: one.form.function, part)]
        if rest[0].gap != "plain" or not named or named[0].form.gender:
            return False
        phrase, known = self.beside.phrase(named), self.vocabulary
        if phrase in known.gazetteer or phrase in known.bodies:
            return True
        return len(named) == 1 and (self.is_seat(named[0]) or (titled and self.is_bearer(rest)))

    def is_seat(self, word: Word) -> bool:
        """ "The mayor of **Ardenne**": what an office is of."""
        self.beside.look_before(word.start)
        known = self.vocabulary
        if len(self.beside.before) < FULL_NAME or self.beside.last not in known.belonging:
            return False
        return fold_word(self.beside.before[0]).removeprefix("ex") in known.honorifics

    def is_bearer(self, rest: list[Word]) -> bool:
        """ "Lawyer **Shubin's** | Irina Belova", where a case says whose: not "Shubin | Gennady
        Petrovich", one name whose surname comes first."""
        patronymics = self.vocabulary.patronymics
        return bool(patronymics) and len(rest) > 1 and not rest[1].form.folded.endswith(patronymics)

    def is_of_a_role(self, part: list[Word]) -> bool:
        """ "**House** Speaker Lina Aziz": of a body before a title and a name, only which one."""
        return part[-1].form.folded in self.vocabulary.organisations

    def parts_names(self, part: list[Word], rest: list[Word]) -> bool:
        """Whether "of" or "and" stands between two names."""
        return not (self.joins(part, rest[0].gap) or self.joins_ahead(part, rest))

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
        self.beside.look_before(part[0].start)
        return len(part) > 1 or self.beside.last in known.determiners
