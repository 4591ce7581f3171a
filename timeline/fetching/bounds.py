"""How much markup a page may have, so that reading it takes time in step with its size.

The parsers look at each element, at each of those around it, at each pair of attributes of one and
at each pair of cells of a row: a page of 1 MB, made for it, would keep them busy for minutes.
"""

import re
from typing import Any

from lxml import etree

from timeline.dates.messages import message as _
from timeline.fetching.errors import ReadError

# The longest articles have some 30,000 elements, fifteen deep: so many take some ten seconds.
_MOST_ELEMENTS = 100_000
# Of all elements together: how many stand around each.
_MOST_AROUND = 4_000_000
# Attributes of one element; a tag of fewer letters is not looked at.
_MOST_ATTRIBUTES, _LONG_TAG = 1_000, 4_000
# Each row that a cell spans, and each column, becomes a cell of its own.
_WIDEST_SPAN = 50

TOO_MUCH = _(
    "its HTML has more elements than any article (%(most)d), or they are nested too deeply; paste "
    "the text instead."
)

# A tag to its end, which does not stand in a value (possessive: no backtracking).
_TAG = re.compile(
    r"""<[a-z][^\s>/]*+(?:[^>="']++|=\s*+"[^"]*+(?:"|\Z)|=\s*+'[^']*+(?:'|\Z)|[="'])*+""", re.I
)
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?)""")
_ATTRIBUTE = re.compile(r"[^\s/=]+")


def without_crowded_tags(html: str) -> str:
    """The page, but for the attributes of elements that have thousands."""
    return _TAG.sub(_uncrowded, html)


def _uncrowded(tag: re.Match[str]) -> str:
    written = tag[0]
    if len(written) < _LONG_TAG:
        return written
    attributes = _ATTRIBUTE.findall(_VALUE.sub("= ", written))
    return written if len(attributes) <= _MOST_ATTRIBUTES else attributes[0]


def demand_few_elements(tree: Any) -> None:
    """Raises ReadError for more elements than an article has, or ones that are nested deeper."""
    depth = elements = around = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        around += depth
        if elements > _MOST_ELEMENTS or around > _MOST_AROUND:
            raise ReadError(TOO_MUCH, most=_MOST_ELEMENTS)


def narrow_spans(tree: Any) -> None:
    """Let cells that span more than those of an article's tables be cells like others."""
    for cell in tree.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if _is_wide(cell.get(name, "")):
                del cell.attrib[name]


def _is_wide(written: str) -> bool:
    try:
        return int(written) > _WIDEST_SPAN
    except ValueError:
        return False
