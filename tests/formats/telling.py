"""One event, as records tell it."""

from typing import Any

from timeline.formats.records import EventRecord, Medium, Named, Source, Support, TimelineRecord

TIMELINE = TimelineRecord(
    address="https://example.org/timelines/harbour/",
    title="The harbour & its keepers",
    introduction="A port told.\n\nIn two paragraphs.",
    language="en",
    changed="2024-06-01T10:00:00+00:00",
    cover=Medium("https://example.org/quay.jpg", "Ada & Co", "Boats at the quay"),
)
COURIER = Source(
    title="The harbour opens",
    url="https://example.org/harbour",
    publisher="The Evening Courier",
    author="",
    language="en",
    published_on="2024-05-30",
)
QUOTE = Support("quote", "It opened on <May 20>", "on May 20", COURIER)


def event(date: str = "2024-05-20", **fields: Any) -> EventRecord:
    told: dict[str, Any] = {
        "id": 7,
        "address": "https://example.org/events/7/",
        "title": "The harbour opens",
        "summary": "",
        "date": date,
        "part": "",
        "date_in_words": f"{date} in words",
        "category": "economy",
        "category_name": "Economy",
        "importance": 0,
        "changed": "2024-06-01T10:00:00+00:00",
        "people": (Named("Mara Lind", "person"), Named("Port & Sons", "organisation")),
        "evidence": (QUOTE,),
    }
    return EventRecord(**{**told, **fields})
