"""What a text has told so far, and which of it an expression can be counted from.

Dates that a narrative only mentions (`asides`) do not carry it on; a heading, an entry of a list
and a paragraph each hold what is told in them together.
"""

from dataclasses import dataclass, field

from timeline.extraction.context.asides import (
    aside,
    is_inserted,
    is_of_a_relative,
    stands_apart,
    tells_a_birth,
)
from timeline.extraction.context.lines import Lines
from timeline.extraction.context.told import Told
from timeline.extraction.grammars.matching import Match
from timeline.extraction.resolving.found import Found
from timeline.extraction.resolving.periods import Period, Scale

_MOST_RECENT = 40  # dates: what was told before them carries nothing on; keeps the time linear
_AGE_REACH = 120  # tokens before a count of years in which an age may stand


@dataclass
class Narration(Lines):
    """The dates that one text has told, the last one last."""

    published: Period | None = None
    history: bool = False
    told: list[Told] = field(default_factory=list)

    @property
    def recent(self) -> list[Told]:
        """The dates told last."""
        return self.told[-_MOST_RECENT:]

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

    def is_past_birth(self, told: Told, match: Match) -> bool:
        """Whether a date is that of a birth told before, not in the entry that it opens: "1959:
        Born in Lyon on 9 October"."""
        entry = self.is_entry(told.match) and self.paragraph(told.at) == self.paragraph(match.begin)
        return not entry and self.of_birth(told)

    def is_mentioned(self, told: Told, match: Match) -> bool:
        """Whether a date carries no other one in a report: an aside, a birth, the year of "the
        quota, which was scrapped in 2018 and restored on 5 June"."""
        of_a_thing = told.period.scale >= Scale.YEAR and is_of_a_relative(told.match, self)
        return of_a_thing or self.aside(told) or self.is_past_birth(told, match)

    def leads(self, told: Told, near: Match | None) -> bool:
        """Whether a coarse date is that of the entry, or what the sentence of an expression tells
        before it: "will land in mid-2024 and send pictures a month later"."""
        if near and not told.match.mods.get("open"):
            return self.is_entry(told.match) or told.at >= self.sentence_begin(near)
        return self.is_entry(told.match)

    def is_beside(self, told: Told, near: Match) -> bool:
        """Whether a date that carries no narrative on is told right before an expression: in its
        sentence that of a participle or a beginning, in its paragraph the last of today's news."""
        begun = told.match.mods.get("open") == "START"
        begun = begun and "," not in self.sentence_before(told.match)
        if begun or is_inserted(told.match, self):
            return told.at >= self.sentence_begin(near)
        last = told is self.told[-1] and self.paragraph(told.at) == self.paragraph(near.begin)
        return last and not stands_apart(told.match, told.found, self)

    def tells_on(self, told: Told, match: Match) -> bool:
        """ "He was fired the next day and arrested on 29 May": counted from the narrative; a day
        is told on from in later sentences too."""
        counted = told.found.rule == "relative" and told.found.anchor.startswith("narrative")
        exact = told.period.scale is Scale.DAY
        return counted and (exact or told.at >= self.sentence_begin(match))

    def returns(self, told: Told) -> bool:
        """Whether the report is back in the present: a sentence opens with a date counted from
        publication, "A week ago", one as long as a month is, "in May last year", or a date told
        lies ahead of it or lasts until now."""
        lasts = told.match.mods.get("open") == "START" and not self.says(told.match, "perfect")
        ahead = self.published and told.period.first > self.published.last
        if ahead or (told.explicit and lasts):
            return True
        back = told.period.scale >= Scale.MONTH or self.opens_sentence(told.match)
        return told.found.anchor.startswith("publication") and back

    def tells_an_age(self, told: Told, near: Match) -> bool:
        """Whether an age stands between two expressions: "born in 1957. **At 13** he won a place,
        which he lost two years later"."""
        shape, grammar = self.coded.shape, self.coded.grammar
        begin = max(told.end, near.begin - _AGE_REACH)
        led = grammar.cue("ageing").finditer(shape, begin, near.begin)
        return any(shape[one.end() + 1 : one.end() + 2] in (*grammar.digits,) for one in led)

    def sentence_begin(self, match: Match) -> int:
        return match.begin - len(self.sentence_before(match))

    def in_sentence(self, match: Match) -> bool:
        """Whether a date has been told in the sentence already."""
        begin = self.sentence_begin(match)
        return any(told.at >= begin and not self.aside(told) for told in self.told[-2:])

    def in_paragraph(self, match: Match) -> bool:
        """Whether a date has been told in the paragraph already."""
        paragraph = self.paragraph(match.begin)
        return any(
            self.paragraph(told.at) == paragraph for told in self.told[-3:] if not self.aside(told)
        )

    def entry_before(self, match: Match, finest: Scale) -> Period | None:
        """The date with which the line before begins, where both are entries of a list."""
        if not self.is_entry(match):
            return None
        above = self.paragraph(match.begin) - 1
        entries = (told for told in reversed(self.told[-8:]) if self.paragraph(told.at) == above)
        fitting = (t.period for t in entries if t.period.scale <= finest and self.is_entry(t.match))
        return next(fitting, None)

    def is_listed(self, match: Match) -> bool:
        """Whether it stands in an entry of a list: "2023: The firm closes in February"."""
        near = (told for told in self.told[-8:] if self.is_entry(told.match))
        return any(self.paragraph(told.at) == self.paragraph(match.begin) for told in near)

    def tells_its_year(self, match: Match) -> bool:
        """Whether the paragraph has named the year of publication in a date: it is still meant."""
        paragraph = self.paragraph(match.begin)
        named = (t for t in self.told[-4:] if t.explicit and self.paragraph(t.at) == paragraph)
        year = self.published.year if self.published else None
        return any(told.last.year == year and not self.aside(told) for told in named)

    def finer(self, period: Period) -> Period:
        """The last month or day told of a year just named: the narrative stands there."""
        if period.scale is not Scale.YEAR:
            return period
        recent = (told.period for told in reversed(self.told[-4:]) if not self.aside(told))
        return next((p for p in recent if p.scale < Scale.SEASON and p.year == period.year), period)
