"""What a clause has before its first verb: its subject, where that is no name."""

import re
from collections.abc import Sequence

from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.antecedents import Antecedents
from timeline.extraction.titling.verbs import ENDINGS, Verbs
from timeline.text import Span, fold

_DIGIT = re.compile(r"\d")
_MOST_BEFORE_VERB = 7  # words of a subject that its verb ends
_FEWEST = 2  # words before a verb that may be an adjective by its ending
_WORD = re.compile(r"[^\W\d_]+")


class FirstWords:
    """The words that open the clauses of one text."""

    def __init__(
        self, text: str, narrative: Narrative, antecedents: Antecedents, verbs: Verbs
    ) -> None:
        self.text, self.narrative = text, narrative
        self.antecedents, self.verbs = antecedents, verbs

    def of(self, opening: Span) -> str:
        """What stands before the first verb or comma: "The company"."""
        verbs = self.narrative.pattern("auxiliaries", "verbs")
        verb = verbs.search(self.text, opening.start, opening.end)
        found = [verb.start()] if verb else []
        for name in ENDINGS:
            if self.narrative.endings(name):
                every = list(_WORD.finditer(self.text, opening.start, opening.end))
                # "The armed men", "They turned"
                skipped = 1 if self._stands_for(every) else _FEWEST
                behind = every[skipped:] if name == "coordinated" else every
                found += [word.start() for word in behind if self.verbs.ends_finite(word[0], name)]
        words = self.text[opening.start : min(found, default=opening.end)]
        words = COMMA.split(words)[0] if COMMA.search(words) or found else ""
        dated = _DIGIT.search(words) and not (found or self.antecedents.opens_noun(words))
        words = "" if dated else self._undated(words)
        governed = fold(words.split(" ", 1)[0]) in self.narrative.words("prepositions")
        timed = governed or self.narrative.pattern("subordinate").match(words)
        stands_in = self.narrative.pattern("neuters").fullmatch(words)
        return words if not (timed or stands_in) and words.count(" ") < _MOST_BEFORE_VERB else ""

    def _stands_for(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether the first word can be a subject by itself: "They", not "The"."""
        first = fold(words[0][0]) if words else ""
        closed = self.narrative.words("articles", "determiners", "prepositions", "time_words")
        return first in self.narrative.words("common") - closed

    def _undated(self, words: str) -> str:
        """ "The vote of 28 June": "The vote"."""
        digit = _DIGIT.search(words)
        kept = (words[: digit.start()] if digit else words).split()
        while digit and kept and fold(kept[-1]) in self.narrative.words("time_words"):
            kept.pop()
        return " ".join(kept)
