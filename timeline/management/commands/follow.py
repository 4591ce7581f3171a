"""`manage.py follow`: fetches the feeds that are due, and brings in the articles they name."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand

from timeline import tasks
from timeline.management.database import database_in_use
from timeline.management.reading import printable
from timeline.models import Feed
from timeline.services import feeds


def _wanted(every: bool) -> Iterable[Feed]:
    return Feed.objects.filter(active=True) if every else feeds.due()


class Command(BaseCommand):
    help = (
        "Fetch the feeds that are followed and due, and bring in their new articles. Exit status "
        "0: all well, 1: something is wrong with a feed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="fetch also those that are not due")

    def handle(self, *args: Any, **options: Any) -> None:
        with database_in_use():
            tasks.keep_following()
            run = tasks.follow_now(chosen=_wanted(options["all"]))
        failed = run.items.filter(status="failed")
        for item in failed:
            self.stderr.write(printable(f"{item}: {item.message}"))
        self.stdout.write(f"{run.done} of {run.total} feeds fetched.")
        if failed:
            sys.exit(1)
