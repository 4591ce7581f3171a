"""A cache of what was found, good for as long as a timeline stays as it is: looking at a million
events takes a while."""

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.core.cache import cache
from django.core.cache.backends.base import DEFAULT_TIMEOUT

from timeline.selectors.scopes import Scope

Found = TypeVar("Found")
# What a process remembers of one look: the counts of so many days and lanes take 800 KB. Those of
# eight lanes with events on every day of fifteen years are 44,000.
LARGEST = 100_000


def remembered(
    scope: Scope,
    name: str,
    find: Callable[[], Found],
    params: Sequence[tuple[str, str]] = (),
    size: Callable[[Found], int] = lambda found: 0,
) -> Found:
    """What `find` finds, never None, of what the parameters of an address leave of a scope. What
    is so of a whole timeline, for which most ask, is known for good; the rest for some minutes."""
    parts = (scope.key, scope.version, name, list(params))
    key = "found." + hashlib.sha256(repr(parts).encode()).hexdigest()
    known: Found | None = cache.get(key)
    if known is not None:
        return known
    found = find()
    if size(found) <= LARGEST:
        for_good = scope.counts is not None and not params
        cache.set(key, found, timeout=None if for_good else DEFAULT_TIMEOUT)
    return found
