"""What is changed in a page before trafilatura reads it, so that nothing of its story is lost."""

from collections import Counter
from collections.abc import Callable
from typing import Any

# Zero width non-joiner and joiner: Persian and Indic words are others without them, and trafilatura
# drops what does not print.
_JOINERS = "\u200c\u200d"
# Letters of Old Italic, which stand for them meanwhile: where a page has these, two others do.
_STAND_INS = range(0x10300, 0x10320)
_CELLS = ("td", "th")
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", *_CELLS)
# A table lays a page out where a cell holds so many paragraphs and there are so few rows; one of
# data has short cells, or many.
_PARAGRAPHS, _ROWS = 3, 3
# Nobody reads a longer row, and trafilatura looks at all its cells for each of them.
_MOST_CELLS = 500


def hide_joiners(tree: Any) -> Callable[[str], str]:
    """Put letters in the place of joiners; the function that comes back undoes it in a text."""
    words = "".join(tree.itertext())
    if not any(joiner in words for joiner in _JOINERS):
        return lambda text: text
    signs = [chr(code) for code in _STAND_INS if chr(code) not in words][: len(_JOINERS)]
    there = str.maketrans(dict(zip(_JOINERS, signs, strict=False)))
    back = str.maketrans(dict(zip(signs, _JOINERS, strict=False)))
    for element in tree.iter():
        element.text = element.text and element.text.translate(there)
        element.tail = element.tail and element.tail.translate(there)
    return lambda text: text.translate(back)


def open_layout_tables(tree: Any) -> None:
    """Make blocks of the tables that only lay the page out: they hold a headline, another table, a
    story, or a row that is no row. Else all of that would be the line of a table."""
    wide = (row for row in tree.iter("tr") if len(row) > _MOST_CELLS)
    inside = [
        next(found.iterancestors("table"), None) for found in (*tree.iter("h1", "table"), *wide)
    ]
    laid_out = {table for table in [*inside, *_with_stories(tree)] if table is not None}
    parts = [(part, _table_of(part)) for part in tree.iter(*_TABLE_PARTS)] if laid_out else []
    for part, table in parts:
        if table in laid_out:
            part.tag = "div"


def _table_of(part: Any) -> Any:
    return part if part.tag == "table" else next(part.iterancestors("table"), None)


def _with_stories(tree: Any) -> list[Any]:
    cells = Counter(next(found.iterancestors(*_CELLS), None) for found in tree.iter("p"))
    long = [cell for cell, number in cells.items() if cell is not None and number >= _PARAGRAPHS]
    tables = [next(cell.iterancestors("table"), None) for cell in long]
    rows = Counter(next(row.iterancestors("table"), None) for row in tree.iter("tr"))
    return [table for table in tables if rows[table] <= _ROWS]
