"""Dates counted from another event of the text: "ten days after the crash", "the day before".

The event is the one whose date the text has told in a sentence with the same words ("The bridge
collapsed on 3 March. Two days after the collapse ..."). Which words mean the same although they do
not look alike ("death", "died") is data: the class `happening` of a language. Every look is
bounded, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.dates import julian
from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.calendar_dates import date, holiday
from timeline.extraction.resolving.found import (
    DURATION,
    UNITS,
    DatedEvent,
    Found,
    dated,
    steps,
    unresolved,
)
from timeline.extraction.resolving.measures import count_of, length
from timeline.extraction.resolving.periods import FUTURE, Period, Scale, same_day
from timeline.extraction.resolving.relative import moved, shift, this, weekday, weekday_number
from timeline.extraction.words.lexicon import UNKNOWN
from timeline.extraction.words.numbers import VAGUE
from timeline.text import fold

if TYPE_CHECKING:
    from timeline.extraction.context.anchoring import Context
    from timeline.extraction.context.told import Told
    from timeline.extraction.grammars.matching import Match

_END = re.compile(r"[.!?](?: |\Z)|\n")
_END_BEFORE = re.compile(r"[.!?] |\n")
_REACH = 24  # tokens behind an expression that can name its event
_AROUND = 50  # tokens on either side of a date told that can tell its event
_LATEST = 20  # dates told that are looked through, the last ones
_FEWEST, _LEAST = 4, 3  # letters of a word that names an event; of a word without its ending
_BESIDE = 10  # tokens from the beginning of a date to what says the same once more
_CLAUSE = 60  # tokens of a clause that tells an event, spaces included
_MOST = 4  # words that name an event
_LONGEST_ENDING = 4  # letters in which two forms of a word differ: "invasion", "invaded"
_CALAMITY = "=calamity"  # what "the disaster" names, and "the bridge collapsed" tells
_CLOSED = ".,;:)\n"
_CLOSED_MARKS = frozenset(_CLOSED + "،؛(")
_FINER = {Scale.WEEK: Scale.DAY, Scale.WEEKEND: Scale.DAY}


def counted(match: Match, context: Context) -> Found | None:
    """So many units from the event named behind the expression; from the last date if none is."""
    shape, end = match.coded.shape, match.end
    closed = shape[end : end + 1] in ("", *_CLOSED)
    if closed or shape[end + 1 : end + 2] in match.coded.grammar.admitted("aside", "past"):
        return shift(match, context)
    if context.is_for(match):
        return Found(DURATION, length(match))  # "stopped for three days after the attack"
    beside = _beside(match, context)
    told = beside or _from_day(match, context) or _from_event(match, context)
    return told or _from_dated_event(match, context) or _undated(match)


def weekday_counted(match: Match, context: Context) -> Found | None:
    """ "The Friday before Christmas", "the Sunday after the vote": counted from the day or event
    named behind it, from the day last told where nothing stands there; else any such weekday."""
    if match.coded.shape[match.end : match.end + 1] in ("", *_CLOSED):
        return this(match, context)
    sign, number = int(match.get("offset")), weekday_number(match)
    day = _day_behind(match, context)
    named = Anchor("event", day) if day else event(match, context, Scale.DAY)
    if named is None:
        match.end = match.spans["weekday"][1]  # without "before"
        return weekday(match, context)
    ahead = (number - 1 - julian.weekday(named.period.first)) % 7
    steps_on = ahead or 7 if sign > 0 else ahead - 7
    return dated(named.period.shift(steps_on), "event", named, "", steps(steps_on, "day"))


def _from_day(match: Match, context: Context) -> Found | None:
    """ "Two days before Christmas 2019": one date, counted from the one that follows."""
    unit, count = match.get("unit"), match.get("count")
    if unit not in UNITS or not isinstance(count, int) or not (day := _day_behind(match, context)):
        return None
    steps_on = count * match.get("sign")
    period = moved(day, UNITS[unit], steps_on, exact=True)
    return dated(period, "event", Anchor("event", day), "", steps(steps_on, unit))


def _day_behind(match: Match, context: Context) -> Period | None:
    """The day right behind an expression, which it takes in."""
    day = next(iter(context.following), None)
    if day is None or day.begin != match.end + 1 or day.gives not in _DAYS:
        return None
    named = _DAYS[day.gives](day, context)
    if named is None or named.period is None or named.period.scale is not Scale.DAY:
        return None
    context.absorbed, match.end = day, _end_with_its_noun(day)
    return named.period


_DAYS = {"holiday": holiday, "date": date}


def _from_dated_event(match: Match, context: Context) -> Found | None:
    """ "Two days after the quake of 6 February 2023": the event is told with its own date."""
    named = next(iter(context.following), None)
    if named is None or named.gives not in _DAYS or not _dates_the_event(match, named, context):
        return None
    told = _DAYS[named.gives](named, context)
    if told is None or told.period is None:
        return None
    found = _counted_from(Anchor("event", told.period), match, context)
    if found:  # all of it says when
        context.tell(named, told)
        found.event = DatedEvent(match.end + 1, named.end, named, told)
        context.absorbed, match.end = named, named.end
    return found


def _end_with_its_noun(date: Match) -> int:
    """Where "the 6 February quake" ends: the date tells which quake."""
    shape, admitted = date.coded.shape, date.coded.grammar.admitted
    determined = shape[date.begin] in admitted("determiner")
    nouns = (UNKNOWN, *admitted("happening"))
    noun = shape[date.end : date.end + 1] == " " and shape[date.end + 1 : date.end + 2] in nouns
    return date.end + 2 if determined and noun else date.end


def _dates_the_event(match: Match, date: Match, context: Context) -> bool:
    """Whether a date belongs to the event, not to what happened after it: a sentence that opens
    with the event tells on behind a comma ("Two days after the quake hit on 6 May, aid came")."""
    coded = match.coded
    between = coded.shape[match.end : date.begin]
    if not 1 < len(between) <= _REACH or not _CLOSED_MARKS.isdisjoint(between):
        return False
    if not context.opens_sentence(match) or not _tells(match, date):
        return True
    return coded.shape[date.end : date.end + 1] in (",", "،")


def _tells(match: Match, date: Match) -> bool:
    """Whether a verb stands between an expression and a date: the event is a clause of its own."""
    past = match.coded.grammar.cue("past")
    return past.search(match.coded.shape, match.end, date.begin) is not None


def _beside(match: Match, context: Context) -> Found | None:
    """ "3 October, the day after the vote" is that day once more; with a number, a length."""
    for told in context.told[-1:]:
        same = told.period.scale <= UNITS.get(match.get("unit"), Scale.DAY)
        if same and match.begin - told.at <= _BESIDE and match.begin < _sentence(told.at, match)[1]:
            if match.tokens("count"):
                told.found.event = told.found.event or _event_before(told, match, context)
                return Found(DURATION, length(match))
            anchor = Anchor("narrative", told.period)
            return dated(told.period, "relative", anchor, "", "+0 day")
    return None


def _event_before(told: Told, match: Match, context: Context) -> DatedEvent | None:
    """ "On Wednesday, four days after **the dam collapsed**": the day of a clause behind it that
    has no date of its own."""
    coded, begin = match.coded, match.end + 1
    end = next((at for at in range(begin, begin + _CLAUSE) if _closes(at, match)), None)
    cues = (coded.grammar.cue(name) for name in ("past", "happening"))
    if end is None or any(one.begin < end for one in context.following):
        return None
    if not any(cue.search(coded.shape, begin, end) for cue in cues):
        return None
    found = _counted_back(told, match)
    return DatedEvent(begin, end, match, found) if found else None


def _closes(at: int, match: Match) -> bool:
    return match.coded.shape[at : at + 1] in ("", *_CLOSED_MARKS)


def _counted_back(told: Told, match: Match) -> Found | None:
    """The date from which so many units lead to the one told."""
    unit, count = match.get("unit"), count_of(match)
    if unit not in UNITS or count == VAGUE or not isinstance(count, int):
        return None
    steps_on = -count * match.get("sign")
    period = moved(told.period, UNITS[unit], steps_on, exact=True)
    anchor = Anchor("narrative", told.period)
    return dated(period, "relative", anchor, "", steps(steps_on, unit))


def _undated(match: Match) -> Found | None:
    if match.get("count") == 0:
        return None  # "on the day of judgement"
    if match.tokens("count"):
        return Found(DURATION, length(match))
    return unresolved("FUTURE_REF" if match.get("sign") > 0 else "PAST_REF")


def _from_event(match: Match, context: Context) -> Found | None:
    unit = match.get("unit")
    if unit not in UNITS:
        return None
    anchor = event(match, context, _FINER.get(UNITS[unit], UNITS[unit]))
    return _counted_from(anchor, match, context) if anchor else None


def _counted_from(anchor: Anchor, match: Match, context: Context) -> Found | None:
    """So many units from an event, no finer than its date."""
    unit, count = match.get("unit"), count_of(match)
    if unit not in UNITS or count == VAGUE or not isinstance(count, int | float):
        return None
    scale, steps_on = UNITS[unit], count * match.get("sign")
    if anchor.period.scale > _FINER.get(scale, scale):
        return None
    period = _moved_to(anchor.period, scale, steps_on, match)
    if period is None or _not_yet(period, match, context):
        return None
    return dated(period, "event", anchor, "", steps(steps_on, unit))


def _moved_to(period: Period, scale: Scale, steps_on: float, match: Match) -> Period | None:
    """So many units on; on an anniversary the same day of another year."""
    if match.get("same_day") and period.scale is Scale.DAY and scale is Scale.YEAR:
        return same_day(period, 12 * int(steps_on))
    return moved(period, scale, steps_on, exact=True)


def _not_yet(period: Period, match: Match, context: Context) -> bool:
    """Whether it lies after publication although nothing says that it is to come."""
    published = context.published
    after = published is not None and period.first > published.last
    return after and context.direction(match) != FUTURE


def event(match: Match, context: Context, finest: Scale) -> Anchor | None:
    """The date told of the event that the words behind an expression name, exact to `finest`.

    A date of the same sentence is no anchor: "on 17 June, two days before the launch" tells one
    day in two ways.
    """
    named = _named(match)
    if named is None:
        return None
    exact = [
        told for told in reversed(context.told[-_LATEST:])
        if told.period.scale <= finest and _sentence(told.at, match)[1] <= match.begin
        and told.found.rule != "event"  # "A year after the quake" tells none
    ]  # fmt: skip
    last = next((one for one in exact if named.told_in(_words_around(one, match))), None)
    return Anchor("event", _beside_its_word(named, last, exact, match).period) if last else None


def _beside_its_word(named: Named, last: Told, exact: list[Told], match: Match) -> Told:
    """Of the dates of a sentence that tells the event the one nearest to the word for it: "was
    arrested **on 22 October** and set free three days later"."""
    begin, end = _sentence(last.at, match)
    beside = [told for told in exact if begin <= told.at < end]
    if len(beside) == 1:
        return last
    tokens = enumerate(match.coded.tokens[begin:end], start=begin)
    head = (at for at, token in tokens if token[0].isalpha() and named.is_head(token, match))
    at = next(head, last.at)
    behind = [told for told in beside if told.at >= at]
    if behind and not match.coded.grammar.settings.get("verb_last"):
        beside = behind  # "fined on Friday over the **sinking** of February 2022"
    return min(beside, key=lambda told: abs(told.at - at))


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name an event: "the fall of Girona". All but `others` must be told again."""

    head: str
    names: tuple[str, ...]
    others: tuple[str, ...]

    def is_head(self, token: str, match: Match) -> bool:
        return _same(self.head, _key(token, match))

    def told_in(self, words: frozenset[str]) -> bool:
        """Whether a sentence has the words: the head, the names and half of the others."""
        needed = (self.head, *self.names)
        if not all(any(_same(one, word) for word in words) for one in needed):
            return False
        missing = sum(not any(_same(one, word) for word in words) for one in self.others)
        return 2 * missing <= len(self.others)


def _named(match: Match) -> Named | None:
    coded, run = match.coded, list(_run(match))
    tokens = [coded.tokens[at] for at in run]
    if not run or (tokens[0][:1].isupper() and tokens[-1][:1].isupper() and not _defined(match)):
        return None  # "a month after Waterloo": a place is no event
    head = _head(run, match)
    keys = [_key(token, match) for token in tokens]
    names = [n for n, token in enumerate(tokens) if n != head and token[:1].isupper()]
    others = [n for n in range(len(run)) if n != head and n not in names]
    return Named(keys[head], tuple(keys[n] for n in names), tuple(keys[n] for n in others))


def _head(run: list[int], match: Match) -> int:
    """Which of the words says what happened: what the language knows to happen, else the noun."""
    shape, grammar = match.coded.shape, match.coded.grammar
    happening, genitive = grammar.admitted("happening"), grammar.admitted("genitive")
    for number, at in enumerate(run):
        if shape[at] in happening or shape[at + 2 : at + 3] in (*genitive,):
            return number
    return len(run) - 1 if grammar.settings.get("noun_last") else 0


def _run(match: Match) -> Iterator[int]:
    """The numbers of the tokens that name the event: "the collapse of the bridge", at most four.

    They end where a preposition, a pronoun or a verb of saying or being begins.
    """
    coded, admitted = match.coded, match.coded.grammar.admitted
    ends, happening = admitted("past", "aside"), admitted("happening", "calamity")
    genitive = admitted("genitive")
    within, found = admitted("determiner") + genitive, 0
    for at in range(match.end, min(match.end + _REACH, len(coded.tokens))):
        code, token = coded.shape[at], coded.tokens[at]
        if code in _CLOSED or found == _MOST:
            return
        if code in happening or (_long(token, match) and code not in ends + within):
            found += 1
            yield at
            if code in happening and coded.shape[at + 2 : at + 3] not in (*genitive,):
                return  # "his death Lina left": the event is named
        elif found and len(token) > 1 and token[0].isalpha() and code not in within:
            return


def _long(token: str, match: Match) -> bool:
    return token[0].isalpha() and len(_key(token, match)) >= _FEWEST


def _defined(match: Match) -> bool:
    """Whether an article stands behind the expression, or ends it: "after the Revolution"."""
    shape, determiners = match.coded.shape, (*match.coded.grammar.admitted("determiner"),)
    return (
        shape[match.end + 1 : match.end + 2] in determiners or shape[match.end - 1] in determiners
    )


def _sentence(at: int, match: Match) -> tuple[int, int]:
    """The token numbers of the sentence around a token, within bounds."""
    shape = match.coded.shape
    before = shape[max(0, at - _AROUND) : at]
    # The date itself may begin with a number and its full stop: "3. Oktober".
    after = _END.split(shape[at + 2 : at + _AROUND], maxsplit=1)[0]
    return at - len(_END_BEFORE.split(before)[-1]), at + 2 + len(after)


def _words_around(told: Told, match: Match) -> frozenset[str]:
    """The words of the sentence that tells a date."""
    if told.words is None:
        begin, end = _sentence(told.at, match)
        coded, tokens = match.coded, match.coded.tokens[begin:end]
        words = {_key(token, match) for token in tokens if token[0].isalpha()}
        if coded.grammar.cue("struck").search(coded.shape, begin, end):
            words.add(_CALAMITY)
        told.words = frozenset(words)
    return told.words


def _key(token: str, match: Match) -> str:
    """What a word is compared by: what happened, where the language says so, else its letters."""
    for sense in match.coded.grammar.lexicon.senses_of(token):
        if sense.name == "happening":
            return f"={sense.value}"
        if sense.name == "calamity":
            return _CALAMITY
    folded, article = fold(token), match.coded.grammar.article
    return folded.removeprefix(article) if len(folded) > len(article) + _LEAST else folded


def _same(one: str, other: str) -> bool:
    """Whether two words are alike but for their endings."""
    if one == other:
        return True
    if "=" in (one[:1], other[:1]):
        return False
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    return common >= _FEWEST and max(len(one), len(other)) - common <= _LONGEST_ENDING
