"""Cells that hold HTML, as the plain text that is kept of them; markup that is not is told."""

from timeline.formats.incoming.cells import Cells
from timeline.formats.incoming.plain import unmarked


def block(cells: Cells, name: str) -> str:
    """The text of a cell, in its paragraphs."""
    text, tags = unmarked(cells.text(name))
    for tag in tags:
        cells.into.leave(f"{cells.names.get(name, name)} (<{tag}>)")
    return text


def line(cells: Cells, name: str, most: int) -> str:
    """The text of a cell on one line."""
    found = " ".join(block(cells, name).split())
    if most:
        cells.bound(name, found, most)
    return found
