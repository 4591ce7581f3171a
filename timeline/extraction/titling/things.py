"""What "it" stands for: the thing that the sentence before was about.

"The museum moved in 1920. It was looted in 1940": the museum was. Where "it" points at nothing ("It
emerged that ...", "It was the worst fire") nothing is put in its place.
"""

import re
from collections.abc import Callable, Sequence

from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.held import GENDERS, Held
from timeline.extraction.titling.reach import OPENING
from timeline.text import Span, fold

_NEAR_START = 24  # characters in which a person named is the subject
_COMMA_SPACE = re.compile(r"[,،]\s+")
_SECOND = re.compile(r"\W*\w+\W+(\w+)")  # the word behind a verb


class Things:
    """The thing that each sentence with an opening "it" goes on about."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        narrative: Narrative,
        subject: Callable[[Span], str],
        held: Held,
    ) -> None:
        self.text, self.names, self.narrative, self.subject = text, names, narrative, subject
        self.neuter, self.held = narrative.pattern("neuters"), held
        followed = held.known or narrative.lists.get("neuters")
        self.about = self._followed(sentences) if followed else {}

    def of(self, sentence: Span) -> str:
        """The thing that the opening "it" of a sentence stands for, "" where that is not plain."""
        return self.about.get(sentence.start, "")

    def _followed(self, sentences: Sequence[Span]) -> dict[int, str]:
        about: dict[int, str] = {}
        told, end = None, 0  # the last sentence of the paragraph that opens with no "it"
        subject: str | None = None  # that of the sentence, once asked for
        for sentence in sentences:
            if "\n" in self.text[end : sentence.start]:
                told = None
            end = sentence.end
            found = self.neuter.match(self.text, sentence.start, sentence.end) or self._gendered(
                sentence
            )
            if not found:
                told, subject = sentence, None
            elif told and self._means_another(found, told):
                told = None
            elif told and not self._points_nowhere(Span(found.end(), sentence.end)):
                subject = self.opening(told) if subject is None else subject
                about[sentence.start] = subject
        return about

    def _gendered(self, sentence: Span) -> re.Match[str] | None:
        """The "he" or "she" that opens a sentence where those may mean a thing."""
        pronouns = self.narrative.pattern("pronouns") if self.held.known else None
        found = pronouns.match(self.text, sentence.start, sentence.end) if pronouns else None
        return found if found and self.held.means(found, GENDERS) else None

    def _means_another(self, found: re.Match[str], told: Span) -> bool:
        neuter = self.neuter.fullmatch(found[0])
        return not neuter and not self.held.is_opening(found, told)

    def _points_nowhere(self, behind: Span) -> bool:
        end = min(behind.end, behind.start + OPENING)
        words, narrative = self.text[behind.start : end], self.narrative
        relative = narrative.pattern("restrictive").search(words)
        second = _SECOND.match(words)
        return bool(relative) or bool(second and fold(second[1]) in narrative.words("determiners"))

    def opening(self, sentence: Span) -> str:
        """The body or noun phrase that opens a sentence, "" where there is no such."""
        start = self._behind_participle(sentence)
        opening = Span(start, min(sentence.end, start + OPENING))
        words = self.subject(opening)
        named = [m for m in self.names.within(opening) if m.start < opening.start + _NEAR_START]
        if any(mention.name.kind == "person" for mention in named):
            return ""
        if named and named[0].start == opening.start and named[0].name.kind == "organisation":
            return named[0].name.text
        first = fold(words.split(" ", 1)[0]) if words else ""
        known = ("articles", "determiners") if self.held.known else ("articles",)
        return words if first in self.narrative.words(*known) or self.held.shows_gender else ""

    def _behind_participle(self, sentence: Span) -> int:
        """ "Founded in 1871, | the museum ..."."""
        if not self.narrative.pattern("participles").match(self.text, sentence.start, sentence.end):
            return sentence.start
        comma = _COMMA_SPACE.search(self.text, sentence.start, sentence.end)
        return comma.end() if comma else sentence.start
