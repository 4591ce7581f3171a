"""Runs programs side by side as one: they start together, and stop together."""

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

# A request or a task that is under way may finish; seconds until it is ended all the same.
PATIENCE = 10
LOOK_EVERY = 0.2
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Programs = dict[str, subprocess.Popen[bytes]]


def run_together(
    commands: Mapping[str, Sequence[str]], *, started: Callable[[Callable[[], bool]], None]
) -> str | None:
    """Run each of the named commands until Ctrl-C (or SIGTERM, SIGHUP), or until one ends.

    `started` is called when all run, with a function that tells whether it should give up waiting.
    Returns the name of the program that ended by itself, or None.
    """
    with _stop_requested() as stop, _running(commands) as programs:

        def over() -> bool:
            return stop.is_set() or _ended(programs) is not None

        started(over)
        while not over():
            stop.wait(LOOK_EVERY)
        return None if stop.is_set() else _ended(programs)


@contextmanager
def _stop_requested() -> Iterator[threading.Event]:
    stop = threading.Event()

    def request(signum: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, request) for number in STOP_SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _running(commands: Mapping[str, Sequence[str]]) -> Iterator[Programs]:
    programs: Programs = {}
    try:
        for name, command in commands.items():
            # In a session of its own: Ctrl-C reaches this process alone, which then stops them.
            programs[name] = subprocess.Popen(command, start_new_session=True)  # noqa: S603
        yield programs
    finally:
        _stop(programs)


def _stop(programs: Programs) -> None:
    for program in programs.values():
        program.terminate()
    for program in programs.values():
        try:
            program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            # With those that it started, which would outlive it and keep the terminal.
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def _ended(programs: Programs) -> str | None:
    return next((name for name, it in programs.items() if it.poll() is not None), None)
