"""Time expressions: where a text says when, and what day, month or year it means.

    for expression in find("On May 20, Iran announced ...", published=date(2024, 5, 30)):
        expression.start, expression.end, expression.value, expression.date

The road: `lexicon` codes the text into a shape, `matching` finds the forms of the language's
grammar in it, `meanings` resolves each against its `context`, and this module joins what belongs
together and hands the results over.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.dates.edtf import Date, DateError, parse
from timeline.dates.resolution import Resolution
from timeline.extraction.context.anchoring import Context
from timeline.extraction.context.joining import join
from timeline.extraction.context.register import anniversary, is_history, opening_year
from timeline.extraction.grammars.base_layer import base_grammar
from timeline.extraction.grammars.detection import DEFAULT, detect
from timeline.extraction.grammars.grammar import Grammar
from timeline.extraction.grammars.languages import available, load
from timeline.extraction.grammars.listing import shared_months
from timeline.extraction.grammars.matching import Coded, Match, scan
from timeline.extraction.grammars.namesakes import namesakes
from timeline.extraction.grammars.rates import rates
from timeline.extraction.resolving import notation
from timeline.extraction.resolving.early_years import without_counts
from timeline.extraction.resolving.found import TIME, Found
from timeline.extraction.resolving.meanings import MEANINGS
from timeline.extraction.resolving.periods import Period, Scale, day
from timeline.extraction.resolving.ranges import separate
from timeline.text import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression and what it means.

    Offsets count code points; `kind` and `value` and `mod` are TIMEX3's; `date` is None for
    durations, sets and what cannot be placed; `ends` holds the two ends of a range, `event` what
    it counts from, if its words date that too.
    """

    start: int
    end: int
    kind: str
    value: str
    mod: str = ""
    date: Date | None = None
    resolution: Resolution | None = None
    part: str = ""
    ends: tuple[Expression, ...] = ()
    event: DatedEvent | None = None


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """The event from which an expression counts, where its words tell that with its own date."""

    quote: Span
    date: Expression


def find(
    text: str,
    *,
    published: datetime.date | None = None,
    language: str = "",
    as_annotated: bool = False,
) -> list[Expression]:
    """The time expressions of a text in order, without overlaps. Never raises on any text.

    A day and its time ("Montag um 17 Uhr") are one expression; `as_annotated`, they are two in
    languages whose annotation guidelines have it so, and so are a length and its end ("the three
    months | to 30 June").
    """
    grammar = grammar_of(language or detect(text))
    coded = Coded(text, grammar)
    matches = without_counts(list(scan(coded)))
    if not matches:
        return []
    context = Context(coded, _period(published), is_history(matches, published))
    context.opening = opening_year(matches, published)
    context.remembers = published is not None and anniversary(matches) > 0
    context.solar = any(match.tokens("solarmonth") for match in matches)
    context.shared_months = shared_months(matches)
    apart = as_annotated and bool(grammar.settings.get("clock_apart"))
    joined = join(_resolved(matches, context), apart=apart, annotated=as_annotated)
    return [_expression(match, found) for match, found in joined if found.kind]


def grammar_of(language: str) -> Grammar:
    """The grammar of a language: its own file, else the base layer."""
    code = language.replace("_", "-").split("-")[0].lower()
    own = load(code) if code in available() else base_grammar(code)
    return own or load(DEFAULT)


def _period(published: datetime.date | None) -> Period | None:
    return day(published.year, published.month, published.day) if published else None


def _resolved(matches: list[Match], context: Context) -> Iterator[tuple[Match, Found]]:
    others = namesakes(matches) | rates(matches)  # that name a person or count
    for number, match in enumerate(matches, start=1):
        if match is context.absorbed or match.begin in others:
            continue
        context.following = matches[number : number + 1]
        found = MEANINGS[match.gives](match, context)
        if found is None:
            continue
        if "denied" in match.mods and context.denies(match):
            match.mods["open"] = match.mods["denied"]  # "will not start before 2030"
        if match.mods.get("open") == "END" and context.turns(match):
            match.mods["open"] = ""  # "stayed until May, when he resigned"
        context.tell(match, found)
        yield from separate(match, found)


# -- results -------------------------------------------------------------------------------


def _expression(match: Match, found: Found) -> Expression:
    offsets = match.coded.offsets
    ends = _ends(match, found) if found.ends else ()
    return Expression(
        start=offsets[match.begin] + _attached(match),
        end=offsets[match.end],
        kind=found.kind,
        value=found.value,
        mod=str(match.mods.get("mod", "")),
        date=_dated(found, match),
        resolution=_resolution(found, match),
        part=_part(match),
        ends=ends,
        event=_event(match, found),
    )


def _event(match: Match, found: Found) -> DatedEvent | None:
    if found.event is None:
        return None
    told, offsets = found.event, match.coded.offsets
    quote = Span(offsets[told.begin], offsets[told.end])
    return DatedEvent(quote, _expression(told.match, told.date))


def _attached(match: Match) -> int:
    """The length of a particle written together with the first word, which is not part of it.

    The article is: of "and-in-the-month" only "and-in" is left out.
    """
    lexicon, token = match.coded.grammar.lexicon, match.coded.tokens[match.begin]
    if not lexicon.prefixes:
        return 0
    article = str(match.coded.grammar.settings.get("article", ""))
    prefix = token[: lexicon.prefix_length(token)]
    return len(prefix.removesuffix(article)) if article else len(prefix)


def _ends(match: Match, found: Found) -> tuple[Expression, ...]:
    """The two ends of a range, each with its own words."""
    begins = [span[0] for name, span in match.spans.items() if name.endswith("2") and span[0] >= 0]
    if not begins:
        return ()  # one month of another calendar
    second = min(begins)
    first_end = max(
        (span[1] for span in match.spans.values() if 0 <= span[1] <= second), default=second
    )
    first_begin = min(span[0] for span in match.spans.values() if span[0] >= 0)
    offsets = match.coded.offsets
    extents = ((first_begin, first_end), (second, match.core[1]))
    return tuple(
        Expression(offsets[begin], offsets[end], one.kind, one.value, date=_dated(one, match))
        for (begin, end), one in zip(extents, found.ends, strict=True)
    )


def _part(match: Match) -> str:
    mod = match.mods.get("mod", "")
    return mod if mod in ("START", "MID", "END") else ""


def _dated(found: Found, match: Match) -> Date | None:
    text = _edtf(found, match)
    return _parsed(text) if text else None


def _edtf(found: Found, match: Match) -> str:
    if found.period is None:
        return ""
    opened = match.mods.get("open")
    if opened and found.ends and match.gives in _ONE_PERIOD:
        first, last = (end.period for end in found.ends)
        return _opened(str(opened), first, last)
    if found.ends and found.kind != TIME:
        first, last = (end.period for end in found.ends)
        return _interval(first, last, "~" if match.mods.get("mod") == "APPROX" else "")
    if found.until:
        return _interval(found.period, found.until)
    text = notation.edtf(found.period)
    if found.clock[1:2].isdigit() and found.period.scale is Scale.DAY:
        return _at_minute(text, found, match)
    if opened in ("START", "END"):
        return _opened(str(opened), found.period, found.period)
    return text + "~" if match.mods.get("mod") == "APPROX" and "/" not in text else text


_ONE_PERIOD = ("solar", "solar or not")  # whose ends are those of one month or year


def _opened(which: str, first: Period | None, last: Period | None) -> str:
    """What began with a period, or ended with it."""
    if first is None or last is None:
        return ""
    begin, end = notation.bounds(first)[0], notation.bounds(last)[1]
    return f"{begin}/.." if which == "START" else f"../{end}"


def _interval(first: Period | None, last: Period | None, mark: str = "") -> str:
    if first is None or last is None:
        return ""
    return f"{notation.bounds(first)[0]}{mark}/{notation.bounds(last)[1]}{mark}"


def _at_minute(text: str, found: Found, match: Match) -> str:
    if found.clock.startswith("T24"):
        return notation.edtf(found.period.shift(1)) + "T00:00" if found.period else text
    return text + found.clock.rstrip("Z")[:6]


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None


def _resolution(found: Found, match: Match) -> Resolution | None:
    if not found.rule:
        return None
    rule = "open" if match.mods.get("open") else "part" if _part(match) else found.rule
    sought = found.value if rule in ("nearest", "weekday", "explicit") else ""
    return Resolution(rule, found.anchor, found.direction, found.offset or sought)
