"""Gold sets kept outside of the project, each with a scorer of its own that runs as a program.

A bench folder holds `temporal/score.py` (corpora of TIMEX3) and `events/score.py` (articles with
dated events); either may be missing. What the scorers print on standard error reaches the terminal.
"""

from __future__ import annotations

import csv
import datetime
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.extraction.events import extract
from timeline.extraction.records import as_record
from timeline.text import normalise

CORPORA = ("timebank", "meantime", "wikiwars", "krauts-de")
_NAME = "dateline"
_SPLIT = "dev"


class BenchError(Exception):
    """A scorer did not run. The message is one sentence."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """TIMEX3 scores of one corpus; `speed` in KB per CPU second."""

    name: str
    value: float
    calendar: float
    speed: float
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RealArticle:
    """An article of a bench folder. `text` is normalised."""

    id: str
    text: str
    title: str
    published: datetime.date
    language: str


@dataclass(frozen=True, slots=True)
class EventBench:
    """F1 by measure (event, dates, people, places), what the scorer says of each article, and the
    articles."""

    f1: Mapping[str, float]
    misses: tuple[str, ...]
    articles: tuple[RealArticle, ...]


def temporal(bench: Path, root: Path) -> list[Corpus]:
    """The corpora, read by the tagger as a program started in `root`."""
    script = bench / "temporal" / "score.py"
    if not script.is_file():
        return []
    tagger = (
        f"cd {shlex.quote(str(root))} && {shlex.quote(sys.executable)} -m timeline.extraction.timex"
    )
    with tempfile.TemporaryDirectory() as folder:
        options = ("-c", ",".join(CORPORA), "--cmd", tagger, "--name", _NAME, "--out", folder)
        _run(script, *options)
        return [_corpus(Path(folder), name) for name in CORPORA]


def _corpus(folder: Path, name: str) -> Corpus:
    record = json.loads((folder / "scores" / f"{_NAME}.{name}.json").read_text(encoding="utf-8"))
    scores, seconds = record["scores"], record["busy_s"]
    return Corpus(
        name=name,
        value=scores["ALL"]["value"]["f1"] / 100,
        calendar=scores["CAL"]["value"]["f1"] / 100,
        speed=record["kb"] / seconds if seconds else 0.0,
        misses=tuple(_errors(folder / "errors" / f"{_NAME}.{name}.tsv")),
    )


def _errors(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            gold, found = _line(row["gold"], row["gvalue"]), _line(row["sys"], row["svalue"])
            yield f"{row['doc']}: {row['error'].lower()}: {gold}, found {found}"


def _line(words: str, value: str) -> str:
    return f"{words!r} {value}" if words else "nothing"


def events(bench: Path) -> EventBench | None:
    """The articles with dated events; None where there are none."""
    script = bench / "events" / "score.py"
    if not script.is_file():
        return None
    paths = sorted((script.parent / _SPLIT / "articles").glob("*.json"))
    articles = tuple(map(_article, paths))
    read = {article.id: _read(article) for article in articles}
    with tempfile.TemporaryDirectory() as folder:
        found, scores = Path(folder) / "found.json", Path(folder) / "scores.json"
        found.write_text(json.dumps(read), encoding="utf-8")
        options = ("--split", _SPLIT, "--pred", str(found), "--json", str(scores), "--per-article")
        output = _run(script, *options)
        summary = json.loads(scores.read_text(encoding="utf-8"))
    f1 = {key: summary[key]["f1"] for key in ("event", "dates", "people", "places")}
    misses = tuple(line for line in output.splitlines() if line.startswith("  "))
    return EventBench(f1, misses, articles)


def _article(path: Path) -> RealArticle:
    record = json.loads(path.read_text(encoding="utf-8"))
    return RealArticle(
        id=path.stem,
        text=normalise(record["text"]),
        title=record.get("title", ""),
        published=datetime.date.fromisoformat(record["published"][:10]),
        language=record.get("lang", ""),
    )


def _read(article: RealArticle) -> list[dict[str, Any]]:
    found = extract(
        article.text, title=article.title, published=article.published, language=article.language
    )
    return as_record(found, article.text)


def _run(script: Path, *options: str) -> str:
    """What a scorer prints. It leaves nothing behind in its own folder."""
    done = subprocess.run(  # noqa: S603 - the scorer that the caller named
        [sys.executable, str(script), *options],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
    )
    if done.returncode:
        raise BenchError(f"{script} ended with status {done.returncode} and gave no scores.")
    return done.stdout
