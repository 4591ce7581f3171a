"""Dates in the reader's language: in words, explained, and how an evidence's words became a date.

Every date comes as EDTF text, with the TIMEX3 part ("START", "MID", "END") that is meant of it.
"""

import re
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from timeline.dates import edtf, words
from timeline.dates.resolution import explain
from timeline.dates.solar_words import beside
from timeline.models import Evidence

register = template.Library()

# HTML, 4.5.14: what an element `time` takes as its value of all that EDTF can say.
MACHINE_READABLE = re.compile(r"(?!0000)\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d)?)?)?", re.ASCII)


@register.simple_tag
def date_in_words(date: str, part: str = "") -> str:
    """ "20 May 2024", "October 2019", "since 2011"."""
    return _in_words(date, part, get_language() or "")


@lru_cache(maxsize=4096)
def _in_words(date: str, part: str, language: str) -> str:
    """`language` is the one that `gettext` speaks."""
    return words.in_words(edtf.parse(date), language, part=part, translate=gettext)


@register.simple_tag
def date_explained(date: str, part: str = "") -> str:
    """ "some day in October 2019": what the date leaves open; empty if nothing."""
    parsed, language = edtf.parse(date), get_language() or ""
    explained = words.explained(parsed, language, part=part, translate=gettext)
    return "" if explained == date_in_words(date, part) else explained


@register.simple_tag
def date_element(date: str, part: str = "") -> SafeString:
    """The date in words, in an element `time` with its machine form where HTML has one for it; for
    Persian readers the Solar Hijri date follows."""
    return _element(date, part, get_language() or "")


@lru_cache(maxsize=4096)
def _element(date: str, part: str, language: str) -> SafeString:
    text, other = _in_words(date, part, language), _solar(date, part, language)
    if part or not MACHINE_READABLE.fullmatch(date):
        return format_html("<span>{}</span>{}", text, other)
    return format_html('<time datetime="{}">{}</time>{}', date, text, other)


def _solar(date: str, part: str, language: str) -> SafeString:
    other = beside(edtf.parse(date), language, part=part)
    return format_html(' <span class="solar">({})</span>', other) if other else SafeString()


@register.simple_tag
def span_in_words(first: str | None, last: str | None) -> str:
    """ "the 1980s – 30 May 2024": from the start of one date to the end of another."""
    if not first or not last:
        return ""
    start, until = edtf.sides(edtf.parse(first)), edtf.sides(edtf.parse(last))
    ends = [_plain(start[0] or start[1]), _plain(until[1] or until[0])]
    return (
        gettext("{first} – {last}").format(first=ends[0], last=ends[1])
        if len(set(ends)) > 1
        else ends[0]
    )


def _plain(date: edtf.Date | None) -> str:
    return date_in_words(date.text) if date else ""


@register.filter
def edtf_year(year: int) -> str:
    """An astronomical year as EDTF text."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


@register.simple_tag
def resolution(evidence: Evidence, expression: str) -> str:
    """The sentence that says how `expression` was resolved to the event's date; empty without."""
    if not evidence.rule:
        return ""
    return explain(evidence.resolution, expression, get_language() or "", translate=gettext)
