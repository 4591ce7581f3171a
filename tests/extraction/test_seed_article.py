"""The article that the extraction was first built for, where the machine has it."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction.events import Extraction, FoundEvent, extract

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "article.json"

# What happened on which date; the words are some that its title or quote must hold.
EVENTS = {
    "2024-05-30": "met",
    "2024-05-23": "phone call",
    "2022-05-08": "visited Iran",
    "2019-10": "met with",
    "2024-05-20": "announced the death",
    "2024-05-22": "funeral",
    "2011/..": "beginning of the revolution",
}
NO_EVENTS = ("ten days after", "more than a week", "more than 50 years", "$1 a month")


@pytest.fixture(scope="module")
def article() -> dict[str, Any]:
    if not SEED.is_file():
        pytest.skip("the seed article is not on this machine")
    read: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def extraction(article: dict[str, Any]) -> Extraction:
    published = datetime.date.fromisoformat(article["published"])
    return extract(article["text"], title=article["title"], published=published, language="en")


def test_it_tells_these_dates_and_no_others(extraction: Extraction) -> None:
    assert sorted(event.date.text for event in extraction.events) == sorted(EVENTS)


def test_each_quote_holds_what_happened(extraction: Extraction, article: dict[str, Any]) -> None:
    for event in extraction.events:
        assert EVENTS[event.date.text] in quoted(event, article["text"])


def test_no_event_comes_from_a_duration_or_a_price(
    extraction: Extraction, article: dict[str, Any]
) -> None:
    expressions = [
        article["text"][slice(*evidence.expression)]
        for event in extraction.events
        for evidence in event.evidence
    ]
    assert not [words for words in expressions if any(no in words for no in NO_EVENTS)]


def test_the_meeting_is_one_event_told_several_times(extraction: Extraction) -> None:
    meeting = next(event for event in extraction.events if event.date.text == "2024-05-30")
    assert len(meeting.evidence) >= 3
    assert {name.text for name in meeting.participants} == {"Bashar al-Assad", "Ali Khamenei"}
    assert [name.text for name in meeting.places] == ["Iran"]


def test_the_beginning_of_the_revolution_is_the_least_certain(extraction: Extraction) -> None:
    least = min(extraction.events, key=lambda event: event.confidence)
    assert least.date.text == "2011/.."
    assert "date-elsewhere" in least.reasons


def quoted(event: FoundEvent, text: str) -> str:
    return text[slice(*event.evidence[0].quote)]
