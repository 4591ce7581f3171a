"""Runs the whole suite on SQLite and again on PostgreSQL: `make test`.

What cannot differ between databases is tested once, on the first. Words after
the command go to pytest: `make test ARGS="tests/dates -x"`. `--database` picks one.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from scripts import chromium
from scripts.console import ROOT, environment, run_main, say
from scripts.postgres import throwaway_server

# A worker for each core and one more, since those with a browser wait for it half of their time;
# each takes over from one that has more to do. The reason is told for each test that is skipped.
WORKERS = str((os.cpu_count() or 1) + 1)
OPTIONS = ["-n", WORKERS, "--dist", "worksteal", "-rs"]
# Where Playwright itself fails, on a busy machine, the test has judged nothing: it is run once
# more, and named at the end. What a test asserts or expects is never asked twice.
RERUN = [
    "--reruns",
    "1",
    "--only-rerun",
    r"^(Timeout)?Error: (Page|Frame|Locator|Browser\w*)\.",
    "-rR",
]
# Left out on every database but the first: the packages that know no database (their contract is
# in pyproject.toml), the commands that need none, files, and what a browser does with pages that
# are only read: what the database gives for them is tested on each, in `web`.
ONCE = [
    "chart",
    "dates",
    "evaluation",
    "extraction",
    "fetching",
    "formats",
    "sample",
    "scripts",
    "templatetags",
    "text",
    "browser/test_accessibility.py",
    "browser/chart",
    "browser/test_desk_accessibility.py",
    "browser/test_drawn_together.py",
    "browser/test_event_chart.py",
    "browser/test_framed.py",
    "browser/test_harness.py",
    "browser/test_jump_and_keys.py",
    "browser/test_picture.py",
    "browser/test_plain_pages.py",
    "browser/test_printing.py",
    "browser/test_story.py",
    "browser/test_timelinejs.py",
    "commands/test_evaluate_command.py",
    "commands/test_extract_command.py",
    "management/test_catalogues.py",
    "test_settings.py",
    "test_static_joining.py",
    "test_static_storage.py",
    "test_tree.py",
    "test_versions.py",
]
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
    statuses: list[int] = []
    for name in [chosen.database] if chosen.database else DATABASES:
        seen = [f"--ignore=tests/{name}" for name in ONCE] if statuses and not arguments else []
        with DATABASES[name]() as url:
            say(f"\nThe suite on {name}:")
            statuses.append(_pytest([*seen, *arguments], url))
    return max(statuses)


def _pytest(arguments: list[str], database_url: str | None) -> int:
    env = environment()
    env.pop("DATABASE_URL", None)
    # Else each worker, and each program that a test starts, would compile every module anew.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    if database_url:
        env["DATABASE_URL"] = database_url
    command = [sys.executable, "-m", "pytest", *OPTIONS, *RERUN, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    run_main(main)
