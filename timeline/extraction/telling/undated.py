"""What a text tells without a date: "recently the mayor resigned".

No event is made of it; it is set aside for an editor, who may know when it was.
"""

from collections.abc import Iterator

from timeline.extraction.expressions import Expression
from timeline.extraction.findings import Undated
from timeline.extraction.resolving.found import DATE, TIME
from timeline.extraction.telling.article import Article
from timeline.extraction.telling.drafts import happenings, words_beside
from timeline.text import Span

# TIMEX3's value for "now" and "today's": what is so at present is no event.
_PRESENT = "PRESENT_REF"


def undated(article: Article) -> Iterator[Undated]:
    """Sentences that say plainly what happened and whose only times have no calendar value, in the
    order of the text."""
    last = None
    for one in filter(_is_vague, article.timeless):
        sentence = article.sentence_at(one.start)
        sentence = Span(sentence.start, max(sentence.end, one.end))
        if sentence == last or article.is_dated(sentence):
            continue
        words = words_beside(article.text, sentence, Span(one.start, one.end))
        if happenings(words, article.narrative):
            last = sentence
            yield Undated(sentence, Span(one.start, one.end))


def _is_vague(one: Expression) -> bool:
    return one.kind in (DATE, TIME) and one.value != _PRESENT
