"""Where a text has verbs, as far as the lists and endings of its language tell."""

import re

from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.reach import AND
from timeline.text import Span, fold

ENDINGS = ("finite", "plural", "coordinated")  # lists of endings by which a verb is known
_OPENING = 90  # characters at a clause's start in which its verb stands
_MOST_VERB = 12  # characters of a verb and the words beside it
_WORD = re.compile(r"[^\W\d_]+")


def accented(narrative: Narrative) -> tuple[str, ...]:
    """Endings that make a verb only as they are written: Spanish "-ó", which is no "-o"."""
    return tuple(ending[1:] for ending in narrative.lists.get("accented", ()))


class Verbs:
    """The verbs of one text."""

    def __init__(self, text: str, narrative: Narrative) -> None:
        self.text, self.narrative = text, narrative
        self.accented = accented(narrative)

    def counts_subject(self, start: int) -> bool:
        """ "أصيب 30 شخصا", hurt were 30 people: a count behind the verb that opens a clause."""
        counts = self.narrative.words("counts")
        behind = self.text[start : start + _OPENING].split(maxsplit=2)[1:2] if counts else ()
        return any(word[0].isdigit() or fold(word) in counts for word in behind)

    def is_finite(self, start: int) -> bool:
        """ "... y gobernará": whether the first word, behind an "and", has the ending of a verb."""
        if not self.narrative.words("finite", "coordinated"):
            return False
        joined = self.narrative.pattern("coordinate").match(self.text, start)
        word = _WORD.match(self.text, joined.end() + 1 if joined else start)
        if word is None or not (word[0].islower() or self._opens_sentence(word.start())):
            return False
        if word[0].endswith(self.accented):
            return self._goes_on_with(word.end())  # not "estalló | la guerra", its subject
        before = self.text[max(0, start - _MOST_VERB) : start].split()[-1:]
        joining = self.narrative.words("coordinate")
        coordinated = joined or not joining.isdisjoint(map(fold, before))
        known = ("finite", "coordinated") if coordinated else ("finite",)
        return any(self.ends_finite(word[0], name) for name in known)

    def _opens_sentence(self, start: int) -> bool:
        """Whether a verb with its ending as written may begin a sentence: "Empezó a cantar"."""
        return bool(self.accented) and self.text[max(0, start - 2) : start].strip() in ("", ".")

    def _goes_on_with(self, end: int) -> bool:
        """Whether a preposition follows, "venció **a** Polonia"."""
        behind = _WORD.match(self.text, end + 1)
        return behind is not None and fold(behind[0]) in self.narrative.words("prepositions")

    def ends_finite(self, word: str, name: str = "finite") -> bool:
        """Whether a list has a word or an ending of it."""
        if not word.islower():
            return False
        folded = fold(word)
        return folded.endswith(self.narrative.endings(name)) or folded in self.narrative.words(name)

    def opens(self, verbs: re.Pattern[str], clause: Span) -> bool:
        """Whether one of the verbs opens the clause, perhaps behind a conjunction."""
        start = clause.start
        for name in ("coordinate", "subordinate"):
            if joined := self.narrative.pattern(name).match(self.text, start, clause.end):
                start = joined.end() + 1
        end = min(clause.end, start + _OPENING)
        if verbs.match(self.text, start, end):
            return True
        attached = self.narrative.prefixes and self.text[start : start + 1] in AND
        return bool(attached and verbs.match(self.text[start + 1 : end]))

    def tells(self, words: Span) -> bool:
        """Whether a verb stands in the words."""
        if self.narrative.pattern("auxiliaries", "verbs").search(self.text, words.start, words.end):
            return True
        every = [word[0] for word in _WORD.finditer(self.text, words.start, words.end)]
        return any(self.ends_finite(word, name) for name in ENDINGS for word in every)
