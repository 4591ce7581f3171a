"""The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

TimelineJS draws a date from its numbers and shows `display_date` as it is written: the numbers say
which days are covered, the words how exact the date is. Its texts are HTML.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from timeline.dates import edtf
from timeline.dates.julian import from_day
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision
from timeline.formats.markup import addressed, body, link, linked, paragraphs
from timeline.formats.pieces import document
from timeline.formats.records import EraRecord, EventRecord, Look, Medium, TimelineRecord

# What a slide is called that has no name of its own.
OUR_ID = re.compile(r"title|event-\d+")


def write(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    """A title slide with the introduction and the credits, then every event."""
    text = paragraphs(timeline.introduction) + paragraphs(timeline.credits)
    words = {"headline": escape(timeline.title), "text": text}
    look = timeline.look or Look()
    pictures = [timeline.cover] if timeline.cover else []
    if look.background and look.background not in {picture.url for picture in pictures}:
        pictures.append(Medium(look.background, "", ""))
    shown, _further = _shown(pictures, look)
    title = {"unique_id": look.unique_id or "title", "text": words, **shown}
    head: dict[str, Any] = {"scale": "human", "title": title}
    if timeline.eras:
        head["eras"] = [_era(era) for era in timeline.eras]
    return document(head, "events", map(_slide, events))


def _slide(event: EventRecord) -> dict[str, Any]:
    """A slide has one medium: to further ones its text leads."""
    look = event.look or Look()
    shown, further = _shown(event.media, look)
    text = body(event) + "".join(map(_led_to, further))
    slide: dict[str, Any] = {
        "unique_id": look.unique_id or f"event-{event.id}",
        **dates_of(event.date, event.part),
        **exactly(event.date, event.part),
        "display_date": event.date_in_words,
        "text": {"headline": escape(event.title), "text": text},
        "autolink": False,
        **shown,
    }
    if event.category_name:
        slide["group"] = event.category_name
    return slide


def _shown(media: Iterable[Medium], look: Look) -> tuple[dict[str, Any], list[Medium]]:
    """The fields of a slide that show its media, and those media that have no place on it."""
    linked = [medium for medium in media if link(medium.url)]
    behind = [medium for medium in linked if medium.url == look.background][:1]
    beside = [medium for medium in linked if medium not in behind]
    background = {"color": look.colour} if look.colour else {}
    for picture in behind:
        background |= {"url": picture.url, "alt": escape(picture.alternative_text)}
    shown = {"media": _medium(beside[0], look) if beside else {}, "background": background}
    return {name: told for name, told in shown.items() if told}, beside[1:]


def _led_to(medium: Medium) -> str:
    return f"<p>{linked(medium.alternative_text, medium.url)} {addressed(medium.credit)}</p>"


def _era(era: EraRecord) -> dict[str, Any]:
    """TimelineJS shows no words for its date; they say to whoever reads the file how exact it is.
    It needs an end even of one day."""
    days = dates_of(era.date, "")
    return {
        "end_date": days["start_date"],
        **days,
        **exactly(era.date, ""),
        "display_date": era.date_in_words,
        "text": {"headline": escape(era.name)},
    }


def exactly(written: str, part: str) -> dict[str, str]:
    """What TimelineJS passes over: the date itself, for whoever reads the file."""
    return {"edtf": written, "edtf_part": part} if part else {"edtf": written}


def dates_of(written: str, part: str) -> dict[str, Any]:
    """The days that a date in EDTF covers. TimelineJS needs a start of every event: where it is
    open, that is the first day of the end that is known."""
    date = edtf.parse(written)
    first, last = drawn(date, part)
    start = _day(date.sort_day if date.open_start else first, date.start.minute)
    if date.open_end or date.precision in (Precision.MINUTE, Precision.DAY):
        return {"start_date": start}
    return {"start_date": start, "end_date": _day(last, date.end.minute)}


def _day(number: int, minute: int | None) -> dict[str, int]:
    """TimelineJS says "44 BCE" for the year -44 and has none between -1 and 1."""
    year, month, day = from_day(number)
    told = {"year": year if year > 0 else year - 1, "month": month, "day": day}
    return told if minute is None else told | {"hour": minute // 60, "minute": minute % 60}


def _medium(medium: Medium, look: Look) -> dict[str, str]:
    words, caption = escape(medium.alternative_text), addressed(medium.alternative_text)
    credit = addressed(medium.credit)
    told = {"url": medium.url, "credit": credit, "alt": words, "caption": caption}
    if look.medium != medium.url:
        return told
    more = {"thumbnail": link(look.thumbnail), "title": escape(look.title), "link": link(look.link)}
    return told | {name: value for name, value in more.items() if value}
