"""Runs of capitalised words: what may be names in scripts that have capitals."""

import re
from collections.abc import Iterator, Sequence

from timeline.extraction.naming.vocabulary import UPPER, Vocabulary, Word
from timeline.text import Span, fold

# A class first: a search passes quickly over whatever cannot begin a name ("al-" can).
_WORD = re.compile(
    rf"[{UPPER}ae](?<![\w@#/].)(?:(?<![ae])|[lnrs]h?-[{UPPER}])"
    rf"(?:\.(?:[{UPPER}]\.)+|\.(?=\s[{UPPER}])|\w*(?:[-’'&]\w+)*)"
)
_OWNS = ("'s ", "’s ", "' ", "’ ")
_ACTS = ("ung", "ungen")  # endings of German nouns for what is done
_MOST_WORDS = 8  # in one name
FULL_NAME = 2  # words, at least
_LONGEST_GAP = 24  # characters: longer than what joins two words of any name


def runs(text: str, vocabulary: Vocabulary, taken: Sequence[Span]) -> Iterator[list[Word]]:
    """Capitalised words with nothing between them but a space and small joining words: what is
    taken keeps the words beside it apart."""
    run, end = list[Word](), 0
    for start, written in _untaken(text, taken):
        kind = ""
        if run and start - end < _LONGEST_GAP:
            gap = text[end:start]
            kind = "plain" if gap == " " else _joined(gap, vocabulary, run, written)
        if run and (not kind or len(run) >= _MOST_WORDS):
            yield run
            run, kind = [], ""
        form = vocabulary.forms[written]
        end = start + len(form.text)
        run.append(Word(start, end, kind, form))
        if form.text != written and not _names_a_house(run, vocabulary):
            yield run
            run = []
    if run:
        yield run


def _untaken(text: str, taken: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """The capitalised words outside the spans already taken, and where each starts."""
    behind_all = Span(len(text), len(text) + 1)
    ahead = iter((*taken, behind_all))
    following = next(ahead)
    for match in _WORD.finditer(text):
        start, end = match.span()
        while following.end <= start:
            following = next(ahead)
        if following.start >= end:
            yield start, match[0]


def _names_a_house(run: list[Word], known: Vocabulary) -> bool:
    """Whether a possessive goes on with what is named so: "King's | College", "St Paul's |
    School", not "King Charles's | Council"."""
    saint = len(run) == 2 and run[0].form.folded in known.saints
    return saint or (len(run) == 1 and run[0].form.folded in known.patrons)


def _joined(gap: str, known: Vocabulary, run: list[Word], written: str) -> str:
    """How the words of a run are joined to the one behind them, "" if they are not."""
    kind = known.gaps.get(gap, "")
    if gap == ". " and run[-1].form.text in known.abbreviations:
        return "plain"
    if gap in _OWNS:
        return "plain"  # of a house alone: "King's College"
    if kind == "joining" and fold(written) in known.calendar:
        return ""  # "the Office on June 18"
    if kind == "particle" and known.nouns and run[0].form.folded not in known.given:
        return ""  # "Freundin von der Universität"
    return kind


def opens_with_role(run: list[Word]) -> bool:
    """ "Tenor | Karl Brandt sang": a word with a sentence's capital before a full name."""
    if len(run) <= FULL_NAME or run[1].gap != "plain":
        return False
    if not run[1].form.gender or run[0].form.gender:
        return False
    return {"plain", "particle"}.issuperset([word.gap for word in run[1:]])


def is_body(words: list[Word]) -> bool:
    """Whether one of the words makes an organisation of them all."""
    return True in [word.form.body for word in words]


def is_joined(words: list[Word]) -> bool:
    """Whether a joining word stands between the words: "Ministry of ..."."""
    return any(word.gap == "joining" for word in words[1:])


def any_in(words: list[Word], listed: frozenset[str]) -> bool:
    return not listed.isdisjoint([word.form.folded for word in words])


def without_act(words: list[Word], known: Vocabulary) -> list[Word]:
    """Where nouns have capitals: without what somebody does behind a name, "erstattete Jens Stein |
    Anzeige", "nahm die Staatsanwaltschaft | Ermittlungen auf"."""
    fewest = FULL_NAME if words and words[0].form.gender else 1
    while len(words) > fewest:
        last = words[-1].form
        act = known.happening(last.text) is not None or last.folded.endswith(_ACTS)
        if not act or last.body or words[-1].gap != "plain":
            break
        words = words[:-1]
    return words
