"""What an export wrote comes into an empty store and goes out again as it was, in every format: of
many timelines, drawn by chance, whose events have all that events can have."""

import csv
import io
import json
import random
from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

import openpyxl
import pytest

from tests.services.importing.trips import exported, stored
from timeline.dates import edtf
from timeline.dates.scales import Precision
from timeline.formats import own, table, timelinejs, workbook
from timeline.formats.records import EraRecord, EventRecord, Look, Medium, Named, Source, Support
from timeline.formats.records import TimelineRecord as Told

pytestmark = pytest.mark.django_db

EVENTS = 40
DATES = (
    "2024-05-20", "2024-05-20T10:30", "2024-05-20T10:30/2024-05-20T11:00", "2019-10", "2011",
    "198X", "18XX", "2024-05-22/2024-05-25", "2011/..", "../2018-08", "2019-21", "2019-33",
    "2019-40", "1990~", "1990?", "-0043-03-15", "0000", "-0043", "-0099/-0098", "-0009/0014",
    "9999",
)  # fmt: skip
PARTS = ("START", "MID", "END")
# What spreadsheets run, cut or part, and what is written from the right.
WORDS = (
    "=1+1", "-5", "@port", "'quoted'", "a; b", "a, b", '"said"', "two\nlines", "\ttab", "جسر", "پل",
    "1 < 2 & 3", "“quay”", "#N/A", "TRUE", "007", "e\u0301", "\U0001f6a2", "https://example.org/?b=1&c",
)  # fmt: skip


class Chance(random.Random):
    def some(self, kinds: Any, most: int = 3) -> list[Any]:
        return self.sample(kinds, self.randint(0, most))

    def words(self, start: str = "") -> str:
        return f"{start}{self.choice(WORDS)} {self.randint(0, 10**6)}"

    def line(self, start: str = "") -> str:
        return " ".join(self.words(start).split())

    def address(self) -> str:
        return f"https://example.org/{self.randint(0, 10**6)}.jpg?a=1&b=2"

    def medium(self) -> Medium:
        return Medium(self.address(), self.choice(["", self.line()]), self.line("A pier "))

    def support(self) -> Support:
        if self.random() < 0.3:
            address = self.choice(["", self.address()])
            return Support("citation", citation=self.words("Annals "), citation_url=address)
        day = f"20{self.randint(10, 24)}-0{self.randint(1, 9)}-1{self.randint(0, 9)}"
        source = Source(
            self.line("The paper "), self.address(), self.line(), self.line(), "en", day
        )
        return Support("quote", f"It opened on May 20, {self.words()}", "on May 20", source)

    def evidence(self) -> tuple[Support, ...]:
        found = tuple(self.support() for _one in range(self.randint(0, 3)))
        return found or (Support("editors"),)

    def event(self, number: int) -> EventRecord:
        date = self.choice(DATES)
        may_have_part = date in ("2019-10", "2011", "198X")
        named = [Named(f"Mara {one}", "person") for one in "ABCD"]
        named += [Named(f"Port & Sons {one}", "organisation") for one in "ABCD"]
        category = self.choice(["", "economy", "harbours"])
        return EventRecord(
            id=0,
            address="",
            title=self.line(f"Event {number} "),
            summary=self.choice(["", self.words("So ") + "\n\nAnd on."]),
            date=date,
            part=self.choice(("", *PARTS)) if may_have_part else "",
            date_in_words="",
            category=category,
            category_name="Harbours of old" if category == "harbours" else "",
            importance=self.randint(0, 100),
            changed="",
            correction=self.choice(["", self.words("Before: ")]),
            featured=self.random() < 0.2,
            people=tuple(self.some(named)),
            places=tuple(self.some([Named(f"Aldermoor {one}", "place") for one in "ABCD"])),
            media=tuple(self.medium() for _one in range(self.randint(0, 3))),
            evidence=self.evidence(),
        )

    def timeline(self) -> Told:
        eras = (EraRecord("The Great War", "1914/1918"), EraRecord(self.line("Years "), "192X"))
        return Told(
            "", "The harbour", self.words("A port\n\n"), "fr", "", self.medium(), self.words(), eras
        )


def of_own(file: bytes) -> Any:
    document = json.loads(file)
    for told in (document["timeline"], *document["events"]):
        for name in ("id", "changed"):
            told.pop(name, None)
    return document


def of_slides(file: bytes) -> Any:
    document = json.loads(file)
    for slide in document["events"]:
        del slide["unique_id"]
    return document


def of_table(file: bytes) -> Any:
    return [row[1:] for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))]


def of_workbook(file: bytes) -> Any:
    sheet = openpyxl.load_workbook(io.BytesIO(file)).active
    assert sheet is not None
    return [row[1:] for row in sheet.iter_rows(values_only=True)]


class Kept(NamedTuple):
    """A format, and what of a file of it has to come back."""

    write: Any
    of: Callable[[bytes], Any]


FORMATS = {
    "own JSON": Kept(own.write, of_own),
    "CSV": Kept(table.write, of_table),
    "XLSX": Kept(workbook.write, of_workbook),
}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", FORMATS)
def test_a_round_trip_changes_nothing(name, seed):
    chance = Chance(seed)
    first = stored(b"".join(own.write(chance.timeline(), map(chance.event, range(EVENTS)))))
    kept = FORMATS[name]
    file = exported(first, kept.write)
    assert len(kept.of(exported(first, own.write) if name == "own JSON" else file)) > 1
    again = exported(stored(file), kept.write)
    assert kept.of(again) == kept.of(file)


def test_our_json_has_all_that_a_file_said():
    chance = Chance(7)
    timeline, events = chance.timeline(), [chance.event(number) for number in range(EVENTS)]
    document = of_own(exported(stored(b"".join(own.write(timeline, events))), own.write))
    by_title = {told["title"]: told for told in document["events"]}
    assert len(by_title) == EVENTS
    for event in events:
        told = by_title[event.title]
        assert told["media"] == [_fields(medium) for medium in event.media]
        assert {one["name"] for one in told["people"]} == {one.name for one in event.people}
        assert told["evidence"] == [own.piece(one) | _source(one) for one in event.evidence]
        for name in ("date", "part", "summary", "correction", "importance", "featured"):
            assert told[name] == getattr(event, name), name
    assert [era["name"] for era in document["timeline"]["eras"]] == [
        era.name for era in timeline.eras
    ]


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _source(support: Support) -> dict[str, Any]:
    return {"source": _fields(support.source)} if support.source else {}


def _slide(chance: Chance, number: int) -> dict[str, Any]:
    """As an author of TimelineJS writes it, with every field that it shows."""
    host = "https://example.org"
    words = {"headline": f"Slide {number}", "text": f"<p>So it was, {number}.</p>"}
    slide: dict[str, Any] = {"start_date": _day(chance), "text": words, "group": "Ships"}
    slide["media"] = {
        "url": chance.address(),
        "credit": "Ada",
        "caption": escape(chance.line("The pier ")),
        "thumbnail": f"{host}/t{number}.jpg",
        "title": "A title",
        "link": f"{host}/more",
    }
    slide["background"] = chance.choice(
        [{"color": "#123456"}, {"url": chance.address(), "alt": "The sea"}]
    )
    return slide


def _day(chance: Chance) -> dict[str, Any]:
    year = chance.choice([-44, -1, 1, 1963, 2024])
    return {"year": year, "month": chance.randint(1, 12), "day": chance.randint(1, 28)}


def test_what_an_author_wrote_for_timelinejs_goes_there_again():
    chance = Chance(3)
    document: dict[str, Any] = {
        "title": {
            "text": {"headline": "Ships", "text": "<p>A port.</p>"},
            "media": {"url": "https://example.org/q.jpg", "credit": "Bo", "caption": "A quay"},
            "background": {"url": "https://example.org/sea.jpg", "color": "navy"},
        },
        "events": [_slide(chance, number) for number in range(EVENTS)],
        "eras": [
            {
                "start_date": {"year": -50, "month": 1, "day": 1},
                "end_date": {"year": 14, "month": 12, "day": 31},
                "text": {"headline": "Old times"},
            }
        ],
    }
    again = json.loads(exported(stored(json.dumps(document).encode()), timelinejs.write))
    _holds(again["title"], document["title"])
    _holds(again["eras"], document["eras"])
    by_headline = {slide["text"]["headline"]: slide for slide in again["events"]}
    for slide in document["events"]:
        _holds(by_headline[slide["text"]["headline"]], slide)


def _holds(told: Any, wanted: Any) -> None:
    """All that is wanted is told; more may be (display dates, numbers)."""
    if isinstance(wanted, dict):
        for name, value in wanted.items():
            _holds(told[name], value)
    elif isinstance(wanted, list):
        for one, other in zip(told, wanted, strict=True):
            _holds(one, other)
    else:
        assert told == wanted


@pytest.mark.parametrize("seed", range(3))
def test_slides_that_we_wrote_come_back_as_they_were(seed):
    """With what a slide can hold: one medium and a picture behind it, and the words of evidence as
    words."""
    chance = Chance(seed)
    first = stored(b"".join(own.write(chance.timeline(), map(chance.event, range(EVENTS)))))
    once = exported(stored(exported(first, timelinejs.write)), timelinejs.write)
    twice = exported(stored(once), timelinejs.write)
    assert of_slides(twice) == of_slides(once)
    told = {slide["text"]["headline"]: slide for slide in of_slides(once)["events"]}
    for slide in of_slides(exported(first, timelinejs.write))["events"]:
        other = told[slide["text"]["headline"]]
        for name in (
            "start_date",
            "end_date",
            "display_date",
            "edtf",
            "edtf_part",
            "group",
            "media",
        ):
            assert other.get(name) == slide.get(name), name


def test_a_look_is_told_in_our_json_and_comes_back():
    look = Look("https://example.org/b.jpg", "#123456", "https://example.org/p.jpg", "", "T")
    timeline = Told("", "A", "", "en", "", look=look)
    chance = Chance(1)
    event = chance.event(1)
    file = b"".join(own.write(timeline, [EventRecord(**{**_fields(event), "look": look})]))
    document = of_own(exported(stored(file), own.write))
    assert document["timeline"]["look"] == document["events"][0]["look"] == _fields(look)


def test_every_kind_of_date_is_among_those_that_are_drawn():
    assert {edtf.parse(date).precision for date in DATES} == set(Precision)
