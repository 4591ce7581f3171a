"""What a worker leaves behind when its process is killed half-way."""

import datetime
import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.services import make
from tests.settings import FIXED
from timeline import tasks
from timeline.models import Event, Run
from timeline.models.run import STALE_AFTER
from timeline.settings import BASE_DIR

ARTICLES = 60
# Seconds, most of which pass before a busy machine has started the program.
PATIENCE = 120


@pytest.mark.django_db(transaction=True)
def test_a_run_whose_worker_is_killed_half_way_goes_on_where_it_was():
    articles = [make.article(f"On 20 May 2024 pier {number} opened.") for number in range(ARTICLES)]
    run = tasks.enqueue_extraction(articles=articles)
    _kill_worker_at(run, done=3)
    assert 3 <= run.done < ARTICLES
    assert run.status == Run.Status.RUNNING
    _let_pass(2 * STALE_AFTER)
    call_command("run_tasks", batch=True, interval=0, startup_delay=False, verbosity=0)
    run.refresh_from_db()
    assert (run.status, run.done, run.failed) == ("done", ARTICLES, 0)
    assert Event.objects.count() == ARTICLES


def _kill_worker_at(run: Run, done: int) -> None:
    command = [sys.executable, str(BASE_DIR / "manage.py"), "run_tasks", "--interval=0.1"]
    ours = {**FIXED, "DJANGO_SETTINGS_MODULE": "timeline.settings", "DATABASE_URL": _database()}
    with subprocess.Popen(command, env={**os.environ, **ours}) as worker:
        ends = time.monotonic() + PATIENCE
        while run.done < done and worker.poll() is None and time.monotonic() < ends:
            time.sleep(0.01)
            run.refresh_from_db()
        worker.send_signal(signal.SIGKILL)
    run.refresh_from_db()


def _database() -> str:
    """The address of the database of the tests, for another process."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    user, password, host = (quote(at[name], safe="") for name in ("USER", "PASSWORD", "HOST"))
    return f"postgres://{user}:{password}@{host}:{at['PORT']}/{at['NAME']}"


def _let_pass(span: datetime.timedelta) -> None:
    Run.objects.update(heartbeat_at=timezone.now() - span)
    DBTaskResult.objects.update(started_at=timezone.now() - span)
