"""The languages that have no grammar of their own: explicit dates, out of CLDR.

CLDR knows the names of months and weekdays in some hundred languages, inflected as dates have
them. With the forms that all languages share and the three orders of day, month and year, that
is enough for full dates, days and months, months and years; nothing relative is read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError

from .grammar import Grammar, build, with_common

_OF = "(de|di|del|do|da|van|of)"  # what stands between a day and its month in Latin script
_FORMS: list[dict[str, Any]] = [
    {
        "gives": "date",
        "forms": [
            "({weekday:named},? )?{day}( OF)? {monthname:month}( OF|,)? {year}({suffix})?",
            "{monthname:month} {day},? {year}",
            "{year}({suffix})?,? {monthname:month} {day}",
        ],
    },
    {"gives": "date", "forms": ["({weekday:named},? )?{day}( OF)? {monthname:month}"]},
    {"gives": "date", "forms": ["{monthname:month}( OF|,)? {year}({suffix})?"]},
    {
        "gives": "range",
        "forms": [
            "{day}( )?(-|–)( )?{day:day2}( OF)? {monthname:month}( OF)?( {year})?",
            "{day}( OF)? {monthname:month}( )?(-|–)( )?{day:day2}( OF)? {monthname:month2}",
            "{day} {monthname:month}( )?(-|–)( )?{day:day2} {monthname:month2} {year}",
        ],
    },
]


@lru_cache(maxsize=16)
def base_grammar(language: str) -> Grammar | None:
    """The grammar that CLDR gives for a language, or None where it does not know it."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    return build(with_common(_data(locale), language), f"CLDR {language}")


def _data(locale: Locale) -> dict[str, Any]:
    forms = [
        {**entry, "forms": [form.replace("OF", _OF) for form in entry["forms"]], "unproven": True}
        for entry in _FORMS
    ]
    return {
        "words": {"month": _names(locale.months, 1), "weekday": _names(locale.days, 0)},
        "slots": {
            "monthname": "{month}.?",
            "day": "{d}(.|º|°)?",
            "year": "{yyyy}",
            "suffix": "( )?(год|р|року|г).?",
        },
        "pattern": forms,
    }


def _names(contexts: Any, least: int) -> dict[str, list[str]]:
    """number -> its names in every context and width that says a name, one word each."""
    names: dict[str, list[str]] = {}
    for widths in contexts.values():
        for width in ("wide", "abbreviated"):
            for number, name in widths.get(width, {}).items():
                word = name.rstrip(".")
                if len(word) > 2 and not any(map(str.isspace, word)) and not word[0].isdigit():
                    names.setdefault(str(number + 1 - least), []).append(word.lower())
    return names
