"""Whom a clause tells of where an ending says: "his", written onto a noun, "she" onto a verb, the
gender of a participle that has no subject beside it ("Fue destruid**o**").
"""

import re

from timeline.extraction.naming.genders import gender_of
from timeline.extraction.titling.openings import Openings
from timeline.extraction.titling.reach import BESIDE, MOST_SUBJECT, OPENING
from timeline.extraction.titling.things import Things
from timeline.extraction.titling.told_of import OWNED, ToldOf, is_common
from timeline.text import Span, fold

_FEW_WORDS = 4
_SHE = "ت"  # at the end of a verb in the past
_BEING = re.compile(
    r"\s(?P<been>sido )?(?P<participle>\w+)"
)  # "fue", "ha sido" before a participle
_GENDERS = {"o": "masculine", "a": "feminine"}  # endings of participles


class Agreement:
    """What the endings of the clauses of one text agree with."""

    def __init__(self, openings: Openings, told: ToldOf, things: Things) -> None:
        self.openings, self.told, self.things = openings, told, things
        self.text, self.names, self.narrative = openings.text, openings.names, openings.narrative

    def subject(self, person: str, clause: Span, sentence: Span, date: Span) -> str:
        """The person told of, or of the last woman where the verb says "she" ("شاركت"); not where
        a participle has the gender of what the sentence before was about, or another than his."""
        if gender := self._of_participle(clause, date):
            if gender in self.told.before(sentence.start).held:
                return self._thing_before(sentence, gender)
            return "" if gender_of(person) not in ("", gender) else person
        start = self.openings.behind_date(clause, date)
        words = self.text[start : clause.end].split(maxsplit=1)[:1]
        verb = words[0] if self.narrative.prefixes and words else ""
        if not verb.endswith(_SHE) or verb[:-1] not in self.narrative.words("dropping"):
            return person
        return self.told.fitting(sentence.start, "feminine")

    def owner(self, clause: Span, sentence: Span, date: Span) -> str:
        """Whom a pronoun means that is written onto one of the first words ("his trial")."""
        if not self.narrative.prefixes:
            return ""
        start = self.openings.behind_date(clause, date)
        words = self.text[start : min(clause.end, start + OPENING)].split()[:_FEW_WORDS]
        for before, word in zip(["", "", *words[1:]], words, strict=False):
            owned = OWNED.fullmatch(word)
            described = self._describes(before, word)
            if owned and not is_common(word, self.narrative) and not described:
                end = self.text.index(word, start) + len(word)
                near = self.names.within(Span(start, min(clause.end, end + BESIDE)))
                if any(m.name.kind == "person" for m in near):
                    return ""  # "his lawyer Omar Haddad", "Omar returned to his works"
                gender = "feminine" if owned[1] else "masculine"
                return self.told.fitting(sentence.start, gender)
        return ""

    def _describes(self, noun: str, word: str) -> bool:
        """ "زلزال قوته 7.6 درجات", a quake of its strength: of the noun without an article before
        it, not of a person."""
        named = noun and not fold(noun).startswith(tuple(self.narrative.words("articles")))
        verbs = self.narrative.pattern("auxiliaries", "verbs", "dropping", "prepositions")
        return bool(named) and not verbs.match(noun) and word[0] not in self.narrative.prefixes

    def _of_participle(self, clause: Span, date: Span) -> str:
        """The gender of the participle behind the "was" that opens a clause, in a language that
        leaves out its subject; "" where there is none."""
        if not self.narrative.lists.get("accented"):
            return ""
        start = self.openings.behind_date(clause, date)
        being = self.narrative.pattern("auxiliaries").match(self.text, start, clause.end)
        found = _BEING.match(self.text, being.end(), clause.end) if being else None
        having = being and fold(being[0]) in self.narrative.words("having")
        passive = found and (found["been"] or not having)  # not "había recibido"
        participle = found["participle"] if found and passive else ""
        attributes = self.narrative.endings("attributes")
        known = participle.endswith(attributes) or participle in self.narrative.words("attributes")
        return _GENDERS.get(participle[-1:], "") if known else ""

    def _thing_before(self, sentence: Span, gender: str) -> str:
        """The thing that opens the sentence before, "" where that is not plain."""
        before = self.told.before(sentence.start).previous
        plain = before is not None and gender in self.told.meaning.plain(before)
        return self._before_verb(before) or self.things.opening(before) if before and plain else ""

    def _before_verb(self, sentence: Span) -> str:
        """The words that open a sentence, up to a verb with its ending as written: "El teatro |
        abrió", "La novela | se publicó"."""
        words = self.text[slice(*sentence)].split(maxsplit=MOST_SUBJECT)[:MOST_SUBJECT]
        verbs = (i for i, word in enumerate(words) if word.endswith(self.openings.verbs.accented))
        opening = words[: next(verbs, 0)]
        if opening and fold(opening[-1]) in self.narrative.words("common"):
            opening.pop()
        return " ".join(opening) if len(opening) > 1 else ""
