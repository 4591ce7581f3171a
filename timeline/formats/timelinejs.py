"""The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

TimelineJS draws a date from its numbers and shows `display_date` as it is written: the numbers say
which days are covered, the words how exact the date is. Its texts are HTML.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from timeline.dates import edtf
from timeline.dates.julian import from_day
from timeline.dates.parts import drawn
from timeline.dates.scales import Precision
from timeline.formats.markup import body, link, paragraphs
from timeline.formats.pieces import document
from timeline.formats.records import EraRecord, EventRecord, Medium, TimelineRecord


def write(timeline: TimelineRecord, events: Iterable[EventRecord]) -> Iterator[bytes]:
    """A title slide with the introduction and the credits, then every event."""
    text = paragraphs(timeline.introduction) + paragraphs(timeline.credits)
    words = {"headline": escape(timeline.title), "text": text}
    title: dict[str, Any] = {"unique_id": "title", "text": words}
    if timeline.cover and link(timeline.cover.url):
        title["media"] = _medium(timeline.cover)
    head: dict[str, Any] = {"scale": "human", "title": title}
    if timeline.eras:
        head["eras"] = [_era(era) for era in timeline.eras]
    return document(head, "events", map(_slide, events))


def _slide(event: EventRecord) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": f"event-{event.id}",
        **dates_of(event.date, event.part),
        "display_date": event.date_in_words,
        "text": {"headline": escape(event.title), "text": body(event)},
        "autolink": False,
    }
    if event.category_name:
        slide["group"] = event.category_name
    if media := [medium for medium in event.media if link(medium.url)]:
        slide["media"] = _medium(media[0])
    return slide


def _era(era: EraRecord) -> dict[str, Any]:
    """TimelineJS shows no words for its date; they say to whoever reads the file how exact it is.
    It needs an end even of one day."""
    days = dates_of(era.date, "")
    return {
        "end_date": days["start_date"],
        **days,
        "display_date": era.date_in_words,
        "text": {"headline": escape(era.name)},
    }


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


def _medium(medium: Medium) -> dict[str, str]:
    words = escape(medium.alternative_text)
    return {"url": medium.url, "credit": escape(medium.credit), "alt": words, "caption": words}
