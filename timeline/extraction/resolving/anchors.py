"""What a date is counted from."""

from dataclasses import dataclass

from timeline.extraction.resolving import notation
from timeline.extraction.resolving.periods import Period


@dataclass(frozen=True, slots=True)
class Anchor:
    """The period counted from and its kind: "publication", "narrative", "heading", "event"; and
    whether it ends a month or year of the Solar Hijri calendar."""

    kind: str
    period: Period
    solar: bool = False

    def __str__(self) -> str:
        return f"{self.kind}:{notation.edtf(self.period)}"
