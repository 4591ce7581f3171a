"""What a slide of TimelineJS shows: its medium, the picture behind it, and how it looks there."""

import re
from collections.abc import Callable

from timeline.dates.messages import Sentence
from timeline.formats.incoming.cells import (
    LONGEST,
    LONGEST_UNIQUE_ID,
    NO_ADDRESS,
    TOO_LONG,
    Cells,
    is_address,
)
from timeline.formats.incoming.plain import embedded, plain
from timeline.formats.incoming.words import line
from timeline.formats.records import Look, Medium
from timeline.formats.timelinejs import OUR_ID
from timeline.text import normalise

# As CSS writes it: a number, a name, or a function of numbers.
_COLOUR = re.compile(r"#[0-9a-f]{3,8}|[a-z]{3,30}|(?:rgb|hsl)a?\([0-9a-z,.%/ -]{1,60}\)", re.I)


def read(cells: Cells, title: str) -> tuple[list[Medium], str, Look | None]:
    """Its media, what of their words belongs into the summary, and its look where it has one."""
    medium, left = _medium(cells)
    credit, words, more = _captioned(cells, title)
    media = [Medium(medium, credit, words)] if medium else []
    look = _look(cells, medium)
    if look.background and not media:
        media = [Medium(look.background, credit, words)]
    elif look.background:
        words = line(cells, "backgroundalt", LONGEST["alternative_text"]) or title
        media.append(Medium(look.background, "", words[: LONGEST["alternative_text"]]))
    return media, left or (more if media else ""), look if look != Look() else None


def _medium(cells: Cells) -> tuple[str, str]:
    """The address of the medium; words without an address go into the summary."""
    written = cells.text("media")
    address = _whole(embedded(written) if "<" in written else written)
    if "<" in written and not address:
        return "", plain(written)
    if address and not is_address(address):
        cells.wrong("media", Sentence(NO_ADDRESS))
    elif len(address) > LONGEST["url"]:
        cells.wrong("media", Sentence(TOO_LONG, length=len(address), most=LONGEST["url"]))
    return address, ""


def _captioned(cells: Cells, title: str) -> tuple[str, str, str]:
    """Credit and text alternative. A caption may be long, or say more than the alternative: then
    the summary has all of it."""
    caption = line(cells, "mediacaption", 0)
    words = line(cells, "alttext", LONGEST["alternative_text"]) or caption or title
    words = words[: LONGEST["alternative_text"]]
    return line(cells, "mediacredit", LONGEST["credit"]), words, caption if caption != words else ""


def _look(cells: Cells, medium: str) -> Look:
    """The spreadsheet has one column for the picture behind a slide and for its colour."""
    background = cells.text("background")
    has_colour = _is_colour(background)
    return Look(
        background="" if has_colour else _kept(cells, "background", _leads),
        colour=background if has_colour else _kept(cells, "backgroundcolour", _is_colour),
        unique_id=_unique_id(cells),
        **_of_medium(cells, medium),
    )


def _unique_id(cells: Cells) -> str:
    """What we call slides ourselves may be another event's by now."""
    written = cells.values.get("uniqueid")
    if not isinstance(written, str) or OUR_ID.fullmatch(written):
        return ""
    return normalise(written)[:LONGEST_UNIQUE_ID]


def _of_medium(cells: Cells, medium: str) -> dict[str, str]:
    fields = {
        "thumbnail": _kept(cells, "mediathumbnail", _leads),
        "title": line(cells, "mediatitle", 0)[: LONGEST["alternative_text"]],
        "link": _kept(cells, "medialink", _leads),
    }
    return {"medium": medium, **fields} if medium and any(fields.values()) else {}


def _kept(cells: Cells, name: str, is_good: Callable[[str], bool]) -> str:
    """A cell for the looks alone: a value that cannot be used is reported as unused, not as a
    fault."""
    written = _whole(cells.text(name))
    if written and not is_good(written):
        cells.into.leave(cells.names.get(name, name))
        return ""
    return written


def _whole(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _leads(written: str) -> bool:
    return is_address(written) and len(written) <= LONGEST["url"]


def _is_colour(written: str) -> bool:
    return _COLOUR.fullmatch(written) is not None
