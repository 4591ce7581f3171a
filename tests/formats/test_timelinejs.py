"""The JSON of TimelineJS: numbers for the days that a date covers, words for how exact it is."""

import json
from typing import Any

import pytest

from tests.formats.telling import TIMELINE, event
from timeline.formats import timelinejs
from timeline.formats.records import Look, Medium, Support


def _written(*events) -> Any:
    return json.loads(b"".join(timelinejs.write(TIMELINE, events)))


def _slide(*args, **fields) -> Any:
    return _written(event(*args, **fields))["events"][0]


def _day(year, month, day):
    return {"year": year, "month": month, "day": day}


def test_the_title_slide_tells_of_the_timeline_as_html():
    text = _written()["title"]["text"]
    assert text["headline"] == "The harbour &amp; its keepers"
    assert text["text"] == "<p>A port told.</p><p>In two paragraphs.</p>"
    assert _written()["title"]["media"]["credit"] == "Ada &amp; Co"


@pytest.mark.parametrize(
    ("date", "part", "start", "end"),
    [
        ("2024-05-20", "", (2024, 5, 20), None),
        ("2024-05-22/2024-05-25", "", (2024, 5, 22), (2024, 5, 25)),
        ("2019-10", "", (2019, 10, 1), (2019, 10, 31)),
        ("2011", "", (2011, 1, 1), (2011, 12, 31)),
        ("2020", "START", (2020, 1, 1), (2020, 5, 1)),
        ("198X", "", (1980, 1, 1), (1989, 12, 31)),
        ("2019-33", "", (2019, 1, 1), (2019, 3, 31)),
        ("2011/..", "", (2011, 1, 1), None),
        ("../2018-08", "", (2018, 8, 1), (2018, 8, 31)),
        ("-0043-03-15", "", (-44, 3, 15), None),
        ("0000", "", (-1, 1, 1), (-1, 12, 31)),
        ("-0009/0014", "", (-10, 1, 1), (14, 12, 31)),
    ],
)
def test_the_numbers_cover_what_the_date_covers(date, part, start, end):
    slide = _slide(date, part=part)
    assert slide["start_date"] == _day(*start)
    assert slide.get("end_date") == (_day(*end) if end else None)
    assert slide["display_date"] == f"{date} in words"


def test_a_time_of_day_is_told_to_the_minute():
    assert _slide("2024-05-20T10:30")["start_date"] == {
        **_day(2024, 5, 20),
        "hour": 10,
        "minute": 30,
    }
    both = _slide("2024-05-20T10:30/2024-05-20T11:00")
    assert both["end_date"] == {**_day(2024, 5, 20), "hour": 11, "minute": 0}


def test_every_event_has_a_slide_of_its_own():
    ids = [slide["unique_id"] for slide in _written(event(id=1), event(id=2))["events"]]
    assert ids == ["event-1", "event-2"]


def test_texts_are_escaped_and_name_their_source():
    slide = _slide(title="<b>Open</b>", summary="1 < 2")
    assert slide["text"]["headline"] == "&lt;b&gt;Open&lt;/b&gt;"
    assert slide["text"]["text"] == (
        "<p>1 &lt; 2</p><blockquote>It opened on &lt;May 20&gt;</blockquote>"
        '<p><a href="https://example.org/harbour">The harbour opens</a>, '
        "The Evening Courier, 2024-05-30</p>"
    )


def test_what_a_browser_would_run_is_no_link_and_no_medium():
    cited = Support("citation", citation="Annals", citation_url="javascript:alert(1)")
    slide = _slide(evidence=(cited,), media=(Medium("javascript:alert(1)", "", "A pier"),))
    assert "javascript" not in json.dumps(slide)
    assert slide["text"]["text"] == "<p>Annals</p>"


def test_the_first_picture_comes_with_its_credit():
    slide = _slide(media=(Medium("https://example.org/p.jpg", "A & B", "A pier"),))
    assert slide["media"]["url"] == "https://example.org/p.jpg"
    assert slide["media"]["credit"] == "A &amp; B"


PIER = Medium("https://example.org/p.jpg", "Ada", "A pier")
SEA = Medium("https://example.org/b.jpg", "", "The sea")
SHIP = Medium("https://example.org/s.jpg", "Bo & Co", "A <ship>")


def test_a_slide_looks_as_it_looked_where_it_came_from():
    look = Look(SEA.url, "#123456", PIER.url, "https://example.org/t.jpg", "Ships")
    slide = _slide(media=(SEA, PIER), look=look)
    assert slide["media"]["thumbnail"] == "https://example.org/t.jpg"
    assert slide["media"]["title"] == "Ships"
    assert slide["background"] == {"color": "#123456", "url": SEA.url, "alt": "The sea"}


def test_what_an_editor_took_away_is_shown_no_more():
    slide = _slide(media=(SHIP,), look=Look(SEA.url, "", PIER.url, "https://example.org/t.jpg"))
    assert "background" not in slide
    assert "thumbnail" not in slide["media"]


def test_the_text_leads_to_media_that_have_no_place_on_the_slide():
    text = _slide(media=(PIER, SHIP))["text"]["text"]
    assert text.endswith(
        '<p><a href="https://example.org/s.jpg">A &lt;ship&gt;</a> Bo &amp; Co</p>'
    )


def test_addresses_in_a_text_lead_where_they_say():
    text = _slide(summary="See (https://example.org/a?b=1&c), <b>.")["text"]["text"]
    assert text.startswith(
        '<p>See (<a href="https://example.org/a?b=1&amp;c">https://example.org/a?b=1&amp;c</a>), '
        "&lt;b&gt;.</p>"
    )


def test_the_category_is_the_group_of_a_slide():
    assert _slide()["group"] == "Economy"
    assert "group" not in _slide(category="", category_name="")
