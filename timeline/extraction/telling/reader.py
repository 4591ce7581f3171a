"""The tellings of one article: which of its dates tell an event, in which words, of whom, where."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby

from timeline.dates.edtf import Date
from timeline.dates.resolution import Resolution, Rule
from timeline.dates.scales import Precision
from timeline.extraction.expressions import DatedEvent, Expression
from timeline.extraction.narrative.boundaries import stripped
from timeline.extraction.narrative.clauses import clauses
from timeline.extraction.narrative.dependents import attributed, opening_phrase
from timeline.extraction.narrative.layout import (
    Kind,
    Line,
    after_dateline,
    entry_start,
    report_start,
)
from timeline.extraction.telling import fields
from timeline.extraction.telling.article import Article, extents
from timeline.extraction.telling.drafts import (
    Draft,
    happenings,
    points_back,
    stems,
    unnamed,
    words_beside,
)
from timeline.extraction.telling.exactness import finest
from timeline.extraction.telling.reasons import reasons
from timeline.extraction.telling.selection import Verdict, judge
from timeline.extraction.telling.setting import Setting
from timeline.extraction.telling.since import told_since
from timeline.extraction.telling.wording import title, titled
from timeline.text import Span, fold

_DASH, _LONGEST_PLACE = re.compile(r" [–—-] (?=\w)"), 40  # "Frankfurt – "
_FAR = 2_000  # characters before a clause; where no full stop ends a sentence, it is the whole text


class Reader:
    """What one article tells, line by line, sentence by sentence, clause by clause."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text, self.narrative, self.cast = article.text, article.narrative, article.cast

    def drafts(self) -> Iterator[Draft]:
        """One for each telling of an event, in the order of the text."""
        for line, found in self.article.dated_lines():
            if line.kind is Kind.DOCUMENT:
                yield from self.posted(line, found[-1])
                continue
            if found[0].start in self.article.posts:
                yield from self.posted(line, found[0])
            for sentence, group in self.article.by_sentence(found):
                yield from self.told(line, sentence, group)

    def posted(self, line: Line, stamp: Expression) -> Iterator[Draft]:
        """What a post or an entry below its time tells; of a live blog only what names something
        or somebody: "Good morning and welcome" does not."""
        if (sentence := self.article.posts.get(stamp.start)) is None:
            return
        opening = Span(sentence.start, sentence.start)
        (clause,) = clauses(self.text, sentence, [opening], self.narrative)
        draft = self.draft(
            Setting(self.text, stamp, line, clause, True, self.narrative), sentence, support=False
        )
        draft.reasons += ("date-elsewhere",)
        of_a_day = stamp.date is not None and stamp.date.precision is not Precision.MINUTE
        if of_a_day or draft.happenings or draft.participants or draft.places:
            yield draft

    def told(self, line: Line, sentence: Span, found: list[Expression]) -> Iterator[Draft]:
        """The tellings of one sentence."""
        if line.kind is Kind.FIELD:
            yield from self.fact(line, sentence, found[0])
            return
        sentence, found = self.opened(line, sentence, found)
        if fields.is_life(self.text, found, sentence):
            yield from self.life(line, sentence, found[:2])
            found = found[2:]
        elif found and fields.is_birth(self.text, found[0], sentence, self.narrative):
            yield from self.life(line, sentence, found[:1])
            found = found[1:]
        if found:
            yield from self.told_in_clauses(line, sentence, found)

    def opened(
        self, line: Line, sentence: Span, found: list[Expression]
    ) -> tuple[Span, list[Expression]]:
        """The sentence without what opens its line: a dateline, an agency, the time of a post."""
        first = sentence.start == line.span.start
        if first:
            start = min(self._report_start(line.span), found[0].start)
            sentence = Span(start, sentence.end)
        date = Span(found[0].start, found[0].end)
        if start := after_dateline(self.text, line, date):
            return Span(start, sentence.end), found[1:]
        told = found[1:] if self._is_only_a_stamp(found, line) else found
        if line.kind is Kind.ENTRY and first and sentence.start <= date.start:
            return Span(entry_start(self.text, line, date), sentence.end), told
        if len(told) < len(found):
            behind = stripped(self.text, Span(found[0].end, sentence.end))
            return Span(behind.start, sentence.end), told
        return sentence, found

    def _report_start(self, line: Span) -> int:
        """Where a line begins behind the place that opens it: "KABUL (Agency) - Nine ...",
        "Frankfurt – Der Rat ..."."""
        start = report_start(self.text, line)
        near = Span(line.start, min(line.end, line.start + _LONGEST_PLACE))
        opening = next(iter(self.cast.names.within(near)), None)
        if start > line.start or not opening or opening.start > line.start:
            return start
        dash = opening.name.kind == "place" and _DASH.match(self.text, opening.end, line.end)
        return dash.end() if dash and self.text[dash.end()].isupper() else start

    def _is_only_a_stamp(self, found: list[Expression], line: Line) -> bool:
        """Whether a clock time says when a post was written, and what it tells has its own."""
        return _is_stamp(found[0], line) and not all(map(self._bounds, found[1:]))

    def _bounds(self, one: Expression) -> bool:
        """ "15:05 All flights are cancelled **until tomorrow**": how long, told at that time."""
        first = self.text[one.start : one.end].split(" ", 1)[0]
        return fold(first) in self.narrative.words("bounds")

    def told_in_clauses(
        self, line: Line, sentence: Span, found: list[Expression]
    ) -> Iterator[Draft]:
        """The tellings of each clause of a sentence."""
        spans = clauses(self.text, sentence, extents(found), self.narrative)
        for clause, group in groupby(zip(spans, found, strict=True), lambda pair: pair[0]):
            near = Span(max(sentence.start, clause.start - _FAR), sentence.end)
            inside = [
                Setting(self.text, one, line, clause, len(found) == 1, self.narrative)
                for _, one in group
            ]
            kept = finest([s.expression for s in telling(inside)])
            for setting in inside:
                if setting.expression in kept:
                    yield from self.told_by(setting, near)
                if event := setting.expression.event:
                    yield from self.counted_from(setting, near, event)

    def told_by(self, setting: Setting, sentence: Span) -> Iterator[Draft]:
        """What an expression tells: an event or none, and how a span of time began."""
        one, clause = setting.expression, setting.clause
        if began := told_since(self.text, one, sentence, self.narrative):
            setting = replace(setting, clause=Span(clause.start, one.end))
        if noun := attributed(self.text, clause, setting.date, self.narrative):
            setting = replace(setting, clause=noun)
        verdict = judge(setting)
        if verdict is not Verdict.NONE:
            yield self.draft(setting, sentence, verdict is Verdict.SUPPORT)
        if setting.line.kind is Kind.HEADING:
            yield from self.beginning(setting)
        if began:
            first = replace(setting, expression=began.expression, clause=began.quote)
            called = titled(self.article, began.told, "")
            yield self.draft(first, sentence, support=False, called=called)

    def counted_from(self, setting: Setting, sentence: Span, event: DatedEvent) -> Iterator[Draft]:
        """ "Two days after **the quake of 6 February**": what another event is counted from."""
        quote = stripped(self.text, event.quote)
        told = replace(setting, expression=event.date, clause=quote)
        draft = self.draft(told, sentence, support=False)
        if self.narrative.capitals == "nouns":  # "(nach) dem | Erdbeben": no case of a title
            article, _, rest = draft.title.partition(" ")
            draft.title = rest if fold(article) in self.narrative.words("articles") else draft.title
        if draft.happenings:
            yield draft

    def fact(self, line: Line, sentence: Span, one: Expression) -> Iterator[Draft]:
        """What a field of an infobox tells, if its key says that something happened."""
        key = line.key or line.span
        if says := happenings(self.text[key.start : key.end].split(), self.narrative):
            clause = fields.fact(self.text, self.article.lines, line)
            setting = Setting(self.text, one, line, clause, True, self.narrative)
            called = fields.heading(self.text, line, clause, self.narrative, self.article.title)
            draft = self.draft(setting, sentence, support=False, called=called)
            draft.happenings, draft.fact = says, True
            whose = self.cast.named(self.article.title)
            others = (p for p in draft.participants if not whose or p.kind != "place")
            draft.participants = tuple(dict.fromkeys((*whose, *others)))
            draft.named |= {name.text for name in draft.participants}
            yield draft

    def life(self, line: Line, sentence: Span, found: list[Expression]) -> Iterator[Draft]:
        """A birth, perhaps a death: somebody's dates in brackets."""
        clause = Span(sentence.start, fields.bracket_end(self.text, found[-1], sentence))
        for one, kind in zip(found, ("birth", "death"), strict=False):
            setting = Setting(self.text, one, line, clause, True, self.narrative)
            draft = self.draft(setting, sentence, support=False)
            draft.happenings = tuple(filter(None, [self.narrative.named(kind)]))
            if draft.participants:
                draft.participants = draft.participants[:1]
                draft.title = fields.told(kind, draft.participants[0].text, self.narrative)
            yield draft

    def draft(self, setting: Setting, sentence: Span, support: bool, called: str = "") -> Draft:
        """One telling, read in full; its title is that of its clause, unless it is `called` so."""
        one, clause, date = setting.expression, setting.clause, setting.date
        words = words_beside(self.text, clause, date)
        subject = self.cast.subject(clause, sentence, date)
        others = self.cast.subjects.unnamed(clause, sentence, date)
        participants = self.cast.participants(clause, subject, others)
        says = happenings(unnamed(words, participants), self.narrative)
        return Draft(
            date=_date(one),
            part=one.part,
            resolution=one.resolution or Resolution(Rule.EXPLICIT),
            quote=clause,
            expression=date,
            title=called or title(self.article, clause, sentence, subject),
            participants=participants,
            places=self.cast.places(clause, partial(self.article.undated_after, sentence)),
            happenings=says,
            stems=stems(words, self.narrative),
            named=self.cast.told(clause, participants),
            reasons=tuple(reasons(setting, bool(says))),
            support=support,
            pointing=points_back(self.text, clause, date, self.narrative),
        )

    def beginning(self, setting: Setting) -> Iterator[Draft]:
        """ "Third visit since 2011" above "After the beginning of the revolution, ...": the heading
        has the date, the sentence below says of what."""
        one = setting.expression
        following = self.article.following(setting.date)
        if not (one.date and one.date.open_end and following):
            return
        phrase = opening_phrase(self.text, following, self.narrative)
        if phrase and self.narrative.pattern("beginnings").search(
            self.text, phrase.start, phrase.end
        ):
            moved = Setting(self.text, one, setting.line, phrase, True, self.narrative)
            draft = self.draft(moved, following, support=False)
            draft.reasons += ("date-elsewhere",)
            yield draft


def _is_stamp(one: Expression, line: Line) -> bool:
    """Whether a clock time opens its line: when a live blog was written, not what it tells."""
    minute = one.date is not None and one.date.precision is Precision.MINUTE
    return minute and one.start == line.span.start


def telling(settings: list[Setting]) -> list[Setting]:
    """Of several expressions of one clause those that tell something: in "closed from the war of
    1967 until June 1975" the second."""
    if len(settings) == 1:
        return settings
    return [setting for setting in settings if judge(setting) is not Verdict.NONE]


def _date(found: Expression) -> Date:
    if found.date is None:
        raise ValueError("an expression without a date tells no event")
    return found.date
