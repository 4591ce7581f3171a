"""What schemathesis makes of the OpenAPI document finds no fault with the running application."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from timeline.urls import API

CONFIG = Path(__file__).with_name("schemathesis.toml")
# By the document alone, the same requests each time, and few: a longer search is for by hand.
LOOK = (
    "run",
    "--phases=examples,coverage,fuzzing",
    "--max-examples=4",
    "--seed=1",
    "--request-timeout=120",
    "--generation-deterministic",
    "--no-color",
)


@pytest.fixture
def server(transactional_db: None) -> Iterator[LiveServer]:
    """One of its own: that of the browser tests lasts, and serves the files that were collected."""
    running = LiveServer("localhost")
    yield running
    running.stop()


def test_schemathesis_finds_nothing(harbour, server, tmp_path):
    st = Path(sys.executable).with_name("st")
    command = [str(st), f"--config-file={CONFIG}", *LOOK, f"{server.url}/api/v1/schema/"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    # The document itself and what is nowhere are not in it.
    assert f"Tested: {len(API) - 2}" in found.stdout
