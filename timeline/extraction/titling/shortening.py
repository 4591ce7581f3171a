"""A title that is not too long: cut at a clause boundary or, at worst, between two words."""

import re
from itertools import pairwise, takewhile

from timeline.extraction.narrative.boundaries import boundaries
from timeline.extraction.narrative.marks import COMMA_SPACE
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.tidying import PARTICLE, tidy
from timeline.text import Span, fold

LONGEST = 90  # characters of a title
SHORTEST = 28  # a title is not cut at a boundary that leaves less
_APPOSITION = re.compile(r"(?P<role>[^,]{4,60}), (?P<name>[^,\d]{3,40}), (?=\w)")
_APPOSED_AGAIN = re.compile(r"[^,]{4,60}, (?=\w)")
_ROLE_BEHIND = re.compile(r"(?P<name>[^,\d]{3,40}), [^,]{4,}, (?P<told>\w.*)")
_BETWEEN_COMMAS = re.compile(r"(?P<name>[^،]{3,60})، (?P<role>[^و،][^،]{3,60})، (?P<told>[^و].*)")
_ASIDE = re.compile(r"(?P<name>[^,]{3,60}), (?P<rest>\w.*)")
_AGE = re.compile(r", \d{1,3},(?= [^\W\d_])|, \d{1,3}\Z")
_MOST_NOUN = 50  # characters of "A former banker" before its "who"
_MOST_BEFORE = 3  # words before "after": "Two and a half years"
_SEPARATOR = re.compile("[,،;؛]")
_LAST_WORD = re.compile(r"\s(\S+)\Z")


def shortened(words: str, narrative: Narrative) -> str:
    """At most `LONGEST` characters: cut at the last clause boundary, else between words."""
    if len(words) > LONGEST:
        words = _without_aside(_without_sequel(words, narrative), narrative)
        words = _without_age(_without_role(words, narrative))
    if len(words) > LONGEST:
        words = _without_restriction(words, narrative)
    if len(words) <= LONGEST:
        return words
    cuts = (
        _whole(words, _cuts(words, narrative), narrative)
        if _SEPARATOR.search(words, 0, LONGEST)
        else []
    )
    if cuts and cuts[-1] >= SHORTEST and not _loses_verb(words, cuts[-1], narrative):
        kept = words[: cuts[-1]]
        last = _LAST_WORD.search(kept)  # "scored a goal | and, ..."
        joins = last and fold(last[1]) in narrative.words("coordinate")
        return tidy(kept[: last.start()] if last and joins else kept)
    head = words[: LONGEST - 1]
    head = head[: head.rfind(" ")] if " " in head else head
    while (last := _LAST_WORD.search(head)) and _dangles(last[1], narrative):
        head = head[: last.start()]
    return tidy(head) + "…"


def _cuts(words: str, narrative: Narrative) -> list[int]:
    """Where a clause ends at a comma or a semicolon."""
    found = boundaries(words, Span(0, LONGEST + 1), narrative)
    return [cut.end for cut in found if _SEPARATOR.match(words, cut.end)]


def _whole(words: str, cuts: list[int], narrative: Narrative) -> list[int]:
    """The cuts as far as what stands before each is a whole clause or phrase."""
    parts = (words[start:end].strip(" ,،;؛") for start, end in pairwise(cuts))
    whole = sum(1 for _ in takewhile(lambda part: not _is_torn(part, narrative), parts))
    return cuts[: whole + 1]


def _is_torn(part: str, narrative: Narrative) -> bool:
    """ "A loss from which", "when the daughter of one victim"."""
    last = part.rsplit(" ", 1)[-1]
    if not part or (_dangles(last, narrative) and fold(last) not in narrative.words("coordinate")):
        return True
    depends = narrative.pattern("subordinate", "relative").match(part)
    return depends is not None and not _has_verb(part, narrative)


def _dangles(word: str, narrative: Narrative) -> bool:
    """Whether a title should not end with the word: "of", "2.1" of "2.1 billion"."""
    return fold(word) in narrative.words("common") or word[-1].isdigit()


def _without_sequel(words: str, narrative: Narrative) -> str:
    """ "Two days after the fire that ruined the mill, | the owner ...": what it followed goes."""
    opening = narrative.pattern("sequels").search(words, 0, SHORTEST)
    comma = _end_of_phrase(words, opening.end()) if opening else None
    before = words[: opening.start()] if opening else ""
    if not comma or before.count(" ") > _MOST_BEFORE or len(words) - comma.end() < SHORTEST:
        return words
    return words[comma.end() :]


def _end_of_phrase(words: str, start: int) -> re.Match[str] | None:
    """The comma behind a phrase; not that of "at Girton College, | Cambridge, she ..."."""
    commas = [*COMMA_SPACE.finditer(words, start)]
    ends = [*(comma.start() for comma in commas[1:]), len(words)]
    apart = (c for c, end in zip(commas, ends, strict=False) if not words[c.end() : end].istitle())
    return next(apart, None)


def _without_aside(words: str, narrative: Narrative) -> str:
    """ "Lina Aziz, who was in Lyon for a fair, met ...", "Her trial, put off because of a flood,
    opened": without what stands between."""
    found = _ASIDE.match(words)
    aside = found and _opens_aside(found["name"], found["rest"], narrative)
    comma = COMMA_SPACE.search(words, found.start("rest")) if found and aside else None
    told = words[comma.end() :] if comma else ""
    joins = narrative.pattern("coordinate", "relative", "subordinate").match(told)
    if not found or joins or not told or len(found["name"] + told) < SHORTEST // 2:
        return words
    return f"{found['name']} {told}"


def _opens_aside(noun: str, rest: str, narrative: Narrative) -> bool:
    """Whether a relative opens what stands behind the first comma, or a participle that belongs to
    the noun before it: not "studied in Lyon, | graduated and joined"."""
    if narrative.pattern("asides").match(rest):
        return True
    first, endings = fold(rest.split(" ", 1)[0]), narrative.endings("attributes")
    attribute = first in narrative.words("attributes") or first.endswith(endings)
    told = any(fold(word).endswith(endings) for word in noun.split() if word.islower())
    return attribute and not told and not narrative.pattern("auxiliaries", "verbs").search(noun)


def _without_age(words: str) -> str:
    """ "Lina Aziz, 58, was found guilty": without her age."""
    return _AGE.sub("", words)


def _without_restriction(words: str, narrative: Narrative) -> str:
    """ "A banker | who stole from his clients | was sentenced": without what tells which one, where
    nothing but an auxiliary can begin what is told of him."""
    who = narrative.pattern("asides").search(words, 1, _MOST_NOUN)
    if narrative.capitals != "names" or not who or words[who.start() - 2] == ",":
        return words
    main = narrative.pattern("auxiliaries").search(words, who.end() + 2, LONGEST)
    torn = narrative.pattern("relative", "subordinate", "coordinate")
    if not main or _SEPARATOR.search(words, 0, main.start()):
        return words
    if torn.search(words, who.end(), main.start()):
        return words
    return words[: who.start()] + words[main.start() :]


def without_relative(words: str, narrative: Narrative) -> str:
    """ "Lina Aziz, | who | survived a fall": what she did, where that is all that is told. Where
    the verb of a relative clause comes last it stays."""
    found = _ASIDE.match(words) if narrative.capitals == "names" else None
    aside = narrative.pattern("asides").match(found["rest"]) if found else None
    if not found or not aside:
        return words
    told = found["rest"][aside.end() :].lstrip()
    first = fold(told.split(" ", 1)[0])
    another = told[:1].isupper() or first in narrative.words("pronouns", "determiners")
    goes_on = any(told[comma.end() :][:1].islower() for comma in COMMA_SPACE.finditer(told))
    return words if another or goes_on or not told else f"{found['name']} {told}"


def _without_role(words: str, narrative: Narrative) -> str:
    """ "The mayor of Karaj, Lina Aziz, met ...": from the name on, where an apposition opens; and
    of "Lina Aziz, the mayor of Karaj who ..., met ..." without what stands between."""
    if narrative.capitals == "none":
        found = _BETWEEN_COMMAS.match(words)
        verbs = narrative.pattern("auxiliaries", "verbs", "finals")
        apposed = found and not verbs.search(found["role"])
        return f"{found['name']} {found['told']}" if found and apposed else words
    found = _APPOSITION.match(words)
    if found and not _has_verb(found["role"], narrative) and _is_name(found["name"], narrative):
        return f"{found['name']} {_without_another(words[found.end() :], narrative)}"
    found = _ROLE_BEHIND.match(words)
    told = found["told"] if found and _is_name(found["name"], narrative) else ""
    goes_on = narrative.pattern("auxiliaries", "verbs").match(told)
    return f"{found['name']} {told}" if found and goes_on else words


def _without_another(told: str, narrative: Narrative) -> str:
    """ "(The owner, Jens Stein,) | a banker of 71, | had bought": without the second apposition."""
    again, verbs = _APPOSED_AGAIN.match(told), narrative.pattern("auxiliaries", "verbs")
    if again is None or verbs.search(again[0]) or not verbs.match(told, again.end()):
        return told
    return told[again.end() :]


def _is_name(words: str, narrative: Narrative) -> bool:
    known = narrative.words("particles")
    return all(
        word[:1].isupper() or PARTICLE.match(word) or word in known for word in words.split()
    )


def _loses_verb(words: str, cut: int, narrative: Narrative) -> bool:
    """Whether what happened stands behind the cut only."""
    return not _has_verb(words[:cut], narrative) and _has_verb(words[cut:LONGEST], narrative)


def _has_verb(words: str, narrative: Narrative) -> bool:
    if narrative.pattern("auxiliaries", "verbs").search(words):
        return True
    offices = narrative.words("honorifics")
    told = (word for word in words.split()[1:] if not word[:1].isupper())
    return any(narrative.happening(word) and fold(word.strip(",")) not in offices for word in told)
