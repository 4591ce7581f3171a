"""Runs the whole suite on SQLite and again on PostgreSQL: `make test`.

Words after the command go to pytest: `make test ARGS="tests/dates -x"`. `--database` picks one.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from scripts import chromium
from scripts.console import ROOT, environment, run_main, say
from scripts.postgres import throwaway_server

# A worker for each core, which takes over from one that has more to do, and the reason for each
# test that is skipped.
OPTIONS = ["-n", "logical", "--dist", "worksteal", "-rs"]
# What gives each database's DATABASE_URL; without one the tests make a SQLite file of their own.
DATABASES: dict[str, Callable[[], AbstractContextManager[str | None]]] = {
    "SQLite": nullcontext,
    "PostgreSQL": throwaway_server,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=DATABASES, help="run the suite on this one only")
    chosen, arguments = parser.parse_known_args()
    chromium.ensure()
    statuses = []
    for name in [chosen.database] if chosen.database else DATABASES:
        with DATABASES[name]() as url:
            say(f"\nThe suite on {name}:")
            statuses.append(_pytest(arguments, url))
    return max(statuses)


def _pytest(arguments: list[str], database_url: str | None) -> int:
    env = environment()
    env.pop("DATABASE_URL", None)
    if database_url:
        env["DATABASE_URL"] = database_url
    command = [sys.executable, "-m", "pytest", *OPTIONS, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    run_main(main)
