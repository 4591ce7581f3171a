"""A file that comes into an empty store, and goes out again."""

from typing import Any

from timeline.models import Article, Category, Entity, Event, Timeline
from timeline.selectors import memberships, transfer
from timeline.selectors.incoming import read
from timeline.selectors.store.faults import faults
from timeline.services.importing.storing import import_as_new


def stored(file: bytes) -> Timeline:
    """The timeline of a file in an empty store."""
    for model in (Timeline, Event, Article, Entity):
        model.objects.all().delete()
    Category.objects.filter(key="harbours").delete()
    incoming = read(file)
    assert [fault.in_words() for fault in incoming.faults] == []
    title = "" if incoming.timeline else "The harbour"
    timeline, _imported = import_as_new(incoming=incoming, title=title, publish=True)
    # A table tells no language, in which an export tells dates.
    Timeline.objects.update(language="fr")
    timeline.refresh_from_db()
    assert list(faults()) == []
    return timeline


def exported(timeline: Timeline, write: Any) -> bytes:
    def address(path: str) -> str:
        return "" if "/events/" in path else f"https://news.example{path}"

    events = transfer.records(timeline, memberships.visible(timeline), address)
    return b"".join(write(transfer.described(timeline, address), events))
