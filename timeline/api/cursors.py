"""Lists in pages that stay right while events come and go: a cursor names the last thing read."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from timeline.api.errors import BadRequestError
from timeline.selectors.ordering import Key, after

PER_PAGE, LARGEST_PAGE = 50, 100
# Ids of 64 bits have at most so many digits; days have a sign before our era.
_NUMBER = re.compile("-?[0-9]{1,18}")


class Page(NamedTuple):
    """`cursor` is what the next page begins after, "" on the last one."""

    rows: Sequence[Any]
    cursor: str


def page(found: "QuerySet[Any]", order: Sequence[str], cursor: str | None, limit: str) -> Page:
    """The rows after the cursor, by the fields `order`, whole numbers that together name one row.

    Raises BadRequestError for a cursor or a limit that cannot be read.
    """
    most = _limit(limit)
    if cursor is not None:
        found = found.filter(after(order, _key(cursor, len(order))))
    rows = list(found.order_by(*order)[: most + 1])
    if len(rows) <= most:
        return Page(rows, "")
    last = rows[most - 1]
    return Page(rows[:most], ".".join(str(getattr(last, name)) for name in order))


def _key(cursor: str, length: int) -> Key:
    parts = cursor.split(".")
    if len(parts) != length or not all(_NUMBER.fullmatch(part) for part in parts):
        raise BadRequestError("“cursor” cannot be used: take the address in “next” as it is.")
    return tuple(map(int, parts))


def _limit(limit: str) -> int:
    digits = limit.isascii() and limit.isdecimal() and len(limit) <= len(str(LARGEST_PAGE))
    if not (digits and 1 <= int(limit) <= LARGEST_PAGE):
        raise BadRequestError(
            f"“limit” cannot be used: give a whole number from 1 to {LARGEST_PAGE}."
        )
    return int(limit)
