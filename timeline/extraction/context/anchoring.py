"""What an expression is counted from: publication, what the narrative last told, a heading.

News counts from its day of publication, a history from the last date it told; a news article
with a background section does both. The context follows the text from expression to expression
and answers, for each of them, which anchor it has and on which side of it the date lies.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from timeline.extraction.context.asides import (
    aside,
    is_inserted,
    is_of_a_relative,
    stands_apart,
    tells_a_birth,
)
from timeline.extraction.context.cues import CUE_REACH, SENTENCE_END
from timeline.extraction.context.lines import Lines
from timeline.extraction.context.today import is_of_today
from timeline.extraction.context.told import Told
from timeline.extraction.grammars.matching import Match
from timeline.extraction.resolving.anchors import Anchor
from timeline.extraction.resolving.found import Found
from timeline.extraction.resolving.periods import (
    AHEAD,
    FUTURE,
    NEAREST,
    OVER,
    PAST,
    Period,
    Scale,
    nearest,
)

_NEAR = 60  # tokens: how far a year told in a background sentence reaches within news
_AGE_REACH = 120  # tokens before a count of years in which an age may stand
_BESIDE = 7  # tokens between a date and the weekday said with it: "7 December 1941, a Sunday"
_OPENING = 80  # tokens: the first sentence or two, in which an obituary tells who died at what age
_PAIR = 5  # tokens between two dates that share a year: "in May and June 1998"
_SEASON_TURN = 184  # days: a month told that lies further back than half a year is the next one


@dataclass
class Context(Lines):
    """The state of the reading of one text."""

    published: Period | None = None
    history: bool = False
    told: list[Told] = field(default_factory=list)
    remembers: bool = False  # a history told on its anniversary: "this year" is that of publication
    solar: bool = False  # a text that tells Solar Hijri months: its "last year" is one of those
    opening: int | None = None  # the first year that the text gives
    death: Period | None = None  # the day that an obituary begins with
    following: list[Match] = field(default_factory=list)  # the matches after the present one
    absorbed: Match | None = None  # one that the expression before it has taken in
    shared_months: dict[int, Match] = field(default_factory=dict)  # of days listed: `listing`

    def tell(self, match: Match, found: Found) -> None:
        """Remember a date that the text has given."""
        if found.period is None:
            return
        last = found.ends[1].period if found.ends else None
        period = last if last and last.scale <= Scale.MONTH else found.period
        self.told.append(Told(period, match, found))

    def aside(self, told: Told) -> bool:
        """Whether a date does not carry the narrative on: in brackets, the end of a range."""
        if told.apart is None:
            told.apart = aside(told.match, told.found, self)
        return told.apart

    def of_birth(self, told: Told) -> bool:
        """Whether a date is that of a birth: nobody's life is told on in its year."""
        if told.of_birth is None:
            told.of_birth = tells_a_birth(told.match, self)
        return told.of_birth

    def _is_past_birth(self, told: Told, match: Match) -> bool:
        """Whether a date is that of a birth told before, not in the entry that it opens: "1959:
        Born in Lyon on 9 October"."""
        entry = self.is_entry(told.match) and self.paragraph(told.at) == self.paragraph(match.begin)
        return not entry and self.of_birth(told)

    # -- anchors -----------------------------------------------------------------------------

    @property
    def timeless(self) -> bool:
        """Whether "this year" counts from what a history tells, because it has no now."""
        return self.history and not self.remembers

    def now(self) -> Anchor | None:
        """What "today" and "two years ago" count from."""
        return Anchor("publication", self.published, self.solar) if self.published else None

    def last(
        self, finest: Scale = Scale.CENTURY, over: bool = False, near: Match | None = None
    ) -> Anchor | None:
        """What "the next day" counts from: the last date told, exact to `finest`; None where a
        coarser one has been told since. Of what is `over` none after publication. From the date
        of a participle it counts in its own sentence, that of `near`."""
        since = list[int]()  # where the years begin that were told since
        for told in reversed(self.told[-40:]):
            if told.period.scale > finest and self._leads(told, near):
                return None
            ahead = over and self.published and told.period.first > self.published.last
            if ahead or (self.aside(told) and not (near and self._is_beside(told, near))):
                continue
            if near and self.of_birth(told) and self._tells_an_age(told, near):
                return None
            if told.period.scale <= finest:
                moved_on = any(told.last.last < first for first in since)
                return None if moved_on else Anchor("narrative", told.last, told.found.solar)
            if told.explicit and told.period.scale <= Scale.MONTH:
                return None
            since += [told.period.first] if told.explicit else []
        return None

    def _tells_an_age(self, told: Told, near: Match) -> bool:
        """Whether an age stands between two expressions: "born in 1957. **At 13** he won a place,
        which he lost two years later"."""
        shape, grammar = self.coded.shape, self.coded.grammar
        begin = max(told.end, near.begin - _AGE_REACH)
        led = grammar.cue("ageing").finditer(shape, begin, near.begin)
        return any(shape[one.end() + 1 : one.end() + 2] in (*grammar.digits,) for one in led)

    def only_of_today(self) -> Anchor | None:
        """The last date told where all are counted from publication, as in an obituary that opens
        with the death: "died on Thursday. He had left hospital a week earlier"."""
        recent = self.told[-40:]
        today = all(told.found.anchor.startswith("publication") for told in recent)
        return Anchor("narrative", recent[-1].last) if recent and today else None

    def _leads(self, told: Told, near: Match | None) -> bool:
        """Whether a coarse date is that of the entry, or what the sentence of an expression tells
        before it: "will land in mid-2024 and send pictures a month later"."""
        if near and not told.match.mods.get("open"):
            return self.is_entry(told.match) or told.at >= self._sentence_begin(near)
        return self.is_entry(told.match)

    def _sentence_begin(self, match: Match) -> int:
        return match.begin - len(self.sentence_before(match))

    def _is_beside(self, told: Told, near: Match) -> bool:
        """Whether a date that carries no narrative on is told right before an expression: in its
        sentence that of a participle or a beginning, in its paragraph the last of today's news."""
        begun = told.match.mods.get("open") == "START"
        begun = begun and "," not in self.sentence_before(told.match)
        if begun or is_inserted(told.match, self):
            return told.at >= self._sentence_begin(near)
        last = told is self.told[-1] and self.paragraph(told.at) == self.paragraph(near.begin)
        return last and not stands_apart(told.match, told.found, self)

    def pointed_at(self, match: Match, finest: Scale) -> Anchor | None:
        """What "that year" points at: the last date told, or in a paragraph that tells none the
        one that it only mentions ("the first since 1962. On 5 October of that year ...")."""
        paragraph = self.paragraph(match.begin)
        near = [t for t in self.told[-4:] if self.paragraph(t.at) == paragraph]
        if any(not self.aside(told) for told in near):
            return self.last(finest)
        mentioned = (told for told in reversed(near) if told.period.scale <= finest)
        pointed = (Anchor("narrative", t.last, t.found.solar) for t in mentioned)
        return next(pointed, None) or self.last(finest)

    def told_beside(self, match: Match, finest: Scale) -> Anchor | None:
        """The date last told in the sentence of an expression that is over: "won on 7 July and
        resigned at the end of the month"."""
        last = self.last(finest) if self.cued(match) == PAST else None
        told = self.told[-1].at if last else -1
        return last if told >= self._sentence_begin(match) else None

    def day_of_sentence(self, match: Match) -> Anchor | None:
        """The day counted from publication that the sentence has told, also in a history: "on
        Saturday the ceremony begins at 10"."""
        told = self.told[-1] if self.told else None
        begin = self._sentence_begin(match)
        if not told or told.period.scale is not Scale.DAY or told.at < begin:
            return None
        today = told.found.anchor.startswith("publication")
        return Anchor("narrative", told.period) if today else None

    def entry(self) -> Anchor | None:
        """The day of an entry that begins with a clock time: the heading's, else in the news the
        day of publication, whatever the entry before it told."""
        for told in reversed(self.told[-40:]):
            dated = told.period.scale <= Scale.DAY and told.found.rule != "relative"
            listed = told.match.get("day") and self.opens_line(told.match)  # "26 March, 0:39: ..."
            if dated and (listed or self.heading(told.at) or self.stands_alone(told.match)):
                return Anchor("heading", told.period.at(Scale.DAY))
        return self.last(Scale.DAY) if self.history else self.now()

    def beside(self, match: Match) -> Anchor | None:
        """The day told right before an expression, in the same sentence."""
        last = self.told[-1] if self.told else None
        if not last or last.period.scale is not Scale.DAY:
            return None
        between = self.coded.shape[last.end : match.begin]
        apposed = between == " " or (between.lstrip()[:1] in (",", "(") and len(between) < _BESIDE)
        apposed = apposed and not self.coded.grammar.cue("past").search(between)
        return Anchor("narrative", last.period) if apposed and "\n" not in between else None

    def here(self, match: Match, finest: Scale) -> Anchor | None:
        """The last date told in the paragraph of an expression, else the publication."""
        found = self.carried(match, finest)
        return found or self.now() or self.last(finest)

    def carried(self, match: Match, finest: Scale = Scale.YEAR) -> Anchor | None:
        """The date whose year an incomplete one takes over, if the narrative has one here."""
        if self.history or not self.published:
            return None if self.is_told_ahead(match) else self._carried_on(match, finest)
        if heading := self._above(match, finest):
            return Anchor("heading", heading)
        if entry := self.entry_before(match, finest):
            return Anchor("narrative", entry)
        paragraph = self.paragraph(match.begin)
        for told in reversed(self.told[-40:]):
            if self._returns(told):
                return None
            if told.period.scale > finest or self._is_mentioned(told, match):
                continue
            if self.paragraph(told.at) != paragraph or match.begin - told.at >= _NEAR:
                return None
            if told.found.anchor.startswith("heading"):
                return Anchor("heading", told.period)
            known = told.explicit or told.found.rule == "carried" or self._tells_on(told, match)
            if known:
                past = told.last.last < self.published.at(Scale.YEAR).first
                on = past and (self._is_listed(match) or not self._is_ahead(match))
                return Anchor("narrative", told.period) if on else None
        return None

    def _is_mentioned(self, told: Told, match: Match) -> bool:
        """Whether a date carries no other one in a report: an aside, a birth, the year of "the
        quota, which was scrapped in 2018 and restored on 5 June"."""
        of_a_thing = told.period.scale >= Scale.YEAR and is_of_a_relative(told.match, self)
        return of_a_thing or self.aside(told) or self._is_past_birth(told, match)

    def _tells_on(self, told: Told, match: Match) -> bool:
        """ "He was fired the next day and arrested on 29 May": counted from the narrative; a day
        is told on from in later sentences too."""
        counted = told.found.rule == "relative" and told.found.anchor.startswith("narrative")
        exact = told.period.scale is Scale.DAY
        return counted and (exact or told.at >= self._sentence_begin(match))

    def _returns(self, told: Told) -> bool:
        """Whether the report is back in the present: a sentence opens with a date counted from
        publication, "A week ago", one as long as a month is, "in May last year", or a date told
        lies ahead of it or lasts until now."""
        lasts = told.match.mods.get("open") == "START" and not self.says(told.match, "perfect")
        ahead = self.published and told.period.first > self.published.last
        if ahead or (told.explicit and lasts):
            return True
        back = told.period.scale >= Scale.MONTH or self.opens_sentence(told.match)
        return told.found.anchor.startswith("publication") and back

    def _above(self, match: Match, finest: Scale) -> Period | None:
        """The year or month with a line to itself above the entry that an expression opens."""
        if not self.opens_line(match):
            return None
        headings = (told for told in reversed(self.told[-40:]) if told.explicit)
        fitting = (t for t in headings if t.period.scale <= finest)
        return next((t.period for t in fitting if self.stands_alone(t.match)), None)

    def entry_before(self, match: Match, finest: Scale) -> Period | None:
        """The date with which the line before begins, where both are entries of a list."""
        if not self.is_entry(match):
            return None
        above = self.paragraph(match.begin) - 1
        entries = (told for told in reversed(self.told[-8:]) if self.paragraph(told.at) == above)
        fitting = (t.period for t in entries if t.period.scale <= finest and self.is_entry(t.match))
        return next(fitting, None)

    def _is_listed(self, match: Match) -> bool:
        """Whether it stands in an entry of a list: "2023: The firm closes in February"."""
        near = (told for told in self.told[-8:] if self.is_entry(told.match))
        return any(self.paragraph(told.at) == self.paragraph(match.begin) for told in near)

    def is_told_ahead(self, match: Match) -> bool:
        """Whether a history turns to what is to come after publication: "will reopen in May", "is
        planned for 5 May"."""
        if not self.published:
            return False
        announced = self.cued(match) == FUTURE and self.says(match, "announcing")
        return announced or self.is_planned(match)

    def _is_ahead(self, match: Match) -> bool:
        """Whether what is told is still to come, be it "until September"."""
        direction = self.direction(match)
        return FUTURE in (direction, self.cued(match) if direction == NEAREST else direction)

    def _carried_on(self, match: Match, finest: Scale) -> Anchor | None:
        """Where the narrative of a history stands; what it only mentions counts last."""
        fitting = [told for told in self.told[-40:] if told.period.scale <= finest]
        if self.published:
            fitting = [told for told in fitting if not self._is_past_birth(told, match)]
        told = next((told for told in reversed(fitting) if not self.aside(told)), None)
        told = told or next(reversed(fitting), None)
        if told is not None:
            near = self.paragraph(told.at) == self.paragraph(match.begin)
            heading = not (near and match.begin - told.at < _NEAR) and self.heading(told.at)
            return Anchor("heading" if heading else "narrative", self.finer(told.period))
        if self.history and self.opening is not None and not self.told and finest >= Scale.YEAR:
            if self.published and self.reports_a_death(match):
                return None
            return Anchor("narrative", Period(Scale.YEAR, self.opening))
        return None

    def _tells_its_year(self, match: Match) -> bool:
        """Whether the paragraph has named the year of publication in a date: it is still meant."""
        paragraph = self.paragraph(match.begin)
        named = (t for t in self.told[-4:] if t.explicit and self.paragraph(t.at) == paragraph)
        year = self.published.year if self.published else None
        return any(told.last.year == year and not self.aside(told) for told in named)

    @cached_property
    def is_obituary(self) -> bool:
        """Whether the text opens with a death and an age, with its day or without."""
        cues = map(self.coded.grammar.cue, ("age", "dying"))
        return all(cue.search(self.coded.shape, 0, _OPENING) for cue in cues)

    def follower(self, match: Match) -> Match | None:
        """The expression that follows in the sentence; in news only the other half of a pair."""
        for follower in self.following[:1]:
            between = self.coded.shape[match.end : follower.begin]
            reach = CUE_REACH if self.history else _PAIR
            if len(between) <= reach and not SENTENCE_END.search(between) and "(" not in between:
                return follower
        return None

    def finer(self, period: Period) -> Period:
        """The last month or day told of a year just named: the narrative stands there."""
        if period.scale is not Scale.YEAR:
            return period
        recent = (told.period for told in reversed(self.told[-4:]) if not self.aside(told))
        return next((p for p in recent if p.scale < Scale.SEASON and p.year == period.year), period)

    def in_paragraph(self, match: Match) -> bool:
        """Whether a date has been told in the paragraph already."""
        paragraph = self.paragraph(match.begin)
        return any(
            self.paragraph(told.at) == paragraph for told in self.told[-3:] if not self.aside(told)
        )

    def in_sentence(self, match: Match) -> bool:
        """Whether a date has been told in the sentence already."""
        begin = self._sentence_begin(match)
        return any(told.at >= begin and not self.aside(told) for told in self.told[-2:])

    # -- choice ------------------------------------------------------------------------------

    def _carried_unless_of_today(self, match: Match) -> Anchor | None:
        """The date that the narrative gives, if what is told is none of the news of the day."""
        return None if self.published and is_of_today(match, self) else self.carried(match)

    def choose(
        self, match: Match, candidates: Callable[[Period], list[Period]]
    ) -> tuple[Period, Anchor, str] | None:
        """Complete an incomplete date: (period, anchor, direction), or None without an anchor.

        `candidates` gives the possible periods around an anchor, in order of time.
        """
        if self.death and self.published and self.death in candidates(self.death):
            return self.death, Anchor("publication", self.published), PAST
        if anchor := self._carried_unless_of_today(match):
            possible = candidates(anchor.period)
            return (self._onward(match, possible, anchor), anchor, "carried") if possible else None
        if not self.published:
            return None
        possible = candidates(self.published)
        if not possible:
            return None
        direction = self.direction(match)
        if direction == NEAREST and self._tells_its_year(match):
            possible = [p for p in possible if p.year == self.published.year] or possible
        until = match.mods.get("open") == "END"
        if until and direction == NEAREST and self.cued(match) == FUTURE:
            direction = FUTURE  # "runs until December": the next one
        if direction == PAST and (self.opens_sentence(match) or self.is_over(match)):
            direction = OVER
        if direction == FUTURE and self.is_all_ahead(match):
            direction = AHEAD
        chosen = nearest(possible, self.published, direction)
        if self.history and chosen.scale is Scale.DAY and self.reports_a_death(match):
            self.death = chosen
        return chosen, Anchor("publication", self.published), chosen.side_of(self.published)

    def _onward(self, match: Match, possible: list[Period], anchor: Anchor) -> Period:
        """The period in the anchor's year; within a paragraph, where it lies far back, the next
        one, and in the news, which does not tell of years in their order, any that is over."""
        same = [period for period in possible if period.year == anchor.period.year] or possible
        first = same[0]
        later = next((period for period in possible if period.first > first.first), None)
        told = self.in_paragraph(match) or self.is_entry(match)
        if later is None or not told or anchor.period.scale >= Scale.YEAR:
            return first
        back = anchor.period.first - first.last
        over = self.published and not self.history and later.last < self.published.first
        looks_back = self.says(match, "perfect") and match.mods.get("open") != "END"
        return later if back > (0 if over and not looks_back else _SEASON_TURN) else first
