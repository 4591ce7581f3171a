"""What speaks for an event and against it, as its date and its clause show."""

from collections.abc import Iterator

from timeline.dates.edtf import Date
from timeline.dates.scales import Precision
from timeline.extraction.narrative.layout import Kind
from timeline.extraction.telling.quotations import in_quotation
from timeline.extraction.telling.setting import Setting

_YEAR = 364  # days from the first of a year to its last


def reasons(setting: Setting, happening: bool) -> Iterator[str]:
    """Codes of `confidence.REASONS`; `happening`: whether a word says what happened."""
    yield "happening" if happening else "no-happening"
    if date := setting.expression.date:
        yield from _of_date(date)
    if setting.says("hedges"):
        yield "hedged"
    if setting.says("negations"):
        yield "denied"
    if in_quotation(setting):
        yield "quotation"
    if setting.line.kind in (Kind.ENTRY, Kind.FIELD):
        yield "list-entry"


def _of_date(date: Date) -> Iterator[str]:
    if date.precision is Precision.OPEN:
        yield "open-date"
    elif date.last_day - date.first_day >= _YEAR:
        yield "coarse-date"
    elif date.precision in (Precision.SEASON, Precision.QUARTER):
        yield "season-date"
    if date.approximate or date.uncertain:
        yield "uncertain-date"
