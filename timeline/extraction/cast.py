"""Who takes part in an event and where it happens, from the names in its clause and around it.

A pronoun stands for the person whom the sentences before were about; a clause without a subject of
its own ("..., in 2001 the iPod") takes that of its sentence; where nobody is named, a collective
("the police") stands; where no place is, the country that the whole article is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.text import Span

from .findings import Name
from .names import Mention, Names
from .narratives import Narrative

_OPENING = 90  # characters at a sentence's start in which its subject stands
_MOST = 12  # names of one kind in one event
_FEWEST = 3  # mentions that make a place the article's own


class Cast:
    """The names of an article, and whom each of its sentences is about."""

    def __init__(
        self, text: str, sentences: Sequence[Span], names: Names, narrative: Narrative
    ) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.about = self._followed(sentences)
        self.scene = self._scene()

    def _followed(self, sentences: Sequence[Span]) -> dict[int, str]:
        """Start of each sentence -> the person its pronouns mean: the first named before it,
        in a sentence that did not itself begin with a pronoun."""
        about, focus = {}, ""
        pronouns = self.narrative.pattern("pronouns")
        for sentence in sentences:
            about[sentence.start] = focus
            first = next((m for m in self.names.within(sentence) if m.name.kind == "person"), None)
            if first is None:
                continue
            end = min(first.start, sentence.start + _OPENING)
            if not (focus and pronouns.search(self.text, sentence.start, end)):
                focus = first.name.text
        return about

    def _scene(self) -> Name | None:
        """The place that the article is about, if it names one again and again."""
        counts = {name: n for name, n in self.names.counts.items() if name.kind == "place"}
        most = max(counts, key=lambda name: counts[name], default=None)
        if most is None or counts[most] < _FEWEST:
            return None
        return most if 2 * counts[most] >= sum(counts.values()) else None

    def named(self, text: str) -> tuple[Name, ...]:
        """The name written like this, if the article has it."""
        return tuple(name for name in self.names.counts if name.text == text)[:1]

    def subject(self, clause: Span, sentence: Span) -> str:
        """Whom the pronoun means with which the clause begins, "" if it begins with none."""
        person = self.about.get(sentence.start, "")
        if person and self._opening_pronoun(clause, sentence):
            return person
        return ""

    def _opening_pronoun(self, clause: Span, sentence: Span) -> bool:
        first = next((m for m in self.names.within(sentence) if m.name.kind == "person"), None)
        end = min(clause.end, clause.start + _OPENING, first.start if first else clause.end)
        return bool(self.narrative.pattern("pronouns").search(self.text, clause.start, end))

    def participants(self, clause: Span, sentence: Span) -> tuple[Name, ...]:
        """The people and organisations of the clause, in the order named."""
        found = [m.name for m in self.names.within(clause) if m.name.kind != "place"]
        if subject := self.subject(clause, sentence):
            found.insert(0, Name(subject, "person"))
        if not found and clause.start > sentence.start + 1:
            found = self._before(Span(sentence.start, clause.start))
        if not found:
            found = self._acting_country(clause) or self._collective(clause)
        return _distinct(found)

    def _before(self, span: Span) -> list[Name]:
        """The first named in the sentence before the clause: its subject."""
        found = [m.name for m in self.names.within(span) if m.name.kind != "place"]
        return found[:1]

    def _acting_country(self, clause: Span) -> list[Name]:
        """ "Iran announced": a country that opens the clause acts."""
        for mention in self.names.within(clause)[:1]:
            if mention.name.kind == "place" and not self._is_where(mention, clause):
                return [mention.name]
        return []

    def _is_where(self, mention: Mention, clause: Span) -> bool:
        before = self.text[clause.start : mention.start].split()[-1:]
        return bool(before) and before[0].casefold() in self.narrative.words("locatives")

    def _collective(self, clause: Span) -> list[Name]:
        found = self.narrative.pattern("actors").finditer(self.text, *clause)
        return [Name(match[0], "organisation") for match, _ in zip(found, range(2), strict=False)]

    def places(self, clause: Span) -> tuple[Name, ...]:
        """The places of the clause, else the one the article is about."""
        acting = self._acting_country(clause)
        named = [m.name for m in self.names.within(clause) if m.name.kind == "place"]
        found = [name for name in named if name not in acting] or named
        return _distinct(found) or ((self.scene,) if self.scene else ())


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))[:_MOST]
