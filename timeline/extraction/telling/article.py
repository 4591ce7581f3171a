"""One article, read: its times, its lines and sentences, and who and what it names."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from timeline.extraction import expressions
from timeline.extraction.expressions import Expression
from timeline.extraction.findings import KnownName
from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.layout import Kind, Line, line_of
from timeline.extraction.narrative.narratives import narrative_of
from timeline.extraction.telling.cast import Cast
from timeline.extraction.telling.posts import headlines, posts
from timeline.text import Span, paragraphs, sentences

_MOST_DATES = 6  # in one clause, that its title does without


class Article:
    """One article, read. All lists are in the order of the text, all offsets code points of it."""

    def __init__(
        self,
        text: str,
        title: str,
        published: datetime.date | None,
        language: str,
        names: Sequence[KnownName],
    ) -> None:
        self.text, self.title = text, title.strip()
        self.narrative = narrative_of(language)
        found = expressions.find(text, published=published, language=language)
        self.found = [expression for expression in found if expression.date]
        self.timeless = [expression for expression in found if not expression.date]
        self.dates = extents(self.found)
        self.begins = [date.start for date in self.dates]
        self.lines = paragraphs(text)
        self.sentences = sentences(text, language, self.lines)
        self.starts = [sentence.start for sentence in self.sentences]
        self.posts = {one.start: told for one, told in posts(text, self.found, self.sentences)}
        self.headlines = headlines(text, self.found)
        named = Names(text, self.narrative, names, self.dates)
        self.cast = Cast(text, self.sentences, named, self.narrative, self.title)

    def dated_lines(self) -> Iterator[tuple[Line, list[Expression]]]:
        """The lines with time expressions, and these."""
        starts = [line.start for line in self.lines]
        alone = len(self.lines) == 1
        for number, group in groupby(
            self.found, lambda found: bisect_right(starts, found.start) - 1
        ):
            found = list(group)
            span = self.lines[number]
            line = line_of(self.text, span, number, alone, extents(found), self.narrative)
            apart = line.kind in (Kind.HEADING, Kind.DOCUMENT)
            if apart and found[0].start in self.headlines:
                line = replace(line, kind=Kind.ENTRY)
            yield line, found

    def by_sentence(self, found: list[Expression]) -> Iterator[tuple[Span, list[Expression]]]:
        """The sentences that hold these expressions, and which each holds; one that an expression
        reaches out of ends with it."""
        for number, group in groupby(found, lambda one: bisect_right(self.starts, one.start) - 1):
            inside = list(group)
            start, end = self.sentences[number]
            yield Span(start, max(end, inside[-1].end)), inside

    def sentence_at(self, start: int) -> Span:
        """The sentence that holds a place in the text; the first one, if none begins before it."""
        return self.sentences[max(0, bisect_right(self.starts, start) - 1)]

    def following(self, sentence: Span) -> Span | None:
        """The sentence behind another."""
        number = bisect_right(self.starts, sentence.start)
        return self.sentences[number] if number < len(self.sentences) else None

    def undated_after(self, sentence: Span) -> Span | None:
        """The next sentence of the same paragraph, if it has no time of its own."""
        following = self.following(sentence)
        if following is None or self.is_dated(following):
            return None
        return None if "\n" in self.text[sentence.end : following.start] else following

    def is_dated(self, words: Span) -> bool:
        """Whether an expression with a date begins in a sentence."""
        return bisect_left(self.begins, words.end) > bisect_left(self.begins, words.start)

    def dates_in(self, words: Span) -> list[Span]:
        """The first expressions with a date in a clause or sentence."""
        first = bisect_left(self.begins, words.start)
        near = self.dates[first : first + _MOST_DATES]
        return [date for date in near if date.end <= words.end]


def extents(found: Sequence[Expression]) -> list[Span]:
    """Where expressions stand."""
    return [Span(one.start, one.end) for one in found]
