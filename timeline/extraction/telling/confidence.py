"""How likely an event is right, between 0 and 1, and why, in codes that editors can read.

The weights are log-odds. They were fitted by logistic regression with an L2 penalty on some 2,450
extracted events: whether the date is right of those in the news and histories that `evaluate`
scores time expressions on, and whether all of it is right of those in its two sets of events, which
counted fourfold. Held out article by article, they rank right above wrong dates with an area under
the curve of 0.76, and right above wrong events of real articles with 0.86. What was too rare to
measure (a heading's year, another event, a date outside its sentence) is an estimate.
"""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.messages import message as _
from timeline.dates.resolution import Rule

_LEAST, _MOST = 0.05, 0.99

# How sure a date is by the rule that resolved it, in log-odds: 3 is 0.95, 2.2 is 0.9.
_RULES: Mapping[str, float] = {
    Rule.EXPLICIT: 4.2,
    Rule.PART: 3.5,
    Rule.OPEN: 3.2,
    Rule.NEAREST: 2.85,
    Rule.WEEKDAY: 2.6,
    Rule.CARRIED: 2.55,
    Rule.HEADER: 2.5,
    Rule.RELATIVE: 2.4,
    Rule.DEICTIC: 2.3,
    Rule.EVENT: 2.3,
}
_UNKNOWN_RULE = 2.3


class Reason(NamedTuple):
    """What it adds to the log-odds, and its message for editors."""

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
    "happening": Reason(0, _("A word says what happened.")),
    "no-happening": Reason(-0.45, _("No word says plainly what happened.")),
    "told-again": Reason(0.1, _("The article tells it more than once.")),
    "nobody-named": Reason(-0.3, _("Nobody and no place is named.")),
    "coarse-date": Reason(-0.4, _("The date is a year or longer.")),
    "season-date": Reason(-0.6, _("The date is a season or a quarter of a year.")),
    "open-date": Reason(0, _("The date has no beginning or no end.")),
    "uncertain-date": Reason(-0.1, _("The date is approximate or uncertain.")),
    "hedged": Reason(-0.2, _("The words leave open whether it happened.")),
    "denied": Reason(-0.3, _("The words deny something.")),
    "quotation": Reason(-0.95, _("It is told inside a quotation.")),
    "date-elsewhere": Reason(-1, _("The date stands outside the sentence that tells it.")),
    "list-entry": Reason(0, _("It is an entry of a list or chronology.")),
}


def weigh(rule: str, reasons: Iterable[str]) -> tuple[float, tuple[str, ...]]:
    """The confidence of an event whose date came by `rule`, and all its reasons, the rule first."""
    return _weighed(rule, tuple(dict.fromkeys(reasons)))


@lru_cache(maxsize=1024)  # far more than there are ways to combine the reasons that occur
def _weighed(rule: str, reasons: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    known = tuple(code for code in (f"date-{rule}", *reasons) if code in REASONS)
    odds = _RULES.get(rule, _UNKNOWN_RULE) + sum(REASONS[code].step for code in known)
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2), known
