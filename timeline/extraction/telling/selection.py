"""Which time expressions tell an event at all.

A date may only date the document, be part of a name, stand in a citation, say "nowadays", or be
denied. Each rule is one function that a reader of the language would agree with; what words it goes
by is data. Every look around an expression is bounded, so the time is linear.
"""

import re
from collections.abc import Callable, Iterable
from enum import Enum

from timeline.dates.resolution import Rule
from timeline.dates.scales import Precision
from timeline.extraction.expressions import Expression
from timeline.extraction.narrative.layout import Kind
from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.telling.belonging import (
    in_an_attribute,
    of_an_office,
    of_what_was_made,
    year_of_something,
)
from timeline.extraction.telling.quotations import in_quotation, in_the_title_of_a_work
from timeline.extraction.telling.saying import is_compared, only_said
from timeline.extraction.telling.setting import MARKS, NEAR, Setting
from timeline.text import fold

_LONGEST_NOTICE, _MOST_NOTICE = 160, 4  # characters; words beside the date
_MOST_PLANNING = 4  # words: "planned | at first for the"
_MOST_OF_A_GREETING = 6  # words, the time included
_ADDRESS = re.compile(r"[#@/_=&%\w.]")
_ADDRESS_AFTER = re.compile(r"[/_=&%]\w|\w")


class Verdict(Enum):
    """What an expression is worth."""

    EVENT = "event"
    SUPPORT = "support"  # evidence of an event told elsewhere, no event of its own
    NONE = "none"


def judge(setting: Setting) -> Verdict:
    """Whether the expression tells an event, supports one, or neither."""
    for rule in _AGAINST:
        if rule(setting):
            return Verdict.NONE
    if setting.line.kind in (Kind.HEADING, Kind.CAPTION):
        return Verdict.SUPPORT
    return Verdict.EVENT


def _of_a_document(setting: Setting) -> bool:
    """ "Updated on 5 May 2021", "Photo: Agency, 2021", "© 2021": a notice about the document."""
    text, clause, narrative = setting.text, setting.clause, setting.narrative
    if clause.end - clause.start > _LONGEST_NOTICE:
        return False
    if setting.says("rights"):
        return True
    if _alone_on_its_line(setting) and _only_of(setting.beside, narrative.words("time_words")):
        return True  # a line that is a date and no more
    if len(setting.beside) > _MOST_NOTICE:
        return False
    opening = narrative.pattern("dating", "captions").match(text, clause.start, clause.end)
    return opening is not None or _opens_with_its_author(setting)


def _alone_on_its_line(setting: Setting) -> bool:
    """Whether nothing but marks stands on the line beside the clause."""
    line, clause, text = setting.line.span, setting.clause, setting.text
    before = text[max(line.start, clause.start - NEAR) : clause.start]
    after = text[clause.end : min(line.end, clause.end + NEAR)]
    return not (before + after).strip(MARKS + " ")


def _only_of(words: Iterable[str], known: frozenset[str]) -> bool:
    """Whether all words, without the marks around them, are among the `known` ones."""
    for word in words:
        bare = word.strip(MARKS)
        if bare and fold(bare) not in known:
            return False
    return True


def _opens_with_its_author(setting: Setting) -> bool:
    """ "By Jane Doe", not "By the way"."""
    opening = setting.narrative.pattern("bylines").match(
        setting.text, setting.clause.start, setting.clause.end
    )
    if opening is None or opening.end() >= setting.expression.start:
        return False  # "Von November bis Mai": the date itself opens the sentence
    return setting.text[opening.end() : opening.end() + NEAR].lstrip()[:1].isupper()


def _in_an_address(setting: Setting) -> bool:
    """Part of a URL, a hashtag, a file name; an attached "and" makes none of its word."""
    before = setting.before
    if before[-1:] in setting.narrative.prefixes and not before[-2:-1].isalnum():
        before = before[:-1]
    return bool(_ADDRESS.match(before[-1:]) or _ADDRESS_AFTER.match(setting.after))


def _in_brackets_beside_another(setting: Setting) -> bool:
    """ "at 00:37 local time (03:37 UTC)": the same time said again."""
    return not setting.alone and setting.before.endswith("(") and ")" in setting.after[:12]


def _told_of(setting: Setting) -> bool:
    """ "how often May returns": a bare month that no word puts into time is talked about."""
    date, narrative = setting.expression.date, setting.narrative
    bare = date is not None and date.precision is Precision.MONTH and setting.words.isalpha()
    name = setting.word_before if bare else ""
    if not name or narrative.capitals != "names":
        return False
    joins = ("time_words", "coordinate", "subordinate", "locatives", "determiners")
    if any(fold(name) in narrative.words(listed) for listed in joins):
        return False
    return not _is_of_what_happened(setting)


def _is_of_what_happened(setting: Setting) -> bool:
    """ "the costly August battles", "the first May Conference"."""
    following = setting.nouns_after
    named = any(word[:1].isupper() for word in following[:1])
    return named or any(setting.narrative.happening(word) for word in following)


def _nowadays(setting: Setting) -> bool:
    """ "still today": no day is meant."""
    if "nowadays" not in setting.told:
        return False
    start = max(setting.clause.start, setting.expression.start - NEAR)
    end = min(setting.clause.end, setting.expression.end + NEAR)
    for found in setting.narrative.pattern("nowadays").finditer(setting.text, start, end):
        if found.start() <= setting.expression.start and setting.expression.end <= found.end():
            return True
    return False


def _hope_in_a_quotation(setting: Setting) -> bool:
    """ "He will go this year", says somebody: a speaker's view of a loose stretch of time."""
    return _is_loose(setting.expression) and in_quotation(setting)


def _only_since(setting: Setting) -> bool:
    """ "the first defeat since 2019": the year tells how rare it is, not when it was."""
    resolution = setting.expression.resolution
    opened = resolution is not None and resolution.rule == Rule.OPEN
    date = setting.expression.date
    return opened and date is not None and date.open_end and setting.says("firsts")


def _denied(setting: Setting) -> bool:
    """ "not updated since last year": that something did not happen is no event; nor is it denied
    by what follows in another clause ("was awarded last year **but** no work was done")."""
    if not _is_loose(setting.expression) or not setting.says("negations"):
        return False
    narrative, end = setting.narrative, setting.clause.end
    cut = COMMA.search(setting.text, setting.expression.end, end)
    openers = narrative.pattern("coordinate", "restrictive", "relative")
    opened = openers.search(setting.text, setting.expression.end, cut.start() if cut else end)
    told = next((found.start() for found in (opened, cut) if found), end)
    return (
        narrative.pattern("negations").search(setting.text, setting.clause.start, told) is not None
    )


def _called_off(setting: Setting) -> bool:
    """ "The launch planned for May was put off": when something should have been."""
    narrative = setting.narrative
    if not setting.told.issuperset(("undone", "planning")):
        return False
    undone, planning = narrative.pattern("undone"), narrative.pattern("planning")
    before = " ".join(setting.before.split()[-_MOST_PLANNING:])
    planned = planning.search(before)
    if not planned and not planning.match(setting.after, 1):
        return False
    when = planned is not None and undone.search(before, planned.end())  # "was called off | then"
    return not when and undone.search(setting.text, *setting.clause) is not None


def _a_greeting(setting: Setting) -> bool:
    """ "8:00 Good morning, everybody": a live blog greets its readers."""
    if "greetings" not in setting.told:
        return False
    clause = setting.clause
    told = setting.text[clause.start : clause.end].split(maxsplit=_MOST_OF_A_GREETING)
    if len(told) > _MOST_OF_A_GREETING:
        return False
    return bool(
        setting.narrative.pattern("greetings").search(setting.text, clause.start, clause.end)
    )


def _is_loose(expression: Expression) -> bool:
    """Counted from the day of writing, and longer than a day."""
    if expression.date is None or expression.resolution is None:
        return True
    rules = (Rule.RELATIVE, Rule.DEICTIC, Rule.OPEN, Rule.PART)
    counted = expression.resolution.rule in rules and bool(expression.resolution.anchor)
    return counted and expression.date.precision > Precision.DAY


def _asked(setting: Setting) -> bool:
    """ "Why was he there on Thursday?" A question tells nothing."""
    ending = setting.text[setting.clause.end - 1 : setting.clause.end + 1]
    return "?" in ending or "؟" in ending


def _tells_nothing(setting: Setting) -> bool:
    """ "In 2019, | the reform was stopped in March 2020": a clause that has only its date."""
    if setting.line.kind is not Kind.TEXT:
        return False
    small = setting.narrative.words("time_words", "prepositions", "coordinate", "openers")
    return _only_of(setting.beside, small)


def _compared(setting: Setting) -> bool:
    """ "Up two points compared with 2014": the date of something else, told to measure it by."""
    if "comparing" not in setting.told:
        return False
    return is_compared(setting.before, setting.narrative)


_AGAINST: tuple[Callable[[Setting], bool], ...] = (
    _of_a_document,
    _in_an_address,
    year_of_something,
    _in_brackets_beside_another,
    in_an_attribute,
    of_an_office,
    of_what_was_made,
    _told_of,
    _nowadays,
    _hope_in_a_quotation,
    _only_since,
    in_the_title_of_a_work,
    _denied,
    _called_off,
    _a_greeting,
    _asked,
    only_said,
    _compared,
    _tells_nothing,
)
