"""Which of the found answers which of the wanted, one to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from timeline.text import Span, fold

# Languages whose names change their endings by case: so many last letters may differ, but the
# first ones are the same.
_ENDINGS = {"ru": 2}
_STEM = 3


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def greedy(wanted: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Pairs of overlapping spans by index: equal extents first, then the largest overlap.

    TempEval-3 (UzZaman et al. 2013), "relaxed match".
    """
    candidates = [
        (one != other, -overlap(one, other), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if overlap(one, other)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _unequal, _shared, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def largest(answers: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one matching; `answers` lists for each of the wanted what may answer it.

    Earlier keys are never given up for later ones (Kuhn's augmenting paths).
    """
    owner: dict[int, int] = {}
    for wanted in answers:
        _augment(wanted, answers, owner, set())
    return {wanted: found for found, wanted in owner.items()}


def _augment(
    wanted: int, answers: Mapping[int, Sequence[int]], owner: dict[int, int], seen: set[int]
) -> bool:
    for found in answers[wanted]:
        if found in seen:
            continue
        seen.add(found)
        if found not in owner or _augment(owner[found], answers, owner, seen):
            owner[found] = wanted
            return True
    return False


def same_name(one: str, other: str, language: str) -> bool:
    """Whether two names mean one, a part of a name standing for the whole ("Pryce", "Owen Pryce").

    Folded, and in languages with cases without regard to the ending of a word.
    """
    fewer, more = sorted((fold(one).split(), fold(other).split()), key=len)
    return bool(fewer) and all(any(_same_word(a, b, language) for b in more) for a in fewer)


def _same_word(one: str, other: str, language: str) -> bool:
    if one == other:
        return True
    pairs = zip(one, other, strict=False)
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return stem >= _STEM and max(len(one), len(other)) - stem <= _ENDINGS.get(language, 0)
