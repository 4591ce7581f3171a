"""The demo as somebody starts it: its own process, its own database, the files as collected."""

import re
import secrets
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from scripts.console import environment
from timeline.management.commands.demo import Command

ROOT = Path(__file__).resolve().parents[2]
RUNNING = "Dateline is running"
SAMPLE = "/timelines/three-visits-to-tehran/"
# Seconds, for a program that starts or stops on busy cores, and for its first page.
PATIENCE = 120


@pytest.fixture
def address(tmp_path):
    """The address of an empty database, of the kind that the suite runs on."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("postgresql"):
        yield f"sqlite:///{tmp_path}/demo.sqlite3"
        return
    name = f"demo_{uuid4().hex}"
    login = {"user": database["USER"], "host": database["HOST"], "port": database["PORT"] or None}
    with psycopg.connect(dbname="postgres", autocommit=True, **login) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        host = str(database["HOST"]).replace("/", "%2F")
        yield f"postgres://{database['USER']}@{host}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def port():
    """A free one below those that the system gives to whoever asks for any (from 32768 on Linux,
    elsewhere from 49152): nobody is given it before the demo takes it."""
    while True:
        number = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as attempt, suppress(OSError):
            attempt.bind(("127.0.0.1", number))
            return number


@contextmanager
def _demo(address, port):
    command = [sys.executable, str(ROOT / "manage.py"), "demo", "--port", str(port)]
    # The real settings, whatever those of the suite put into the environment.
    given = {
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "DATABASE_URL": address,
        "SECRET_KEY": "demo",
        "HTTPS": "False",
    }
    program = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**environment(), **given},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield program
    finally:
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=PATIENCE)


def _printed_until_ready(program):
    """What it printed up to the addresses."""
    lines = []
    for line in program.stdout:
        lines.append(line)
        if "The desk" in line:
            return "".join(lines)
    raise AssertionError(f"the demo ended early:\n{''.join(lines)}")


def test_the_first_run_shows_the_sample_and_the_second_loses_nothing(address, port):
    site = f"http://127.0.0.1:{port}"
    with _demo(address, port) as program:
        first = _printed_until_ready(program)
        (password,) = re.findall(r"with the password (\S+)", first)
        assert f"{site}{SAMPLE}" in first
        page = httpx.get(f"{site}{SAMPLE}", timeout=PATIENCE)
        assert page.status_code == 200
        assert "First visit" in page.text
        assert "unsafe" not in page.headers["Content-Security-Policy"]
        _a_long_filter_is_answered(site)
        _files_are_there(site, page.text)
        _signs_in(site, password)
    assert program.returncode == 0

    with _demo(address, port) as program:
        second = _printed_until_ready(program)
        assert "password" not in second
        assert "Reading" not in second
        assert "First visit" in httpx.get(f"{site}{SAMPLE}", timeout=PATIENCE).text
        _signs_in(site, password)


def _a_long_filter_is_answered(site):
    """By thirty sources with Arabic names, whose letters take six bytes each."""
    query = urlencode(
        [("source", f"صحيفة المساء في المدينة القديمة {number}") for number in range(30)]
    )
    assert 4094 < len(query) < 8000
    assert httpx.get(f"{site}{SAMPLE}?{query}", timeout=PATIENCE).status_code == 200


def _files_are_there(site, page):
    """Styles and scripts come under names that change with them, to be kept for good."""
    files = re.findall(r'(?:href|src|data-plotly)="(/static/[^"]+)"', page)
    assert any("plotly" in name for name in files)
    for name in files:
        answer = httpx.get(f"{site}{name}", timeout=PATIENCE)
        assert answer.status_code == 200, name
        assert "immutable" in answer.headers["Cache-Control"], name


def _signs_in(site, password):
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        form = client.get("/admin/login/")
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)
        data = {"username": "admin", "password": password, "csrfmiddlewaretoken": token}
        answer = client.post("/admin/login/", data=data, headers={"Referer": site})
        assert answer.status_code == 302, "the printed password is the one that works"


def test_a_port_in_use_is_one_sentence(db, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(CommandError, match=rf"^Port {port} .*in use.*PORT={port + 1}`\.$"):
            call_command("demo", port=str(port))
    assert not User.objects.exists(), "nothing is done before the port is known to be free"


def test_a_port_taken_while_the_sample_is_read_is_one_sentence_too(db, port, monkeypatch):
    with socket.socket() as taken:

        def take(_command):
            taken.bind(("127.0.0.1", port))
            taken.listen()

        monkeypatch.setattr(Command, "put_sample_in", take)
        with pytest.raises(CommandError, match=rf"^Port {port} .*in use"):
            call_command("demo", port=str(port))


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", ""])
def test_a_port_that_is_none_is_one_sentence(port):
    with pytest.raises(CommandError, match=r"write a number from 1 to 65535\.$"):
        call_command("demo", port=port)


def test_https_is_more_than_the_demo_can_serve(settings, port):
    settings.HTTPS = True
    with pytest.raises(CommandError, match="HTTPS=False"):
        call_command("demo", port=str(port))


def test_a_database_out_of_reach_is_one_sentence_and_a_failure(port, tmp_path):
    with _demo(f"sqlite:///{tmp_path}/no/such/folder/db.sqlite3", port) as program:
        output, _ = program.communicate(timeout=PATIENCE)
    assert program.returncode == 1
    assert "cannot be used: unable to open database file." in output
    assert "Traceback" not in output
