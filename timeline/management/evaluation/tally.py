"""Counts, and precision, recall and F1 from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What was found and what should have been, summed over articles (micro average).

    `right` counts the found that are right; `reached` the wanted that were found. They differ only
    where several of the found can answer one of the wanted.
    """

    right: int = 0
    found: int = 0
    reached: int = 0
    wanted: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.right += other.right
        self.found += other.found
        self.reached += other.reached
        self.wanted += other.wanted
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.reached / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
