"""Dateline as `make demo` serves it, on a database of its own, for measuring and for pictures."""

import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from typing import IO

from scripts.console import ROOT, SetupError, environment

HOST = "127.0.0.1"
# Seconds until the site must answer.
PATIENCE = 60


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Environment variables that point to an empty SQLite database, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        yield {**environment(), "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}


@contextmanager
def demo(env: dict[str, str]) -> Iterator[str]:
    """The address of a running demo."""
    port = _free_port()
    command = [sys.executable, str(ROOT / "manage.py"), "demo", "--port", str(port)]
    with tempfile.TemporaryFile() as log:
        program = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
        )
        try:
            _wait_for(port, program, log)
            yield f"http://{HOST}:{port}"
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait()


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind((HOST, 0))
        port: int = attempt.getsockname()[1]
    return port


def _wait_for(port: int, program: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and program.poll() is None:
        if _answers(port):
            return
        time.sleep(0.1)
    log.seek(0)
    raise SetupError(f"The demo did not start: {log.read().decode(errors='replace').strip()}")


def _answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def manage(env: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    # What it says goes nowhere, its bar of progress and what went wrong to the terminal.
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def run(env: dict[str, str], module: str, *arguments: str) -> None:
    """A program of ours that prints."""
    command = [sys.executable, "-m", module, *arguments]
    if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:  # noqa: S603
        raise SetupError(f"{module} could not finish.")
