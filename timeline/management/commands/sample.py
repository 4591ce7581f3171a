"""`manage.py sample --events 10000`: a timeline of invented news, to try out and to measure."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, connection, transaction
from tqdm import tqdm

from timeline.management import invented
from timeline.models import Timeline
from timeline.services.bulk import store_reports
from timeline.services.timelines import create_timeline

MOST = 1_000_000


class Command(BaseCommand):
    help = "Make a public timeline of so many invented events, dated from 2010 to 2024."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--events", type=int, default=1000, help="how many (default: 1000)")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other news")

    def handle(self, *args: Any, **options: Any) -> None:
        number, seed = options["events"], options["seed"]
        if not 1 <= number <= MOST:
            raise CommandError(f"--events is {number}: give a number from 1 to {MOST:,}.")
        try:
            with tqdm(total=number, unit=" events", file=sys.stderr, delay=1, leave=False) as bar:
                timeline = _made(number, seed, bar.update)
        except IntegrityError as error:
            raise CommandError(
                "These events are here already: give another --seed for others."
            ) from error
        _tell_planner()
        self.stdout.write(f"Made the timeline “{timeline}” at /timelines/{timeline.slug}/")


@transaction.atomic
def _made(number: int, seed: int, progress: Callable[[int], None]) -> Timeline:
    timeline = create_timeline(
        title=f"{number:,} invented events" if number > 1 else "One invented event",
        slug=f"invented-{number}-{seed}",
        introduction="People and places that do not exist, made to measure and to try things out.",
        language="en",
        visibility=Timeline.Visibility.PUBLIC,
    )
    reports = invented.reports(number, seed)
    store_reports(reports=reports, language="en", timeline=timeline, progress=progress)
    return timeline


def _tell_planner() -> None:
    """The database plans by what it counted; after so many new rows it would plan badly."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
