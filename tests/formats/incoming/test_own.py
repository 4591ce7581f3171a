"""Our own JSON: what was written is read back, and a sentence for each field that is wrong."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.formats.incoming.reading import faults
from tests.formats.telling import QUOTE, TIMELINE, event
from timeline.formats import own
from timeline.formats.incoming.errors import FileError
from timeline.formats.records import Medium, Named, Support
from timeline.selectors.incoming import read

FILE = {"format": "dateline-timeline", "version": 1, "timeline": {"title": "T"}}


def _read(*events: Any, **fields: Any):
    return read(json.dumps({**FILE, "events": events, **fields}).encode())


def test_everything_that_is_written_is_read_back():
    written = event(
        "2020",
        part="START",
        summary=" Kept as it is.\n",
        correction="It was 2019 here.",
        places=(Named("Aldermoor", "place"),),
        media=(Medium("https://example.org/p.jpg", "A & B", "A pier"),),
        evidence=(QUOTE, Support("citation", citation="Annals"), Support("editors")),
    )
    incoming = read(b"".join(own.write(TIMELINE, [written])))
    (entry,) = incoming.entries
    assert entry.event == replace(written, address="", date_in_words="", changed="")
    assert incoming.timeline == replace(TIMELINE, address="", changed="")


def test_a_cover_that_is_at_no_web_address_is_told():
    timeline = {"title": "T", "cover": {"url": "javascript:alert(1)"}}
    (fault,) = faults(_read({"title": "A", "date": "2024"}, timeline=timeline))
    assert "column “timeline.cover.url”: “javascript:alert(1)”" in fault


def test_each_wrong_field_has_its_sentence():
    source = {"title": "The news", "published_on": "yesterday"}
    quote = {"kind": "quote", "quote": "It opened.", "source": source}
    incoming = _read(
        {"title": "A", "date": "2024", "evidence": [quote]},
        {"title": 7, "date": "2024"},
        "no event",
        {"title": "B", "date": "2024", "people": {"name": "Mara"}},
        {"title": "C", "date": "2024", "people": [{"name": "Mara", "kind": "cat"}]},
        {"title": "D", "date": "2024", "media": [{"url": "data:text/html,x"}]},
        {"title": "E", "date": "2024", "evidence": [{"kind": "quote", "quote": "It opened."}]},
        {"title": "F", "date": "2024", "importance": True},
    )
    assert faults(incoming) == [
        (
            "Row 1, column “evidence[0].source.published_on”: “yesterday”. This is no day: write "
            "it as 2024-05-30."
        ),
        "Row 2, column “title”: “7”. This is no text.",
        "Row 3, column “events”: “no event”. This is no JSON object with fields.",
        "Row 4, column “people”: “{'name': 'Mara'}”. This is no JSON array.",
        (
            "Row 5, column “people[0].kind”: “cat”. This is not accepted here: write one of "
            "person, organisation, place."
        ),
        (
            "Row 6, column “media[0].url”: “data:text/html,x”. This is no web address: write all "
            "of it, with https://."
        ),
        "Row 7, column “evidence[0].source”. This is no JSON object with fields.",
        "Row 8, column “importance”: “True”. This is no whole number from 0 to 100.",
    ]
    assert incoming.entries == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"format": "dateline-timeline",\n "version": ', "from line 2 on"),
        (b"[" * 100_000, "cannot be read as such from line 1 on"),
        (b"[1, 2]", "neither Dateline’s nor that of TimelineJS"),
        (json.dumps({**FILE, "version": 2}).encode(), "version 2: this program reads version 1"),
        (json.dumps(FILE).encode(), "has no array “events”"),
        (json.dumps({**FILE, "events": [1] * 50_001}).encode(), "more than 50000 rows"),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_with_a_sentence(data, sentence):
    with pytest.raises(FileError, match=sentence):
        read(data)


def test_what_no_database_stores_is_replaced():
    (entry,) = _read({"title": "A\u0000\ud800", "date": "2024"}).entries
    assert entry.event.title == "A��"
