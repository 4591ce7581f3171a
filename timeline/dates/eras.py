"""Eras: stretches of time with a name, written one to a line: "1914/1918: The Great War".

They are the ground on which events are told, and no events: nothing is claimed of them but a name.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from timeline.dates import edtf
from timeline.dates.edtf import Date, DateError
from timeline.dates.messages import message as _

# More bands than these behind one chart tell nothing.
MOST_ERAS = 30
LONGEST_NAME = 200
# Of all lines together: the longest dates and names, with what parts them.
LONGEST = MOST_ERAS * (LONGEST_NAME + 60)

_BETWEEN = ": "
NOT_WHOLE = _("An era has a first and a last day: “{words}” has not both.")
NO_NAME = _("“{line}” is no era: write its date, a colon, a space and its name.")
LONG_NAME = _("The name of an era has at most {most} characters: “{line}”.")
TOO_MANY = _("There are more than {most} eras: leave some out.")
# Characters of a line that are shown of it.
_SHOWN = 60


class Era(NamedTuple):
    """`date` has two ends."""

    date: Date
    name: str


def _in_edtf(words: str) -> tuple[str, str]:
    return edtf.parse(words).text, ""


def read(lines: str, read_date: Callable[[str], tuple[str, str]] = _in_edtf) -> list[Era]:
    """The eras of a text, in its order; DateError with one sentence on the first that is none.
    `read_date` takes a date in words, and tells EDTF and the part that is meant."""
    given = [line.strip() for line in lines.splitlines() if line.strip()]
    if len(given) > MOST_ERAS:
        raise DateError(TOO_MANY, most=str(MOST_ERAS))
    return [_era(line, read_date) for line in given]


def _era(line: str, read_date: Callable[[str], tuple[str, str]]) -> Era:
    words, _colon, name = map(str.strip, line.partition(_BETWEEN))
    if not (words and name):
        raise DateError(NO_NAME, line=line[:_SHOWN])
    if len(name) > LONGEST_NAME:
        raise DateError(LONG_NAME, most=str(LONGEST_NAME), line=name[:_SHOWN])
    return Era(whole(*read_date(words)), name)


def whole(text: str, part: str) -> Date:
    """The date of an era; DateError for one that is open, or of which a part alone is meant: EDTF
    has no way to write it."""
    date = edtf.parse(text)
    if date.open_start or date.open_end or part:
        raise DateError(NOT_WHOLE, words=text)
    return date


def written(eras: Iterable[tuple[str, str]]) -> str:
    """EDTF texts and names as lines."""
    return "\n".join(f"{date}{_BETWEEN}{' '.join(name.split())}" for date, name in eras)
