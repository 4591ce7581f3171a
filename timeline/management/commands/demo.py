"""`manage.py demo`: Dateline with its sample, on this machine, with nothing to set up before."""

import os
import secrets
import socket
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections
from django.urls import reverse

from timeline.management import processes, sample

HOST = "127.0.0.1"
ADMINISTRATOR = "admin"
# Enough for a demo beside its worker on two cores; each keeps the language data in memory.
SERVER = ["--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
# Shorter than what the demo waits for the server, which so ends its own workers.
SERVER += ["--graceful-timeout", str(processes.PATIENCE // 2)]


class Command(BaseCommand):
    help = "Prepare the database, put the sample in, and start the site with its worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port", default=os.environ.get("PORT", "8000"), help="where to serve (PORT, or 8000)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        port = _port(options["port"])
        _check_free(port)
        if settings.HTTPS:
            raise CommandError("The demo serves plain HTTP: write HTTPS=False into .env.")
        self.prepare_database()
        self.put_sample_in()
        self.create_administrator()
        # Reading the sample takes a while, in which something else may have taken the port.
        _check_free(port)
        self.serve(port)

    def prepare_database(self) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            name = settings.DATABASES["default"]["NAME"]
            raise CommandError(f"The database {name} cannot be used: {reason}.") from error

    def put_sample_in(self) -> None:
        if sample.is_wanted():
            self.stdout.write("Reading the sample articles ...")
            try:
                timeline = sample.publish()
            except sample.SampleError as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"Published the sample timeline “{timeline}”.")

    def create_administrator(self) -> None:
        if User.objects.filter(is_superuser=True).exists():
            return
        password = secrets.token_urlsafe(12)
        User.objects.create_superuser(ADMINISTRATOR, password=password)
        self.stdout.write(
            f"Created the administrator “{ADMINISTRATOR}” with the password {password}\n"
            "(shown this once; `.venv/bin/python manage.py changepassword admin` sets a new one)."
        )

    def serve(self, port: int) -> None:
        def announce(over: Callable[[], bool]) -> None:
            if _answers(port, over):
                self.stdout.write(_addresses(f"http://{HOST}:{port}"))

        self.stdout.flush()
        # The programs below open connections of their own.
        connections.close_all()
        ended = processes.run_together(_programs(port), started=announce)
        if ended:
            raise CommandError(f"The {ended} has stopped by itself; its last words are above.")
        self.stdout.write("\nStopped.")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise CommandError(f"PORT is “{text}”: write a number from 1 to 65535.")
    return int(text)


def _check_free(port: int) -> None:
    with socket.socket() as attempt:
        # As the server does: a connection that lingers from the last run is no obstacle.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            raise CommandError(
                f"Port {port} of {HOST} cannot be used ({reason}): stop what uses it, or choose "
                f"another one, as in `make demo PORT={port % 65535 + 1}`."
            ) from error


def _programs(port: int) -> dict[str, list[str]]:
    python, manage = sys.executable, str(settings.BASE_DIR / "manage.py")
    given = str(settings.BASE_DIR / "gunicorn.conf.py")
    server = ["-m", "gunicorn", "timeline.wsgi", "--chdir", str(settings.BASE_DIR), "-c", given]
    return {
        "web server": [python, *server, "--bind", f"{HOST}:{port}", *SERVER],
        "worker": [python, manage, "run_tasks", "--verbosity", "0"],
    }


def _answers(port: int, over: Callable[[], bool]) -> bool:
    """Wait until the site answers, whatever it answers; False if it is `over` before that."""
    while not over():
        connection = HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse()
        except (OSError, HTTPException):
            time.sleep(processes.LOOK_EVERY)
        else:
            return True
        finally:
            connection.close()
    return False


def _addresses(address: str) -> str:
    lines = [f"\nDateline is running. Ctrl-C stops it.\n\n  All timelines   {address}/"]
    if slug := sample.slug():
        lines.append(f"  The sample      {address}{reverse('timeline', args=[slug])}")
    lines.append(f"  The desk        {address}{reverse('admin:index')}  (for editors)")
    return "\n".join(lines)
