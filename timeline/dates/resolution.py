"""How a date was worked out from the words of a text, and the sentence that says so.

A resolution is stored with the evidence as four short texts and never as a sentence, so that it
can be told in any language:

rule        one of `Rule`
anchor      what the date was counted from: a kind of `Anchor`, a colon and its EDTF text, as in
            "publication:2024-05-30"; "" where nothing was
direction   one of `Direction`: where the date lies from the anchor
value       the offset, as in "-1 day", "+10 days", "0 week", where one was counted (relative,
            deictic, event); else the TIMEX3 value of the words, completed ("2024-05-20") or as
            they stand ("XXXX-05-20", or "XXXX-WXX-4" for a Thursday)
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from timeline.dates import cldr, edtf
from timeline.dates.julian import weekday
from timeline.dates.messages import Translate, identity
from timeline.dates.messages import message as _
from timeline.dates.words import in_words


class Rule(StrEnum):
    """The ways to a date."""

    EXPLICIT = "explicit"  # the words give the whole date
    NEAREST = "nearest"  # an incomplete date: the nearest that fits
    RELATIVE = "relative"  # an offset from the anchor: "last month", "ten days ago"
    DEICTIC = "deictic"  # the anchor itself: "today", "this morning", "this year"
    WEEKDAY = "weekday"  # "on Thursday"
    CARRIED = "carried"  # the year comes from the narrative: "in 1985 ... In May"
    EVENT = "event"  # counted from another event: "ten days after the crash"
    OPEN = "open"  # one end is given: "since 2011"
    PART = "part"  # a part of a period: "early 2020"
    HEADER = "header"  # the date at the head of the article


class Anchor(StrEnum):
    """What a date can be counted from."""

    PUBLICATION = "publication"  # the document creation time
    NARRATIVE = "narrative"  # the date told just before
    HEADING = "heading"  # a date in the heading above
    EVENT = "event"  # the date of another event


class Direction(StrEnum):
    """Where the date lies, seen from the anchor."""

    NONE = ""
    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a date was worked out; see the module for the four texts."""

    rule: str
    anchor: str = ""
    direction: str = ""
    value: str = ""


_ANCHORS: dict[str, str] = {
    Anchor.PUBLICATION: _("publication on {date}"),
    Anchor.NARRATIVE: _("the date told just before, {date}"),
    Anchor.HEADING: _("the date in the heading, {date}"),
    Anchor.EVENT: _("the event of {date}"),
}
_SEARCHED: dict[str, str] = {
    Direction.PAST: _("the nearest {expected} before {anchor}"),
    Direction.FUTURE: _("the nearest {expected} after {anchor}"),
    Direction.NEAREST: _("the nearest {expected} to {anchor}"),
    Direction.SAME: _("the {expected} of {anchor}"),
}
_WITHIN: dict[str, str] = {
    "minute": _("the minute of {anchor}"),
    "hour": _("the hour of {anchor}"),
    "day": _("the day of {anchor}"),
    "week": _("the week of {anchor}"),
    "month": _("the month of {anchor}"),
    "quarter": _("the quarter of {anchor}"),
    "half": _("the half-year of {anchor}"),
    "year": _("the year of {anchor}"),
    "decade": _("the decade of {anchor}"),
    "century": _("the century of {anchor}"),
}
_STATED: dict[str, str] = {
    Rule.EXPLICIT: _("the words give the date in full"),
    Rule.CARRIED: _("the year is that of {anchor}"),
    Rule.OPEN: _("the words give one end, the other is open"),
    Rule.PART: _("the words name a part of the period"),
    Rule.HEADER: _("the date at the head of the article"),
}
_OFFSET = re.compile(rf"([+-]?)([0-9]{{1,9}}) ({'|'.join(_WITHIN)}|centurie)s?")
_MONTH_AND_DAY = re.compile(
    r"(?:XXXX|[0-9]{4}|BC[0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?(?:T.*)?"
)
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


def explain(
    resolution: Resolution, expression: str, language: str, translate: Translate = identity
) -> str:
    """One sentence: "‘On May 20’: the nearest 20 May before publication on 30 May 2024".

    Unknown parts are told in general words: a stored resolution never fails. The expression is
    isolated where it is written in the other direction than the sentence.
    """
    how = _TELLERS.get(resolution.rule, _stated)(resolution, language, translate)
    shown = _isolated(expression, language)
    return translate(_("‘{expression}’: {how}")).format(expression=shown, how=how)


def _searched(resolution: Resolution, language: str, translate: Translate) -> str:
    anchor = _anchor(resolution, language, translate)
    if resolution.value and resolution.value == resolution.anchor.partition(":")[2]:
        return translate(_WITHIN["day"]).format(anchor=anchor)
    phrase = _SEARCHED.get(resolution.direction, _SEARCHED[Direction.NEAREST])
    expected = _expected(resolution, language) or translate(_("such date"))
    return translate(phrase).format(expected=expected, anchor=anchor)


def _counted(resolution: Resolution, language: str, translate: Translate) -> str:
    anchor = _anchor(resolution, language, translate)
    found = _OFFSET.fullmatch(resolution.value)
    sign, number, unit = found.groups() if found else ("", "0", "day")
    unit = "century" if unit == "centurie" else unit
    if int(number) == 0:
        return translate(_WITHIN[unit]).format(anchor=anchor)
    phrase = _("{span} before {anchor}") if sign == "-" else _("{span} after {anchor}")
    span = cldr.duration(language, int(number), unit)
    return translate(phrase).format(span=span, anchor=anchor)


def _stated(resolution: Resolution, language: str, translate: Translate) -> str:
    anchor = _anchor(resolution, language, translate)
    phrase = _STATED.get(resolution.rule, _("worked out from {anchor}"))
    how = translate(phrase).format(anchor=anchor)
    if not resolution.anchor or "{anchor}" in phrase:
        return how
    return translate(_("{how}, counted from {anchor}")).format(how=how, anchor=anchor)


_Teller = Callable[[Resolution, str, Translate], str]
_TELLERS: dict[str, _Teller] = {
    Rule.NEAREST: _searched,
    Rule.WEEKDAY: _searched,
    Rule.RELATIVE: _counted,
    Rule.DEICTIC: _counted,
    Rule.EVENT: _counted,
}


def _anchor(resolution: Resolution, language: str, translate: Translate) -> str:
    kind, _colon, text = resolution.anchor.partition(":")
    try:
        date = in_words(edtf.parse(text), language, translate=translate)
    except edtf.DateError:
        return translate(_("a date that was not kept"))
    return translate(_ANCHORS.get(kind, "{date}")).format(date=date)


def _expected(resolution: Resolution, language: str) -> str:
    """What was looked for, in words: "20 May", "May", "Thursday"; "" if it has none."""
    if found := _WEEKDAY.fullmatch(resolution.value):
        return cldr.weekday(language, int(found[1]) - 1)
    if not (found := _MONTH_AND_DAY.fullmatch(resolution.value)):
        return ""
    if resolution.rule == Rule.WEEKDAY:
        return _weekday_of(found[0], language)
    if not found[2]:
        return cldr.month(language, int(found[1]), alone=True)
    fields = cldr.Fields(month=int(found[1]), day=int(found[2]))
    return cldr.write(language, cldr.pattern(language, "MMMMd"), fields)


def _weekday_of(value: str, language: str) -> str:
    try:
        return cldr.weekday(language, weekday(edtf.parse(value.partition("T")[0]).first_day))
    except edtf.DateError:
        return ""


def _isolated(text: str, language: str) -> str:
    """The text between FSI and PDI if it has letters of the other direction (UAX #9)."""
    rtl = cldr.locale(language).text_direction == "rtl"
    foreign = ("L",) if rtl else ("R", "AL")
    if any(unicodedata.bidirectional(character) in foreign for character in text):
        return f"\u2068{text}\u2069"
    return text
