"""Every field that TimelineJS documents (timeline.knightlab.com/docs/json-format.html), in and out
again: what of it comes back, and that what does not is named before anything is stored."""

import json
from typing import Any

import pytest

from tests.services.importing.trips import exported, stored
from timeline.formats import timelinejs
from timeline.selectors.incoming import read

HOST = "https://example.org"
SAME: Any = object()
TELLING = {
    "start_date.year": 1963, "start_date.month": 8, "start_date.day": 9,
    "text.headline": "It opens", "media.url": f"{HOST}/p.jpg",
}  # fmt: skip

# A field of an event, what an author writes there, what comes back (dates in the language of the
# timeline), and what is named as left out.
FIELDS: list[tuple[str, Any, Any, list[str]]] = [
    ("start_date.year", -44, SAME, []),
    ("start_date.month", 12, SAME, []),
    ("start_date.day", 31, SAME, []),
    ("start_date.hour", 9, SAME, []),
    ("start_date.minute", 0, SAME, []),
    ("start_date.second", 30, None, ["start_date.second"]),
    ("start_date.millisecond", 5, None, ["start_date.millisecond"]),
    ("start_date.second", 0, None, []),
    ("start_date.format", "yyyy", None, ["start_date.format"]),
    ("end_date.year", 1970, SAME, []),
    ("end_date.second", "30", None, ["end_date.second"]),
    ("end_date.display_date", "then", None, ["end_date.display_date"]),
    ("display_date", "August 9, 1963", "9 août 1963", []),
    ("text.headline", "Fish &amp; ships", SAME, []),
    ("text.headline", "It <b>opens</b>", "It opens", ["text.headline (<b>)"]),
    ("text.text", "<p>One.</p><p>Two &lt; three.</p>", SAME, []),
    ("text.text", "One.<br>Two.", "<p>One.</p><p>Two.</p>", []),
    ("text.text", f'<p>See <a href="{HOST}/a">{HOST}/a</a>.</p>', SAME, []),
    (
        "text.text",
        f'<p>See <a href="{HOST}/a">the list</a>.</p>',
        f'<p>See the list (<a href="{HOST}/a">{HOST}/a</a>).</p>',
        [],
    ),
    ("text.text", "<p>So <b>it</b> was.</p>", "<p>So it was.</p>", ["text.text (<b>)"]),
    ("text.text", f"<p>A.</p><img src='{HOST}/i.png'>", "<p>A.</p>", ["text.text (<img>)"]),
    ("media.url", f"{HOST}/other.jpg", SAME, []),
    ("media.credit", "Ada &amp; Bo", SAME, []),
    ("media.credit", f'<a href="{HOST}/ada">{HOST}/ada</a>', SAME, []),
    ("media.caption", "The pier", SAME, []),
    ("media.alt", "A pier", SAME, []),
    ("media.thumbnail", f"{HOST}/t.jpg", SAME, []),
    ("media.title", "A title", SAME, []),
    ("media.link", f"{HOST}/more", SAME, []),
    ("media.link_target", "_blank", None, ["media.link_target"]),
    ("group", "Ships", SAME, []),
    ("background.url", f"{HOST}/sea.jpg", SAME, []),
    ("background.color", "#123456", SAME, []),
    ("unique_id", "opening-of-the-port", SAME, []),
    ("unique_id", "event-77", "ours", []),
    ("autolink", True, False, []),
    ("mood", {"a": {"b": 1}}, None, ["mood.a"]),
]  # fmt: skip

pytestmark = pytest.mark.django_db


def _put(slide: dict[str, Any], path: str, value: Any) -> None:
    *way, name = path.split(".")
    for step in way:
        slide = slide.setdefault(step, {})
    slide[name] = value


def _at(slide: Any, path: str) -> Any:
    for step in path.split("."):
        slide = slide.get(step) if isinstance(slide, dict) else None
    return slide


def _slide(path: str, value: Any) -> dict[str, Any]:
    slide: dict[str, Any] = {}
    needed = {"start_date.hour": 9} if path.endswith(("minute", "second", "millisecond")) else {}
    for at, given in {**TELLING, **needed, path: value}.items():
        _put(slide, at, given)
    return slide


@pytest.mark.parametrize(("path", "given", "back", "left"), FIELDS)
def test_what_an_author_says_of_an_event_comes_back_or_is_named(path, given, back, left):
    file = json.dumps({"events": [_slide(path, given)]}).encode()
    assert read(file).unused == left
    timeline = stored(file)
    (slide,) = json.loads(exported(timeline, timelinejs.write))["events"]
    if back == "ours":
        back = f"event-{timeline.events.get().pk}"
    assert _at(slide, path) == (given if back is SAME else back)


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("text.headline", "Ships"),
        ("text.text", "<p>A port.</p><p>Told.</p>"),
        ("media.url", f"{HOST}/q.jpg"),
        ("media.credit", "Bo"),
        ("media.thumbnail", f"{HOST}/t.jpg"),
        ("background.url", f"{HOST}/sea.jpg"),
        ("background.color", "navy"),
        ("unique_id", "cover"),
    ],
)
def test_what_an_author_says_of_the_title_slide_comes_back(path, given):
    title = _slide(path, given)
    del title["start_date"]
    file = json.dumps({"title": title, "events": [_slide("group", "Ships")]}).encode()
    assert read(file).unused == []
    again = json.loads(exported(stored(file), timelinejs.write))
    assert _at(again["title"], path) == given


def test_what_we_write_ourselves_is_used_to_its_last_field():
    slides = [_slide(path, given) for path, given, back, _left in FIELDS if back is SAME]
    for number, slide in enumerate(slides):
        slide["text"]["headline"] = f"Slide {number}"
    eras = [{"start_date": {"year": 1960}, "end_date": {"year": 1970}, "text": {"headline": "E"}}]
    file = json.dumps({"title": {"text": {"headline": "A"}}, "events": slides, "eras": eras})
    assert read(exported(stored(file.encode()), timelinejs.write)).unused == []


def test_a_file_of_fields_without_end_names_some_of_them():
    slides = [{**_slide("group", "A"), f"field {number}": 1} for number in range(1000)]
    assert len(read(json.dumps({"events": slides}).encode()).unused) == 50
