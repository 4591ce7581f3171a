"""When an article was published, as it was written down.

The day is the day as written: "2024-05-21T00:30:00+03:00" is 21 May, whatever day it was in
Greenwich. Nothing here converts an instant to another offset.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

# The part of ISO 8601 that people and pages write. `fromisoformat` alone also takes week dates and
# any letter between date and time.
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[Tt ](?P<time>\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)"
    r" ?(?P<offset>[Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)
# Other forms that pages use: 2024/05/30 and 20240530.
_DAY_ONLY = re.compile(r"(\d{4})([/.]?)(\d\d)\2(\d\d)")


@dataclass(frozen=True, slots=True)
class Publication:
    """The date as printed, and the instant (ISO 8601 with its own offset) or ""."""

    day: date
    instant: str = ""


def read_iso(written: str) -> Publication | None:
    """An ISO 8601 date, or date and time with or without offset; None for anything else."""
    match = _ISO.fullmatch(written.strip())
    if not match:
        return None
    try:
        day = date.fromisoformat(match["day"])
        if not match["time"]:
            return Publication(day)
        moment = datetime.fromisoformat(
            f"{match['day']}T{match['time']}{(match['offset'] or '').upper()}"
        )
    except ValueError:
        return None
    return Publication(day, moment.isoformat() if moment.tzinfo else "")


def read_page_date(written: str) -> Publication | None:
    """A date as page metadata writes it: ISO 8601, 2024/05/30, 20240530 or RFC 5322; else None."""
    match = _DAY_ONLY.fullmatch(written.strip())
    if match:
        return read_iso("-".join(match.group(1, 3, 4)))
    return read_iso(written) or _read_rfc5322(written)


def _read_rfc5322(written: str) -> Publication | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, OverflowError):
        return None
    return Publication(moment.date(), moment.isoformat() if moment.tzinfo else "")


def most_local(publications: Iterable[Publication]) -> Publication | None:
    """The first publication, unless a later one tells the same instant in local time.

    Many sites print the local date and time and repeat the instant in UTC, which near midnight is
    another day.
    """
    ordered = list(publications)
    if not ordered:
        return None
    first = ordered[0]
    return next((other for other in ordered if _same_instant_locally(first, other)), first)


def _same_instant_locally(first: Publication, other: Publication) -> bool:
    if not first.instant or not other.instant:
        return False
    utc, local = datetime.fromisoformat(first.instant), datetime.fromisoformat(other.instant)
    # Some sites drop the seconds in one of the two.
    close = abs(utc - local) < timedelta(minutes=1)
    return close and not utc.utcoffset() and bool(local.utcoffset())
