"""What stands in quotation marks: a speaker's view, or the title of a work."""

import re

from timeline.extraction.telling.setting import NEAR, Setting

_FAR = 600  # characters in which an open quotation mark is looked for
_QUOTING = '“”«»„"'
_QUOTES = re.compile(f"[{_QUOTING}]")
_OPENING = "“«„"
_MOST_OF_A_WORK = 5  # words
_WORK = re.compile(r"[“«„\"]\s?(?P<words>[^“”«»„\".!?:]*)\Z")
_WORK_END = re.compile(r"(?P<words>[^“”«»„\".!?,:]*?)\s?,?[”“»\"]")


def in_quotation(setting: Setting) -> bool:
    """Whether the expression stands inside quotation marks of its line."""
    start = max(setting.line.span.start, setting.expression.start - _FAR)
    before = setting.text[start : setting.expression.start]
    marks: list[str] = _QUOTES.findall(before) if any(map(before.__contains__, _QUOTING)) else []
    if marks.count('"') % 2:
        return True
    curly = [mark for mark in marks if mark != '"']
    if not curly:
        return False
    if curly[0] == "»":  # »as German books have them«
        return curly[-1] == "»"
    # „German quotations“ close with the mark that opens English ones.
    return curly[-1] in _OPENING and not (curly[-1] == "“" and "„" in curly[:-1])


def in_the_title_of_a_work(setting: Setting) -> bool:
    """ "“Summer of 1962”", "«1984»", "“Sunday in the Park”": a few words in quotation marks, a
    capital first; in a remark the comma stands before the mark ("“See you on Sunday,” he said")."""
    named = setting.words.isalpha()
    if not (named or setting.year):
        return False
    start, end = setting.date
    opened = _WORK.search(setting.text[max(setting.line.span.start, start - NEAR) : end])
    after = _WORK_END.match(setting.after)
    if not opened or not after or (named and "," in after[0]):
        return False
    words = (opened["words"] + after["words"]).split()
    return len(words) <= _MOST_OF_A_WORK and not words[0][:1].islower()
