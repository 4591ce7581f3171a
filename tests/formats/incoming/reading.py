"""What is read of a file: by the reader of the date field, as the selectors do."""

from timeline.dates.messages import identity
from timeline.formats.incoming.told import Incoming
from timeline.selectors.incoming import read


def told(incoming: Incoming) -> list[str]:
    """The sentences on what is wrong."""
    return [fault.told(identity) for fault in incoming.faults]


def of_csv(*lines: str, encoding: str = "utf-8", language: str = "") -> Incoming:
    return read("\r\n".join(lines).encode(encoding), language)


def titles(incoming: Incoming) -> list[str]:
    return [entry.event.title for entry in incoming.entries]


def dates(incoming: Incoming) -> list[str]:
    return [entry.event.date for entry in incoming.entries]
