"""How a script talks: progress on standard output, and one plain sentence where it cannot go on."""

import argparse
import errno
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What is made while Dateline is installed or tested, and can be deleted at any time; untracked.
SCRATCH = ROOT / "var"
INTERRUPTED = 130  # what a shell reports for Ctrl-C
NOT_WRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT}


class SetupError(Exception):
    """The script cannot go on; the message is one sentence that says why and what would help."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def run_main(main: Callable[[], int]) -> None:
    """Run `main` and exit with its status, or with 1 and one sentence if it cannot go on."""
    try:
        status = main()
    except SetupError as error:
        status = complain(str(error))
    except OSError as error:
        status = complain(_disk_trouble(error))
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def given(description: str | None, *names: str) -> list[str]:
    """The values of these arguments, and of no others; `--help` gives the description."""
    parser = argparse.ArgumentParser(description=description)
    for name in names:
        parser.add_argument(name)
    return list(vars(parser.parse_args()).values())


def _disk_trouble(error: OSError) -> str:
    verb = "write to" if error.errno in NOT_WRITABLE else "use"
    return f"Cannot {verb} {error.filename or ROOT}: {(error.strerror or str(error)).lower()}."


def environment() -> dict[str, str]:
    """The environment for other programs, with a HOME that can be written to."""
    home = os.environ.get("HOME", "")
    if home and os.access(home, os.W_OK):
        return dict(os.environ)
    stand_in = SCRATCH / "home"
    stand_in.mkdir(parents=True, exist_ok=True)
    return {**os.environ, "HOME": str(stand_in)}


def capture(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program in the project's folder and keep all it prints, whatever its exit status."""
    return subprocess.run(  # noqa: S603
        [str(word) for word in command],
        cwd=ROOT,
        env={**environment(), **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
