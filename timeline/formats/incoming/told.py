"""What a file of events says, and what is wrong in it, each in one sentence."""

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.dates.edtf import DateError
from timeline.dates.eras import MOST_ERAS, TOO_MANY
from timeline.dates.messages import Translate, identity
from timeline.dates.messages import message as _
from timeline.formats.records import EraRecord, EventRecord, TimelineRecord

# A sentence, told in the language of a reader.
Said = Callable[[Translate], str]
# Words to EDTF text and the part that is meant of it; raises `timeline.dates.edtf.DateError`.
ReadDate = Callable[[str], tuple[str, str]]

# More wrong cells than these are one wrong file; nobody reads a hundred and first sentence.
MOST_FAULTS = 100
# Characters of a cell that are shown of it.
_SHOWN = 60


def said(message: str, **values: object) -> Said:
    """`message` is a msgid with %(name)s places, which the values fill."""
    return lambda translate: translate(message) % values


class FileError(ValueError):
    """The file as a whole cannot be taken. Its message is one sentence for people."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence(identity))
        self.told = sentence


class EnoughError(Exception):
    """So much is wrong that the rest is not read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: `column` as the file calls it, `found` what stands there."""

    row: int
    column: str
    found: str
    said: Said

    def told(self, translate: Translate) -> str:
        """Where, what was found, and what would be accepted."""
        where = translate(_("Row %(row)s, column “%(column)s”")) % {
            "row": self.row,
            "column": self.column,
        }
        found = f": “{self.shown}”" if self.found else ""
        return f"{where}{found}. {self.said(translate)}"

    @property
    def shown(self) -> str:
        line = " ".join(self.found.split())
        return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the number of its row, counted as spreadsheets do, or of its place in JSON."""

    row: int
    event: EventRecord


@dataclass(slots=True)
class Incoming:
    """All of a file. Of the records counts what can be given: `id` is 0 where there is none, and
    `address`, `date_in_words` and `changed` are empty; a name whose kind is not told has "".

    Where there are faults, `entries` has only rows without one. Rows that say the same in every
    field are one event; `repeated` are the later ones. `unused` are columns that say nothing to us.
    """

    kind: str
    timeline: TimelineRecord | None = None
    eras: list[EraRecord] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    _seen: set[EventRecord] = field(default_factory=set, repr=False, compare=False)

    def note(self, fault: Fault) -> None:
        """Raises EnoughError after the last that is told of."""
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise EnoughError

    def add(self, row: int, event: EventRecord) -> None:
        """Take an event, unless something is wrong in its row, or an earlier one says the same."""
        if self.faults and self.faults[-1].row == row:
            return
        if event in self._seen:
            self.repeated.append(row)
            return
        self._seen.add(event)
        self.entries.append(Entry(row, event))

    def take_era(self, row: int, column: str, era: EraRecord) -> None:
        """Take an era; what are too many for one chart is wrong in its row."""
        if len(self.eras) < MOST_ERAS:
            self.eras.append(era)
        else:
            self.note(Fault(row, column, era.name, DateError(TOO_MANY, most=str(MOST_ERAS)).told))

    def leave(self, column: str) -> None:
        if column not in self.unused:
            self.unused.append(column)

    @property
    def is_cut(self) -> bool:
        """Whether more may be wrong than is told."""
        return len(self.faults) >= MOST_FAULTS
