"""A clause that leaves out what the one before it has said.

"The band played in Rome in May 2012 **and in Paris a month later**": of the second date it tells
"The band played in Paris". The two clauses share the words before the preposition that both have.
"""

import re
from collections.abc import Sequence

from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.reach import AND
from timeline.text import Span, fold

_MOST = 5  # words of such a clause beside its date
_FEWEST = 2  # words that are shared: a subject and its verb
_PARTED = ";؛–—:"  # behind which a clause stands by itself
_CAPITAL, _COMMA = re.compile(r"[A-ZÄÖÜ]"), re.compile(",")
_TO_DO = re.compile(r"[a-zäöü]{2,6}zu[a-zäöü]+n")  # a German infinitive: "anzutreten"
_VERBS = ("auxiliaries", "verbs", "dropping", "participles", "pronouns")


def shared(
    text: str, clause: Span, sentence: Span, dates: Sequence[Span], narrative: Narrative
) -> str:
    """The words that the clause leaves out, "" where it opens its sentence, has a verb or nothing
    is plain."""
    if clause.start <= sentence.start:  # as most clauses do
        return ""
    before = Span(sentence.start, clause.start)
    if verb := _shared_verb(text, clause, sentence, dates, narrative):
        return verb
    if verb := _shared_auxiliary(text, clause, before, dates, narrative):
        return verb
    if not _is_gapped(text, clause, sentence, dates, narrative):
        return ""
    first = _words(text, clause, dates)[0]
    word = rf"(?<!\w){re.escape(_apart(first, narrative))}(?!\w)"
    for found in re.finditer(word, text[sentence.start : clause.start]):
        end = sentence.start + found.start()
        start = max([d.end for d in dates if d.end <= end], default=sentence.start)
        words = text[max(start, sentence.start) : end].split()
        if len(words) > _FEWEST or (len(words) == _FEWEST and _tells(words, narrative)):
            return " ".join(words).lstrip(",، ")
    return ""


def _shared_verb(
    text: str, clause: Span, sentence: Span, dates: Sequence[Span], narrative: Narrative
) -> str:
    """ "She **founded** the bank in 2017, and | the fund two years later": the subject and verb of
    the clause before, where an object stands behind its verb and another is all the clause has."""
    joined = text[sentence.start : clause.start].split()[-1:]
    joins, closed = narrative.words("coordinate"), narrative.words("prepositions", "time_words")
    words = [] if joins.isdisjoint(map(fold, joined)) else _words(text, clause, dates)
    if not 0 < len(words) <= _MOST:
        return ""
    article = fold(words[0]) in narrative.words("articles", "determiners")
    brand = words[0][1:] != words[0][1:].lower()  # a name like any other may be a new subject
    if not (article or brand) or _tells(words, narrative):
        return ""
    before = _words(text, Span(sentence.start, clause.start), dates)
    verbs = [i for i, word in enumerate(before) if i and _is_verb(word, narrative)]
    behind = before[verbs[0] + 1 :][:1] if len(verbs) == 1 else []
    governed = not behind or fold(behind[0]) in closed - narrative.words("articles")
    return "" if governed else " ".join(before[: verbs[0] + 1])


def _shared_auxiliary(
    text: str, clause: Span, before: Span, dates: Sequence[Span], narrative: Narrative
) -> str:
    """ "Die Arbeiten **sollen** im Mai beginnen und | bis 2026 dauern": the subject and auxiliary
    of the clause before, where German ends both with what the auxiliary governs."""
    if narrative.capitals != "nouns":
        return ""
    words = _words(text, clause, dates)
    small = narrative.words("articles", "determiners", "subordinate")
    if not words or fold(words[0]) in small:
        return ""
    if text[slice(*before)].rstrip().endswith(",") and _opens_with_verb(text, clause, narrative):
        return ""  # "Die Stadt, die ihn geehrt hatte, | plant am 3. Mai ein Fest"
    auxiliaries = narrative.pattern("auxiliaries")
    if not words[-1].islower() or auxiliaries.search(" ".join(words[:-1])):
        return ""
    if "zu" in words or _TO_DO.fullmatch(words[-1]):
        return ""  # "kündigte an, 2026 nicht mehr anzutreten"
    if auxiliaries.fullmatch(words[-1]) and not words[-1].endswith("en"):
        return ""  # "geprüft worden" shares a "war", "geprüft wurde" has its own
    found = auxiliaries.search(text, before.start, before.end)
    if found is None:
        return ""
    subject = " ".join(_words(text, Span(before.start, found.start()), dates))
    if not _CAPITAL.search(subject[1:]):  # "Bereits 2018 | hatte | der Eigentümer, ..."
        subject = _COMMA.split(text[found.end() + 1 : before.end])[0]
        subject = subject if subject.count(" ") < _MOST and _CAPITAL.search(subject) else ""
    return f"{subject} {found[0]}" if subject else ""


def _opens_with_verb(text: str, clause: Span, narrative: Narrative) -> bool:
    """Whether no preposition or the like opens a clause, and no date."""
    first, known = fold(text[slice(*clause)].split(" ", 1)[0]), narrative.words
    small = known("time_words", "prepositions", "objects", "common") - known("auxiliaries")
    return first.isalpha() and first not in small


def _is_verb(word: str, narrative: Narrative) -> bool:
    ending = word.islower() and fold(word).endswith(narrative.endings("coordinated"))
    return ending or narrative.pattern("verbs").fullmatch(word) is not None


def _is_gapped(
    text: str, clause: Span, sentence: Span, dates: Sequence[Span], narrative: Narrative
) -> bool:
    """Whether the clause opens with a preposition and has no verb, as far as its words tell."""
    words = _words(text, clause, dates)
    parted = text[sentence.start : clause.start].rstrip()[-1:] in _PARTED
    if parted or not 1 < len(words) <= _MOST:
        return False
    first = fold(_apart(words[0], narrative))
    if first not in narrative.words("prepositions", "locatives"):
        return False
    small = narrative.words("common", "determiners", "prepositions", "time_words")
    unknown = [word for word in words[1:] if word[0].islower() and fold(word) not in small]
    return len(unknown) <= 1 and not _tells(words, narrative)


def _words(text: str, clause: Span, dates: Sequence[Span]) -> list[str]:
    """The words of a clause beside its dates."""
    kept, at = [], clause.start
    for date in dates:
        if clause.start <= date.start and date.end <= clause.end:
            kept.append(text[at : date.start])
            at = date.end
    return " ".join([*kept, text[at : clause.end]]).split()


def _apart(word: str, narrative: Narrative) -> str:
    """Without an "and" that is written onto it."""
    return word[1:] if narrative.prefixes and word[0] in AND else word


def _tells(words: Sequence[str], narrative: Narrative) -> bool:
    """Whether the words hold a verb, or a pronoun that has one."""
    if narrative.pattern(*_VERBS).search(" ".join(words)):
        return True
    return any(narrative.happening(word) for word in words)
