"""The part of a clause that its date belongs to, where one clause depends on another.

"After **the crash on 19 May**, the government ..." dates the crash; "nobody had come since **the
strike began in 2011**" dates the strike, not the coming.
"""

import re
from collections import deque
from collections.abc import Sequence
from functools import lru_cache

from timeline.extraction.narrative.boundaries import stripped
from timeline.extraction.narrative.marks import COMMA, COMMA_SPACE
from timeline.extraction.narrative.narratives import Narrative, lists_in
from timeline.text import Span, fold

_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"\s(\w+)")
# "1954 | in Hamburg geborene Physikerin": at most three words, a participle, a noun.
_PARTICIPLE_BEHIND = re.compile(r"(?: \w+){0,3} [a-zäöüß]+(?:ene|te)[nrs]? [A-ZÄÖÜ][\w-]*")
_ARTICLE_BEFORE = re.compile(r"\b(?P<word>[^\W\d_]+) (?:(?:am|im|seit) )?\Z")
_QUOTES = ('"', "“", "«", "„", "'", "‘")
_MAKING = ("making", "documents", "deriving")  # lists of what has the date of its making
_NAMING = 2  # characters behind "after" in which a pronoun is its own subject
_LEADING = 16  # characters before the "after" that opens a sentence: "Some weeks "
_NEAR_BOUND = 28  # characters before a date: "until the drought year of 1976", "goes back to the"
_FEW = 2  # words that tell nothing by themselves: "again in"


def dated_part(text: str, before: Span, end: int, dates: Span, narrative: Narrative) -> Span | None:
    """The part whose date this is, where that is not all of the clause, which ends at `end`."""
    if (own := _dependent(text, before, narrative)) is not None:
        that = narrative.pattern("restrictive").match(text, dates.end + 1, end)
        return stripped(text, Span(own, end)) if that else Span(own, dates.end)
    if which := _attributive(text, before, dates, narrative):
        return which
    told = _told_first(text, before, end, dates, narrative)
    return stripped(text, told) if told else None


def behind_mark(text: str, clause: Span, dates: Span, narrative: Narrative) -> int:
    """Behind "she laughed; | on Saturday she apologised", not within brackets, and behind "It was a
    good year: | in May the works opened", where a sentence stands on either side."""
    start, end = clause.start, dates.start
    semicolon = max(text.rfind(";", start, end), text.rfind("؛", start, end))
    colon = text.rfind(": ", start, end)
    if colon > semicolon and _parts_sentences(text, clause, colon, dates, narrative):
        return colon + 1
    if semicolon < 0:
        return start
    bracketed = text.count("(", start, semicolon) > text.count(")", start, semicolon)
    return start if bracketed else semicolon + 1


def _parts_sentences(
    text: str, clause: Span, colon: int, dates: Span, narrative: Narrative
) -> bool:
    """Whether verbs stand on both sides of a colon, and no quotation behind it."""
    if text[colon + 2 : colon + 3] in _QUOTES:
        return False
    led = text[clause.start : colon]
    told = text[colon + 1 : dates.start] + text[dates.end : clause.end]
    return all(_has_finite(words, narrative) for words in (led, told))


def _has_finite(words: str, narrative: Narrative) -> bool:
    endings = narrative.endings("coordinated") + narrative.endings("finite")
    small = (fold(word.strip(",.!")) for word in words.split() if word.islower())
    return has_verb(words, narrative) or any(word.endswith(endings) for word in small)


def behind_sequel(text: str, before: Span, dates: Span, narrative: Narrative) -> int | None:
    """Where the main clause begins behind one without a comma: of "Hours after a dispute with them
    | she resigned in 1984" at its pronoun."""
    if "sequels" not in lists_in(text[before.start : before.end], narrative):
        return None
    near = min(before.end, before.start + _LEADING)
    opening = narrative.pattern("sequels").search(text, before.start, near)
    if not opening or text[dates.end : dates.end + 1] in (",", "،"):
        return None
    found = narrative.pattern("pronouns").search(text, opening.end() + _NAMING, before.end)
    possessive = found and fold(found[0]) in narrative.words("possessives", "objects")
    return None if not found or possessive else found.start()


def _dependent(text: str, before: Span, narrative: Narrative) -> int | None:
    """Where the words start whose date this is: "nobody had come since the | start of the strike in
    2011", "... since | the strike began in 2011" date the strike, not the coming."""
    known = lists_in(text[before.start : before.end], narrative)
    if known.isdisjoint(("subordinate", "sequels")):
        return None  # as of most dates
    for pattern in (_since_beginning(narrative), narrative.pattern("sequels")):
        opening = next(
            iter(deque(pattern.finditer(text, before.start, before.end), maxlen=1)), None
        )
        told = text[opening.end() : before.end] if opening else ""
        words = [] if COMMA.search(told) else _WORD.findall(told)
        ends = _ends_with_verb(words, narrative) or _is_since(opening, told, narrative)
        if not opening or not (ends or _tells(words, narrative)) or _goes_on(told, narrative):
            continue
        if "phrase" in pattern.groupindex:
            verbless = not narrative.pattern("auxiliaries").search(told)
            return opening.start("phrase") if verbless else None
        if (ends or has_verb(told, narrative)) and _names_whole(words, narrative):
            return opening.end() + 1
    return None


def _is_since(opening: re.Match[str] | None, told: str, narrative: Narrative) -> bool:
    """ "No bridge has fallen **since** a lorry hit one in 2014": a clause behind which a date is
    its own, whatever its verb says."""
    since = opening is not None and fold(opening[0]) in narrative.words("since")
    return since and _has_finite(told, narrative)


def _ends_with_verb(words: Sequence[str], narrative: Narrative) -> bool:
    """ "Their contract **expired** at": by its ending, before what belongs to the date."""
    small = narrative.words("time_words", "prepositions")
    last = next((form for form in map(fold, reversed(words)) if form not in small), "")
    return bool(last) and last.endswith(narrative.endings("coordinated"))


def _tells(words: Sequence[str], narrative: Narrative) -> bool:
    """Whether one of the words says that something happened, or that somebody announced it."""
    said = narrative.words("saying")
    return any(narrative.happening(word) or fold(word) in said for word in words)


@lru_cache(maxsize=32)
def _since_beginning(narrative: Narrative) -> re.Pattern[str]:
    names = ("subordinate", "determiners", "beginnings")
    since, determiner, beginning = (narrative.pattern(name).pattern for name in names)
    return re.compile(rf"(?:{since})\s(?:(?:{determiner})\s)?(?P<phrase>{beginning})")


def _goes_on(told: str, narrative: Narrative) -> bool:
    """ "After the death of a guard **and reopened** a year later": the main clause is told on."""
    joined = narrative.pattern("coordinate").search(told)
    word = _NEXT_WORD.match(told, joined.end()) if joined else None
    endings = narrative.endings("attributes") + narrative.endings("coordinated")
    return word is not None and bool(endings) and fold(word[1]).endswith(endings)


def _attributive(text: str, before: Span, dates: Span, narrative: Narrative) -> Span | None:
    """ "He had the first chance after | the May 17 election": the date tells only which one."""
    noun = _NEXT_WORD.match(text, dates.end)
    opened = fold(text[dates.start : dates.end].split(" ", 1)[0]) in narrative.words("attributive")
    if not opened or not noun or not narrative.happening(noun[1]):
        return None
    openings = narrative.pattern("sequels").finditer(text, before.start, before.end)
    opening = next(iter(deque(openings, maxlen=1)), None)
    behind = opening is not None and opening.end() + 1 == dates.start
    told = opening is not None and opening.start() > before.start
    return Span(dates.start, noun.end()) if behind and told else None


def _told_first(
    text: str, before: Span, end: int, dates: Span, narrative: Narrative
) -> Span | None:
    """ "After | the crash on 19 May, | the government ...": the date is that of the crash."""
    opening = narrative.pattern("sequels").match(text, before.start, before.end)
    comma = COMMA_SPACE.search(text, dates.end, end) if opening else None
    if not (opening and comma) or COMMA.search(text, opening.end(), dates.start):
        return None
    words = _WORD.findall(text, opening.end(), dates.start)
    says = any(map(narrative.happening, words)) and _names_whole(words, narrative)
    return Span(opening.end(), comma.start()) if says else None


def _names_whole(words: Sequence[str], narrative: Narrative) -> bool:
    """Whether the words say what happened by themselves: "she was elected", "the crash of the
    helicopter", not "the vote", "being elected"."""
    if not words:
        return False
    first, small = words[0], narrative.words("common", "time_words", "determiners")
    form = fold(first)
    alone = narrative.words("pronouns", "neuters") - narrative.words("possessives")
    if form in alone:
        return True
    pointing = form in narrative.words("demonstratives")
    verb = fold("".join(words[1:2])) in narrative.words("auxiliaries")  # "after her is"
    determined = form in narrative.words("determiners") and not pointing and not verb
    named = first[0].isupper() or determined
    if narrative.capitals == "none":
        named = narrative.happening(first) is not None
    telling = [word for word in words if narrative.happening(word) or fold(word) not in small]
    return named and len(telling) > 1


def turn(text: str, clause: Span, dates: Sequence[Span], narrative: Narrative) -> Span | None:
    """What happened at the end of what lasted: of "stayed until 2020, when she stepped down" "she
    stepped down"."""
    for date in dates:
        comma = COMMA_SPACE.match(text, date.end)
        when = narrative.pattern("whens").match(text, comma.end(), clause.end) if comma else None
        told = when and text[when.end() + 1 : clause.end].strip()
        if when and told and _is_bound(text, clause, date, narrative):
            return Span(when.end() + 1, clause.end)
    return None


def _is_bound(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """Whether a date is one until which, or since which, something lasts."""
    if fold(text[date.start : date.end].split(" ", 1)[0]) in narrative.words("bounds"):
        return True
    start = max(clause.start, date.start - _NEAR_BOUND)
    return narrative.pattern("bounds", "origins").search(text, start, date.start) is not None


def opening_phrase(text: str, sentence: Span, narrative: Narrative) -> Span | None:
    """What a dependent clause at the start of the sentence tells, without its first word: of
    "After the beginning of the war, he ..." "the beginning of the war"."""
    opening = narrative.pattern("subordinate").match(text, sentence.start, sentence.end)
    comma = COMMA_SPACE.search(text, sentence.start, sentence.end) if opening else None
    return stripped(text, Span(opening.end(), comma.start())) if opening and comma else None


def after_dependent(text: str, clause: Span, dates: Span, narrative: Narrative) -> int:
    """Past an opening dependent clause that holds no date, if something is told behind it."""
    if not narrative.pattern("subordinate").match(text, clause.start, dates.start):
        return clause.start  # as most do
    phrase = opening_phrase(text, Span(clause.start, dates.start), narrative)
    if not phrase or _is_of_phrase(text, phrase, dates, narrative):
        return clause.start
    told = _WORD.findall(text[phrase.end : dates.start] + text[dates.end : clause.end])
    return (
        _behind_its_relative(text, phrase, dates, narrative) if len(told) > _FEW else clause.start
    )


def _behind_its_relative(text: str, phrase: Span, dates: Span, narrative: Narrative) -> int:
    """ "After two years in Lyon, | where she worked, | she returned": past the relative, too."""
    relative = narrative.pattern("relative", "oblique", "asides")
    comma = COMMA_SPACE.match(text, phrase.end)
    if not comma or not relative.match(text, comma.end(), dates.start):
        return phrase.end
    closed = COMMA_SPACE.search(text, comma.end(), dates.start)
    return closed.start() if closed else phrase.end


def _is_of_phrase(text: str, phrase: Span, dates: Span, narrative: Narrative) -> bool:
    """ "After a year at Girton College, Cambridge, **in 1956**, she read law": only names stand
    between the phrase and the date that goes with it."""
    between = _WORD.findall(text, phrase.end, dates.start)
    small = narrative.words("time_words", "common")
    named = [word for word in between if fold(word) not in small]
    comma = COMMA_SPACE.match(text, dates.end)
    main = text[comma.end() : comma.end() + _LEADING].split(" ", 1)[0] if comma else ""
    subject = main[:1].isupper() or fold(main) in narrative.words("pronouns", "articles")
    return bool(named) and subject and all(word[:1].isupper() for word in named)


def has_verb(words: str, narrative: Narrative) -> bool:
    return narrative.pattern("auxiliaries", "verbs").search(words) is not None


def tells(words: str, narrative: Narrative) -> bool:
    """Whether the words have a verb, as far as the lists and endings of the language tell."""
    endings = narrative.endings("coordinated")
    small = (word for word in words.split() if word.islower())
    return has_verb(words, narrative) or any(fold(word).endswith(endings) for word in small)


def attributed(text: str, clause: Span, date: Span, narrative: Narrative) -> Span | None:
    """ "**Die 1954 in Hamburg geborene Physikerin** wuchs in Templin auf": a date between an
    article and its noun, with a participle, is told of that noun alone."""
    if narrative.capitals != "nouns":
        return None
    article = _ARTICLE_BEFORE.search(text, clause.start, date.start)
    noun = _PARTICIPLE_BEHIND.match(text, date.end, clause.end)
    if not noun or not article or fold(article["word"]) not in narrative.words("determiners"):
        return None
    return Span(article.start(), noun.end())


def is_of_what_was_made(before: str, date: str, narrative: Narrative) -> bool:
    """ "The church **of** | 1450", "a process **dating from** | the 1990s": the words of a date and
    those before it say when a thing was made, to tell which it is."""
    if lists_in(before, narrative).isdisjoint(_MAKING):
        return False
    links, ofs = narrative.words("linking"), narrative.words("belonging")
    opened = not links or fold(date.split(" ", 1)[0]) in ofs  # "l'église | du XVe siècle"
    for found in narrative.pattern(*_MAKING).finditer(before):
        between = fold(before[found.end() :]).split()
        if links.issuperset(between):
            return bool(between) or opened or fold(found[0]) in narrative.words("deriving")
    return False
