"""How a clause opens: behind the date that leads it, with its subject or with its verb.

"In 2004 **was elected**", "..., and **met** Lina Aziz": a clause that begins with its verb, or ends
with one that has nobody before it, goes on about whom the words before told of.
"""

import re

from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.antecedents import Antecedents
from timeline.extraction.titling.reach import AND, BESIDE, SPACE_AND_COMMAS
from timeline.extraction.titling.verbs import Verbs
from timeline.text import Span, fold

_TO = " a "  # "empezó | a cantar": what somebody does
_DIGIT = re.compile(r"\d")
_LEADING = 24  # characters before a date that still opens its clause
_FINAL = 40  # characters at the end of a clause in which its last verb stands
_FEW_WORDS = 4
_ASIDES = (2, 3)  # commas around one or two
_MOST_SUBJECT = 6  # words of a noun phrase
# What the first word of a clause that goes on behind an aside is not.
_NO_VERB = (
    "prepositions", "articles", "determiners", "coordinate", "subordinate", "relative", "pronouns",
    "time_words", "openers", "objects", "common",
)  # fmt: skip
_HAVING = 3  # words of "had said that"
_VERBS = ("dropping", "auxiliaries", "verbs")


class Openings:
    """The openings of the clauses of one text."""

    def __init__(
        self,
        text: str,
        names: Names,
        narrative: Narrative,
        antecedents: Antecedents,
        verbs: Verbs,
    ) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.antecedents, self.verbs = antecedents, verbs
        leading = narrative.words("time_words", "prepositions", "coordinate", "openers")
        self.leading = leading.union(AND)

    def behind_date(self, clause: Span, date: Span) -> int:
        """Where the clause goes on behind a date that opens it ("In 2004 | ...", "Two years later,
        in 2004, | ...")."""
        inside = clause.start <= date.start and date.end <= clause.end
        if not inside or date.start - clause.start > _LEADING:
            return clause.start
        leading = map(fold, self.text[clause.start : date.start].rpartition(", ")[2].split())
        if not all(word in self.leading or word[1:] in self.leading for word in leading):
            return clause.start
        end = date.end
        while end < clause.end and self.text[end] in SPACE_AND_COMMAS:
            end += 1
        return end

    def before_aside(self, before: Span, clause: Span) -> str:
        """The noun phrase that opens a sentence, where an aside has closed behind it: of "The
        fund, which had lost its head, | **plans** a sale" the fund."""
        words = self.text[slice(*before)].rstrip()
        verb = self.text[clause.start : clause.end].split(" ", 1)[0]
        if (
            not words.endswith(",")
            or _DIGIT.search(words.partition(",")[0])
            or words.count(",") not in _ASIDES
            or not verb.islower()
        ):
            return ""
        small = self.narrative.words(*_NO_VERB) - self.narrative.words("auxiliaries")
        if fold(verb) in small or (self._is_attribute(clause) and not self._is_last(verb, clause)):
            return ""
        phrase, _, aside = words.partition(", ")
        if not aside:
            return ""  # another space stands behind the comma
        first = fold(phrase.split(" ", 1)[0])
        leading = self.narrative.words("prepositions", "time_words", "subordinate")
        governed = first in leading - self.narrative.words("articles")
        told = self.verbs.tells(Span(before.start, before.start + len(phrase)))
        depends = self.narrative.pattern("relative", "participles").match(aside)
        listed = not depends and self.narrative.pattern("coordinate").search(aside)
        if governed or told or listed or phrase.count(" ") >= _MOST_SUBJECT:
            return ""
        return self._named(before, phrase) or (phrase if phrase[:1].isupper() else "")

    def _is_last(self, verb: str, clause: Span) -> bool:
        """ "The dam, finished in 1986, | **overflowed** in 1994." No other verb follows."""
        ends = self.text[clause.end : clause.end + 1] in (".", "!", "")
        return ends and self.verbs.ends_finite(verb, "coordinated")

    def _named(self, before: Span, phrase: str) -> str:
        """The person named in a noun phrase or right behind it: "Seine Frau, die Malerin **Eva
        Stein**, ..."."""
        start, end = before.start, before.start + len(phrase)
        apposed = Span(end + 2, self.text.index(",", end + 1, before.end))
        depends = self.narrative.pattern("relative", "participles", "asides")
        if not depends.match(self.text, *apposed) or self._is_article(apposed.start):
            end = apposed.end
        people = (m for m in self.names.within(Span(start, end)) if m.name.kind == "person")
        person = next(people, None)
        return person.name.text if person and not self.antecedents.is_beside(start, person) else ""

    def _is_article(self, start: int) -> bool:
        """ "Die Malerin": where nouns have capitals, an article and no relative."""
        article, _, noun = self.text[start : start + BESIDE].partition(" ")
        known = self.narrative.capitals == "nouns" and noun[:1].isupper()
        return known and fold(article) in self.narrative.words("articles")

    def has_verb_at(self, start: int) -> bool:
        """Whether a verb stands there that may have no subject beside it."""
        verbs = self.narrative.pattern(*_VERBS)
        return verbs.match(self.text, start) is not None or self.verbs.is_finite(start)

    def _is_attribute(self, clause: Span) -> bool:
        """ ", born in Lyon, | elected in 1951": one more of those that stand beside a name."""
        if self.narrative.pattern("participles").match(self.text, *clause):
            return True
        word = self.text[clause.start : clause.end].split(" ", 1)[0]
        # As they are written: "fermé" is one, "ferme" is none.
        attributes = tuple(
            one[1:] for one in self.narrative.lists.get("attributes", ()) if one[0] == "*"
        )
        auxiliary = self.narrative.pattern("auxiliaries").match(self.text, *clause)
        return not auxiliary and word.endswith(attributes or ("\0",))

    def lacks_subject(self, clause: Span, date: Span, opens: bool) -> bool:
        """Whether the clause begins with its verb ("..., was elected"), or ends with one that has
        no subject before it, and names nobody who could be it."""
        told = Span(self.behind_date(clause, date), clause.end)
        verb = self._opens_with_verb(clause, told)
        if not (verb or self._ends_without_subject(told, told.start - clause.start)):
            return False
        if self.verbs.counts_subject(told.start) or self._names_subject(told):
            return False
        if not (opens or self.narrative.inverts or self.narrative.prefixes or told != clause):
            return True  # "... and **met Lina Aziz** in May": what a verb has behind it is none
        main = Span(clause.start, self._main_end(clause))
        people = [m for m in self.names.within(main) if m.name.kind == "person"]
        return not people or self.antecedents.is_beside(clause.start, people[0])

    def _opens_with_verb(self, clause: Span, told: Span) -> bool:
        """Whether a verb opens the clause, or what is `told` of it behind its date; not one of what
        happens, whose subject stands behind it: "последовал второй толчок"."""
        happens = self.narrative.pattern("occurring").match(self.text, told.start, told.end)
        if happens and not self.text.startswith(_TO, happens.end()):
            return False
        dropping = self.narrative.pattern("dropping")
        if self.narrative.prefixes:  # the verb stands first, with its subject or without
            return self.verbs.opens(dropping, told)
        if told == clause:
            verb = self.verbs.opens(self.narrative.pattern(*_VERBS), clause)
        else:
            verbs = self.narrative.pattern("auxiliaries", "verbs")
            verb = self.verbs.opens(dropping, told) or self.verbs.opens(verbs, clause)
            verb = verb or self._has_done(told)
        return verb or self.verbs.is_finite(told.start)

    def _has_done(self, told: Span) -> bool:
        """ "**Había dicho** que ...": "had" and its participle, and behind them no noun, which
        might be their subject."""
        words = [fold(word) for word in self.text[told.start : told.end].split(maxsplit=3)[:3]]
        if len(words) < _HAVING or words[0] not in self.narrative.words("having"):
            return False
        return words[2] not in self.narrative.words("articles", "determiners", "counts")

    def _ends_without_subject(self, clause: Span, skipped: int) -> bool:
        """ "In 1986 to Lyon went": a verb at the end, and before it only its date and few words, or
        words that a preposition opens."""
        if not self.narrative.words("finals"):
            return False
        final = self.narrative.pattern("finals").finditer(
            self.text, max(clause.start, clause.end - _FINAL), clause.end
        )
        if not any(found.end() == clause.end for found in final):
            return False
        words = self.text[clause.start : clause.end].split()
        opens = fold(words[0]) in self.narrative.words("prepositions")
        return opens or (skipped > 0 and len(words) <= _FEW_WORDS)

    def _names_subject(self, told: Span) -> bool:
        """ "Un año después **nació Carlos**": a name, and of no place, right behind its verb."""
        verb = self.narrative.pattern("dropping").match(self.text, told.start, told.end)
        capital = verb and self.text[verb.end() + 1 : verb.end() + 2].isupper()
        if not verb or not capital or self.narrative.capitals != "names":
            return False
        named = self.names.within(Span(verb.end(), min(told.end, verb.end() + BESIDE)))
        return not any(m.start == verb.end() + 1 and m.name.kind != "person" for m in named)

    def _main_end(self, clause: Span) -> int:
        """Where the main clause ends: before "..., when her uncle abdicated"."""
        whens = self.narrative.pattern("whens").search(self.text, clause.start, clause.end)
        apart = whens and self.text[clause.start : whens.start()].rstrip().endswith(",")
        return whens.start() if whens and apart else clause.end
