"""`manage.py recover_tasks`: queues again what workers that are gone have left behind."""

from typing import Any

from django.core.management.base import BaseCommand

from timeline import tasks
from timeline.management.database import database_in_use
from timeline.services.recovery import recover


class Command(BaseCommand):
    help = "Queue again the background tasks of workers that were killed. Safe at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        with database_in_use():
            tasks.keep_following()
            tasks.keep_emptying()
            tasks.keep_going()
            self.stdout.write(f"Tasks queued again: {recover()}.")
