"""One article read: which of its dates tell an event, in which words, of whom and where."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from timeline.dates.edtf import Date
from timeline.dates.resolution import Resolution, Rule
from timeline.dates.scales import Precision
from timeline.extraction import expressions
from timeline.extraction.expressions import DatedEvent, Expression
from timeline.extraction.findings import KnownName
from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.boundaries import stripped
from timeline.extraction.narrative.clauses import clauses
from timeline.extraction.narrative.dependents import attributed, opening_phrase, turn
from timeline.extraction.narrative.layout import (
    Kind,
    Line,
    after_dateline,
    entry_start,
    line_of,
    report_start,
)
from timeline.extraction.narrative.narratives import narrative_of
from timeline.extraction.telling import fields
from timeline.extraction.telling.cast import Cast
from timeline.extraction.telling.drafts import (
    Draft,
    happenings,
    points_back,
    stems,
    unnamed,
    words_beside,
)
from timeline.extraction.telling.exactness import finest
from timeline.extraction.telling.posts import headlines, posts
from timeline.extraction.telling.quotations import in_quotation
from timeline.extraction.telling.selection import Verdict, judge
from timeline.extraction.telling.setting import Setting
from timeline.extraction.telling.since import told_since
from timeline.extraction.titling import gapping
from timeline.extraction.titling.titles import title_of
from timeline.text import Span, fold, paragraphs, sentences

_MOST_DATES = 6  # in one clause, that its title does without
_YEAR = 364  # days from the first of a year to its last
_FAR = 2_000  # characters before a clause; where no full stop ends a sentence, it is the whole text


class Reader:
    """One article, read: its times, sentences and names."""

    def __init__(
        self,
        text: str,
        title: str,
        published: datetime.date | None,
        language: str,
        names: Sequence[KnownName],
    ) -> None:
        self.text, self.subject = text, title.strip()
        self.narrative = narrative_of(language)
        found = expressions.find(text, published=published, language=language)
        self.found = [expression for expression in found if expression.date]
        self.timeless = [expression for expression in found if not expression.date]
        self.dates = [Span(one.start, one.end) for one in self.found]
        self.begins = [date.start for date in self.dates]
        self.lines = paragraphs(text)
        self.sentences = sentences(text, language, self.lines)
        self.starts = [sentence.start for sentence in self.sentences]
        self.posts = {one.start: told for one, told in posts(text, self.found, self.sentences)}
        self.headlines = headlines(text, self.found)
        named = Names(text, self.narrative, names, self.dates)
        self.cast = Cast(text, self.sentences, named, self.narrative, self.subject)

    def drafts(self) -> Iterator[Draft]:
        """One for each telling of an event, in the order of the text."""
        for line, found in self.dated_lines():
            if line.kind is Kind.DOCUMENT:
                yield from self.posted(line, found[-1])
                continue
            if found[0].start in self.posts:
                yield from self.posted(line, found[0])
            for sentence, group in self.by_sentence(found):
                yield from self.told(line, sentence, group)

    def dated_lines(self) -> Iterator[tuple[Line, list[Expression]]]:
        """The lines with time expressions, and these."""
        starts = [line.start for line in self.lines]
        alone = len(self.lines) == 1
        for number, group in groupby(
            self.found, lambda found: bisect_right(starts, found.start) - 1
        ):
            found = list(group)
            span = self.lines[number]
            line = line_of(self.text, span, number, alone, _spans(found), self.narrative)
            apart = line.kind in (Kind.HEADING, Kind.DOCUMENT)
            if apart and found[0].start in self.headlines:
                line = replace(line, kind=Kind.ENTRY)
            yield line, found

    def posted(self, line: Line, stamp: Expression) -> Iterator[Draft]:
        """What the post of a live blog below its time tells, if it names something or somebody:
        "Good morning and welcome" does not."""
        if (sentence := self.posts.get(stamp.start)) is None:
            return
        opening = Span(sentence.start, sentence.start)
        (clause,) = clauses(self.text, sentence, [opening], self.narrative)
        draft = self.draft(
            Setting(self.text, stamp, line, clause, True, self.narrative), sentence, support=False
        )
        draft.reasons += ("date-elsewhere",)
        if draft.happenings or draft.participants or draft.places:
            yield draft

    def by_sentence(self, found: list[Expression]) -> Iterator[tuple[Span, list[Expression]]]:
        starts = self.starts
        for number, group in groupby(found, lambda one: bisect_right(starts, one.start) - 1):
            inside = list(group)
            sentence, end = self.sentences[number], inside[-1].end
            yield (sentence if end <= sentence.end else Span(sentence.start, end)), inside

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
            start = min(report_start(self.text, line.span), found[0].start)
            sentence = Span(start, sentence.end)
        date = Span(found[0].start, found[0].end)
        if start := after_dateline(self.text, line, date):
            return Span(start, sentence.end), found[1:]
        if line.kind is Kind.ENTRY and first and sentence.start <= date.start:
            return Span(entry_start(self.text, line, date), sentence.end), found
        if _is_stamp(found[0], line) and not all(map(self._bounds, found[1:])):
            behind = stripped(self.text, Span(found[0].end, sentence.end))
            return Span(behind.start, sentence.end), found[1:]
        return sentence, found

    def _bounds(self, one: Expression) -> bool:
        """ "15:05 All flights are cancelled **until tomorrow**": how long, told at that time."""
        first = self.text[one.start : one.end].split(" ", 1)[0]
        return fold(first) in self.narrative.words("bounds")

    def told_in_clauses(
        self, line: Line, sentence: Span, found: list[Expression]
    ) -> Iterator[Draft]:
        """The tellings of each clause of a sentence."""
        spans = clauses(self.text, sentence, _spans(found), self.narrative)
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
            yield self.draft(first, sentence, support=False, title=self.titled(began.told, ""))

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
            clause = fields.fact(self.text, self.lines, line)
            setting = Setting(self.text, one, line, clause, True, self.narrative)
            title = fields.heading(self.text, line, clause, self.narrative, self.subject)
            draft = self.draft(setting, sentence, support=False, title=title)
            draft.happenings, draft.fact = says, True
            whose = self.cast.named(self.subject)
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

    def draft(self, setting: Setting, sentence: Span, support: bool, title: str = "") -> Draft:
        """One telling, read in full; its title is that of its clause, if none is given."""
        one, clause, date = setting.expression, setting.clause, setting.date
        words = words_beside(self.text, clause, date)
        subject = self.cast.subject(clause, sentence, date)
        participants = self.cast.participants(clause, subject)
        says = happenings(unnamed(words, participants), self.narrative)
        return Draft(
            date=_date(one),
            part=one.part,
            resolution=one.resolution or Resolution(Rule.EXPLICIT),
            quote=clause,
            expression=date,
            title=title or self.title(clause, sentence, subject),
            participants=participants,
            places=self.cast.places(clause, partial(self.undated_after, sentence)),
            happenings=says,
            stems=stems(words, self.narrative),
            named=self.cast.told(clause, participants),
            reasons=tuple(_reasons(setting, bool(says))),
            support=support,
            pointing=points_back(self.text, clause, date, self.narrative),
        )

    def undated_after(self, sentence: Span) -> Span | None:
        """The next sentence of the same paragraph, if it has no time of its own."""
        number = bisect_right(self.starts, sentence.start)
        if number >= len(self.sentences):
            return None
        following = self.sentences[number]
        dated = bisect_left(self.begins, following.end) > bisect_left(self.begins, following.start)
        apart = "\n" in self.text[sentence.end : following.start]
        return None if dated or apart else following

    def joined(self, clause: Span, sentence: Span) -> Span:
        """With the main clause before it, where a clause begins with a relative pronoun that is
        no article too: alone it would not say of what it tells; and with what was done, where the
        relative is the object."""
        if taken_up := self.cast.subjects.antecedents.of_an_object(clause, sentence):
            return Span(taken_up.start, clause.end)
        first = fold(self.text[clause.start : clause.end].split(" ", 1)[0])
        words = self.narrative.words
        relative = first in words("relative") and first in words("common")
        if not relative or first in words("articles", "asides"):
            return clause
        alone = self.narrative.restrictive, self.narrative.pattern("oblique")
        opens = any(pattern.match(self.text, clause.start, clause.end) for pattern in alone)
        return clause if opens else Span(sentence.start, clause.end)

    def title(self, clause: Span, sentence: Span, subject: str) -> str:
        dates = self.dates_in(sentence)
        if turned := turn(self.text, clause, dates, self.narrative):
            goes_on = self.narrative.pattern("pronouns", "auxiliaries", "verbs", "dropping")
            if goes_on.match(self.text, turned.start, turned.end):
                subject = self.cast.first_person(Span(clause.start, turned.start)) or subject
            return self.titled(turned, subject)
        if told := gapping.shared(self.text, clause, sentence, dates, self.narrative):
            words, moved = (
                f"{told} {self.text[clause.start : clause.end]}",
                len(told) + 1 - clause.start,
            )
            inside = [Span(d.start + moved, d.end + moved) for d in self.dates_in(clause)]
            return title_of(words, Span(0, len(words)), inside, self.narrative)
        told = self.titled(self.joined(clause, sentence), subject)
        if " " not in told and clause.start > sentence.start:  # "..., but | rebuilt in 1947"
            return self.titled(Span(sentence.start, clause.end), subject)
        return told

    def titled(self, clause: Span, subject: str) -> str:
        return title_of(self.text, clause, self.dates_in(clause), self.narrative, subject)

    def dates_in(self, words: Span) -> list[Span]:
        """The first expressions with a date in a clause or sentence."""
        first = bisect_left(self.begins, words.start)
        near = self.dates[first : first + _MOST_DATES]
        return [date for date in near if date.end <= words.end]

    def beginning(self, setting: Setting) -> Iterator[Draft]:
        """ "Third visit since 2011" above "After the beginning of the revolution, ...": the heading
        has the date, the sentence below says of what."""
        one = setting.expression
        following = bisect_right(self.starts, one.start)
        if not (one.date and one.date.open_end) or following >= len(self.sentences):
            return
        phrase = opening_phrase(self.text, self.sentences[following], self.narrative)
        if phrase and self.narrative.pattern("beginnings").search(
            self.text, phrase.start, phrase.end
        ):
            moved = Setting(self.text, one, setting.line, phrase, True, self.narrative)
            draft = self.draft(moved, self.sentences[following], support=False)
            draft.reasons += ("date-elsewhere",)
            yield draft


def _is_stamp(one: Expression, line: Line) -> bool:
    """Whether a clock time opens its line: when a live blog was written, not what it tells."""
    minute = one.date is not None and one.date.precision is Precision.MINUTE
    return minute and one.start == line.span.start


def _spans(found: Sequence[Expression]) -> list[Span]:
    return [Span(one.start, one.end) for one in found]


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


def _reasons(setting: Setting, happening: bool) -> Iterator[str]:
    date = setting.expression.date
    yield "happening" if happening else "no-happening"
    if date and date.precision is Precision.OPEN:
        yield "open-date"
    elif date and date.last_day - date.first_day >= _YEAR:
        yield "coarse-date"
    elif date and date.precision in (Precision.SEASON, Precision.QUARTER):
        yield "season-date"
    if date and (date.approximate or date.uncertain):
        yield "uncertain-date"
    if setting.says("hedges"):
        yield "hedged"
    if setting.says("negations"):
        yield "denied"
    if in_quotation(setting):
        yield "quotation"
    if setting.line.kind in (Kind.ENTRY, Kind.FIELD):
        yield "list-entry"
