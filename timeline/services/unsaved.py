"""A timeline as a filter that is not saved yet would fill it, for as long as a block lasts."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core import signing
from django.db import transaction

from timeline.models import Timeline
from timeline.selectors.filtering.saved_filter import matching
from timeline.services.timelines import refresh

# Events that a preview brings and takes for the while that it is made: some tenths of a second.
MOST = 500
_SALT = "unsaved filter"
# Beyond all versions that timelines reach.
_VERSIONS = 10**9


def packed(saved_filter: dict[str, Any] | None) -> str:
    """A filter as an address holds it."""
    return signing.dumps(saved_filter, salt=_SALT, compress=True)


@contextmanager
def refilled(*, timeline: Timeline, packed: str) -> Iterator[int]:
    """Fill the timeline as the packed filter would, and undo all of that when the block ends. Gives
    the version by which caches may know what is seen there; 0 where nothing is other than stored,
    because it is no filter, or would bring and take more than `MOST`."""
    try:
        saved_filter = signing.loads(packed, salt=_SALT)
    except signing.BadSignature:
        yield 0
        return
    if timeline.memberships.filter(by_hand=False).count() + matching(saved_filter).count() > MOST:
        yield 0
        return
    seen = repr((timeline.version, timeline.pk, saved_filter)).encode()
    with transaction.atomic():
        stored = Timeline.objects.get(pk=timeline.pk)
        stored.saved_filter = saved_filter
        refresh(timeline=stored)
        yield _VERSIONS + zlib.crc32(seen)
        transaction.set_rollback(True)
