"""Whom a clause tells of where its own words do not say.

A pronoun stands for the person whom the sentences before were about; a clause that begins with its
verb ("..., was elected", "Regresó a su país") goes on about the subject before it.
"""

import re
from collections import deque
from collections.abc import Sequence

from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.boundaries import COORDINATE, STRONG, boundaries
from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative, lists_in
from timeline.extraction.titling.agreement import Agreement
from timeline.extraction.titling.antecedents import Antecedents
from timeline.extraction.titling.first_words import FirstWords
from timeline.extraction.titling.openings import Openings
from timeline.extraction.titling.reach import AND, BESIDE, MOST_SUBJECT, OPENING, SPACE_AND_COMMAS
from timeline.extraction.titling.things import Things
from timeline.extraction.titling.told_of import ToldOf
from timeline.extraction.titling.verbs import Verbs
from timeline.text import Span, fold

_COMMA_SPACE = re.compile(r"[,،]\s+")
_MOST_VERB = 12  # characters of a verb and the words beside it
_WORD = re.compile(r"[^\W\d_]+")


class Subjects:
    """Whom each sentence of an article is about."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        narrative: Narrative,
        hero: str = "",
    ) -> None:
        """`hero`: the person whom the title of the article names, if it names one."""
        self.text, self.names, self.narrative = text, names, narrative
        self.pattern = narrative.pattern
        self.antecedents = Antecedents(text, names, narrative)
        self.verbs = Verbs(text, narrative)
        self.first_words = FirstWords(text, narrative, self.antecedents, self.verbs)
        self.openings = Openings(text, names, narrative, self.antecedents, self.verbs)
        self.told = ToldOf(text, sentences, names, narrative, self.antecedents, hero)
        held = self.told.meaning
        self.things = Things(text, sentences, names, narrative, self.first_words.of, held)
        self.agreement = Agreement(self.openings, self.told, self.things)

    def of(self, clause: Span, sentence: Span, date: Span) -> str:
        """Whom the clause tells of, if its own words do not say: whom its pronoun means, what its
        "which" takes up, or the subject of the sentence that it continues. "" if they do."""
        opens = clause.start - sentence.start < 2
        entry = self.told.of_an_entry(sentence) if opens else ""
        if whose := entry or self._before_semicolon(clause, sentence):
            return whose
        if self._has("companies", clause):
            told = Span(self.openings.behind_date(clause, date), clause.end)
            if self._stands_for_a_body(told):
                return self.told.before(sentence.start).body
        return self._in_its_sentence(clause, sentence, date)

    def unnamed(self, clause: Span, sentence: Span, date: Span) -> list[str]:
        """Those whom the clause tells of without their name: "**The mayor** received **him**"."""
        start = self.openings.behind_date(clause, date)
        found = self.acted_on(clause, sentence), self.told.offices.of(start, clause.end)
        return [person for person in found if person]

    def acted_on(self, clause: Span, sentence: Span) -> str:
        """Whom a pronoun means that cannot be the person named before it: "Lina appointed **him**";
        "" for nobody."""
        if not (
            self.narrative.prefixes or self._has("objects", clause) or self._has("acted_on", clause)
        ):
            return ""
        people = (m for m in self.names.within(clause) if m.name.kind == "person")
        first = next(people, None)
        if first is None or not self.told.tells_of_another(first, clause):
            return ""
        person = self.told.about(sentence.start)
        return "" if person == first.name.text else person

    def _has(self, name: str, clause: Span) -> bool:
        """Whether the clause may have a word of a list."""
        return name in lists_in(self.text[clause.start : clause.end], self.narrative)

    def _in_its_sentence(self, clause: Span, sentence: Span, date: Span) -> str:
        person = self.told.about(sentence.start)
        if person and self._opening_pronoun(clause, sentence):
            return "" if self._is_another(person, clause, sentence) else person
        person = self.told.before(sentence.start).thing or person
        if owner := self.agreement.owner(clause, sentence, date):
            return owner
        if clause.start - sentence.start < 2:
            return self._of_opening(clause, sentence, date, person)
        before = Span(sentence.start, clause.start)
        if (taken_up := self._taken_up(sentence, clause, date)) is not None:
            return taken_up
        if self._opens_with_it(clause):
            return self.things.opening(before)
        if self.pattern("participles").match(self.text, clause.start, clause.end):
            return self._beside(before, clause) or self._joined(before, person)
        if self.openings.lacks_subject(clause, date, opens=False):
            return self._continued(before, person) or self._of_whom(before, person)
        return ""

    def _of_opening(self, clause: Span, sentence: Span, date: Span, person: str) -> str:
        """Whom a clause tells of that opens its sentence."""
        known = self.things.of(sentence) or self._announced(clause, sentence, person)
        if known or not self.openings.lacks_subject(clause, date, opens=True):
            return known
        return self.agreement.subject(person, clause, sentence, date)

    def _taken_up(self, sentence: Span, clause: Span, date: Span) -> str | None:
        """What the relative that opens a clause takes up, or a verb behind an aside; else None."""
        before = Span(sentence.start, clause.start)
        if subject := self.openings.before_aside(before, clause):
            return subject
        if self._is_article_too(clause, date):
            return self.antecedents.of(before)
        takes_up = (self.pattern("asides", "oblique"), self.narrative.restrictive)
        relative = self._opening_one(takes_up, clause)
        if relative is None:
            return None
        if not self._has_its_own(relative):
            return self.antecedents.of(before)
        # "..., de quien | se separó en 1961": a language that leaves out its subject
        drops = self.verbs.accented and self.openings.has_verb_at(relative.end() + 1)
        return self._continued(before, self.told.about(sentence.start)) if drops else ""

    def _is_article_too(self, clause: Span, date: Span) -> bool:
        """ ", | die | 2017 starb": a relative that is an article too, right before the date."""
        words = self.text[clause.start : date.start].split()
        if self.narrative.capitals != "nouns" or len(words) != 1:
            return False
        return words[0].islower() and words[0] in self.narrative.words("articles")

    def _opening_one(
        self, patterns: Sequence[re.Pattern[str]], clause: Span
    ) -> re.Match[str] | None:
        matches = (pattern.match(self.text, clause.start, clause.end) for pattern in patterns)
        return next(filter(None, matches), None)

    def _has_its_own(self, relative: re.Match[str]) -> bool:
        """Whether a relative is not the subject of its clause: "in which 11 people died"."""
        if fold(relative[0]) in self.narrative.words("nominative"):
            return False
        if self.pattern("oblique").match(relative[0]):
            return True
        behind = self.text[relative.end() : relative.end() + BESIDE].split(maxsplit=1)[:1]
        return bool(behind) and fold(behind[0]) in self.narrative.words("articles", "pronouns")

    def _opens_with_it(self, clause: Span) -> bool:
        """ "The bank grew, | although it lost money": whether "it" opens a clause, a conjunction
        before it or none."""
        joined = self.pattern("subordinate").match(self.text, clause.start, clause.end)
        start = joined.end() + 1 if joined else clause.start
        return self.pattern("neuters").match(self.text, start, clause.end) is not None

    def _before_semicolon(self, clause: Span, sentence: Span) -> str:
        """ "Lina Aziz laughed; | on Saturday she apologised": who stands first in the sentence."""
        if not self.text[sentence.start : clause.start].rstrip().endswith((";", "؛")):
            return ""
        before = Span(sentence.start, clause.start)
        if self.pattern("neuters").match(self.text, clause.start, clause.end):
            return self.things.opening(before)  # "The ship sank; | its wreck was found"
        if not self._opening_pronoun(clause, Span(clause.start, sentence.end)):
            return ""
        first = next((m for m in self.names.within(before) if m.name.kind == "person"), None)
        pronoun = self.pattern("pronouns").search(self.text, before.start, before.end)
        goes_on = pronoun and not self._is_of_another_gender(pronoun, clause)
        if not first or goes_on or self.antecedents.is_beside(before.start, first):
            return self.told.about(sentence.start)
        return first.name.text

    def _is_of_another_gender(self, pronoun: re.Match[str], clause: Span) -> bool:
        """ "**She** married Omar Haddad in 1968; **he** died": the pronouns mean two people."""
        own = self.pattern("pronouns").search(self.text, clause.start, clause.end)
        genders = self.told.gender(pronoun), self.told.gender(own)
        return all(genders) and genders[0] != genders[1]

    def _stands_for_a_body(self, told: Span) -> bool:
        """Whether "the company" stands for one named before, and is not "the agency | of ..."."""
        body = self.pattern("companies").match(self.text, told.start, told.end)
        behind = self.text[body.end() : told.end].split(maxsplit=1)[:1] if body else []
        name = behind[0].lstrip('«„“"') if behind else ""
        if name[:1].isupper() and self.narrative.capitals == "names":
            return False  # "La Agencia | Espacial Europea", a name of its own
        of = self.narrative.words("belonging")
        return bool(body) and not any(fold(word) in of for word in behind)

    def _is_another(self, person: str, clause: Span, sentence: Span) -> bool:
        """Whether a pronoun means somebody else: one of a role told of in its sentence, or not
        whom its own clause names ("he advised Omar Haddad")."""
        named = any(mention.name.text == person for mention in self.names.within(clause))
        return named or self._names_a_role(Span(sentence.start, clause.start))

    def _names_a_role(self, before: Span) -> bool:
        """Whether the words before a pronoun tell of somebody without a name, who may be meant:
        "the court fined **the director**, and in 2019 he ...", not "Named minister, she ..."."""
        if self.pattern("participles").match(self.text, before.start, before.end):
            return False
        roles = self.pattern("honorifics").finditer(self.text, before.start, before.end)
        return not self.names.within(before) and any(one.start() > before.start for one in roles)

    def _of_whom(self, before: Span, person: str) -> str:
        """The person told of, but not where the sentence goes on about a thing: "It ..., and",
        "The mission ..., and"."""
        thing = self.pattern("neuters").match(self.text, before.start, before.end)
        noun = self.antecedents.opens_noun(self.text[before.start : before.end])
        return "" if thing or noun else person

    def _beside(self, before: Span, clause: Span) -> str:
        """Whose neighbour the clause is: the name right before it, or the one that opens all."""
        named = [m for m in self.names.within(before) if m.name.kind != "place"]
        near = next((m for m in named if self._is_at(m, clause)), None)
        if near is None and named and not self.text[before.start : named[0].start].strip():
            near = named[0]
        return near.name.text if near else ""

    def _joined(self, before: Span, person: str) -> str:
        """ "He was arrested **and** extradited": the subject before an "and", else nobody."""
        last = self.text[before.start : before.end].split()[-1:]
        joins = self.narrative.words("coordinate")
        return self._continued(before, person) if any(fold(word) in joins for word in last) else ""

    def _is_at(self, mention: Mention, clause: Span) -> bool:
        """Whether nothing but a comma stands between a name and the clause behind it."""
        return not self.text[mention.end : clause.start].strip(SPACE_AND_COMMAS)

    def _announced(self, clause: Span, sentence: Span, person: str) -> str:
        """ "Born in Lyon in 1951, she ...": the subject of what stands before it."""
        behind = _COMMA_SPACE.match(self.text, clause.end, sentence.end)
        if not behind and self.pattern("participles").match(self.text, clause.start, clause.end):
            end = min(sentence.end, clause.end + OPENING)
            behind = _COMMA_SPACE.search(self.text, clause.end, end)
        if behind and self.pattern("prepositions").match(self.text, behind.end()):
            behind = _COMMA_SPACE.search(self.text, behind.end(), sentence.end)
        if not behind or self.pattern("auxiliaries").search(self.text, clause.start, clause.end):
            return ""
        if person and self._is_pronoun_next(behind.end()):
            return person
        if self._is_apposed(Span(behind.end(), sentence.end)):
            return ""
        following = Span(behind.end(), sentence.end)
        if self._stands_for_a_body(following):
            return self.told.before(sentence.start).body
        first = next(iter(self.names.within(following)), None)
        near = first and self.text.count(" ", behind.end(), first.start) < MOST_SUBJECT
        if not self.pattern("participles").match(self.text, clause.start, clause.end):
            return ""
        if first and first.name.kind != "place" and near:
            return first.name.text
        dropping = ("dropping", "auxiliaries") if self.verbs.accented else ("dropping",)
        if person and self.pattern(*dropping).match(self.text, behind.end()):
            return person
        thing = self.first_words.of(Span(behind.end(), min(sentence.end, behind.end() + OPENING)))
        named = thing[:1].isupper() or self.antecedents.opens_noun(thing)
        broken = fold(thing.rpartition(" ")[2]) in self.narrative.words(
            "prepositions", "time_words"
        )
        return thing if named and not broken else ""

    def _is_apposed(self, told: Span) -> bool:
        """ "Founded by Omar Haddad, | **a baker**, it": a noun beside a name, then a pronoun."""
        comma = _COMMA_SPACE.search(self.text, told.start, told.end)
        pronouns = self.pattern("pronouns", "neuters")
        if comma is None or not pronouns.match(self.text, comma.end()):
            return False
        return self.antecedents.opens_noun(self.text[told.start : comma.start()])

    def _is_pronoun_next(self, start: int) -> bool:
        """Whether a pronoun begins the main clause, or where nouns have capitals stands behind its
        verb: "Geboren in Linz, | studierte er ..."."""
        pronouns = self.pattern("pronouns")
        if pronouns.match(self.text, start):
            return True
        verb = _WORD.match(self.text, start) if self.narrative.capitals == "nouns" else None
        return verb is not None and pronouns.match(self.text, verb.end() + 1) is not None

    def _continued(self, before: Span, person: str) -> str:
        """The subject of the words before a clause that has none."""
        before = self._own_clause(before)
        if not self.narrative.prefixes and (aside := self._open_aside(before)):
            return self.antecedents.of(Span(before.start, aside))
        opening = Span(before.start, min(before.end, before.start + OPENING))
        if self.pattern("possessives").match(self.text, opening.start, opening.end):
            return self.first_words.of(opening) or person  # "Her first novel, "Spring", | was sold"
        found = [m for m in self.names.within(opening) if m.name.kind != "place"]
        named = found and found[0].start == before.start  # "Lina Aziz, his lawyer, left | and"
        pronouns = self.pattern("pronouns")
        if person and not named and pronouns.search(self.text, opening.start, opening.end):
            return person
        words = self.first_words.of(opening)
        if words and self.antecedents.opens_noun(words) and not self._holds(opening, words, found):
            return words
        if found and self._is_object(found[0], before):
            person = self.antecedents.head(before) or person  # "A verdict in the case of Omar"
            if person:
                return person
        if found or words:
            return found[0].name.text if found else words
        return self.things.of(before) or self._described(before) or self._of_whom(before, person)

    def _described(self, before: Span) -> str:
        """Of "Новый мэр вступит в должность | и будет", where no article opens a noun, what an
        adjective by its ending does."""
        endings = self.narrative.endings("adjectives")
        words = self.text[before.start : before.end].split(maxsplit=2)[:2]
        if not endings or len(words) < 2 or not fold(words[0]).endswith(endings):
            return ""
        return " ".join(words) if words[1].islower() and words[1].isalpha() else ""

    def _is_object(self, first: Mention, before: Span) -> bool:
        """Whether the name is no subject: "with Lina", or where verbs come first "عينها عمر"."""
        if self.antecedents.is_beside(before.start, first):
            return True
        return bool(self.narrative.prefixes) and self.told.acts_on_another(first, before)

    def _own_clause(self, before: Span) -> Span:
        """The last clause there with a subject and a verb of its own: of "Engineers warned, and a
        firm began repairs | but left" the second."""
        for cut in reversed(boundaries(self.text, before, self.narrative)):
            behind = Span(cut.start, before.end)
            joined = cut.strength == COORDINATE and self.verbs.tells(Span(before.start, cut.end))
            verb_first = self.verbs.opens(self.pattern("auxiliaries", "verbs"), behind)
            if cut.strength == STRONG or (joined and self.verbs.tells(behind) and not verb_first):
                return behind
        return before

    def _holds(self, opening: Span, words: str, found: Sequence[Mention]) -> bool:
        """Whether a name stands in the words that open a sentence, or right behind its verb."""
        near = opening.start + len(words) + _MOST_VERB
        behind = opening.start + words.find(" ") + 1
        apart = found and found[0].name.kind == "organisation" and found[0].start > behind
        return not apart and any(mention.start < near for mention in found[:1])

    def _open_aside(self, before: Span) -> int:
        """Where ", which began in Lyon | and ended" or ", which began in Lyon, | ended" takes up
        its noun; 0 if no aside is open or has just closed."""
        asides = self.pattern("asides").finditer(self.text, before.start, before.end)
        last = next(iter(deque(asides, maxlen=1)), None)
        if last is None or self.text[last.start() - 2 : last.start()] not in (", ", "، "):
            return 0
        closed = COMMA.search(self.text, last.end(), before.end)
        behind = self.text[closed.end() : before.end] if closed else ""
        return 0 if behind.strip() else last.start()

    def _is_copula(self, pronoun: re.Match[str]) -> bool:
        """ "اللقب هو الثالث", the title **is** the third: behind a noun with its article."""
        before = self.text[max(0, pronoun.start() - BESIDE) : pronoun.start()].split()[-1:]
        article = tuple(self.narrative.words("articles"))
        bare = (word.lstrip("".join(AND)) for word in before)
        return bool(self.narrative.prefixes) and any(word.startswith(article) for word in bare)

    def _opens_with_noun(self, clause: Span) -> bool:
        """Whether a clause does, where nouns have capitals: behind a comma "sie" is that noun, "Die
        Spieler landen, wo **sie** erwartet werden"."""
        if self.narrative.capitals != "nouns":
            return False
        return self.antecedents.opens_noun(self.text[clause.start : clause.end].split(" ", 1)[0])

    def _is_of_a_thing(self, found: re.Match[str], clause: Span) -> bool:
        """ "Le théâtre a ouvert **ses** portes": whose is said of the noun that opens the clause,
        where things are he and she."""
        if not self.narrative.gendered or not self.pattern("possessives").fullmatch(found[0]):
            return False
        words = self.text[clause.start : found.start()]
        if fold(words.rstrip().rpartition(" ")[2]) in self.narrative.words("auxiliaries"):
            return False  # "La muerte de Diana fue | **su** mayor crisis": of somebody else
        told = self.verbs.tells(Span(clause.start, found.start()))
        return told and self.antecedents.opens_noun(words)

    def _opening_pronoun(self, clause: Span, sentence: Span) -> bool:
        """Whether a pronoun stands before the first person; "her lawyer Lina Aziz" is Lina."""
        end = min(clause.end, clause.start + OPENING)
        if not self._has("pronouns", clause) or not self.told.pronoun(clause.start, end):
            return False
        first = next((m for m in self.names.within(sentence) if m.name.kind == "person"), None)
        end = min(end, first.start) if first else end
        if self._opens_with_noun(clause) and (comma := COMMA.search(self.text, clause.start, end)):
            end = comma.start()
        found = self.told.pronoun(clause.start, end)
        if found and (self._is_copula(found) or self.told.is_another(found)):
            return False
        if found and self._is_of_a_thing(found, clause):
            return False
        if not found or not first or first.start > clause.end:
            return bool(found)
        whose = self.pattern("possessives").fullmatch(found[0])
        between = self.text[found.end() : first.start]
        apart = COMMA.search(between.rstrip(SPACE_AND_COMMAS))
        return not (whose and between.count(" ") < MOST_SUBJECT and not apart)
