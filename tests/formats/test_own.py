"""Dateline's own JSON."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

from tests.formats.telling import COURIER, TIMELINE, event
from timeline.formats import own, records
from timeline.formats.records import Support

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def _written(*events) -> Any:
    return json.loads(b"".join(own.write(TIMELINE, events)))


def test_a_file_says_what_it_is():
    written = _written()
    assert (written["format"], written["version"]) == ("dateline-timeline", 1)
    assert written["timeline"]["title"] == "The harbour & its keepers"
    assert written["events"] == []


def test_an_event_has_all_that_it_rests_on():
    (told,) = _written(event())["events"]
    assert told["date"] == "2024-05-20"
    assert told["people"][0] == {"name": "Mara Lind", "kind": "person"}
    (evidence,) = told["evidence"]
    assert evidence["quote"] == "It opened on <May 20>"
    assert evidence["source"]["url"] == COURIER.url


def test_evidence_has_the_fields_of_its_kind_alone():
    cited = Support("citation", citation="Annals")
    (told,) = _written(event(evidence=(Support("editors"), cited)))["events"]
    assert told["evidence"] == [
        {"kind": "editors"},
        {"kind": "citation", "citation": "Annals"},
    ]


def test_each_event_stands_on_a_line_of_its_own():
    lines = b"".join(own.write(TIMELINE, [event(), event(id=8)])).splitlines()
    assert [json.loads(line.rstrip(b","))["id"] for line in lines[1:-1]] == [7, 8]


def test_every_field_is_documented():
    documented = set(re.findall(r"`(\w+)`", DOCUMENTED.read_text(encoding="utf-8")))
    kinds = (records.TimelineRecord, records.EventRecord, records.Named, records.Medium)
    for kind in (*kinds, records.Support, records.Source, records.Look):
        assert {each.name for each in fields(kind)} <= documented, kind
