"""A date that says which thing is meant, not when anything happened: "Tokyo 2020", "the 2015
deal", "the church of 1450"."""

import re
from itertools import takewhile

from timeline.dates.resolution import Rule
from timeline.dates.scales import Precision
from timeline.extraction.narrative.dependents import is_of_what_was_made
from timeline.extraction.telling.setting import Setting
from timeline.text import fold

_NEAR = 24  # characters before a date in which what says that it dates a document stands
_LONGEST_ARTICLE = 5  # characters of an article taken into the expression: "the 2015"
_NAME_BEFORE = re.compile(r"(?:\A|[\s(“\"«'])(?P<name>[^\W\d_][\w.'’-]*)[ \u00a0]\Z")
_NOUN_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
# Lists of words behind which a year is no attribute: "in 1971", "and 1971", "died 1971".
_NO_NOUNS = (
    *("time_words", "prepositions", "locatives", "coordinate", "common"),
    *("verbs", "auxiliaries", "dropping"),
)


def year_of_something(setting: Setting) -> bool:
    """Whether a bare year belongs to a name, a citation or a noun."""
    year = setting.year
    if not year or year.start():
        return False
    return _in_a_name(setting) or _in_a_citation(setting) or _of_a_noun(setting)


def _in_a_name(setting: Setting) -> bool:
    """ "Tokyo 2020", "Steve Jobs 1955-2011": a year right behind a capital belongs to the name."""
    if setting.narrative.capitals != "names":
        return False
    name = _NAME_BEFORE.search(setting.before)
    if not name or not name["name"][:1].isupper():
        return False
    word = name["name"].casefold()
    return word not in setting.narrative.words("time_words", "common")


def _in_a_citation(setting: Setting) -> bool:
    """A year alone in brackets, or a footnote: "(2010)", "[3 May 2011]"."""
    return setting.before.endswith(("(", "[", ", ")) and setting.after.startswith((")", "]"))


def in_an_attribute(setting: Setting) -> bool:
    """ "the 2015 nuclear deal": the year tells which deal, not what happened."""
    year, noun = setting.year, _NOUN_AFTER.match(setting.after)
    small = setting.narrative.words("prepositions", "locatives", "time_words")
    if not year or not noun or fold(noun[1]) in small:
        return False
    if setting.narrative.capitals == "nouns" and _is_verb_last(setting, noun):
        return False
    before = (setting.before + setting.words[: year.start()]).rstrip()
    if len(before) - len(setting.before.rstrip()) > _LONGEST_ARTICLE:
        return False
    determiners = setting.narrative.pattern("determiners")
    return any(found.end() == len(before) for found in determiners.finditer(before))


def _is_verb_last(setting: Setting, word: re.Match[str]) -> bool:
    """ "Die Frau, die 2017 **starb**": the verb of a relative, behind which no noun stands."""
    behind = setting.after[word.end() : word.end() + 2].strip()
    return word[1].islower() and not behind[:1].isalnum()


def _of_a_noun(setting: Setting) -> bool:
    """ "دستور 1971", the constitution of 1971: where no capital tells a name, a bare year right
    behind a noun only says which one."""
    noun = setting.word_before if setting.narrative.capitals == "none" else ""
    listed = map(setting.narrative.words, _NO_NOUNS)
    return bool(noun) and not any(fold(noun) in words for words in listed)


def of_an_office(setting: Setting) -> bool:
    """ "the Friday prayer leader": the weekday tells whose office it is, not what happened."""
    resolution = setting.expression.resolution
    if resolution is None or resolution.rule != Rule.WEEKDAY or setting.after[:1] != " ":
        return False
    before = (setting.before + setting.words).rpartition(" ")[0].rstrip()
    determiners = setting.narrative.pattern("determiners").finditer(before)
    if not any(found.end() == len(before) for found in determiners):
        return False
    offices = {office.split()[-1] for office in setting.narrative.words("honorifics")}
    following = map(fold, setting.nouns_after)
    nouns = takewhile(lambda word: word not in setting.narrative.words("prepositions"), following)
    return any(word in offices for word in nouns)


def of_what_was_made(setting: Setting) -> bool:
    """ "The church **of 1450**", "a portrait **from the 17th century**": when a thing was made,
    told to say which it is; and a document that "**dates** from 1187"."""
    if _dates_a_document(setting) or _is_dated(setting):
        return True
    if not _is_closed_year(setting):
        return False
    made = is_of_what_was_made(setting.before, setting.words, setting.narrative)
    return made and not setting.says("origins")


def _dates_a_document(setting: Setting) -> bool:
    """ "The oldest charter dates from 6 May 1187"."""
    if not setting.told.issuperset(("origins", "documents")):
        return False
    documents = setting.narrative.pattern("documents").search(
        setting.text, setting.clause.start, setting.clause.end
    )
    return documents is not None and setting.says("origins")


def _is_dated(setting: Setting) -> bool:
    """ "The report, **dated** 14 March 2022, warned": what a document says of itself."""
    if "dated" not in setting.told:
        return False
    before = setting.before.rstrip()
    found = setting.narrative.pattern("dated").finditer(before, max(0, len(before) - _NEAR))
    return any(one.end() == len(before) for one in found)


def _is_closed_year(setting: Setting) -> bool:
    """Whether it is a year or longer, with both its ends."""
    date = setting.expression.date
    return date is not None and Precision.YEAR <= date.precision < Precision.OPEN
