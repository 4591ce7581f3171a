"""How right the day and the text of web pages are read, beside htmldate and trafilatura alone."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import htmldate
import trafilatura

from scripts.console import ROOT
from timeline.fetching.page import read_page
from timeline.management.tables import table

GOLD = ROOT / "tests" / "evaluation" / "pages.toml"
OURS, DATES, TEXTS = "Dateline", "htmldate", "trafilatura"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """`date` is ISO 8601, or "" where the page does not say when it was published."""

    name: str
    url: str
    date: str
    html: str
    story: str


class Reading(NamedTuple):
    """`is_sure`: nobody is asked to confirm the date. `text` is None where none is read."""

    date: str
    is_sure: bool
    text: str | None


class Score(NamedTuple):
    """Of pages: how many dates are right, how many are wrong without a question, and the mean F1 of
    the words of their texts."""

    right: int
    wrong_and_sure: int
    text: float | None


def load() -> list[GoldPage]:
    """All pages, the story of their language in each."""
    gold = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    return [_page(page, gold["stories"][page.get("language", "en")]) for page in gold["pages"]]


def scores(pages: list[GoldPage]) -> dict[str, Score]:
    """Of Dateline and of the others."""
    readers = {OURS: _ours, DATES: _htmldate, TEXTS: _trafilatura}
    return {name: _score(pages, [read(page) for page in pages]) for name, read in readers.items()}


def table_of(pages: list[GoldPage]) -> str:
    """The scores as a table."""
    rows = [
        (
            name,
            f"{score.right} of {len(pages)}",
            str(score.wrong_and_sure),
            "–" if score.text is None else f"{score.text:.3f}",
        )
        for name, score in scores(pages).items()
    ]
    return table("Web pages", ("", "dates right", "wrong unasked", "F1 of text"), rows)


def _page(page: dict[str, str], story: list[str]) -> GoldPage:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    html = page["html"].strip().replace("{story}", paragraphs)
    return GoldPage(page["name"], page.get("url", ""), page["date"], html, "\n".join(story))


def _ours(page: GoldPage) -> Reading:
    read = read_page(page.html, page.url)
    day = read.published_on or read.doubtful_on
    return Reading(day.isoformat() if day else "", bool(read.published_on), read.text)


def _htmldate(page: GoldPage) -> Reading:
    found = htmldate.find_date(page.html, original_date=True, url=page.url or None)
    return Reading(found or "", bool(found), None)


def _trafilatura(page: GoldPage) -> Reading:
    found = trafilatura.extract_metadata(page.html, default_url=page.url or None)
    date = (found.date if found else "") or ""
    text = trafilatura.extract(page.html, url=page.url or None, include_comments=False)
    return Reading(date, bool(date), text or "")


def _score(pages: list[GoldPage], readings: list[Reading]) -> Score:
    pairs = list(zip(pages, readings, strict=True))
    texts = [_f1(text, page.story) for page, (_date, _sure, text) in pairs if text is not None]
    return Score(
        right=sum(reading.date == page.date for page, reading in pairs),
        wrong_and_sure=sum(read.is_sure and read.date != page.date for page, read in pairs),
        text=sum(texts) / len(texts) if texts else None,
    )


def _f1(text: str, story: str) -> float:
    """Of the words, each as often as it stands there."""
    found, wanted = (Counter(re.findall(r"\w+", words)) for words in (text, story))
    return 2 * (found & wanted).total() / max(1, found.total() + wanted.total())
