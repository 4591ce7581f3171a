"""The order that the words of a title have once its date is gone: the subject and its verb."""

import re
from collections.abc import Sequence

from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.tidying import tidy
from timeline.text import Span, fold

_NEXT_WORD = re.compile(r"\s(\S+)")
_SUBJECT = re.compile(
    r"(?:er|sie|es|wir|man|beide|alle)\b(?=\s[a-zäöüß]|\Z)|"
    r"(?:(?:der|die|das|ein|eine|ihre?|seine?|mehrere|viele|einige|rund|etwa|mehr als|"
    r"(?:(?:rund|etwa|fast|über|knapp) )?\d[\d.]*) )?"
    r"(?:(?:etwa |rund )?\d[\d.]* [A-ZÄÖÜ]\w* (?=[a-zäöüß]))?"  # "ein 100 Meter langer Abschnitt"
    r"(?:[a-zäöüß]{4,} ){0,2}[A-ZÄÖÜ][\w-]*(?: (?:(?:der|des|von|für) )?[A-ZÄÖÜ][\w-]*)*"
    r"(?: [„»][^“«]{1,40}[“«])?"  # "die Sendung „Abendschau“"
)
_ANOTHER = re.compile(
    r" und (?:(?:der|die|das|ein|eine|ihre?|seine?) )?[A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ][\w-]+)*"
)
_ACTS = ("ung", "ungen")  # endings of nouns for what is done
# "hatte | eine Prüfung | Mängel ergeben"; "ein Roman Handkes" is one phrase
_OF_ITS_OWN = re.compile(r"eine? (?:[a-zäöüß]+ )*[A-ZÄÖÜ][\w-]* [A-ZÄÖÜ][a-zäöüß-]+(?<![sxzß])\Z")
_A, _FROM = re.compile("eine? "), re.compile(r" aus [A-ZÄÖÜ][\w-]*(?= )")  # "eine Firma aus Ulm"
_SEVERAL = "en"  # the ending of a verb with more than one subject
_PRONOUN = re.compile(r"(?:er|sie|es|wir)\b(?= )")
_OBJECT = re.compile(
    r"(?:(?:sie|es) (?=der )|(?:ihn|ihm|ihnen) (?=(?:der|die|das|ein|eine) ))(?=\w+ [A-ZÄÖÜ])"
)
_OF_SEVERAL = re.compile(r"es (?=die [A-ZÄÖÜ])")  # "plünderten es die Hussiten"
_ADVERB = re.compile(r"(?:hier|dort|darin|darauf|daneben|ringsum)\b")
# "pendelt | nun wieder | ein Boot"
_ADVERBS = re.compile(
    r"(?:(?:nun|wieder|auch|erneut|bereits|schon|dann|zudem|außerdem|schließlich|zunächst|erstmals|"
    r"überraschend|endlich|daraufhin|dagegen|jedoch|allerdings|offenbar|vorerst) )+(?=\w+ )"
)
# "In Minneapolis", with a subject behind it.
_PLACE = re.compile(
    r"(?:in|an|auf|bei|vor|aus|im|am|beim|vom) (?:(?:der|dem|den) )?[A-ZÄÖÜ][\w-]*"
    r"(?= (?:der|die|das|ein|eine|einen|er|sie|es|mehrere|viele|einige|etwa|rund|mehr|fast|über|"
    r"knapp|mindestens|\d)\b)"
)
# "Nach einem Beben der Stärke 9,0", with a count behind it.
_PHRASE = re.compile(
    r"(?:nach|bei|vor|wegen|durch|infolge) (?:der|dem|den|des|einem|einer|eines) [A-ZÄÖÜ][\w-]*"
    r"(?: (?:der|des|von|mit) [A-ZÄÖÜ][\w-]*)?(?: \d[\d.,]*)?"
    r"(?= (?:rund|etwa|mehr als|fast|über|knapp|mindestens|\d[\d.]*) )"
)
# "Der Eigentümer, | eine Firma aus Mainz, | stellte": behind it no verb, but a noun.
_APPOSITION = re.compile(r"\A, [a-zäöü]+ [^,]*\b[A-ZÄÖÜ][^\s,]*, ")
_APPOSED = re.compile(r", [A-ZÄÖÜ][\w-]+(?: [a-zäöü]{2,3})?(?: [A-ZÄÖÜ][\w-]+){0,3},")
_MOST_OF_VERB = 4  # words of a verb, and one more: "a été fondée | la"
_NEAR_START = 50  # characters in which the subject of a title stands


def subject_first(words: str, narrative: Narrative) -> str:
    """The subject before its verb, where the date that is gone stood before both ("wurde das
    Museum gegründet"); only German does so, where nouns have capitals."""
    if narrative.capitals != "nouns" or not words[:1].islower():
        return words
    verb, _, rest = words.partition(" ")
    copula = fold(verb) in narrative.words("auxiliaries")
    small = not copula and fold(verb) in narrative.words("common")
    if small or fold(verb) in narrative.words("prepositions"):
        return words
    if placed := _PLACE.match(rest) or _PHRASE.match(rest):
        return f"{placed[0]} {verb}{rest[placed.end() :]}"
    if adverb := _ADVERB.match(rest):  # "finden hier jeden Sommer Konzerte statt"
        return f"{adverb[0]} {verb}{rest[adverb.end() :]}"
    oneself, rest = ("sich ", rest[5:]) if rest.startswith("sich ") else ("", rest)
    several = verb.endswith(_SEVERAL) and _OF_SEVERAL.match(rest)
    if obj := _OBJECT.match(rest) or several:  # "wählte sie der Bundestag"
        oneself, rest = obj[0], rest[obj.end() :]
    adverbs = _ADVERBS.match(rest)
    beside, rest = (adverbs[0], rest[adverbs.end() :]) if adverbs else ("", rest)
    found = (copula and _PRONOUN.match(rest)) or _SUBJECT.match(rest)
    if not found or fold(found[0].split()[0]) in narrative.words("prepositions"):
        return words
    end = _before_act(found[0], narrative)
    if end == found.end() and verb.endswith(_SEVERAL) and (another := _ANOTHER.match(rest, end)):
        end = another.end()
    elif name := _APPOSED.match(rest, end) or (_A.match(rest) and _FROM.match(rest, end)):
        end = name.end()
    behind = _APPOSITION.sub(" ", rest[end:], count=1)
    return tidy(f"{rest[:end]} {verb} {oneself}{beside}{behind.lstrip()}")


def _before_act(subject: str, narrative: Narrative) -> int:
    """Where a subject ends before what it does, which has a capital, too: of "die Behörde Anklage"
    behind "erhob" at "Behörde"; not of "der Beginn der Ermittlungen"."""
    before, _, last = subject.rpartition(" ")
    if _OF_ITS_OWN.match(subject):
        return len(before)
    bodies = narrative.words("organisations"), narrative.endings("organisations")
    body = fold(last) in bodies[0] or fold(last).endswith(bodies[1])
    act = last.endswith(_ACTS) or (not body and narrative.happening(last) is not None)
    named = before.rpartition(" ")[2][:1].isupper() and before[:1].islower()
    return len(before) if act and named else len(subject)


def verb_first(words: str, narrative: Narrative) -> str:
    """ "وكان الزلزال قد وقع في الحوز", without its "had" the verb before its subject."""
    if not narrative.lists.get("perfect"):
        return words
    found = narrative.pattern("perfect").search(words, 0, _NEAR_START)
    verb = _NEXT_WORD.match(words, found.end()) if found else None
    if not found or not verb:
        return words
    had, _, subject = words[: found.start()].partition(" ")
    if fold(had) not in narrative.words("openers", "auxiliaries", "common"):
        subject = words[: found.start()]  # its "had" is gone already
    return tidy(f"{verb[1]} {subject}{words[verb.end() :].lstrip()}")


def behind_verb(words: str, narrative: Narrative) -> str:
    """ "Naît la marque Galibier": the subject first where it stands behind its verb in a language
    that only a clause behind "que" lets do so; in German the verb second, which such a clause ends
    with."""
    if narrative.capitals == "nouns":
        return _second(words)
    few, articles = words.split(" "), narrative.words("articles", "determiners", "pronouns")
    other = narrative.inverts or narrative.capitals != "names"
    if other or words[:1].isupper() or _opens(few[0], articles):
        return words
    first = next((i for i, word in enumerate(few[:_MOST_OF_VERB]) if _opens(word, articles)), 0)
    if not first:
        return words
    return f"{' '.join(few[first:])} {' '.join(few[:first])}"


def _second(words: str) -> str:
    """ "Die Strecke eröffnet wurde": "Die Strecke wurde eröffnet"."""
    subject, (told, _, verb) = _SUBJECT.match(words), words.rpartition(" ")
    if subject is None or subject.end() >= len(told) or not verb.islower():
        return words
    return f"{told[: subject.end()]} {verb}{told[subject.end() :]}"


def _opens(word: str, articles: frozenset[str]) -> bool:
    """Whether an article stands there, be it elided: "l'usine"."""
    return fold(word) in articles or fold(word.replace("’", "'"))[:2] in articles


def is_joined(text: str, clause: Span, dates: Sequence[Span], narrative: Narrative) -> bool:
    """ "... und | übernahm 2012 das Amt": a verb behind an "and" has the subject before that; and
    so has one behind an aside, "Die Stadt, ..., | plant am 3. Mai ein Fest"."""
    before = text[max(0, clause.start - _NEAR_START) : clause.start].split()[-1:]
    joins = narrative.words("coordinate")
    joined = any(fold(word) in joins or word.endswith(",") for word in before)
    return joined and bool(dates) and clause.start < dates[0].start
