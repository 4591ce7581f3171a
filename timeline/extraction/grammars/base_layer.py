"""The languages that have no grammar of their own: explicit dates, out of CLDR and dateparser.

They know the names of months and weekdays in some hundred languages, inflected as dates have
them. With the forms that all languages share and the three orders of day, month and year, that
is enough for full dates, days and months, months and years; nothing relative is read.
"""

import tomllib
from functools import lru_cache
from typing import Any

from timeline.extraction.grammars.building import build
from timeline.extraction.grammars.grammar import Grammar
from timeline.extraction.grammars.languages import LANGUAGES, with_common
from timeline.extraction.words.calendar_names import calendar_names

_OF = "(de|di|del|do|da|van|of|του)"  # what stands between a day and its month in Latin script
_TO = "(( )?(-|–)( )?| (al|a|e|tot|do|till|til|bis|bis zum|au|по|до|עד) )"  # between two days
_ENDING = "( OF)? {year}({suffix})?"
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
            "{day}TO{day:day2}( OF)? {monthname:month}(ENDING)?",
            "{day}( OF)? {monthname:month}TO{day:day2}( OF)? {monthname:month2}(ENDING)?",
        ],
    },
]


@lru_cache(maxsize=16)
def base_grammar(language: str) -> Grammar | None:
    """The grammar that CLDR gives for a language, or None where it does not know it."""
    names = calendar_names(language)
    if names is None:
        return None
    months, weekdays = names
    more = _own()
    for number, form in more["months"].get(language, {}).items():
        months = {**months, number: [*months[number], form]}
    data = {
        "prefixes": more["particles"].get(language, ()),
        "words": {"month": months, "weekday": weekdays},
        "slots": {
            "monthname": "{month}.?",
            "day": "{d}(.?(º|°)|.)?",
            "year": "{yyyy}",
            "suffix": "( )?(год|р|року|рік|году|г|r|roku).?",
        },
        "pattern": [*_FORMS_OF_NAMES, *_forms_of_marks(more["marks"].get(language))],
    }
    return build(with_common(data, language), f"CLDR {language}")


@lru_cache(maxsize=1)
def _own() -> dict[str, Any]:
    """What `base.toml` adds to CLDR."""
    return tomllib.loads((LANGUAGES / "base.toml").read_text(encoding="utf-8"))


def _forms_of_marks(marks: list[str] | None) -> list[dict[str, Any]]:
    """Dates whose year, month and day are marked: 2024年5月20日."""
    if marks is None:
        return []
    year, month, day = marks
    forms = [
        f"{{yyyy:year}}( )?{year}( )?{{m:month}}( )?{month}( )?{{d:day}}( )?{day}",
        f"{{yyyy:year}}( )?{year}( )?{{m:month}}( )?{month}",
        f"{{m:month}}( )?{month}( )?{{d:day}}( )?{day}",
        f"{{yyyy:year}}( )?{year}",
    ]
    return [{"gives": "date", "forms": forms, "unproven": True}]


_FORMS_OF_NAMES = [
    {
        **entry,
        "forms": [
            form.replace("ENDING", _ENDING).replace("OF", _OF).replace("TO", _TO)
            for form in entry["forms"]
        ],
        "unproven": True,
    }
    for entry in _FORMS
]
