"""`manage.py extract article.json --json`: the events in articles; nothing is stored."""

import json
import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from timeline.extraction.events import extract
from timeline.extraction.records import as_record
from timeline.fetching.document import Document, Unreadable
from timeline.management.arguments import add_defaults
from timeline.management.reading import printable, records

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Show the events in articles, without storing anything or touching the database: plain "
        "text, HTML, PDF, DOCX, JSON (title, text, published, url, language, id) and JSON Lines."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sources", nargs="+", metavar="PATH|URL|-", help="- is standard input")
        parser.add_argument(
            "--json", action="store_true", help="one line of JSON for each record, in their order"
        )
        add_defaults(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        write = as_line if options["json"] else as_table
        read = 0
        for result in results(options["sources"], options):
            self.stdout.write(write(result))
            read += "error" not in result
        if not read:
            sys.exit(1)


def results(sources: list[str], options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each record as `{"article": {...}, "events": [...]}`, with "error" where it was not read."""
    for record in records(sources):
        if isinstance(record.content, Unreadable):
            yield _unread(record.content.id, record.content.sentence)
            continue
        try:
            yield _read(record.content, options)
        except Exception:
            # One article that breaks the extraction must not cost the others theirs.
            logger.exception("Extraction failed on %s", record.source)
            yield _unread(record.content.id, f"{record.source}: its events could not be extracted.")


def _read(document: Document, options: dict[str, Any]) -> dict[str, Any]:
    published_on = document.published_on or options["published"]
    extraction = extract(
        document.text,
        title=document.title,
        published=published_on,
        language=document.language or options["language"],
    )
    article = {
        "id": _id(document.id),
        "title": document.title,
        "published": document.published or (published_on.isoformat() if published_on else ""),
        "language": extraction.language,
    }
    return {"article": article, "events": as_record(extraction, document.text)}


def _unread(record_id: object, error: str) -> dict[str, Any]:
    article = {"id": _id(record_id), "title": "", "published": "", "language": ""}
    return {"article": article, "events": [], "error": error}


def _id(record_id: object) -> object:
    return "" if record_id is None else record_id


def as_line(result: dict[str, Any]) -> str:
    """ASCII, so that no terminal's encoding and no line separator of Unicode can break the line."""
    return json.dumps(result)


def as_table(result: dict[str, Any]) -> str:
    """The article on a line, and below it a line for each event: date, confidence, title."""
    article = result["article"]
    if "error" in result:
        return f"{printable(result['error'])}\n"
    about = ", ".join(filter(None, (article["published"], article["language"])))
    head = f"{printable(article['title']) or '(no title)'} ({about or 'no date'})"
    width = max((len(event["date"]) for event in result["events"]), default=0)
    rows = [
        f"  {event['date']:<{width}}  {event['confidence']:.2f}  {printable(event['title'])}"
        for event in result["events"]
    ]
    return "\n".join([head, *(rows or ["  no events"]), ""])
