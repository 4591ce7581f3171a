"""Who takes part in an event and where it happens, from the names in its clause and around it.

A pronoun stands for the person whom the sentences before were about; a clause without a subject of
its own ("..., in 2001 the iPod") takes that of its sentence; a collective ("the police") acts where
nobody is named before it; where no place is, the country that the whole article is about.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from timeline.extraction.findings import Name
from timeline.extraction.naming import gazetteer
from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.narratives import Narrative, Remembered, lists_in
from timeline.extraction.titling.reach import MOST_SUBJECT, OPENING
from timeline.extraction.titling.subjects import Subjects
from timeline.text import Span, fold

_MOST = 12  # names of one kind in one event
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w{4,}")
_MOST_COLLECTIVES = 2
_TITLE = re.compile(r", \w+ \w+ \Z")  # "Diana, Princess of Wales"
_OPENED = re.compile(r"\((?:\w+ ){0,3}\Z")
_LOOK_BACK = 32  # characters before a name in which its bracket opens or its preposition stands
_OFFICE = 40  # characters in which an office and its "of the" stand
_FEWEST_OF_A_SEAT = 2  # words: "Leipzig" and "Court"
_FEWEST = 3  # mentions that make a place the article's own


class Cast:
    """The names of an article, and whom each of its sentences is about."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        narrative: Narrative,
        title: str = "",
    ) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.by_text = {name.text: name for name in reversed(names.counts)}
        self.subjects = Subjects(text, sentences, names, narrative, self._hero(title))
        self.scene = self._scene()

    def _hero(self, title: str) -> str:
        """The one person of the article whom its title names, by the full or the last name."""
        words = frozenset(_WORD.findall(title))
        people = [name.text for name in self.names.counts if name.kind == "person"]
        named = [one for one in people if one in title or one.split()[-1] in words]
        return named[0] if len(named) == 1 else ""

    def _scene(self) -> Name | None:
        """The place that the article is about, if it names one again and again."""
        counts = {name: n for name, n in self.names.counts.items() if name.kind == "place"}
        most = max(counts, key=lambda name: counts[name], default=None)
        if most is None or counts[most] < _FEWEST:
            return None
        return most if 2 * counts[most] >= sum(counts.values()) else None

    def subject(self, clause: Span, sentence: Span, date: Span) -> str:
        """Whom the clause tells of where it does not say so, by name; "" if it does."""
        subject = self.subjects.of(clause, sentence, date)
        if subject or clause.start <= sentence.start + 1 or self._is_apart(clause):
            return subject
        names = [mention.name for mention in self.names.within(clause)]
        if any(name.kind != "place" for name in names):
            return ""
        before = Span(sentence.start, clause.start)
        first = next((m for m in self.names.within(before) if m.name.kind != "place"), None)
        if first and self.subjects.antecedents.is_beside(before.start, first):
            head = self.subjects.antecedents.head(before)  # "A verdict in the case of Lina"
            return head or first.name.text
        return first.name.text if first else ""

    def first_person(self, span: Span) -> str:
        """Who is named first in a span; "" for nobody."""
        people = (m.name.text for m in self.names.within(span) if m.name.kind == "person")
        return next(people, "")

    def named(self, text: str) -> tuple[Name, ...]:
        """The name written like this, if the article has it."""
        return (self.by_text[text],) if text in self.by_text else ()

    def participants(
        self, clause: Span, subject: str, others: Sequence[str] = ()
    ) -> tuple[Name, ...]:
        """The people and organisations of the clause, `subject` first, then as named, then
        `others` that it tells of."""
        named = [m for m in self.names.within(clause) if m.name.kind != "place"]
        mentions = [m for m in named if not self._is_aside(m, named)]
        if any(m.name.kind == "person" for m in mentions):
            mentions = [m for m in mentions if not self._is_of_an_office(m)]
        found = [*self.named(subject), *(m.name for m in mentions)]
        found += [name for other in others for name in self.named(other)]
        acting = self._collective(clause)
        return _distinct([*acting, *found]) or tuple(self._acting_country(clause))

    def _is_aside(self, mention: Mention, named: Sequence[Mention]) -> bool:
        """Whether a name takes no part: "Lina Said (CDU)", "the Office (GAO)", "on Twitter"."""
        before = self.text[max(0, mention.start - _LOOK_BACK) : mention.start]
        if _OPENED.search(before):
            opened = mention.start - len(before) + before.rfind("(")
            return any(other.end == opened - 1 for other in named)
        if fold(mention.name.text) not in self.narrative.words("platforms"):
            return False
        last = fold(before.split()[-1]) if before.split() else ""
        return last in self.narrative.words("prepositions")

    def _is_of_an_office(self, mention: Mention) -> bool:
        """ "The commander of the Coast Guard": the body only tells which commander."""
        if mention.name.kind != "organisation":
            return False
        before = self.text[max(0, mention.start - _OFFICE) : mention.start].casefold().split()
        while before and before[-1] in self.narrative.words("articles"):
            before.pop()
        joined = len(before) > 1 and before[-1] in self.narrative.words("joining")
        return joined and before[-2] in self.narrative.words("honorifics")

    def told(self, clause: Span, participants: Iterable[Name]) -> frozenset[str]:
        """Every name that the clause itself gives, and those of its participants it takes up."""
        named = [mention.name.text for mention in self.names.within(clause)]
        taken_up = [name.text for name in participants if name in self.names.counts]
        return frozenset(named + taken_up)

    def _is_apart(self, clause: Span) -> bool:
        """Whether a semicolon keeps the clause apart from what its sentence told before."""
        return any(mark in self.text[max(0, clause.start - 2) : clause.start] for mark in ";؛")

    def _acting_country(self, clause: Span) -> list[Name]:
        """ "Iran announced": a country that opens the clause acts; where the verb stands first, it
        may stand behind one word."""
        mention = next(iter(self.names.within(clause)), None)
        if mention is None or mention.name.kind != "place":
            return []
        opening = self.text[clause.start : mention.start]
        words = opening.split()
        most = 1 if self.narrative.prefixes else MOST_SUBJECT - 1
        if len(words) > most or opening[-1:].isalpha():  # "to", written onto the name
            return []
        before = [fold(word) for word in words]
        locative = any(word in self.narrative.words("locatives") for word in before)
        governing = [word for word in before if word not in self.narrative.words("articles")][-1:]
        governed = any(word in self.narrative.words("prepositions") for word in governing)
        joined = any(word in self.narrative.words("joining") for word in governing)
        if joined and _TITLE.search(opening):
            return []
        acted_on = not self.narrative.prefixes and self.narrative.pattern("verbs").search(opening)
        return [] if locative or (governed and not joined) or acted_on else [mention.name]

    def _collective(self, clause: Span) -> list[Name]:
        """ "The police", "the court", where the clause names nobody before them."""
        if "actors" not in lists_in(self.text[clause.start : clause.end], self.narrative):
            return []
        named = (m.start for m in self.names.within(clause) if m.name.kind != "place")
        found = self.narrative.pattern("actors").finditer(
            self.text, clause.start, min(clause.end, next(named, clause.end))
        )
        acting = (
            match
            for match in found
            if not (self._before_title(match.end()) or self._is_apposed(match.end(), clause))
        )
        return [self._body(match[0]) for match in islice(acting, _MOST_COLLECTIVES)]

    def _body(self, word: str) -> Name:
        """ "The Court" is the court that the article names in full, "the court" just that."""
        found = Name(word, "organisation")
        if not word[:1].isupper():
            return found
        return self._bodies.get(word, found)

    @cached_property
    def _bodies(self) -> Mapping[str, Name]:
        """Word -> the first organisation of the article that has it in its name."""
        named = [name for name in self.names.counts if name.kind == "organisation"]
        return {word: name for name in reversed(named) for word in name.text.split()}

    def _is_apposed(self, end: int, clause: Span) -> bool:
        """ "The prosecutor, Lina Aziz," and "judge Omar Said": the word only tells who it is."""
        people = (m.start for m in self.names.within(clause) if m.name.kind == "person")
        return any(self.text[end:start] in (" ", ", ") for start in people if 0 < start - end < 3)

    def _before_title(self, end: int) -> bool:
        """ "The regime president": the collective only tells whose president."""
        following = self.text[end : end + 24].split()[:1]
        titles = self.narrative.words("honorifics")
        return bool(following) and following[0].strip(".,;:").casefold() in titles

    def places(self, clause: Span, behind: Callable[[], Span | None]) -> tuple[Name, ...]:
        """The places of the clause, else of the sentence `behind` that goes on about it ("It
        occurred west of ..."), else the one that the article is about."""
        acting = self._acting_country(clause)
        named = [m.name for m in self.names.within(clause) if m.name.kind == "place"]
        found = [name for name in named if name not in acting] or named
        if not found and (following := behind()) and self._goes_on(following):
            found = [m.name for m in self.names.within(following) if m.name.kind == "place"]
        return _distinct(found) or self._seats(clause) or ((self.scene,) if self.scene else ())

    def _seats(self, clause: Span) -> tuple[Name, ...]:
        """Of "Leipzig Regional Court" the city: such a body acts where it is."""
        narrative = self.narrative
        for mention in self.names.within(clause):
            words = mention.name.text.split() if mention.name.kind == "organisation" else []
            if len(words) < _FEWEST_OF_A_SEAT:
                continue
            seated = (
                fold(word) in narrative.words("seated")
                or fold(word).endswith(narrative.endings("seated"))
                for word in words
            )
            place = next(filter(self._is_known, words), "")
            if place and any(seated):
                return (Name(place, "place"),)
        return ()

    def _is_known(self, place: str) -> bool:
        folded, narrative = fold(place), self.narrative
        known = gazetteer.places(narrative.language)
        return folded in known or folded in narrative.words("countries")

    def _goes_on(self, sentence: Span) -> bool:
        end = min(sentence.end, sentence.start + OPENING // 2)
        return bool(self.narrative.pattern("neuters").search(self.text, sentence.start, end))


# An article names the same few again and again.
_words_of = Remembered[frozenset[str]](lambda name: frozenset(name.split()))


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """Each name once, and none that is a part of a longer one ("Apple", "Apple Computer")."""
    found = list(dict.fromkeys(names))[:_MOST]
    if len(found) < 2:
        return tuple(found)
    words = [_words_of[name.text] for name in found]
    longer = [own for own in words if len(own) > 1]
    named = zip(found, words, strict=True)
    return tuple([name for name, own in named if not any(map(own.__lt__, longer))])
