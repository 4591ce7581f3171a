"""`manage.py ingest article.html https://news.example/story - --timeline storms --publish`."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from timeline.fetching.document import Unreadable
from timeline.fetching.errors import ReadError
from timeline.management.arguments import add_defaults, address_or_title
from timeline.management.database import database_in_use
from timeline.management.reading import Record, printable, records, whole
from timeline.models import Article, Timeline
from timeline.services.ingest import Defaults, Outcome, Result, ingest_document
from timeline.services.timelines import create_timeline, take_language

_TITLE_SHOWN = 80


class Command(BaseCommand):
    help = (
        "Bring articles in with the events they tell: plain text, HTML, PDF, DOCX, JSON (title, "
        "text, published, url, language) and JSON Lines. Nothing is stored of a file in which a "
        "record is broken. Exit status 0: all well, 1: some failed, 2: wrong usage."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sources", nargs="+", metavar="PATH|URL|-", help="- is standard input")
        add_defaults(parser)
        parser.add_argument(
            "--timeline",
            type=address_or_title,
            metavar="ADDRESS|TITLE",
            help="put the events on this timeline; it is made if there is none",
        )
        parser.add_argument(
            "--publish", action="store_true", help="accept the events, and let readers see them"
        )
        parser.add_argument(
            "--skip-broken",
            action="store_true",
            help="store the records of a file that are good, beside broken ones",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wanted, language = options["timeline"], options["language"]
        with database_in_use(), _destination(wanted, language) as timeline:
            tally = self._ingest(options, timeline)
        self.stdout.write(_summary(tally))
        if tally[Result.FAILED]:
            sys.exit(1)

    def _ingest(self, options: dict[str, Any], timeline: Timeline | None) -> Counter[str]:
        defaults = Defaults(options["published"], options["language"])
        tally: Counter[str] = Counter(dict.fromkeys(Result, 0))
        found = records(options["sources"])
        if not options["skip_broken"]:
            found = whole(found)
        # On standard error, and where somebody watches (None); how many come is not known before.
        for record in tqdm(found, unit=" articles", disable=None, leave=False):
            outcome = _outcome(record, defaults, timeline, options["publish"])
            tally[outcome.result] += 1
            tally["events"] += len(outcome.events)
            self._tell(record, outcome, options["verbosity"])
        return tally

    def _tell(self, record: Record, outcome: Outcome, verbosity: int) -> None:
        with tqdm.external_write_mode():
            if outcome.result is Result.FAILED:
                self.stderr.write(printable(str(outcome.error)))
            elif verbosity:
                self.stdout.write(f"{_label(record)}: {_in_words(outcome)}")


@contextmanager
def _destination(wanted: str | None, language: str) -> Iterator[Timeline | None]:
    """The timeline that is asked for; one made here speaks the language of its articles, unless one
    is given, and goes again where no event came to it."""
    if not wanted:
        yield None
        return
    known = Timeline.objects.filter(slug=wanted) or Timeline.objects.filter(title=wanted)
    if known:
        yield known[0]
        return
    made = create_timeline(title=wanted, language=language)
    try:
        yield made
    finally:
        if not language:
            take_language(timeline=made)
        Timeline.objects.filter(pk=made.pk, memberships=None).delete()


def _outcome(
    record: Record, defaults: Defaults, timeline: Timeline | None, publish: bool
) -> Outcome:
    if isinstance(record.content, Unreadable):
        return _failed("%(error)s", error=record.content.sentence)
    outcome = ingest_document(
        document=record.content,
        defaults=defaults,
        origin=Article.Origin.FETCHED if record.fetched else Article.Origin.FILE,
        timeline=timeline,
        publish=publish,
    )
    if outcome.error:
        return _failed("%(label)s: %(error)s", label=_label(record), error=outcome.error)
    return outcome


def _failed(message: str, **values: object) -> Outcome:
    return Outcome(Result.FAILED, error=ReadError(message, **values))


def _label(record: Record) -> str:
    """The source and the article's title or beginning, since a source may hold many articles."""
    if isinstance(record.content, Unreadable):
        return printable(record.source)
    title = printable(record.content.title or record.content.text[: 2 * _TITLE_SHOWN])
    shown = title if len(title) <= _TITLE_SHOWN else f"{title[:_TITLE_SHOWN]}…"
    return f"{printable(record.source)}, “{shown}”" if shown else printable(record.source)


def _in_words(outcome: Outcome) -> str:
    if outcome.result is Result.KNOWN:
        return "stored already, left as it is."
    return f"stored, {_events(len(outcome.events))}."


def _summary(tally: Counter[str]) -> str:
    return (
        f"{tally[Result.STORED]} stored with {_events(tally['events'])}, "
        f"{tally[Result.KNOWN]} stored already, {tally[Result.FAILED]} failed."
    )


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"
