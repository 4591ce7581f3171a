"""`manage.py run_tasks`: a worker, which does in the background what takes long."""

from typing import Any

from django.db import connections
from django_tasks_db.management.commands import db_worker

from timeline import tasks
from timeline.services.recovery import recover

# Seconds. Nobody waits for a worker as for a page, and whoever stores a hundred thousand events at
# once keeps SQLite to itself for minutes: the worker of django-tasks would end then.
PATIENCE = 3600


class Command(db_worker.Command):
    help = "Run background work, one task after another, and wait for more."

    def handle(self, *args: Any, **options: Any) -> None:
        for connection in connections.all():
            if connection.vendor == "sqlite":
                connection.close()
                connection.settings_dict["OPTIONS"]["timeout"] = PATIENCE
        tasks.keep_going()
        recover()
        super().handle(*args, **options)
