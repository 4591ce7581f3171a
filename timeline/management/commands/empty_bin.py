"""`manage.py empty_bin`: takes out of the bin for good what has been in it for long enough."""

from typing import Any

from django.core.management.base import BaseCommand

from timeline.management.database import database_in_use
from timeline.services.bin import keeping


class Command(BaseCommand):
    help = "Delete for good what was put into the bin more than 30 days ago. Safe at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        with database_in_use():
            self.stdout.write(f"Records gone for good: {keeping.empty()}.")
