"""Whom each sentence of an article goes on about: what its pronouns mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extraction.naming.genders import Focus
from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.marks import COMMA, SEMICOLON
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.antecedents import Antecedents
from timeline.extraction.titling.held import Held
from timeline.extraction.titling.offices import Offices
from timeline.extraction.titling.reach import BESIDE, OPENING
from timeline.text import Span, fold

OWNED = re.compile(r"\w{3,}(?:(ها)|ه)")  # "hers", "his", written onto a word
_ENTRY = re.compile(r"[^:–—\n]{1,40}[:–—]\s(?P<verb>\w+)\s")
_KIN = 2  # words of "her uncle" before a name, behind what the sentence tells first
_PROPER = re.compile(r"(?P<article>[^\W\d_]+)(?: [^\W\d_a-zà-ÿ]\w+)+(?= [a-zà-ÿ])")
# "ihr Haus", "seine erste große Liebe"
_OWNED = re.compile(r"(?: [^\W\d_A-ZÄÖÜ]+| \d+\.?){0,3} [„»\"]?[A-ZÄÖÜ]")
_ELIDED = "'’"


def is_common(word: str, narrative: Narrative) -> bool:
    """Whether a word that ends like one with "his" is a common one, "and" before it or not."""
    return bool({fold(word), fold(word[1:])} & narrative.words("common"))


@dataclass(frozen=True, slots=True)
class Before:
    """What an article has told before a sentence."""

    sentence: Span
    focus: Focus
    body: str  # the organisation that "the company" means
    thing: str  # what was told of since then by a name of its own
    held: frozenset[str]  # the genders of what its pronouns may mean else
    previous: Span | None  # the sentence before it in its paragraph


_NOTHING = Before(Span(0, 0), Focus(), "", "", frozenset(), None)


class ToldOf:
    """What the sentences of one article go on from, by where they start."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        narrative: Narrative,
        antecedents: Antecedents,
        hero: str,
    ) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.antecedents, self.hero = antecedents, hero
        self.meaning = Held(text, names, narrative)
        self.offices = Offices(text, names, narrative)
        self.starts = [sentence.start for sentence in sentences]
        self._before = dict(self._follow(sentences))

    def before(self, start: int) -> Before:
        """What was told before the sentence that starts there; nothing, where none does."""
        return self._before.get(start, _NOTHING)

    def about(self, start: int) -> str:
        """The person whom the pronouns of the sentence that starts there mean: the first named
        before it, in a sentence that did not itself begin with a pronoun."""
        before = self.before(start)
        pronoun = self._first_pronoun(before.sentence) if before.focus.last else None
        if not before.focus.last or (pronoun and self.meaning.means(pronoun, before.held)):
            return ""
        return before.focus.meant(self.gender(pronoun), self.narrative.gendered)

    def fitting(self, start: int, gender: str) -> str:
        """The person of that gender told of last before the sentence that starts there."""
        return self.before(start).focus.fitting.get(gender, "")

    def _follow(self, sentences: Sequence[Span]) -> Iterator[tuple[int, Before]]:
        """The start of each sentence and what was told before it."""
        focus, body, thing, held = Focus(), "", "", frozenset[str]()
        previous = Span(0, 0)
        for sentence in sentences:
            apart = "\n" in self.text[previous.end : sentence.start]
            held = frozenset() if apart else held
            beside = None if apart else previous
            yield sentence.start, Before(sentence, focus, body, thing, held, beside)
            held, previous = self.meaning.after(sentence, held), sentence
            acting = self._proper_noun(sentence)
            thing = self._body_again(sentence, body) or acting or thing
            named = self.names.within(sentence)
            body = self._body(sentence, named) or body
            if person := self._turned_to(sentence, named, focus, acting):
                focus, thing = focus.turned_to(person), ""
            for mention in named:
                if mention.name.kind == "person":
                    focus = focus.beside(mention.name.text)

    def _turned_to(
        self, sentence: Span, named: Sequence[Mention], focus: Focus, acting: str
    ) -> str:
        """Whom the text tells of from this sentence on; "" where it goes on as before. `acting` is
        what opens the sentence by a name of its own."""
        if not named:
            return self.offices.of(*sentence)
        people = [mention for mention in named if mention.name.kind == "person"]
        if people and not (focus.last and self._goes_on(people[0], sentence, focus)):
            return people[0].name.text
        return self._acted_on(people) if acting else ""

    def _proper_noun(self, sentence: Span) -> str:
        """ "**La Albiceleste** venció a Polonia": what opens a sentence by a name with an article,
        where the sentences behind it may leave their subject out."""
        opening = (
            _PROPER.match(self.text, sentence.start, sentence.end)
            if self.narrative.inverts
            else None
        )
        article = opening and fold(opening["article"]) in self.narrative.words("articles")
        return opening[0] if opening and article else ""

    def _body_again(self, sentence: Span, body: str) -> str:
        """ "Fundado en 1911, **el club** ganó": the body that a common noun takes up again."""
        if not (body and self.narrative.inverts and self.narrative.lists.get("companies")):
            return ""
        end = min(sentence.end, sentence.start + OPENING)
        comma = COMMA.search(self.text, sentence.start, end)
        participle = self.narrative.pattern("participles").match(self.text, *sentence)
        start = comma.end() + 1 if comma and participle else sentence.start
        return body if self.narrative.pattern("companies").match(self.text, start, end) else ""

    def _acted_on(self, people: Sequence[Mention]) -> str:
        """ "La Guardia Civil detuvo **a Omar**": whom a body does something to, who is told of
        from then on."""
        personal = (m for m in people if self.text[max(0, m.start - 3) : m.start] == " a ")
        person = next(personal, None)
        return person.name.text if person else ""

    def _first_pronoun(self, sentence: Span) -> re.Match[str] | None:
        found = self.pronoun(sentence.start, min(sentence.end, sentence.start + OPENING))
        return None if found and self.is_another(found) else found

    def pronoun(self, start: int, end: int) -> re.Match[str] | None:
        """The first pronoun there: where nouns have capitals, a possessive has one behind it,
        unlike the verb of "der 2028 fertig **sein** könnte"."""
        pronouns, capitals = self.narrative.pattern("pronouns"), self.narrative.capitals
        if capitals != "nouns":
            return pronouns.search(self.text, start, end)
        possessives = self.narrative.words("possessives")
        for found in pronouns.finditer(self.text, start, end):
            if fold(found[0]) not in possessives or _OWNED.match(self.text, found.end()):
                return found
        return None

    def is_another(self, pronoun: re.Match[str]) -> bool:
        """ "**Второй** обвиняемый", another one than whom "the defendant" means."""
        others = self.narrative.words("others")
        if not others:
            return False
        before = self.text[max(0, pronoun.start() - BESIDE) : pronoun.start()].split()[-1:]
        return bool(before) and fold(before[0]) in others

    def _goes_on(self, first: Mention, sentence: Span, focus: Focus) -> bool:
        """Whether a sentence that names somebody still tells of whom was told of before."""
        pronoun = self._first_pronoun(sentence)
        before = pronoun and pronoun.end() <= first.start
        if pronoun and before and not SEMICOLON.search(self.text, pronoun.end(), first.start):
            return True
        if (
            self._is_met(first, sentence)
            or self._is_born_as(first, sentence)
            or self._is_kin(first, sentence)
            or (focus.last == self.hero and self._acts_for(first, sentence))
            or self._is_behind_a_verb(first, sentence)
        ):
            return True
        return self.tells_of_another(first, sentence) or self.antecedents.is_beside(
            sentence.start, first
        )

    def of_an_entry(self, told: Span) -> str:
        """Of whom an entry of a chronology tells that has only its verb: "2004: Becomes mayor"; it
        is `told` behind the date that opens it."""
        start = self.starts[max(0, bisect_right(self.starts, told.start) - 1)]
        verb = self.narrative.pattern("narrating", "participles")
        within = start < told.start and verb.match(self.text, told.start, told.end)
        return self.about(start) if within else ""

    def _is_met(self, first: Mention, sentence: Span) -> bool:
        """ "2004: Meets Omar Haddad": of an entry without a subject the object."""
        entry = _ENTRY.match(self.text, sentence.start, sentence.end)
        known = self.narrative.words("narrating")
        return entry is not None and entry.end() == first.start and fold(entry["verb"]) in known

    def _is_born_as(self, first: Mention, sentence: Span) -> bool:
        """ "Born Lina Haddad in Lyon, she ...": another name of the one told of."""
        opening = self.narrative.pattern("participles").match(
            self.text, sentence.start, sentence.end
        )
        if opening is None or opening.end() + 1 != first.start:
            return False
        goes_on = self.narrative.pattern("pronouns").search(self.text, first.end, sentence.end)
        return goes_on is not None

    def _is_kin(self, first: Mention, sentence: Span) -> bool:
        """ "When **her uncle** Omar abdicated": somebody of the one told of."""
        before = self.text[max(sentence.start, first.start - BESIDE) : first.start].split()
        whose = self.narrative.words("possessives")
        return len(before) > _KIN and any(fold(word) in whose for word in before[-_KIN:])

    def _acts_for(self, first: Mention, sentence: Span) -> bool:
        """ "The archbishop, Omar Haddad, placed the crown on **her** head": in an article about
        her, whose that is."""
        end = min(sentence.end, first.end + OPENING)
        whose = self.narrative.pattern("possessives").search(self.text, first.end, end)
        return whose is not None

    def _is_behind_a_verb(self, first: Mention, sentence: Span) -> bool:
        """ "وزار بكين سرا، ما مهد لزيارة عمر": where verbs come first, one and a comma stand
        before a name that is not their subject."""
        comma = COMMA.search(self.text, sentence.start, first.start)
        verbs = self.narrative.pattern("dropping", "verbs")
        return bool(
            self.narrative.prefixes
            and comma
            and verbs.search(self.text, sentence.start, comma.end())
        )

    def _body(self, sentence: Span, named: Sequence[Mention]) -> str:
        """The organisation that opens a sentence: what "the company" means from then on."""
        for mention in named:
            if mention.end > sentence.start + BESIDE:
                break
            if mention.name.kind == "organisation" and not self.antecedents.is_beside(
                sentence.start, mention
            ):
                seated, endings = self.narrative.words("seated"), self.narrative.endings("seated")
                words = map(fold, mention.name.text.split())
                if not any(word in seated or word.endswith(endings) for word in words):
                    return mention.name.text
        return ""

    def tells_of_another(self, first: Mention, sentence: Span) -> bool:
        """ "Lina appointed him", "Lina l'accueille", "Lina holte **sie** nach Hamburg": what she
        does, but the one told of remains."""
        clause = COMMA.split(self.text[first.end : min(sentence.end, first.end + OPENING)])[0]
        if self.narrative.prefixes and self.acts_on_another(first, sentence):
            return True
        if self._is_acted_on(clause.split(maxsplit=3)[1:3]):
            return True
        found = self.narrative.pattern("objects").search(clause)
        elided = found and found[0][-1] in _ELIDED  # before a noun the same letters are an article
        return found is not None and (not elided or not clause[: found.start()].strip())

    def _is_acted_on(self, words: Sequence[str]) -> bool:
        """ "(Lina hired) **her** in", not "(Lina sold) **her** house"."""
        known = self.narrative.words
        if not words or fold(words[0]) not in known("acted_on"):
            return False
        whose = fold(words[0]) in known("possessives")
        return not whose or len(words) == 1 or fold(words[1]) in known("prepositions", "articles")

    def acts_on_another(self, first: Mention, sentence: Span) -> bool:
        """ "عينها عمر", Omar appointed **her**: an object written onto the verb before the name."""
        before = self.text[max(sentence.start, first.start - BESIDE) : first.start].split()[-2:]
        return any(OWNED.fullmatch(word) and not is_common(word, self.narrative) for word in before)

    def gender(self, pronoun: re.Match[str] | None) -> str:
        """The gender of a pronoun, "" where it or the pronoun is not there."""
        if not pronoun:
            return ""
        word = pronoun[0].casefold()
        genders = ("feminine", "masculine")
        return next((name for name in genders if word in self.narrative.words(name)), "")
