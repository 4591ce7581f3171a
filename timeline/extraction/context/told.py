"""What a text has told so far, date by date."""

from dataclasses import dataclass

from timeline.extraction.grammars.matching import Match
from timeline.extraction.resolving.found import Found
from timeline.extraction.resolving.periods import Period


@dataclass(slots=True)
class Told:
    """A date already told, and where. What is not known yet is worked out once asked for."""

    period: Period
    match: Match
    found: Found
    apart: bool | None = None
    of_birth: bool | None = None
    words: frozenset[str] | None = None  # of its sentence

    @property
    def at(self) -> int:
        return self.match.begin

    @property
    def end(self) -> int:
        return self.match.end

    @property
    def explicit(self) -> bool:
        return self.found.rule == "explicit"

    @property
    def last(self) -> Period:
        """Of a range the end, from which "the next year" counts."""
        return (self.found.ends and self.found.ends[1].period) or self.found.period or self.period
