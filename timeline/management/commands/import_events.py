"""`manage.py import_events events.csv --timeline storms --publish`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from timeline.dates import edtf
from timeline.dates.words import in_words
from timeline.formats.incoming.contents import Incoming
from timeline.formats.incoming.errors import FileError
from timeline.management.arguments import address_or_title, language
from timeline.management.database import database_in_use
from timeline.management.reading import printable
from timeline.models import Timeline
from timeline.models.timeline import TITLE_LENGTH
from timeline.selectors import incoming as reading
from timeline.services.importing.storing import Imported, import_as_new, import_events
from timeline.services.timelines import show

_STDIN = "-"
# Events that a look before storing shows, and repeated rows.
_FIRST = 10


class Command(BaseCommand):
    help = (
        "Bring events in on a timeline, all of a file or none: CSV, XLSX and JSON, ours or "
        "those of TimelineJS. Exit status 0: all well, 1: something is wrong in the file, 2: wrong "
        "usage."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="PATH|-", help="- is standard input")
        parser.add_argument(
            "--timeline",
            type=address_or_title,
            metavar="ADDRESS|TITLE",
            help="the timeline they come on, made if there is none; else the title in the file",
        )
        parser.add_argument(
            "--language", type=language, default="", metavar="TAG", help="that of their dates: en"
        )
        parser.add_argument(
            "--publish", action="store_true", help="let readers see them; else they wait for review"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would come, and store nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with database_in_use():
            timeline = _known(options["timeline"] or "")
            incoming = self._read(options, timeline)
            timeline = timeline or _known(_title(incoming, options))
            if options["dry_run"]:
                self._show(incoming, timeline)
            elif not incoming.faults:
                stored, imported = _stored(incoming, timeline, options)
                if options["publish"]:
                    show(timeline=stored, user=None)
                self.stdout.write(_summary(stored, imported))
        if incoming.faults:
            self.stderr.write("Nothing was stored.")
            sys.exit(1)

    def _read(self, options: dict[str, Any], timeline: Timeline | None) -> Incoming:
        tag = options["language"] or (timeline.language if timeline else "")
        try:
            incoming = reading.read(_bytes(options["source"]), tag)
        except FileError as error:
            raise CommandError(f"{printable(options['source'])}: {error}", returncode=1) from error
        for fault in incoming.faults:
            self.stderr.write(printable(fault.in_words()))
        if incoming.is_cut:
            self.stderr.write("There may be more: the file was not read further.")
        if incoming.repeated:
            first = ", ".join(map(str, incoming.repeated[:_FIRST]))
            more = " …" if len(incoming.repeated) > _FIRST else ""
            self.stderr.write(f"The same as an earlier row, and left out: {first}{more}")
        if incoming.unused:
            self.stderr.write(f"Not used: {printable(', '.join(incoming.unused))}.")
        return incoming

    def _show(self, incoming: Incoming, timeline: Timeline | None) -> None:
        entries = incoming.entries
        here = len(reading.known(entries, timeline)) if timeline else 0
        self.stdout.write(f"{_events(len(entries))}, {here} of them here already.")
        if entries:
            first, last = (in_words(edtf.parse(date), "en") for date in reading.span(entries))
            self.stdout.write(f"From {first} to {last}.")
            kinds = (f"{name.name.lower()} {n}" for name, n in reading.precisions(entries))
            self.stdout.write(f"How exact: {', '.join(kinds)}.")
        for entry in entries[:_FIRST]:
            date = in_words(edtf.parse(entry.event.date), "en", part=entry.event.part)
            self.stdout.write(printable(f"{entry.row}: {date}: {entry.event.title}"))


def _bytes(source: str) -> bytes:
    """One more than are accepted tell that there are too many."""
    most = reading.MAX_BYTES + 1
    if source == _STDIN:
        return sys.stdin.buffer.read(most)
    try:
        with Path(source).open("rb") as file:
            return file.read(most)
    except OSError as error:
        why = (error.strerror or "").lower()
        raise CommandError(f"{printable(source)} cannot be read: {why}.", returncode=1) from error


def _known(wanted: str) -> Timeline | None:
    of_address = Timeline.objects.filter(slug=wanted).first()
    return of_address or Timeline.objects.filter(title=wanted).first()


def _title(incoming: Incoming, options: dict[str, Any]) -> str:
    told = incoming.timeline.title if incoming.timeline else ""
    if title := options["timeline"] or told:
        return str(title)[:TITLE_LENGTH]
    raise CommandError("The file tells no title: name a timeline with --timeline.", returncode=2)


def _stored(
    incoming: Incoming, timeline: Timeline | None, options: dict[str, Any]
) -> tuple[Timeline, Imported]:
    # On standard error, and where somebody watches (None).
    with tqdm(total=len(incoming.entries), unit=" events", disable=None, leave=False) as bar:
        if timeline is None:
            return import_as_new(
                incoming=incoming,
                title=_title(incoming, options),
                publish=options["publish"],
                progress=bar.update,
            )
        return timeline, import_events(
            incoming=incoming, timeline=timeline, publish=options["publish"], progress=bar.update
        )


def _summary(timeline: Timeline, imported: Imported) -> str:
    here = f", {imported.known} here already" if imported.known else ""
    return printable(f"{_events(imported.added)} on “{timeline.title}”{here}.")


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"
