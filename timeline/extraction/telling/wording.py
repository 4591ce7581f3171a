"""What a telling is called: the title of its clause, with the words that this goes on from."""

from timeline.extraction.narrative.dependents import turn
from timeline.extraction.telling.article import Article
from timeline.extraction.titling import gapping
from timeline.extraction.titling.titles import title_of
from timeline.text import Span, fold


def title(article: Article, clause: Span, sentence: Span, subject: str) -> str:
    """A title for what a clause of a sentence tells; `subject` is whom its pronoun means."""
    text, narrative = article.text, article.narrative
    dates = article.dates_in(sentence)
    if turned := turn(text, clause, dates, narrative):
        goes_on = narrative.pattern("pronouns", "auxiliaries", "verbs", "dropping")
        if goes_on.match(text, turned.start, turned.end):
            subject = article.cast.first_person(Span(clause.start, turned.start)) or subject
        return titled(article, turned, subject)
    if shared := gapping.shared(text, clause, sentence, dates, narrative):
        return _with_its_verb(article, shared, clause)
    told = titled(article, _joined(article, clause, sentence), subject)
    if " " not in told and clause.start > sentence.start:  # "..., but | rebuilt in 1947"
        return titled(article, Span(sentence.start, clause.end), subject)
    return told


def titled(article: Article, words: Span, subject: str) -> str:
    """A title from these words alone; `subject` as above."""
    dates = article.dates_in(words)
    return title_of(article.text, words, dates, article.narrative, subject)


def _with_its_verb(article: Article, shared: str, clause: Span) -> str:
    """Of a clause behind the words that it shares with the one before: "in 2001 the iPod"."""
    words = f"{shared} {article.text[clause.start : clause.end]}"
    moved = len(shared) + 1 - clause.start
    dates = [Span(date.start + moved, date.end + moved) for date in article.dates_in(clause)]
    return title_of(words, Span(0, len(words)), dates, article.narrative)


def _joined(article: Article, clause: Span, sentence: Span) -> Span:
    """With the main clause before it, where a clause begins with a relative pronoun that is no
    article too: alone it would not say of what it tells; and with what was done, where the relative
    is the object."""
    if taken_up := article.cast.subjects.antecedents.of_an_object(clause, sentence):
        return Span(taken_up.start, clause.end)
    first = fold(article.text[clause.start : clause.end].split(" ", 1)[0])
    words = article.narrative.words
    relative = first in words("relative") and first in words("common")
    if not relative or first in words("articles", "asides"):
        return clause
    alone = article.narrative.restrictive, article.narrative.pattern("oblique")
    opens = any(pattern.match(article.text, clause.start, clause.end) for pattern in alone)
    return clause if opens else Span(sentence.start, clause.end)
