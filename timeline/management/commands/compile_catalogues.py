"""`manage.py compile_catalogues`: what Django reads (`.mo`) from what people write (`.po`)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.management import catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues of the project."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def handle(self, **options: Any) -> None:
        for source in catalogues.sources():
            try:
                target = catalogues.compile_catalogue(source)
            except catalogues.CatalogueError as error:
                raise CommandError(str(error)) from error
            if options["verbosity"] > 1:
                self.stdout.write(f"Compiled {target}")
