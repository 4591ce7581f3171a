"""What a reader waits for, as tables: `make bench-reader`. It prints, and never fails for a number.

Invented timelines on SQLite and a last, large one on PostgreSQL; other timelines beside ours where
they are installed. With a million events it takes half an hour, most of it for storing them: on a
database that stays (`--url`) each part can be run by itself, `--parts store` first and once.
"""

import argparse
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error

from scripts import chromium, frames, postgres, rivals, served
from scripts.console import SetupError, environment, run_main, say
from scripts.measured import browser
from timeline.management.tables import table

SIZES, LARGE = (1_000, 10_000, 100_000), 1_000_000
SEED = 1
REPEATS = 3
# How slow a phone is beside this machine, about.
SLOWDOWN = 4
PARTS = ("store", "server", "browser", "others")
OURS = ("server", "browser")
USUAL = {"SQLite": SIZES, "PostgreSQL": (LARGE,)}
FRAME_HEADS = ("", "events", "ready ms", "CPU ms", "zoom: worst frame", "drag: worst frame")
OUR_HEADS = (*FRAME_HEADS, "drawn by Plotly, ms", "script and style, KB in brotli")


def main() -> int:
    asked = _asked()
    chromium.ensure()
    if asked.url:
        env = {**environment(), "DATABASE_URL": asked.url}
        _measure(env, "the database given", asked.sizes or [*SIZES, LARGE], asked.parts)
    else:
        _measure_throwaways(asked)
    if "others" in asked.parts:
        _measure_others(asked)
    return 0


def _measure_throwaways(asked: argparse.Namespace) -> None:
    parts = {"store", *asked.parts}
    if parts.isdisjoint(OURS):
        return
    for database in asked.databases:
        with _database(database) as env:
            _measure(env, database, asked.sizes or USUAL[database], parts)


def _measure_others(asked: argparse.Namespace) -> None:
    if reason := rivals.missing(asked.bench, asked.libraries):
        say(f"\n{reason}")
    else:
        with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
            found = rivals.rows(asked.bench, asked.libraries, Path(scratch), REPEATS)
        say(table("Others in Chromium, in the same run", FRAME_HEADS, found))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-reader", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, help="events of the timelines")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to do")
    parser.add_argument("--databases", nargs="+", choices=tuple(USUAL), default=tuple(USUAL))
    parser.add_argument("--url", help="a database that stays, in place of those")
    parser.add_argument("--bench", type=Path, default=rivals.BENCH, help="folder with bench.py")
    parser.add_argument("--libraries", type=Path, help="folder with the others' node_modules")
    return parser.parse_args()


@contextmanager
def _database(kind: str) -> Iterator[dict[str, str]]:
    if kind == "SQLite":
        with served.database() as env:
            yield env
    else:
        with served.database() as env, postgres.throwaway_server() as url:
            yield {**env, "DATABASE_URL": url}


def _measure(
    env: dict[str, str], database: str, sizes: Sequence[int], parts: Collection[str]
) -> None:
    if "store" in parts:
        _store(env, database, sizes)
    if "server" in parts:
        for size in sizes:
            served.run(env, "scripts.windows", _slug(size), f"{size:,} events, {database}")
    if "browser" in parts:
        with served.demo(env) as address:
            say(table(f"Ours in Chromium, {database}", OUR_HEADS, _drawn(address, sizes)))


def _store(env: dict[str, str], database: str, sizes: Sequence[int]) -> None:
    served.manage(env, "migrate", "--verbosity", "0")
    for size in sizes:
        say(f"Storing {size:,} events ({database}) ...")
        served.manage(env, "sample", "--events", str(size), "--seed", str(SEED))


def _slug(size: int) -> str:
    return f"invented-{size}-{SEED}"


def _drawn(address: str, sizes: Sequence[int]) -> list[tuple[str, ...]]:
    cases: dict[str, dict[str, Any]] = {
        "wide": {},
        f"wide, CPU slowed {SLOWDOWN} times": {"slowdown": SLOWDOWN},
        "phone": {"phone": True},
    }
    rows = []
    with browser() as chrome:
        for size in sizes:
            url = f"{address}/timelines/{_slug(size)}/"
            rows += [(name, f"{size:,}", *_row(chrome, url, how)) for name, how in cases.items()]
    return rows


def _row(chrome: Browser, url: str, how: dict[str, Any]) -> tuple[str, ...]:
    """A page that cannot be measured leaves a gap in the table, not the table undone."""
    try:
        found = frames.drawn(chrome, url, REPEATS, **how)
    except (SetupError, Error) as error:
        say(f"{url}: {str(error).splitlines()[0]}")
        return ("fails", *5 * "–")
    numbers = (found.ready, found.cpu, found.zoom, found.drag, found.plotted, found.code / 1000)
    return tuple(f"{number:,.0f}" for number in numbers)


if __name__ == "__main__":
    run_main(main)
