"""`manage.py reindex`: makes the index of the search anew."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from timeline.management.database import database_in_use
from timeline.models import Event
from timeline.services.search_index import reindex


class Command(BaseCommand):
    help = "Make the index of the search anew: after a restore, or where check_store asks for it."

    def handle(self, *args: Any, **options: Any) -> None:
        with database_in_use():
            total = Event.objects.count()
            with tqdm(total=total, unit=" events", file=sys.stderr, delay=0.5, leave=False) as bar:
                changed = reindex(progress=bar.update)
        if options["verbosity"]:
            self.stdout.write(f"{total} events indexed, {changed} of them anew.")
