"""What an expression only says beside what is told: when it was said, what it is measured by."""

import re
from collections import deque

from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.telling.setting import Setting
from timeline.text import fold

_MOST_TELLING = 10  # words of ", said the minister of the interior on Monday"; more tell what
_QUOTED_END = '"”»“'  # German quotations close as English ones open
_MOST_SAYING = 6  # words of ", the interior ministry said"
_MARKS = " ,;:–—"
_FEW = 5  # words between "compared to" and its date: "200 million euros in"
_WORD = re.compile(r"[\w%]+")


def only_said(setting: Setting) -> bool:
    """ "..., the ministry said on Saturday": when it was told, not what."""
    text, clause, narrative = setting.text, setting.clause, setting.narrative
    quoted = _behind_a_quotation(setting)
    apart = clause.start >= 2 and text[clause.start - 2 : clause.start] in (", ", "، ")
    if not (quoted or apart):
        return False
    opening = narrative.pattern("attribution").match(text, clause.start, clause.end)
    if not quoted and opening:
        by_verb = fold(opening[0]) in narrative.words("saying")  # ", | said a probe would follow"
        auxiliaries = narrative.pattern("auxiliaries")
        told = by_verb and auxiliaries.search(text, opening.end(), setting.expression.start)
        return not told and len(text[clause.start : clause.end].split()) <= _MOST_TELLING
    before = text[quoted or clause.start : setting.expression.start].split()
    while before and fold(before[-1]) in narrative.words("time_words"):
        before.pop()
    verbs = before if quoted else before[-1:]  # "“...,” said Omar", "“...,” he told her"
    said = any(fold(word) in narrative.words("saying") for word in verbs)
    if said and (quoted or text[clause.start - 3] in _QUOTED_END):
        verb = narrative.words("saying", "auxiliaries")
        if all(fold(word.strip(_MARKS)) in verb for word in before if word.strip(_MARKS)):
            return True  # "« ... », a assuré | dimanche | le ministre"
    return said and len(before) <= _MOST_SAYING and clause.end - setting.expression.end <= 1


def _behind_a_quotation(setting: Setting) -> int:
    """Where the words behind a quotation in the clause begin, 0 without one: "“It is over,” | her
    doctor said on Monday"."""
    told = setting.text[setting.clause.start : setting.expression.start]
    end = max(map(told.rfind, _QUOTED_END))
    return setting.clause.start + end + 1 if end > 0 else 0


def is_compared(before: str, narrative: Narrative) -> bool:
    """Whether words before a date end with what compares: "compared with", ", contre 200 en"."""
    found = next(iter(deque(narrative.pattern("comparing").finditer(before), maxlen=1)), None)
    between = _WORD.findall(before, found.end()) if found else []
    if found is None or len(between) > _FEW:
        return False
    small = narrative.words("time_words", "articles", "prepositions")
    counted = bool(between) and between[0][0].isdigit() and before[: found.start()].endswith(", ")
    return counted or all(word[0].isdigit() or fold(word) in small for word in between)
