"""TimelineJS: its spreadsheet with every column, and its JSON, as they are."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.formats.incoming.reading import dates, faults, of_csv, titles
from tests.formats.telling import TIMELINE, event
from timeline.formats import timelinejs
from timeline.formats.incoming.contents import Incoming
from timeline.formats.incoming.errors import FileError
from timeline.formats.incoming.slides import COLUMNS
from timeline.formats.records import EraRecord, EventRecord, Look, Medium
from timeline.selectors.incoming import read

_EVENT = {"Year": "1990", "Headline": "A"}


def _sheet(*rows: dict[str, str]) -> Incoming:
    """Rows by the names of the columns; all of these are there."""
    names = list(COLUMNS.values())
    lines = [",".join(f'"{row.get(name, "")}"' for name in names) for row in rows]
    return of_csv(",".join(names), *lines)


def _one(**cells: str) -> EventRecord:
    """An event by the plain names of its columns."""
    row = {COLUMNS[name]: cell for name, cell in cells.items()}
    incoming = _sheet({"Year": "1990", "Headline": "A", **row})
    assert faults(incoming) == []
    (entry,) = incoming.entries
    return entry.event


def _wrong(**cells: str) -> str:
    row = {COLUMNS[name]: cell for name, cell in cells.items()}
    (fault,) = faults(_sheet({"Year": "1990", "Headline": "A", **row}))
    return fault


def test_every_column_of_the_published_sheet_is_known():
    incoming = _sheet(
        {"Headline": "The harbour", "Text": "<p>A port</p><p>told.</p>", "Type": "title"},
        {
            "Year": "1963",
            "Month": "8",
            "Day": "9",
            "Time": "10:30 PM",
            "Headline": "<b>It opens</b>",
            "Text": "A crowd came. <a href='https://example.org/a'>More</a>",
            "Media": "https://example.org/p.jpg",
            "Media Credit": "A <i>photographer</i>",
            "Media Caption": "The pier",
            "Media Thumbnail": "https://example.org/t.jpg",
            "Group": "Ships",
            "Background": "#123456",
        },
        {"Year": "1970", "End Year": "1979", "Headline": "The quiet years", "Type": "era"},
    )
    assert faults(incoming) == []
    assert incoming.timeline
    assert (incoming.timeline.title, incoming.timeline.introduction) == (
        "The harbour",
        "A port\n\ntold.",
    )
    (opening,) = (entry.event for entry in incoming.entries)
    assert (opening.date, opening.title) == ("1963-08-09T22:30", "It opens")
    assert opening.summary == "A crowd came. More (https://example.org/a)"
    pier = "https://example.org/p.jpg"
    assert opening.media == (Medium(pier, "A photographer", "The pier"),)
    assert opening.look == Look(
        colour="#123456", medium=pier, thumbnail="https://example.org/t.jpg"
    )
    assert opening.category_name == "Ships"
    assert incoming.eras == [EraRecord("The quiet years", "1970/1979")]
    assert incoming.unused == ["Headline (<b>)", "Media Credit (<i>)"]


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ({}, "1990"),
        ({"month": "5"}, "1990-05"),
        ({"month": "5", "day": "20"}, "1990-05-20"),
        ({"month": "5", "day": "20", "time": "9:05"}, "1990-05-20T09:05"),
        ({"month": "5", "day": "20", "time": "12:00 am"}, "1990-05-20T00:00"),
        ({"endyear": "1995"}, "1990/1995"),
        ({"endyear": "1990"}, "1990"),
        ({"month": "5", "endyear": "1990", "endmonth": "6"}, "1990-05/1990-06"),
        ({"year": "-44"}, "-0043"),
        ({"year": "-1"}, "0000"),
        ({"year": "-44", "month": "3", "day": "15"}, "-0043-03-15"),
        ({"year": "-10", "endyear": "14"}, "-0009/0014"),
        ({"displaydate": "about 1990"}, "1990~"),
        ({"displaydate": "Summer 1990"}, "1990-22"),
        ({"year": "2011", "month": "1", "day": "1", "displaydate": "since 2011"}, "2011/.."),
    ],
)
def test_numbers_and_display_date_say_how_exact_a_date_is(cells, date):
    assert _one(**cells).date == date


@pytest.mark.parametrize("words", ["after the war", "2011", "the 1980s"])
def test_a_display_date_that_says_something_else_is_kept_as_it_is(words):
    found = _one(displaydate=words, text="So it went.")
    assert (found.date, found.summary) == ("1990", f"{words}\n\nSo it went.")


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"year": "0"}, "“Year”: “0”. There is no year 0: 1 BCE is written as -1."),
        ({"year": ""}, "“Year”. It is empty: every event needs one."),
        ({"year": "-13800000000"}, "This is no whole number from -9999 to 9999."),
        ({"month": "May"}, "“Month”: “May”. This is no whole number from 1 to 12."),
        ({"day": "5"}, "“Day”: “5”. It needs “Month” beside it."),
        ({"month": "2", "day": "30"}, "is not in the calendar"),
        ({"month": "2", "day": "3", "time": "25:00"}, "This is no time of day"),
        ({"endyear": "1980"}, "ends before it starts"),
        ({"endmonth": "5"}, "“End Month”: “5”. It needs “End Year” beside it."),
        ({"media": "javascript:alert(1)"}, "“Media”: “javascript:alert(1)”. This is no web"),
        ({"type": "chapter"}, "“Type”: “chapter”. This is not accepted here"),
        ({"headline": ""}, "“Headline”. It is empty"),
        ({"group": "G" * 81}, "It has 81 characters: at most 80 are accepted."),
    ],
)
def test_each_bad_cell_has_its_sentence(cells, sentence):
    assert sentence in _wrong(**cells)


def test_the_medium_of_the_title_slide_is_the_cover():
    url, text = "https://example.org/quay.jpg", {"Headline": "The harbour", "Type": "title"}
    incoming = _sheet({**text, "Media": url, "Media Credit": "Ada", "Alt Text": "A quay"})
    assert incoming.timeline
    assert incoming.timeline.cover == Medium(url, "Ada", "A quay")


def test_words_in_the_place_of_a_cover_go_into_the_introduction():
    words = "<blockquote>So it is told.</blockquote>"
    incoming = _sheet({"Headline": "The harbour", "Text": "A.", "Type": "title", "Media": words})
    assert incoming.timeline
    assert incoming.timeline.introduction == "A.\n\nSo it is told."


def test_two_title_slides_are_one_too_many():
    title = {"Headline": "The harbour", "Type": "title"}
    (fault,) = faults(_sheet(title, title))
    assert fault.endswith("There are two title slides: a timeline has one.")


def test_what_a_browser_would_run_is_left_out_of_texts():
    text = "<script>alert(1)</script>1 &lt; 2<br>then<img src=x onerror=alert(1)> &amp; on"
    assert _one(text=text).summary == "1 < 2\nthen & on"


def test_an_embedded_medium_is_known_by_its_address():
    found = _one(media="<iframe src='https://video.example/1' onload='x()'></iframe>")
    assert found.media[0].url == "https://video.example/1"
    assert found.media[0].alternative_text == "A"
    assert _one(media="<blockquote>So it is told.</blockquote>").summary == "So it is told."


def test_a_caption_that_says_more_than_the_alternative_is_kept():
    medium = {"media": "https://example.org/p.jpg", "alttext": "A pier"}
    found = _one(**medium, mediacaption="The pier in 1963, before the storm", text="So.")
    assert found.media[0].alternative_text == "A pier"
    assert found.summary == "So.\n\nThe pier in 1963, before the storm"
    assert _one(**medium, mediacaption="A pier").summary == ""


def test_a_picture_behind_a_slide_is_its_picture_where_there_is_no_other_one():
    url = "https://example.org/behind.jpg"
    assert _one(background=url).media == (Medium(url, "", "A"),)
    assert _one(background="#123456").media == ()


def test_beside_another_medium_it_is_a_second_one():
    url, pier = "https://example.org/behind.jpg", "https://example.org/p.jpg"
    both = _one(background=url, media=pier, mediacredit="Ada", alttext="A pier")
    assert both.media == (Medium(pier, "Ada", "A pier"), Medium(url, "", "A"))
    assert both.look == Look(background=url)


@pytest.mark.parametrize("background", ["images/behind.jpg", "javascript:alert(1)", "url(x.png)"])
def test_what_nobody_can_show_behind_a_slide_is_named_and_no_fault(background):
    incoming = _sheet({**_EVENT, "Background": background, "Media Thumbnail": "t.jpg"})
    assert faults(incoming) == []
    assert set(incoming.unused) == {"Background", "Media Thumbnail"}
    assert incoming.entries[0].event.look is None


def test_an_era_has_the_days_of_its_numbers_unless_words_say_better_what_they_cover():
    era = {"Type": "era", "Headline": "E", "Year": "1970", "End Year": "1979"}
    told_as = {
        "": "1970/1979",
        "the 1970s": "197X",
        "since 1970": "1970/1979",
        "bad years": "1970/1979",
    }
    for words, date in told_as.items():
        incoming = _sheet({**era, "Display Date": words}, _EVENT)
        assert incoming.eras == [EraRecord("E", date)]
        assert titles(incoming) == ["A"]


def test_what_timelinejs_does_not_show_of_an_era_is_named():
    era = {"Type": "era", "Headline": "E", "Year": "1970", "End Year": "1979"}
    more = {"Text": "A long time.", "Media": "https://example.org/p.jpg"}
    incoming = _sheet({**era, **more}, _EVENT)
    assert incoming.unused == ["Text (era)", "Media (era)"]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"year": ""}, "“Year”. It is empty"),
        ({"headline": ""}, "“Headline”. It is empty"),
        ({"headline": "E" * 201}, "It has 201 characters: at most 200 are accepted."),
        ({"endyear": "1980"}, "ends before it starts"),
    ],
)
def test_each_bad_cell_of_an_era_has_its_sentence(cells, sentence):
    assert sentence in _wrong(type="era", **cells)


def test_more_eras_than_a_chart_holds_are_one_sentence():
    era = {"Type": "era", "Year": "1970"}
    (fault,) = faults(_sheet(*({**era, "Headline": f"E {number}"} for number in range(31))))
    assert fault.endswith("There are more than 30 eras: leave some out.")


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ({"edtf": "1990~"}, "1990~"),
        ({"edtf": "1989~"}, "1990-01-01/1990-12-31"),
        ({"edtf": "soon"}, "1990-01-01/1990-12-31"),
        ({"edtf": "1990", "edtf_part": "LATER"}, "1990-01-01/1990-12-31"),
    ],
)
def test_the_date_that_we_write_beside_the_numbers_counts_while_these_are_of_it(said, date):
    slide = {**timelinejs.dates_of("1990", ""), "text": {"headline": "A"}, **said}
    assert dates(_json(events=[slide])) == [date]


def test_what_json_says_of_the_looks_of_a_slide_is_kept():
    host = "https://example.org"
    shown = {"thumbnail": f"{host}/t.jpg", "title": "Ships", "link": f"{host}/more"}
    slide = {
        "start_date": {"year": "1990"},
        "text": {"headline": "A"},
        "media": {"url": f"{host}/p.jpg", **shown},
        "background": {"color": "rgb(1, 2, 3)", "url": f"{host}/b.jpg", "alt": "The sea"},
    }
    incoming = _json(events=[slide])
    (entry,) = incoming.entries
    assert incoming.unused == []
    assert entry.event.media[1] == Medium(f"{host}/b.jpg", "", "The sea")
    assert entry.event.look == Look(
        background=f"{host}/b.jpg", colour="rgb(1, 2, 3)", medium=f"{host}/p.jpg", **shown
    )


def test_a_slide_without_a_headline_is_called_by_its_text():
    found = _one(headline="", text="<p>It opens.</p><p>It closes.</p>")
    assert (found.title, found.summary) == ("It opens.", "It closes.")


def _json(**document: Any) -> Incoming:
    return read(json.dumps({"events": [], **document}).encode())


def test_json_has_title_events_and_eras():
    incoming = _json(
        title={"text": {"headline": "The harbour"}},
        events=[
            {
                "start_date": {"year": "2024", "month": 5, "day": "20", "hour": 9, "minute": 5},
                "text": {"headline": "It opens", "text": "<p>So.</p>"},
                "media": {"url": "//example.org/p.jpg", "alt": "A pier"},
                "group": "Ships",
            },
            {
                "start_date": {"year": -44, "display_date": "44 BCE"},
                "text": {"headline": "A murder"},
            },
        ],
        eras=[
            {"start_date": {"year": 1970}, "end_date": {"year": 1979}, "text": {"headline": "E"}}
        ],
    )
    assert faults(incoming) == []
    assert incoming.timeline
    assert incoming.timeline.title == "The harbour"
    assert dates(incoming) == ["2024-05-20T09:05", "-0043"]
    assert titles(incoming) == ["It opens", "A murder"]
    assert incoming.eras == [EraRecord("E", "1970/1979")]
    assert incoming.entries[0].event.media[0].url == "https://example.org/p.jpg"


def test_each_wrong_field_of_json_has_its_sentence():
    incoming = _json(events=[{"start_date": {"year": []}, "text": {"headline": "A"}}, 7])
    assert faults(incoming) == [
        "Row 1, column “start_date.year”: “[]”. It is empty: every event needs one.",
        "Row 2, column “start_date.year”. It is empty: every event needs one.",
        "Row 2, column “text.headline”. It is empty: every event needs one.",
    ]
    with pytest.raises(FileError, match="neither Dateline’s nor that of TimelineJS"):
        read(b'{"rows": []}')
    with pytest.raises(FileError, match="There is no event in the file"):
        read(b'{"version": 9, "events": []}')


@pytest.mark.parametrize(
    ("date", "part", "words"),
    [
        ("2019-10", "", "October 2019"),
        ("2020", "START", "early 2020"),
        ("2011/..", "", "since 2011"),
        ("../2018-08", "", "until August 2018"),
        ("198X", "", "the 1980s"),
        ("1990~", "", "about 1990"),
        ("2019-33", "", "first quarter of 2019"),
        ("-0043", "", "44 BC"),
        ("2024-05-22/2024-05-25", "", "22–25 May 2024"),
        ("2024-05-20T10:30", "", "20 May 2024, 10:30"),
    ],
)
def test_dates_that_we_write_for_timelinejs_are_read_back_as_exact_as_they_were(date, part, words):
    file = b"".join(timelinejs.write(TIMELINE, [event(date, part=part, date_in_words=words)]))
    (entry,) = read(file).entries
    assert (entry.event.date, entry.event.part) == (date, part)
    assert entry.event.category_name == "Economy"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1914/1918", "1914–1918"),
        ("198X", "the 1980s"),
        ("-0043", "44 BC"),
        ("2024-05-20", "20 May 2024"),
    ],
)
def test_eras_come_back_from_timelinejs_as_exact_as_they_were(date, words):
    timeline = replace(TIMELINE, eras=(EraRecord("War & peace", date, words),))
    file = b"".join(timelinejs.write(timeline, [event()]))
    assert read(file).eras == [EraRecord("War & peace", date)]


def test_slides_that_differ_in_nothing_but_what_they_are_called_are_one_event():
    slide = {"start_date": {"year": 1990}, "text": {"headline": "A"}}
    others = [{**slide, "unique_id": name} for name in ("first", "second")]
    incoming = _json(events=[slide, *others])
    assert (titles(incoming), incoming.repeated) == (["A"], [2, 3])
