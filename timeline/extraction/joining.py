"""Joining expressions that are one: the two ends of a range, a day and its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .matching import Match
from .meanings import Found


def join(resolved: Iterable[tuple[Match, Found]]) -> Iterator[tuple[Match, Found]]:
    yield from resolved
