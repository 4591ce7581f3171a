"""Events of a file made ready, before a transaction begins that others wait for."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from timeline.formats.incoming.contents import Entry, Incoming
from timeline.formats.records import EventRecord, Look
from timeline.models import Event
from timeline.text import in_its_own_order


class FaultyError(ValueError):
    """The file has cells that cannot be taken (`Incoming.faults`); nothing was stored."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the file says of an event, and the event, which has neither category nor status yet."""

    entry: Entry
    event: Event

    @property
    def record(self) -> EventRecord:
        return self.entry.event


def drafts_of(incoming: Incoming) -> Sequence[Draft]:
    """Raises FaultyError where anything is wrong in the file."""
    if incoming.faults:
        raise FaultyError(incoming.faults[0].in_words())
    return [Draft(entry, _event(entry.event)) for entry in incoming.entries]


def looks(look: Look | None) -> dict[str, str]:
    """As a field keeps it."""
    fields = asdict(look) if look else {}
    return {name: value for name, value in fields.items() if value}


def _event(record: EventRecord) -> Event:
    own = record.elsewhere or record
    event = Event(
        title=in_its_own_order(own.title),
        summary=in_its_own_order(own.summary),
        correction=in_its_own_order(record.correction),
        date=record.date,
        part=record.part,
        importance=record.importance,
        look=looks(record.look),
    )
    event.derive_days()
    return event
