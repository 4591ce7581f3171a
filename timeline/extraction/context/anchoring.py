"""What an expression is counted from: publication, what the narrative last told, a heading.

News counts from its day of publication, a history from the last date it told; a news article
with a background section does both. The context follows the text from expression to expression
and answers, for each of them, which anchor it has and on which side of it the date lies.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.extraction.context.cues import CUE_REACH, SENTENCE_END
from timeline.extraction.context.narration import Narration
from timeline.extraction.context.today import is_of_today
from timeline.extraction.grammars.matching import Match
from timeline.extraction.resolving.anchors import Anchor
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
_BESIDE = 7  # tokens between a date and the weekday said with it: "7 December 1941, a Sunday"
_PAIR = 5  # tokens between two dates that share a year: "in May and June 1998"
_SEASON_TURN = 184  # days: a month told that lies further back than half a year is the next one


@dataclass
class Context(Narration):
    """The state of the reading of one text."""

    remembers: bool = False  # a history told on its anniversary: "this year" is that of publication
    solar: bool = False  # a text that tells Solar Hijri months: its "last year" is one of those
    opening: int | None = None  # the first year that the text gives
    death: Period | None = None  # the day that an obituary begins with
    following: list[Match] = field(default_factory=list)  # the matches after the present one
    absorbed: Match | None = None  # one that the expression before it has taken in
    shared_months: dict[int, Match] = field(default_factory=dict)  # of days listed: `listing`

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
        since = list[Period]()  # the years that were told since
        for told in reversed(self.recent):
            if told.period.scale > finest and self.leads(told, near):
                return None
            ahead = over and self.published and told.period.first > self.published.last
            if ahead or (self.aside(told) and not (near and self.is_beside(told, near))):
                continue
            if near and self.of_birth(told) and self.tells_an_age(told, near):
                return None
            if told.period.scale <= finest:
                moved = any(told.last.last < year.first for year in since)
                back = since[:1] if finest < Scale.YEAR else []  # "In 2013 ... Twelve months later"
                moved = moved or any(told.last.first > year.last for year in back)
                return None if moved else Anchor("narrative", told.last, told.found.solar)
            if told.explicit and told.period.scale <= Scale.MONTH:
                return None
            since += [told.period] if told.explicit else []
        return None

    def only_of_today(self) -> Anchor | None:
        """The last date told where all are counted from publication, as in an obituary that opens
        with the death: "died on Thursday. He had left hospital a week earlier"."""
        recent = self.recent
        today = all(told.found.anchor.startswith("publication") for told in recent)
        return Anchor("narrative", recent[-1].last) if recent and today else None

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
        return last if told >= self.sentence_begin(match) else None

    def day_of_sentence(self, match: Match) -> Anchor | None:
        """The day counted from publication that the sentence has told, also in a history: "on
        Saturday the ceremony begins at 10"."""
        told = self.told[-1] if self.told else None
        begin = self.sentence_begin(match)
        if not told or told.period.scale is not Scale.DAY or told.at < begin:
            return None
        today = told.found.anchor.startswith("publication")
        return Anchor("narrative", told.period) if today else None

    def entry(self) -> Anchor | None:
        """The day of an entry that begins with a clock time: the heading's, else in the news the
        day of publication, whatever the entry before it told."""
        for told in reversed(self.recent):
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
        for told in reversed(self.recent):
            if self.returns(told):
                return None
            if told.period.scale > finest or self.is_mentioned(told, match):
                continue
            if self.paragraph(told.at) != paragraph or match.begin - told.at >= _NEAR:
                return None
            if told.found.anchor.startswith("heading"):
                return Anchor("heading", told.period)
            known = told.explicit or told.found.rule == "carried" or self.tells_on(told, match)
            if known:
                past = told.last.last < self.published.at(Scale.YEAR).first
                on = past and (self.is_listed(match) or not self._is_ahead(match))
                return Anchor("narrative", told.period) if on else None
        return None

    def _above(self, match: Match, finest: Scale) -> Period | None:
        """The date with a line to itself above the entry that an expression opens; that of
        another year than publication above all that stands under it, too."""
        headings = (t for t in reversed(self.recent) if t.explicit and t.period.scale <= finest)
        above = next((t for t in headings if self.stands_alone(t.match)), None)
        if above is None or self.opens_line(match):
            return above.period if above else None
        other = self.published and above.last.year != self.published.year
        return above.period if other and self.is_under(above.match, match) else None

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
        fitting = [told for told in self.recent if told.period.scale <= finest]
        if self.published:
            fitting = [told for told in fitting if not self.is_past_birth(told, match)]
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

    def follower(self, match: Match) -> Match | None:
        """The expression that follows in the sentence; in news only the other half of a pair."""
        for follower in self.following[:1]:
            between = self.coded.shape[match.end : follower.begin]
            reach = CUE_REACH if self.history else _PAIR
            if len(between) <= reach and not SENTENCE_END.search(between) and "(" not in between:
                return follower
        return None

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
        return self._beside_publication(match, candidates(self.published), self.published)

    def _beside_publication(
        self, match: Match, possible: list[Period], published: Period
    ) -> tuple[Period, Anchor, str] | None:
        """The nearest of the possible periods on that side of publication that the words tell."""
        if not possible:
            return None
        direction = self.direction(match)
        if direction == NEAREST and self.tells_its_year(match):
            possible = [p for p in possible if p.year == published.year] or possible
        chosen = nearest(possible, published, self._sharpened(match, direction))
        if self.history and chosen.scale is Scale.DAY and self.reports_a_death(match):
            self.death = chosen
        return chosen, Anchor("publication", published), chosen.side_of(published)

    def _sharpened(self, match: Match, direction: str) -> str:
        """The side of publication, and whether no verb leaves it open: OVER for PAST, AHEAD for
        FUTURE; "runs until December" means the next one."""
        until = match.mods.get("open") == "END"
        if until and direction == NEAREST and self.cued(match) == FUTURE:
            direction = FUTURE
        if direction == PAST and (self.opens_sentence(match) or self.is_over(match)):
            return OVER
        return AHEAD if direction == FUTURE and self.is_all_ahead(match) else direction

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
