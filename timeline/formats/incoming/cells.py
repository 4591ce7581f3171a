"""One row of a file, cell by cell: what each may hold, and a sentence where it does not."""

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from timeline.dates.edtf import DateError
from timeline.dates.eras import LONGEST_NAME
from timeline.dates.messages import Sentence, Translatable
from timeline.dates.messages import message as _
from timeline.formats.incoming.contents import Incoming, ReadDate
from timeline.formats.incoming.errors import Fault
from timeline.text import normalise

# Characters that are accepted; a test holds them to the fields of the domain.
LONGEST = {
    "title": 300,
    "correction": 1000,
    "category": 40,
    "category_name": 80,
    "name": 300,
    "url": 2000,
    "credit": 300,
    "credits": 2000,
    "alternative_text": 500,
    "era": LONGEST_NAME,
    "source": 500,
    "publisher": 300,
    "author": 300,
    "language": 35,
}
LONGEST_COLOUR, LONGEST_UNIQUE_ID = 80, 200
MAX_IMPORTANCE = 100
# Of a quote: readers see what tells one event, not the article.
MOST_QUOTED = 1000

EMPTY = _("It is empty: every event needs one.")
TOO_LONG = _("It has %(length)s characters: at most %(most)s are accepted.")
NO_NUMBER = _("This is no whole number from %(least)s to %(most)s.")
NO_DAY = _("This is no day: write it as 2024-05-30.")
NO_ADDRESS = _("This is no web address: write all of it, with https://.")
NOT_ACCEPTED = _("This is not accepted here: write one of %(accepted)s.")
NO_TEXT = _("This is no text.")
NO_OBJECT = _("This is no JSON object with fields.")
NO_LIST = _("This is no JSON array.")
NO_FLAG = _("This is neither true nor false.")

# The first two are those that exports write; spreadsheets write others for boxes that are ticked.
MARKS = {"1": True, "0": False, "": False, "true": True, "false": False, "yes": True, "no": False}

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.0+)?")
_OUTSIDE_ADDRESSES = re.compile(r"[\s<>\"]")


@dataclass(slots=True)
class Cells:
    """`values` by the plain names of their columns; `names` says how the file calls these, where
    it differs, and `prefix` where in a JSON object they stand."""

    row: int
    values: Mapping[str, Any]
    into: Incoming
    read_date: ReadDate
    names: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    def wrong(self, name: str, reason: Translatable) -> None:
        column = self.prefix + self.names.get(name, name)
        found = self.values.get(name)
        self.into.note(Fault(self.row, column, "" if found is None else str(found), reason))

    def text(self, name: str, *, most: int = 0, needed: bool = False, whole: bool = False) -> str:
        """`whole` keeps the white space around it, as a quote has to."""
        value = self.values.get(name)
        if value is None:
            value = ""
        if not isinstance(value, str):
            self.wrong(name, Sentence(NO_TEXT))
            return ""
        value = normalise(value if whole and value.strip() else value.strip())
        if needed and not value:
            self.wrong(name, Sentence(EMPTY))
        elif most:
            self.bound(name, value, most)
        return value

    def bound(self, name: str, value: str, most: int) -> None:
        """Note it where the value, or a piece of the cell, is longer."""
        if len(value) > most:
            self.wrong(name, Sentence(TOO_LONG, length=len(value), most=most))

    def number(self, name: str, least: int, most: int) -> int | None:
        """None where it is empty, or wrong."""
        value = self.values.get(name)
        if value is None or not str(value).strip():
            return None
        written = str(value).strip()
        if isinstance(value, bool) or not _NUMBER.fullmatch(written):
            self.wrong(name, Sentence(NO_NUMBER, least=least, most=most))
            return None
        number = int(written.partition(".")[0])
        if not least <= number <= most:
            self.wrong(name, Sentence(NO_NUMBER, least=least, most=most))
            return None
        return number

    def flag(self, name: str) -> bool:
        """A JSON boolean; False where it is left out."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name, Sentence(NO_FLAG))
        return value is True

    def mark(self, name: str) -> bool:
        """A cell of a table that is ticked, as `MARKS` has it; False where it is empty."""
        written = self.text(name).casefold()
        if written not in MARKS:
            self.wrong(name, Sentence(NOT_ACCEPTED, accepted=", ".join(filter(None, MARKS))))
        return MARKS.get(written, False)

    def date(self, name: str) -> tuple[str, str]:
        """EDTF text and the part that is meant; ("", "") where it is wrong."""
        words = self.text(name, needed=True)
        if words:
            try:
                return self.read_date(words)
            except DateError as error:
                self.wrong(name, error)
        return "", ""

    def day(self, name: str, *, needed: bool = False) -> str:
        """A day in ISO 8601."""
        written = self.text(name, needed=needed)
        try:
            return datetime.date.fromisoformat(written).isoformat() if written else ""
        except ValueError:
            self.wrong(name, Sentence(NO_DAY))
            return ""

    def url(self, name: str, *, needed: bool = False) -> str:
        written = self.text(name, most=LONGEST["url"], needed=needed)
        if written and not is_address(written):
            self.wrong(name, Sentence(NO_ADDRESS))
        return written

    def one_of(self, name: str, accepted: Collection[str]) -> str:
        written = self.text(name)
        if written not in accepted:
            shown = ", ".join(filter(None, accepted))
            self.wrong(name, Sentence(NOT_ACCEPTED, accepted=shown))
        return written

    def inside(self, name: str) -> "Cells | None":
        """The JSON object of that name; None where there is none."""
        value = self.values.get(name)
        if value is None:
            return None
        return self._object(name, value, f"{self.prefix}{name}.")

    def each(self, name: str) -> "list[Cells]":
        """The JSON objects of an array; none where it is missing."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(name, Sentence(NO_LIST))
            return []
        found = [
            self._object(name, one, f"{self.prefix}{name}[{number}].")
            for number, one in enumerate(value)
        ]
        return [one for one in found if one is not None]

    def _object(self, name: str, value: Any, prefix: str) -> "Cells | None":
        if not isinstance(value, dict):
            self.wrong(name, Sentence(NO_OBJECT))
            return None
        return Cells(self.row, value, self.into, self.read_date, prefix=prefix)


def is_address(written: str) -> bool:
    """Whether it may become a link: an absolute address of the web."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not _OUTSIDE_ADDRESSES.search(written)
    )
