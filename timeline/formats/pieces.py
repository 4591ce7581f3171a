"""JSON written piece by piece, so that memory does not grow with the number of events."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson


def document(head: dict[str, Any], name: str, items: Iterable[Any]) -> Iterator[bytes]:
    """The object `head` with one more field, `name`: the array of the items, one on each line."""
    yield orjson.dumps(head)[:-1] + b"," + orjson.dumps(name) + b":["
    before = b"\n"
    for item in items:
        yield before + orjson.dumps(item)
        before = b",\n"
    yield b"\n]}\n"
