"""The JSON of TimelineJS 3: title, events and eras, as slides."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.formats.incoming import slides
from timeline.formats.incoming.contents import Incoming, ReadDate
from timeline.formats.incoming.own import listed

# Where the columns of the spreadsheet stand in a slide.
_FIELDS = {
    "year": "start_date.year",
    "month": "start_date.month",
    "day": "start_date.day",
    "time": "start_date.hour",
    "endyear": "end_date.year",
    "endmonth": "end_date.month",
    "endday": "end_date.day",
    "endtime": "end_date.hour",
    "displaydate": "display_date",
    "headline": "text.headline",
    "text": "text.text",
    "media": "media.url",
    "mediacredit": "media.credit",
    "mediacaption": "media.caption",
    "mediathumbnail": "media.thumbnail",
    "alttext": "media.alt",
    "background": "background.url",
    "group": "group",
    # No columns of the spreadsheet; the first two are ours.
    "edtf": "edtf",
    "edtfpart": "edtf_part",
    "backgroundcolour": "background.color",
    "backgroundalt": "background.alt",
    "mediatitle": "media.title",
    "medialink": "media.link",
    "uniqueid": "unique_id",
}
# Read beside those, or of no matter here: a text makes links of its addresses anyway.
_READ = {*_FIELDS.values(), "start_date.minute", "end_date.minute", "autolink"}
_READ.add("start_date.display_date")
_NOTHING: tuple[Any, ...] = (None, "", 0, "0", "00", {}, [])
_LONGEST_NAME = 60


def read(document: dict[str, Any], read_date: ReadDate) -> Incoming:
    """Raises FileError for a file without events. A slide that is no object is an empty one."""
    numbered = list(_numbered(document))
    unused = (name for _number, _kind, slide in numbered for name in _unread(slide))
    told = ((number, {**_flat(slide), **kind}) for number, kind, slide in numbered)
    return slides.read(told, read_date, _FIELDS, unused)


def _unread(slide: Any, inside: str = "") -> Iterator[str]:
    """Where a slide says what there is no place for here."""
    for name, value in slide.items() if isinstance(slide, dict) else ():
        path = f"{inside}{name}"
        if path in _READ or value in _NOTHING:
            continue
        if isinstance(value, dict) and not inside:
            yield from _unread(value, f"{path}.")
        else:
            yield path[:_LONGEST_NAME]


def _numbered(document: dict[str, Any]) -> Iterator[tuple[int, Mapping[str, Any], Any]]:
    """Slides with their number and type. The title slide is number 0; events are counted from 1,
    and eras after them."""
    if isinstance(title := document.get("title"), dict):
        yield 0, {"type": "title"}, title
    events = listed(document)
    eras = document.get("eras")
    for number, slide in enumerate(events, 1):
        yield number, {}, slide
    for number, slide in enumerate(eras if isinstance(eras, list) else [], len(events) + 1):
        yield number, {"type": "era"}, slide


def _flat(slide: Any) -> dict[str, Any]:
    values = {name: _at(slide, path.split(".")) for name, path in _FIELDS.items()}
    for name, side in (("time", "start_date"), ("endtime", "end_date")):
        values[name] = _clock(values[name], _at(slide, [side, "minute"]))
    values["displaydate"] = values["displaydate"] or _at(slide, ["start_date", "display_date"])
    return values


def _at(value: Any, path: list[str]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _clock(hour: Any, minute: Any) -> str | None:
    if hour in (None, ""):
        return None
    return f"{hour}:{str(minute or 0).zfill(2)}"
