"""What reading gives: a document, or a plain word on why there is none."""

from dataclasses import dataclass
from datetime import date

from timeline.dates.messages import Translate, identity
from timeline.dates.messages import message as _
from timeline.fetching.errors import ReadError

RecordId = str | int | float | None


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it came in, its text normalised by `timeline.text`.

    `published_on` is the date as printed, the document creation time. `published` is the instant
    as an ISO 8601 date and time with the very offset it was written with, or "" where only a day
    (or a time without its offset) is known. `doubtful_on` is a day that was found but need not be
    that of publication: a person has to confirm it. `language` is the primary subtag (BCP 47), or
    "". `id` is what the record itself is called.
    """

    title: str
    text: str
    published_on: date | None = None
    published: str = ""
    doubtful_on: date | None = None
    author: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    id: RecordId = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What could not be read: the name it came under, the line (JSON Lines) or record (a JSON
    list) counted from 1 or 0 where it is the whole, why, and its id where it has one."""

    name: str
    error: ReadError
    line: int = 0
    record: int = 0
    id: RecordId = None

    @property
    def sentence(self) -> str:
        return self.in_words()

    def in_words(self, translate: Translate = identity) -> str:
        """One sentence with the name in it, in the reader's language."""
        if self.line:
            place = translate(_("%(name)s, line %(number)d: %(problem)s"))
        elif self.record:
            place = translate(_("%(name)s, record %(number)d: %(problem)s"))
        else:
            place = "%(name)s: %(problem)s"
        problem = self.error.in_words(translate)
        return place % {
            "name": self.name,
            "number": self.line or self.record,
            "problem": problem,
        }
