"""The sample articles: readable as they ship, and true to the list of their events."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline.dates.edtf import parse
from timeline.fetching.document import Document
from timeline.fetching.documents import read_documents

SAMPLE = Path(timeline.__path__[0]) / "sample"
GOLD: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("events.toml").read_text(encoding="utf-8")
)["article"]
FILES = sorted(path.name for path in SAMPLE.glob("*.json"))
# The story: the visits, the crash, its announcement, the ceremony, the burial with the call.
STORY = ("2019-10", "2022-05-08", "2024-05-19", "2024-05-20", "2024-05-22", "2024-05-23")


def _article(name: str) -> Document:
    (document,) = read_documents(name, (SAMPLE / name).read_bytes())
    assert isinstance(document, Document), document
    return document


def test_there_are_ten_articles_and_three_of_them_arabic() -> None:
    languages = Counter(_article(name).language for name in FILES)
    assert languages.total() >= 10
    assert languages["ar"] >= 3


@pytest.mark.parametrize("name", FILES)
def test_an_article_has_all_that_the_timeline_shows_of_it(name: str) -> None:
    article = _article(name)
    assert article.title
    assert article.published_on
    assert article.publisher == "Dateline sample desk"
    assert 250 <= len(article.text.split()) <= 600


def test_every_article_has_its_list_of_events() -> None:
    assert sorted(entry["file"] for entry in GOLD) == FILES


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["file"])
def test_the_list_quotes_the_article_and_gives_canonical_dates(entry: dict[str, Any]) -> None:
    article = _article(entry["file"])
    assert article.language == entry["language"]
    for event in entry["events"]:
        for words in event["words"]:
            assert article.text.count(words) == 1, words
        for date in (event["date"], *event.get("alternatives", ())):
            assert parse(date).text == date
    for words in entry["nothing"]:
        assert words in article.text


@pytest.mark.parametrize("date", STORY)
def test_the_story_is_told_by_several_articles_in_both_languages(date: str) -> None:
    told = [entry for entry in GOLD if any(event["date"] == date for event in entry["events"])]
    assert len(told) >= 3
    assert {entry["language"] for entry in told} == {"en", "ar"}
