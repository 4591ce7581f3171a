"""Programs side by side: they start together, stop together, and none is left behind."""

import os
import signal
import sys
import threading
import time

import pytest

from timeline.management import processes

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]
SHORT = [sys.executable, "-c", "pass"]
IGNORE = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).touch()
time.sleep(600)
"""


@pytest.fixture
def started(monkeypatch):
    """The programs that were started, by name."""
    seen = {}
    original = processes._stop

    def stop(programs):
        seen.update(programs)
        original(programs)

    monkeypatch.setattr(processes, "_stop", stop)
    return seen


def _interrupt_soon(over):
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()


def test_ctrl_c_stops_them_all(started):
    commands = {"server": FOREVER, "worker": FOREVER}
    assert processes.run_together(commands, started=_interrupt_soon) is None
    assert {name: it.returncode for name, it in started.items()} == {
        "server": -signal.SIGTERM,
        "worker": -signal.SIGTERM,
    }


def test_when_one_ends_it_is_named_and_the_other_is_stopped(started):
    commands = {"server": FOREVER, "worker": SHORT}
    assert processes.run_together(commands, started=lambda over: None) == "worker"
    assert started["server"].returncode == -signal.SIGTERM


def test_one_that_does_not_listen_is_killed(monkeypatch, started, tmp_path):
    monkeypatch.setattr(processes, "PATIENCE", 0.5)
    deaf = tmp_path / "deaf"

    def interrupt_when_deaf(over):
        while not (deaf.exists() or over()):
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    command = [sys.executable, "-c", IGNORE, str(deaf)]
    assert processes.run_together({"deaf": command}, started=interrupt_when_deaf) is None
    assert started["deaf"].returncode == -signal.SIGKILL


def test_ctrl_c_means_again_afterwards_what_it_meant_before():
    before = signal.getsignal(signal.SIGINT)
    processes.run_together({"short": SHORT}, started=lambda over: None)
    assert signal.getsignal(signal.SIGINT) is before
