"""What a date is counted from."""

from dataclasses import dataclass

from timeline.extraction.resolving import notation
from timeline.extraction.resolving.periods import Period


@dataclass(frozen=True, slots=True)
class Anchor:
    """The period counted from and its kind: "publication", "narrative", "heading", "event"."""

    kind: str
    period: Period

    def __str__(self) -> str:
        return f"{self.kind}:{notation.edtf(self.period)}"
