"""`manage.py collect_messages`: brings the catalogues up to the texts that the sources show."""

from typing import Any

from django.core.management.base import BaseCommand

from timeline.management import catalogues


class Command(BaseCommand):
    help = "Collect the texts that people read into the message catalogues, for translation."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def handle(self, **options: Any) -> None:
        template = catalogues.collected()
        for source in catalogues.sources():
            catalogues.update(source, template)
            missing = sum(not catalogues.is_translated(text) for text in catalogues.read(source))
            self.stdout.write(f"{source}: {len(template)} texts, {missing} to translate.")
