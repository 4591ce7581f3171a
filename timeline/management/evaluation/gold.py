"""Gold: articles with what a careful reader finds in them (tests/evaluation/gold/README.md)."""

from __future__ import annotations

import datetime
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.dates.edtf import DateError, parse
from timeline.text import Span, normalise


class GoldError(ValueError):
    """The gold does not fit its own text. The message is one sentence."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression and its right TIMEX3 values; without any it is not asked for."""

    span: Span
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event; `dates` are EDTF, the first the best of the right readings.

    Names in `maybe` are neither asked for nor punished.
    """

    quote: Span
    dates: tuple[str, ...]
    participants: tuple[str, ...]
    places: tuple[str, ...]
    maybe: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its annotation. Offsets are code points of `text`."""

    id: str
    kind: str
    language: str
    published: datetime.date
    title: str
    text: str
    times: tuple[GoldTime, ...]
    events: tuple[GoldEvent, ...]
    nothing: tuple[Span, ...]
    no_event: tuple[Span, ...]


def load(folder: Path) -> list[Article]:
    """The articles of a folder of TOML files named after their language.

    Raises GoldError where words are not in their text or a date is none.
    """
    return [article for path in sorted(folder.glob("*.toml")) for article in _articles(path)]


def digest(folder: Path, floors: Iterable[tuple[str, float]] = ()) -> str:
    """SHA-256 of the gold, and of the floors pinned on it where they are given."""
    sha = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        sha.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for name, floor in sorted(floors):
        sha.update(f"{name}={floor:.4f}\n".encode())
    return sha.hexdigest()


def _articles(path: Path) -> Iterator[Article]:
    for record in tomllib.loads(path.read_text(encoding="utf-8"))["articles"]:
        try:
            yield _article(record, path.stem)
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path.name}, article {record.get('id')}: {error}") from error


def _article(record: dict[str, Any], language: str) -> Article:
    text = normalise(record["text"])
    return Article(
        id=record["id"],
        kind=record["kind"],
        language=language,
        published=record["published"],
        title=record["title"],
        text=text,
        times=tuple(_times(record["times"], text)),
        events=tuple(_event(event, text) for event in record["events"]),
        nothing=tuple(_only(words, text) for words in record.get("nothing", ())),
        no_event=tuple(_only(words, text) for words in record.get("no_event", ())),
    )


def _times(rows: Iterable[list[str]], text: str) -> Iterator[GoldTime]:
    """Each is sought after the end of the one before it."""
    after = 0
    for words, *values in rows:
        start = text.find(words, after)
        if start < 0:
            raise GoldError(f'the words "{words}" do not follow the expression before them.')
        after = start + len(words)
        yield GoldTime(Span(start, after), frozenset(values))


def _event(record: dict[str, Any], text: str) -> GoldEvent:
    dates = (record["date"], *record.get("also", ()))
    for date in dates:
        _checked(date)
    return GoldEvent(
        quote=_only(record["quote"], text),
        dates=dates,
        participants=tuple(record.get("participants", ())),
        places=tuple(record.get("places", ())),
        maybe=tuple(record.get("maybe", ())),
        required=not record.get("optional", False),
    )


def _checked(date: str) -> None:
    try:
        canonical = parse(date).text
    except DateError as error:
        raise GoldError(f"{date}: {error}") from error
    if canonical != date:
        raise GoldError(f"{date} is written {canonical}.")


def _only(words: str, text: str) -> Span:
    if text.count(words) != 1:
        raise GoldError(
            f'the words "{words}" stand in the text {text.count(words)} times, not once.'
        )
    start = text.index(words)
    return Span(start, start + len(words))
