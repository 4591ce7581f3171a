"""How likely an event is right, between 0 and 1, and why, in codes that editors can read.

The starting value of each rule and the step of each reason are estimates from reading annotated
articles; they order events, they are no probabilities.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.dates.messages import message as _
from timeline.dates.resolution import Rule

_LEAST, _MOST = 0.05, 0.98

# How sure a date is by the rule that resolved it.
_RULES: Mapping[str, float] = {
    Rule.EXPLICIT: 0.88,
    Rule.DEICTIC: 0.82,
    Rule.WEEKDAY: 0.78,
    Rule.NEAREST: 0.8,
    Rule.RELATIVE: 0.7,
    Rule.CARRIED: 0.66,
    Rule.PART: 0.8,
    Rule.OPEN: 0.85,
    Rule.HEADER: 0.62,
    Rule.EVENT: 0.55,
}


class Reason(NamedTuple):
    """What it adds to the confidence, and its message for editors."""

    step: float
    message: str


REASONS: Mapping[str, Reason] = {
    "date-explicit": Reason(0, _("The text gives the whole date.")),
    "date-deictic": Reason(0, _("The date is counted from the day of publication.")),
    "date-weekday": Reason(0, _("The date is a weekday near the day of publication.")),
    "date-nearest": Reason(0, _("The date is completed to the one nearest to publication.")),
    "date-relative": Reason(0, _("The date is counted from another date.")),
    "date-carried": Reason(0, _("The year is carried over from the text before.")),
    "date-header": Reason(0, _("The year comes from a heading.")),
    "date-open": Reason(0, _("The text gives one end of the time only.")),
    "date-part": Reason(0, _("The text gives a part of the time only.")),
    "date-event": Reason(0, _("The date is counted from another event.")),
    "happening": Reason(0.06, _("A word says what happened.")),
    "no-happening": Reason(-0.14, _("No word says plainly what happened.")),
    "told-again": Reason(0.06, _("The article tells it more than once.")),
    "nobody-named": Reason(-0.06, _("Nobody and no place is named.")),
    "coarse-date": Reason(-0.06, _("The date is a year or longer.")),
    "open-date": Reason(-0.12, _("The date has no beginning or no end.")),
    "uncertain-date": Reason(-0.06, _("The date is approximate or uncertain.")),
    "hedged": Reason(-0.14, _("The words leave open whether it happened.")),
    "denied": Reason(-0.14, _("The words deny something.")),
    "quotation": Reason(-0.1, _("It is told inside a quotation.")),
    "date-elsewhere": Reason(-0.3, _("The date stands outside the sentence that tells it.")),
    "list-entry": Reason(0.04, _("It is an entry of a list or chronology.")),
}


def weigh(rule: str, reasons: Iterable[str]) -> tuple[float, tuple[str, ...]]:
    """The confidence of an event whose date came by `rule`, and all its reasons, the rule first."""
    codes = (f"date-{rule}", *dict.fromkeys(reasons))
    known = tuple(code for code in codes if code in REASONS)
    total = _RULES.get(rule, 0.6) + sum(REASONS[code].step for code in known)
    return round(min(_MOST, max(_LEAST, total)), 2), known
