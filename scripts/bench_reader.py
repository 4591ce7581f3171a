"""What a reader waits for, as tables: `make bench-reader`. It prints, and never fails for a number.

Invented timelines on SQLite and a last, large one on PostgreSQL; other timelines beside ours where
they are installed. With a million events it takes half an hour, most of it for storing them.
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts import chromium, frames, postgres, rivals, served
from scripts.console import run_main, say
from scripts.measured import browser
from timeline.management.tables import table

SIZES, LARGE = (1_000, 10_000, 100_000), 1_000_000
SEED = 1
REPEATS = 3
# How slow a phone is beside this machine, about.
SLOWDOWN = 4
FRAME_HEADS = ("", "events", "ready ms", "CPU ms", "zoom: worst frame", "drag: worst frame")


def main() -> int:
    asked = _asked()
    chromium.ensure()
    with _database("sqlite") as env:
        _measure(env, "SQLite", [size for size in SIZES if size <= asked.most])
    with _database("postgresql") as env:
        _measure(env, "PostgreSQL", [min(LARGE, asked.most)])
    if reason := rivals.missing(asked.bench, asked.libraries):
        say(f"\n{reason}")
    else:
        with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
            found = rivals.rows(asked.bench, asked.libraries, Path(scratch), REPEATS)
        say(table("Others in Chromium, in the same run", FRAME_HEADS, found))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-reader", description=__doc__)
    parser.add_argument("--most", type=int, default=LARGE, help="events of the largest timeline")
    parser.add_argument("--bench", type=Path, default=rivals.BENCH, help="folder with bench.py")
    parser.add_argument("--libraries", type=Path, help="folder with the others' node_modules")
    return parser.parse_args()


@contextmanager
def _database(kind: str) -> Iterator[dict[str, str]]:
    if kind == "sqlite":
        with served.database() as env:
            yield env
    else:
        with served.database() as env, postgres.throwaway_server() as url:
            yield {**env, "DATABASE_URL": url}


def _measure(env: dict[str, str], database: str, sizes: list[int]) -> None:
    served.manage(env, "migrate", "--verbosity", "0")
    for size in sizes:
        say(f"Storing {size:,} events ({database}) ...")
        served.manage(env, "sample", "--events", str(size), "--seed", str(SEED))
    for size in sizes:
        served.run(env, "scripts.windows", _slug(size), f"{size:,} events, {database}")
    with served.demo(env) as address:
        say(table(f"Ours in Chromium, {database}", FRAME_HEADS, _drawn(address, sizes)))


def _slug(size: int) -> str:
    return f"invented-{size}-{SEED}"


def _drawn(address: str, sizes: list[int]) -> list[tuple[str, ...]]:
    cases: dict[str, dict[str, Any]] = {
        "wide": {},
        f"wide, CPU slowed {SLOWDOWN} times": {"slowdown": SLOWDOWN},
        "phone": {"phone": True},
    }
    rows = []
    with browser() as chrome:
        for size in sizes:
            url = f"{address}/timelines/{_slug(size)}/"
            for name, how in cases.items():
                found = frames.drawn(chrome, url, REPEATS, **how)
                numbers = (found.ready, found.cpu, found.zoom, found.drag)
                rows.append((name, f"{size:,}", *(f"{number:,.0f}" for number in numbers)))
        say(f"\nScript and style of the page in brotli: {found.code / 1000:,.0f} KB")
    return rows


if __name__ == "__main__":
    run_main(main)
