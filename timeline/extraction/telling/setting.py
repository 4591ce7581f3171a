"""An expression where it stands: its line, its clause, and the words right beside it."""

import re
from dataclasses import dataclass, field

from timeline.extraction.expressions import Expression
from timeline.extraction.narrative.layout import Line
from timeline.extraction.narrative.narratives import Narrative, lists_in
from timeline.text import Span

NEAR = 40  # characters of the line on either side of an expression that are looked at
MARKS = '.,;:!?()"“”«»'  # what stands around a word and is none of it
_MOST_NOUNS = 2  # words after an attribute, to the last: "Friday | prayer leader"
_BARE_YEAR = re.compile(r"\d\d{2,3}(?:\s?[-–/]\s?\d{2,4})?\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")


@dataclass(slots=True)
class Setting:
    """An expression where it stands. `clause` holds it; `alone`: the only one of its sentence;
    `date` is its extent, `words` are its own, `before` and `after` those near it on its line;
    `told` are the lists of which the clause may have a word, `beside` its words that are not those
    of the expression; `year` is the bare year, or two of them, that ends the expression: "1984",
    "the 2015"."""

    text: str
    expression: Expression
    line: Line
    clause: Span
    alone: bool
    narrative: Narrative
    date: Span = field(init=False)
    before: str = field(init=False)
    words: str = field(init=False)
    after: str = field(init=False)
    told: frozenset[str] = field(init=False)
    beside: list[str] = field(init=False)
    year: re.Match[str] | None = field(init=False)

    def __post_init__(self) -> None:
        self.date = Span(self.expression.start, self.expression.end)
        start, end = self.date
        self.before = self.text[max(self.line.span.start, start - NEAR) : start]
        self.words = self.text[start:end]
        self.after = self.text[end : min(self.line.span.end, end + NEAR)]
        clause = self.text[self.clause.start : self.clause.end]
        self.told = lists_in(clause, self.narrative)
        self.beside = clause.replace(self.words, "").split()
        self.year = _BARE_YEAR.search(self.words)

    @property
    def word_before(self) -> str:
        """The word right before the expression, "" behind a mark or a digit."""
        found = _WORD_BEFORE.search(self.before)
        return found[1] if found else ""

    @property
    def nouns_after(self) -> list[str]:
        """The words behind the expression of which it may be an attribute."""
        return [word.strip(MARKS) for word in self.after.split()[:_MOST_NOUNS]]

    def says(self, words: str) -> bool:
        """Whether the clause has a word of a list of the language ("May" in a date is no "may")."""
        if words not in self.told:
            return False
        found = self.narrative.pattern(words).finditer(self.text, *self.clause)
        return any(map(self._is_said, found))

    def _is_said(self, found: re.Match[str]) -> bool:
        if found.start() < self.expression.end and self.expression.start < found.end():
            return False
        return found.start() == self.clause.start or not found[0][:1].isupper()
