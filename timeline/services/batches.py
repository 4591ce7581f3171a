"""Long lists in pieces, each few enough to be the parameters of one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

# Old SQLite takes 999 parameters in a statement; two to a row leaves room for the other conditions.
BATCH = 400


def batches(things: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The things in lists of at most `size`, in their order."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch
