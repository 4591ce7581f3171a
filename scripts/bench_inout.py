"""What goes in and out, as tables: `make bench-inout`. It prints, and never fails for a number.

Web pages are read, beside htmldate and trafilatura alone. Files of an invented timeline are written
and taken in again, and articles are ingested, on SQLite and on PostgreSQL. Each is a program of its
own, whose start (some 2 seconds, 90 MB) is counted.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from scripts import pages, postgres, served
from scripts.console import ROOT, SetupError, environment, run_main, say
from timeline.management.tables import table

EVENTS_OUT, EVENTS_IN, ARTICLES = 100_000, 20_000, 400
SEED = 1
WORKERS = (1, 2)
PARTS = ("pages", "out", "in", "articles")
DATABASES = ("SQLite", "PostgreSQL")
FILES = ("events.csv", "events.json", "events.xlsx", "timelinejs.json")
HEADS = ("", "number", "seconds", "of CPU", "a second", "peak MB", "file MB")
PYTHON, MANAGE = sys.executable, str(ROOT / "manage.py")
# Bytes to the unit in which Linux counts memory.
_KIB, _MB = 1024, 1_000_000

Row = tuple[str, ...]


class Spent(NamedTuple):
    """Seconds that passed, those of CPU that our programs took, and bytes of memory at most."""

    seconds: float
    cpu: float
    peak: int


def main() -> int:
    asked = _asked()
    os.environ.update({**environment(), "DJANGO_SETTINGS_MODULE": "timeline.settings"})
    import django

    django.setup()
    if "pages" in asked.parts:
        say(pages.table_of(pages.load()))
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        for database in asked.databases:
            folder = Path(scratch, database)
            folder.mkdir()
            with _database(database) as source:
                served.manage(source, "migrate", "--verbosity", "0")
                rows = [
                    row for size in _sizes(asked) for row in _out(source, size, asked.files, folder)
                ]
            if rows:
                say(table(f"Out, {database}", HEADS, rows))
            if "in" in asked.parts:
                say(table(f"In, {database}", HEADS, list(_in(database, asked, folder))))
            if "articles" in asked.parts:
                say(table(f"Articles, {database}", HEADS, list(_ingested(database, asked, folder))))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-inout", description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--out", type=int, nargs="+", default=[EVENTS_OUT // 10, EVENTS_OUT])
    parser.add_argument("--events", type=int, default=EVENTS_IN, help="events that come in")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="articles that come in")
    parser.add_argument("--workers", type=int, nargs="+", default=WORKERS)
    parser.add_argument("--files", nargs="+", choices=FILES, default=FILES)
    parser.add_argument("--databases", nargs="+", choices=DATABASES, default=DATABASES)
    return parser.parse_args()


def _sizes(asked: argparse.Namespace) -> list[int]:
    """Events of the timelines that are written; what comes in has to be written before."""
    out = asked.out if "out" in asked.parts else ()
    return sorted({*out, *((asked.events,) if "in" in asked.parts else ())})


@contextmanager
def _database(kind: str) -> Iterator[dict[str, str]]:
    with ExitStack() as stack:
        env = stack.enter_context(served.database())
        if kind == "PostgreSQL":
            env = {**env, "DATABASE_URL": stack.enter_context(postgres.throwaway_server())}
        yield env


def _out(env: dict[str, str], size: int, files: Sequence[str], folder: Path) -> list[Row]:
    served.manage(env, "sample", "--events", str(size), "--seed", str(SEED))
    rows = []
    for file in files:
        path = _file(folder, size, file)
        command = ["-m", "scripts.exported", f"invented-{size}-{SEED}", file, str(path)]
        rows.append(_row(file, size, _spent(env, [command]), path.stat().st_size))
    return rows


def _in(database: str, asked: argparse.Namespace, folder: Path) -> Iterator[Row]:
    """Each file in an empty database; our JSON once more, when all of it is there."""
    size = asked.events
    for file in asked.files:
        path = _file(folder, size, file)
        command = [MANAGE, "import_events", str(path), "--timeline", "In", "--publish"]
        with _database(database) as env:
            served.manage(env, "migrate", "--verbosity", "0")
            yield _row(file, size, _spent(env, [command]), path.stat().st_size)
            if file == "events.json":
                spent = _spent(env, [command])
                yield _row(f"{file}, here already", size, spent, path.stat().st_size)


def _file(folder: Path, size: int, file: str) -> Path:
    return folder / f"{size}-{file}"


def _ingested(database: str, asked: argparse.Namespace, folder: Path) -> Iterator[Row]:
    for workers in asked.workers:
        paths = [_articles(folder, asked.articles, workers, number) for number in range(workers)]
        commands = [[MANAGE, "ingest", str(path), "--timeline", "In"] for path in paths]
        with _database(database) as env:
            served.manage(env, "migrate", "--verbosity", "0")
            # The timeline is there before two want to make it.
            served.manage(env, "ingest", str(_articles(folder, 1, 1, 0, seed=SEED + 1)))
            size = sum(path.stat().st_size for path in paths)
            yield _row(f"ingest, {workers} at a time", asked.articles, _spent(env, commands), size)


def _articles(folder: Path, number: int, workers: int, worker: int, seed: int = SEED) -> Path:
    """A file of every so-manieth of the invented articles."""
    from timeline.management import invented

    path = folder / f"{number}-{workers}-{worker}.jsonl"
    reports = list(invented.reports(number * invented.EVENTS_IN_ARTICLE, seed))
    lines = (
        json.dumps(
            {
                "title": report.title,
                "text": report.text,
                "published": report.published_on.isoformat(),
                "publisher": report.publisher,
                "language": "en",
            }
        )
        for report in reports[worker::workers]
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _spent(env: dict[str, str], commands: Sequence[Sequence[str]]) -> Spent:
    """Programs of Python side by side: until the last has ended, and the largest of them."""
    started = time.perf_counter()
    programs = [[PYTHON, *command] for command in commands]
    running = [
        subprocess.Popen(  # noqa: S603
            program, cwd=ROOT, env=env, stdout=subprocess.DEVNULL
        )
        for program in programs
    ]
    peak, cpu = 0, 0.0
    for command, process in zip(commands, running, strict=True):
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SetupError(f"{' '.join(command)} could not finish.")
        peak = max(peak, usage.ru_maxrss * _KIB)
        cpu += usage.ru_utime + usage.ru_stime
    return Spent(time.perf_counter() - started, cpu, peak)


def _row(name: str, number: int, spent: Spent, size: int) -> Row:
    speed = number / spent.seconds
    return (
        name,
        f"{number:,}",
        f"{spent.seconds:.1f}",
        f"{spent.cpu:.1f}",
        f"{speed:,.0f}",
        f"{spent.peak / _MB:,.0f}",
        f"{size / _MB:,.1f}",
    )


if __name__ == "__main__":
    run_main(main)
