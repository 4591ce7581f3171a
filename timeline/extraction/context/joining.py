"""Joining expressions that are one: a day and its time, "10 p.m. Wednesday", "May 20 at 10:30"; a
part and its whole, "the first half | of next year"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.extraction.grammars.matching import Match
from timeline.extraction.resolving import notation
from timeline.extraction.resolving.clock import at_time, day_of_night, in_the_part
from timeline.extraction.resolving.found import DATE, TIME, Found
from timeline.extraction.resolving.parts import of
from timeline.extraction.resolving.periods import Scale

Pair = tuple[Match, Found]

_WHOLE = ("explicit", "weekday", "nearest", "carried", "deictic")
_ENDS = ".!?,;:\n"
_BETWEEN = 6  # tokens between two expressions that are one
_BARE = 3  # tokens of an "and" between its spaces
_OPENING = 6  # tokens before a range that can open it: "between the "


def join(
    resolved: Iterable[Pair], *, apart: bool = False, annotated: bool = False
) -> Iterator[Pair]:
    """The pairs in order, with a day and the time beside it made one; or, `apart`, still two of
    which the time is of that day. What is `annotated` keeps a length apart from its end."""
    held: Pair | None = None
    for pair in resolved:
        whole = _whole(held, pair, annotated) if held else None
        if whole is not None:
            held = whole
            continue
        joined = _joined(held, pair) if held else None
        if joined is not None and held is not None and apart:
            yield from _of_one_day(held, pair, joined[1])
            held = None
            continue
        if joined is None and held is not None:
            yield held
        held = joined or pair
    if held is not None:
        yield held


def _whole(first: Pair, second: Pair, annotated: bool) -> Pair | None:
    """Both as one expression; a length and its end, a date and another only where nothing is
    annotated."""
    if annotated and first[0].get("ending"):
        return None
    return _part_of(first, second) or (None if annotated else _range_of(first, second))


def _range_of(first: Pair, second: Pair) -> Pair | None:
    """ "Between November 1969 | and December 1972", "today | and on Tuesday": of two whole dates, a
    range."""
    (left, one), (right, two) = first, second
    if right.begin - left.end > _BETWEEN or not (_is_whole(one) and _is_whole(two)):
        return None
    if one.rule != two.rule and "nearest" in (one.rule, two.rule):
        return None  # a year that one of them lacks
    one = _day_before(one, two)
    if one.period is None or two.period is None or one.period.first >= two.period.first:
        return None
    on_end = _are_days_on_end((left, one), second)
    begin = left.begin if on_end else _range_begin(left, right)
    if begin is None:
        return None
    mods = {key: value for key, value in left.mods.items() if key not in ("open", "direction")}
    found = replace(one, value=f"{one.value}/{two.value}", ends=(one, two))
    return replace(left, begin=begin, end=right.end, mods=mods), found


def _are_days_on_end(first: Pair, second: Pair) -> bool:
    """ "On Monday and Tuesday": what happens on a day and on the next one is one event; it may be
    two where words follow a second "on" ("and on Tuesday met the king")."""
    (left, one), (right, two) = first, second
    if not (one.period and two.period and one.period.scale is two.period.scale is Scale.DAY):
        return False
    if two.period.first != one.period.last + 1 or right.mods.get("open") or left.mods.get("open"):
        return False
    grammar, shape = left.coded.grammar, left.coded.shape
    middle = shape[left.end : right.begin]
    if grammar.lexicon.prefix_length(right.coded.tokens[right.begin]) > 0:
        return middle == " "
    closed = len(middle) == _BARE or shape[right.end : right.end + 1] in ("", *_ENDS)
    return closed and grammar.also_regex.fullmatch(middle) is not None


def _is_whole(found: Found) -> bool:
    return found.kind == DATE and found.rule in _WHOLE and not found.ends


def _day_before(one: Found, two: Found) -> Found:
    """ "From Monday to Wednesday": the last Monday before that Wednesday."""
    if one.rule != "weekday" or not one.period or not two.period or two.rule != "weekday":
        return one
    day = two.period.shift(-((two.period.first - one.period.first) % 7))
    return replace(one, period=day, value=notation.timex(day))


def _range_begin(left: Match, right: Match) -> int | None:
    """Where the range of two dates begins, at its "from" or "between"; None where none is told."""
    grammar, shape = left.coded.grammar, left.coded.shape
    middle = shape[left.end : right.begin]
    closed = middle == " " and right.mods.get("open") == "END"
    if left.mods.get("open") == "START":
        return left.begin if closed or grammar.to_regex.fullmatch(middle) else None
    attached = middle == " " and grammar.lexicon.prefix_length(right.coded.tokens[right.begin]) > 0
    for opening, told in (
        (grammar.from_regex, closed or grammar.to_regex.fullmatch(middle)),
        (grammar.between_regex, attached or grammar.and_regex.fullmatch(middle)),
    ):
        found = opening.search(shape, max(0, left.begin - _OPENING), left.begin) if told else None
        if found:
            return found.start()
    return None


def _part_of(first: Pair, second: Pair) -> Pair | None:
    """ "The first half | of next year"."""
    (left, _), (right, whole) = first, second
    if left.gives not in ("part", "date") or right.begin - left.end > _BETWEEN:
        return None
    between = left.coded.shape[left.end : right.begin]
    grammar = left.coded.grammar
    apart = left.gives == "date" and grammar.to_regex.fullmatch(between)  # "from May | to 2020"
    if apart or not grammar.whole_regex.fullmatch(between):
        return None
    found = of(left, whole)
    if found is None:
        return None
    return replace(left, end=right.end, mods={**right.mods, **left.mods}), found


def _of_one_day(first: Pair, second: Pair, whole: Found) -> Iterator[Pair]:
    for match, found in (first, second):
        yield match, whole if found.kind == TIME else found


def _joined(first: Pair, second: Pair) -> Pair | None:
    (left, one), (right, two) = first, second
    if right.begin - left.end > _BETWEEN or not _linked(left, right) or _opens(right):
        return None
    if right.gives == "weekday" and one.rule == "deictic" and one.value == two.value:
        return replace(left, end=right.end), one  # "tomorrow, Tuesday"
    day, clock = _day_and_clock(one, two)
    if clock.kind != TIME or not _is_day(day) or clock.rule not in ("relative", ""):
        return None
    found = at_time(day, clock.clock or clock.value[clock.value.find("T") :])
    spans = {**left.spans, **right.spans}
    return replace(left, end=right.end, spans=spans, mods={**left.mods, **right.mods}), found


def _day_and_clock(one: Found, two: Found) -> tuple[Found, Found]:
    """Of two times, "10.30" and "Monday night", the one that names a day gives it."""
    if one.kind == TIME and two.kind == TIME:
        named, clock = (one, two) if one.clock[1:].isalpha() else (two, one)
        if named.clock[1:].isalpha() and clock.clock[1:2].isdigit():
            text = in_the_part(clock.clock, named.clock)
            return _day_at(named, text), replace(clock, clock=text)
    return (two, one) if one.kind == TIME else (one, two)


def _day_at(named: Found, clock: str) -> Found:
    """The day of a part of one; of a night the one of its two days that has the time."""
    if not named.night:
        return replace(named, value=named.value.removesuffix(named.clock), clock="")
    day = day_of_night(named.night, clock)
    return replace(named, value=notation.timex(day), period=day, clock="", until=None, eve=None)


def _is_day(found: Found) -> bool:
    return (
        found.period is not None
        and found.period.scale is Scale.DAY
        and not found.clock
        and not found.ends
    )


def _opens(match: Match) -> bool:
    """Whether a capital begins an expression that is none of its own: "11:05 **В** ночь на среду",
    behind the time of an entry."""
    own = any(begin == match.begin for begin, _ in match.spans.values())
    return not own and match.coded.tokens[match.begin][:1].isupper()


def _linked(left: Match, right: Match) -> bool:
    between = left.coded.shape[left.end : right.begin]
    return left.coded.grammar.link_regex.fullmatch(between) is not None
