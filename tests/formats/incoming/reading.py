"""Reads files as the selectors do, and gives what tests look at."""

from timeline.formats.incoming.contents import Incoming
from timeline.selectors.incoming import read


def faults(incoming: Incoming) -> list[str]:
    """What is wrong in the file, a sentence each."""
    return [fault.in_words() for fault in incoming.faults]


def of_csv(*lines: str, encoding: str = "utf-8", language: str = "") -> Incoming:
    return read("\r\n".join(lines).encode(encoding), language)


def titles(incoming: Incoming) -> list[str]:
    return [entry.event.title for entry in incoming.entries]


def dates(incoming: Incoming) -> list[str]:
    return [entry.event.date for entry in incoming.entries]
