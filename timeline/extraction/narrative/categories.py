"""The category of an event, from what its words say happened.

The words are data (`narrative/<code>.toml`, each happening with its category); here is only the
closed set of keys and the vote.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from timeline.extraction.narrative.narratives import Happening

Category = Literal["politics", "diplomacy", "conflict", "justice", "disaster", "economy", "society"]


def category_of(happenings: Iterable[Happening]) -> Category | None:
    """The category that most of the words speak for; of equals, the one told first."""
    votes: dict[Category, int] = {}
    for happening in happenings:
        votes[happening.category] = votes.get(happening.category, 0) + 1
    return max(votes, key=lambda key: votes[key], default=None)
