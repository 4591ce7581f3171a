"""What can be wrong with a file of events, each in one sentence."""

from dataclasses import dataclass

from timeline.dates.messages import Sentence, Translatable, Translate, identity
from timeline.dates.messages import message as _

# Characters of a cell that are shown of it.
_SHOWN = 60


class FileError(Sentence, ValueError):
    """The file as a whole cannot be taken."""


class TooManyFaultsError(Exception):
    """So much is wrong that the rest is not read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: `column` as the file calls it, `value` as it stands there, and
    `reason`, what would be accepted."""

    row: int
    column: str
    value: str
    reason: Translatable

    def in_words(self, translate: Translate = identity) -> str:
        """Where, what was found, and what would be accepted."""
        where = translate(_("Row %(row)s, column “%(column)s”")) % {
            "row": self.row,
            "column": self.column,
        }
        value = f": “{self.shown}”" if self.value else ""
        return f"{where}{value}. {self.reason.in_words(translate)}"

    @property
    def shown(self) -> str:
        """The beginning of the value, on one line."""
        line = " ".join(self.value.split())
        return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
