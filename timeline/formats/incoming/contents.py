"""What a file of events holds, and what is wrong in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from timeline.dates.edtf import DateError
from timeline.dates.eras import MOST_ERAS, TOO_MANY
from timeline.formats.incoming.errors import Fault, TooManyFaultsError
from timeline.formats.records import EraRecord, EventRecord, Look, TimelineRecord

# Words to EDTF text and the part that is meant of it; raises `timeline.dates.edtf.DateError`.
ReadDate = Callable[[str], tuple[str, str]]

# More wrong cells than these are one wrong file; nobody reads a hundred and first sentence.
MOST_FAULTS = 100
# Columns that are named as not used.
_MOST_UNUSED = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the number of its row, counted as spreadsheets do, or of its place in JSON."""

    row: int
    event: EventRecord


@dataclass(slots=True)
class Incoming:
    """All of a file. Its records have what a file can give: `id` is 0 where there is none, and
    `address`, `date_in_words` and `changed` are empty; the kind of a name is "" where unknown.

    Where there are faults, `entries` has only rows without one. Rows that are alike in every field,
    but for what a slide is called, are one event: `repeated` has the numbers of the later ones,
    `unused` the names of columns that are not read.
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
        """Raises TooManyFaultsError with the last one that is kept."""
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise TooManyFaultsError

    def add(self, row: int, event: EventRecord) -> None:
        """Take an event, unless something is wrong in its row or an earlier one is the same."""
        if self.faults and self.faults[-1].row == row:
            return
        look = replace(event.look, unique_id="") if event.look else Look()
        same = replace(event, look=look)
        if same in self._seen:
            self.repeated.append(row)
            return
        self._seen.add(same)
        self.entries.append(Entry(row, event))

    def take_era(self, row: int, column: str, era: EraRecord) -> None:
        """Take an era; what are too many for one chart is wrong in its row."""
        if len(self.eras) < MOST_ERAS:
            self.eras.append(era)
        else:
            self.note(Fault(row, column, era.name, DateError(TOO_MANY, most=str(MOST_ERAS))))

    def leave(self, column: str) -> None:
        if column not in self.unused and len(self.unused) < _MOST_UNUSED:
            self.unused.append(column)

    @property
    def is_cut(self) -> bool:
        """Whether more may be wrong than `faults` has."""
        return len(self.faults) >= MOST_FAULTS
