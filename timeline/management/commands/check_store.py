"""`manage.py check_store`: proves what the database itself cannot hold."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from timeline.management.database import database_in_use
from timeline.selectors.store.faults import faults


class Command(BaseCommand):
    help = (
        "Check that evidence lies inside its texts, that days agree with dates, texts with their "
        "digests, what timelines copy and count with their events, and that pictures have their "
        "files. Prints each fault on a line; exit status 1 if there is one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        with database_in_use():
            for fault in faults():
                self.stdout.write(fault)
                found += 1
        if found:
            sys.exit(1)
        if options["verbosity"]:
            self.stdout.write("All is well.")
