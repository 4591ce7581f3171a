"""What belongs to a time expression that counts from an event, "ten days after **the crash**", and
what is told of a noun beside another clause: "the trial, **opened on 3 March**"."""

import re

from timeline.extraction.narrative.dependents import has_verb
from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.shortening import SHORTEST
from timeline.text import Span, fold

# A German participle: "eröffnet", "gebaut", "renoviert", "beschlossen".
_DONE = re.compile(
    r"(?<![\w-])(?:(?:[a-zäöüß]{2,5})?ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über)[a-zäöüß]{2,}"
    r"(?:t|en)|[a-zäöüß]{3,}iert)\Z"
)
# "des Einsturzes", "dem Unglück im Hafen": a noun with what belongs to it.
_NOUN = re.compile(
    r"\s?(?:(?:der|dem|den|des|einem|einer|eines|seine[mrs]|ihre[mrs]) )?"
    r"(?:[a-zäöüß]+(?:en|er|em) )?[A-ZÄÖÜ][\w-]*"
    r"(?: (?:(?:der|des|von|vom|in|im|am|bei|auf|zum|zur) (?:(?:der|dem|den|des) )?)?"
    r"[A-ZÄÖÜ][\w-]*)*(?= [a-zäöüß])"
)


def complemented(text: str, clause: Span, date: Span, narrative: Narrative) -> int:
    """Where an expression ends that takes an event along, "ten days after the crash,": behind it,
    if the clause tells more than that."""
    if noun := _german(text, clause, date, narrative):
        return noun
    last = fold(text[date.start : date.end].split()[-1])
    if last not in narrative.words("sequels", "prepositions"):
        return date.end
    comma = COMMA.search(text, date.end, clause.end)
    if comma and clause.end - comma.end() >= SHORTEST // 2:
        return comma.start()
    before = text[clause.start : date.start]
    told = len(before) >= SHORTEST // 2 or has_verb(before, narrative)
    return clause.end if told and not comma else date.end


def _german(text: str, clause: Span, date: Span, narrative: Narrative) -> int:
    """Where the event ends that stands before the verb, 0 if it does not: "Zwei Wochen nach **dem
    Unglück** beschlagnahmten", "Am ersten Jahrestag **des Einsturzes** war"."""
    if narrative.capitals != "nouns" or date.start - clause.start > 1:
        return 0
    last = fold(text[date.start : date.end].split()[-1])
    if last not in narrative.words("sequels", "prepositions", "determiners"):
        return 0
    noun = _NOUN.match(text, date.end, clause.end)
    return noun.end() if noun else 0


def opens_main(phrase: str, narrative: Narrative) -> bool:
    """Whether the verb of a main clause stands behind a phrase: "Nach | **dem Tod des Gründers**
    übernahm sein Sohn"."""
    return narrative.capitals == "nouns" and _NOUN.match(phrase) is not None


def of_apposed(words: str, narrative: Narrative) -> str:
    """ "The first round, | held": "The first round was held", in languages that say so."""
    noun, comma, rest = words.partition(", ")
    forms = narrative.lists.get("passive")
    if not comma or "," in rest:
        return words
    if narrative.capitals == "nouns":
        return _german_passive(noun, rest, narrative) or words
    if not forms:
        return words
    participle, _, behind = rest.partition(" ")
    endings = (one[1:] for one in narrative.lists.get("attributes", ()) if one[0] == "*")
    told = fold(participle) in narrative.words("attributes")
    told = told or participle.endswith((*endings, "\0"))  # as they are written: no "que"
    if not told or has_verb(noun, narrative) or has_verb(behind, narrative):
        return words
    if opening := narrative.pattern("sequels").match(noun):
        noun = noun[opening.end() :].lstrip()
    articles, first = narrative.words("articles", "determiners"), fold(noun.split(" ", 1)[0])
    if first not in articles and first.replace("’", "'")[:2] not in articles:
        return words
    agreeing = participle if narrative.gendered else noun  # the word whose ending tells of several
    several = agreeing.endswith("s") and not agreeing.endswith("ss")
    return f"{noun} {forms[several]} {rest}"


def _german_passive(noun: str, rest: str, narrative: Narrative) -> str:
    """ "Das alte Bad, in Ulm eröffnet": "Das alte Bad wurde in Ulm eröffnet"."""
    article, _, last = noun.partition(" ")
    if fold(article) not in narrative.words("articles", "determiners") or has_verb(noun, narrative):
        return ""
    opened = fold(rest.split(" ", 1)[0])
    if (
        not last.rpartition(" ")[2][:1].isupper()
        or " zu " in rest
        or not _DONE.search(rest)
        or opened in narrative.words("articles", "relative", "coordinate")
    ):
        return ""
    if has_verb(rest, narrative):
        return ""
    several = fold(article) == "die" and last.endswith(("en", "er", "s"))
    return f"{noun} {'wurden' if several else 'wurde'} {rest}"
