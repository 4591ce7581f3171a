"""A title for an event: from its own clause, true to it, readable out of context.

The clause loses its time expression, what points back to the sentence before ("However, ..."),
brackets and attribution; its opening pronoun becomes the name it stands for; then it is cut at a
clause boundary or, at worst, between two words.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from timeline.extraction.narrative.dependents import has_verb
from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.clefts import behind_that, uncleft
from timeline.extraction.titling.complements import complemented, of_apposed
from timeline.extraction.titling.conjunctions import without_conjunction
from timeline.extraction.titling.german import apart
from timeline.extraction.titling.needed import is_needed
from timeline.extraction.titling.order import behind_verb, is_joined, subject_first, verb_first
from timeline.extraction.titling.reach import AND
from timeline.extraction.titling.shortening import SHORTEST, shortened, without_relative
from timeline.extraction.titling.tidying import (
    EDGES,
    PAIRED,
    capital,
    first_word,
    quotes,
    tidy,
    unelided,
)
from timeline.extraction.titling.time_words import without_time_words
from timeline.extraction.titling.verbs import accented
from timeline.text import Span, fold

_BEHIND = re.compile(r"[,،]|['’]s\b")  # after an expression, gone with it
_ONLY = re.compile(r"\bqu['’]\w{0,2}(?:\s\w{1,3})?\s?\Z")  # "qu'en", "qu'" before a date
_THAN = re.compile(r"\s*\bqu['’]\s*\Z")
# What a clause without subject has first.
_VERBS = ("auxiliaries", "verbs", "dropping", "participles", "narrating")
_CALLED = ("birth", "office", "election")  # what makes somebody something
_SHORTEST_WITH_AND = 3  # letters
_FEW_WORDS = 3
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r" (\w+)")
_STEM = 4  # letters that the forms of one noun share
_NEAR_START = 50  # characters in which the subject of a title stands


def title_of(
    text: str, clause: Span, dates: Sequence[Span], narrative: Narrative, subject: str = ""
) -> str:
    """The title of the event that the clause tells; `subject` is who its opening pronoun means.

    Never empty, at most `LONGEST` characters.
    """
    main = uncleft(text, behind_that(text, clause, dates, narrative), dates, narrative)
    words = _without_dates(text, _telling(text, main, narrative), dates, narrative)
    opened = _opened(tidy(words), narrative)
    opened = opened if main == clause else behind_verb(opened, narrative)
    goes_on = _has_object(opened, subject) or (
        subject and is_joined(text, clause, dates, narrative)
    )
    told = opened if goes_on else subject_first(opened, narrative)
    ordered = verb_first(told, narrative)
    ordered = of_apposed(ordered, narrative)
    words = _beginning(opened, narrative) or _named(ordered, narrative, subject)
    words = words.strip() or tidy(text[clause.start : clause.end]) or text[slice(*dates[0])]
    return capital(shortened(without_relative(words, narrative), narrative))


def _has_object(words: str, subject: str) -> bool:
    """ "Traf Lina Stein", of a subject told before: the name behind the verb is not its own."""
    behind = words.partition(" ")[2]
    return bool(subject) and behind[:1].isupper() and not behind.startswith(subject)


def _telling(text: str, clause: Span, narrative: Narrative) -> Span:
    """ "This visit was preceded by another, during which he met ...": from "he met" on; "in which
    11 people died": from "11 people" on."""
    opening = narrative.pattern("oblique").match(text, clause.start, clause.end)
    if opening and not (narrative.capitals == "nouns" and text[clause.start].isupper()):
        return Span(opening.end(), clause.end)
    if not narrative.pattern("demonstratives").match(text, clause.start, clause.end):
        return clause
    for relative in narrative.pattern("relative").finditer(text, clause.start, clause.end):
        if clause.end - relative.end() >= SHORTEST // 2 and " " in relative[0]:
            return Span(relative.end(), clause.end)
    return clause


def _without_dates(text: str, clause: Span, dates: Sequence[Span], narrative: Narrative) -> str:
    kept, at = [], clause.start
    for date in dates if narrative.lists else ():  # what goes with a date is not known elsewhere
        if date.start < at or date.end > clause.end or _is_quoted(text[clause.start : date.start]):
            continue
        apposed = text[date.end : date.end + 1] == ","
        before = without_time_words(text[clause.start : date.start], narrative, apposed)
        if is_needed(text, clause, date, before, narrative):
            continue
        if at > clause.start:
            before = without_time_words(text[at : date.start], narrative, apposed)
        if narrative.lists.get("only") and _ONLY.search(text, at, date.start):
            before = _affirmed(before, narrative)
        if not (at > clause.start and _only_joins(before, narrative)):
            kept.append(before + "," if _opens_main(text, clause, date, narrative) else before)
        end = complemented(text, clause, date, narrative)
        kept, at = _rejoined(text, clause, kept, Span(date.start, end), narrative)
    words = " ".join([*kept, text[at : clause.end]])
    return _between_commas(narrative).sub(itemgetter(1), words) if kept and "," in words else words


def _affirmed(before: str, narrative: Narrative) -> str:
    """ "La production **ne** reprend | **qu'**en 1947": that it does, without the only date."""
    negated = narrative.pattern("only").search(before)
    before = f"{before[: negated.start()]}{before[negated.end() :].lstrip()}" if negated else before
    return _THAN.sub("", before)


@lru_cache(maxsize=32)
def _between_commas(narrative: Narrative) -> re.Pattern[str]:
    """An "and" from whose other side the date is gone, with its comma: ", and, won"."""
    return re.compile(rf"([,،]\s(?:{narrative.pattern('coordinate').pattern}))\s*[,،]")


def _rejoined(
    text: str, clause: Span, kept: list[str], date: Span, narrative: Narrative
) -> tuple[list[str], int]:
    """What is kept before a date that goes, and where the words behind it begin: the commas of a
    date that stood between a subject and its verb go with it."""
    behind = _BEHIND.match(text, date.end)
    before = "".join(kept).strip()
    if not behind or behind.end() > clause.end:
        return kept, date.end
    near = text[max(0, date.start - _NEAR_START) : date.start].rstrip()
    governed = before and not near.endswith(before[-_STEM:])
    if behind[0][0] in "'’" and not governed and (articles := narrative.lists.get("articles")):
        return [*kept, articles[0]], behind.end()  # "began Friday's talks": "began the talks"
    if behind[0] not in ",،" or not before:
        return kept, behind.end()
    if "," not in before and _closes_date(text, date, behind.end(), narrative):
        return kept, behind.end()
    if before[-1] not in ",،":
        apart = text[clause.start : date.start].rstrip().endswith((",", "،"))
        return kept, behind.end() if apart else date.end
    fronted = fold(before.split(" ", 1)[0]) in narrative.words("prepositions", "subordinate")
    return (kept if fronted else [*kept[:-1], kept[-1].rstrip(" ,،")]), behind.end()


def _closes_date(text: str, date: Span, end: int, narrative: Narrative) -> bool:
    """ "The quake of September 1, 1923, killed": the second comma belongs to the date."""
    word = _WORD.match(text, end + 1)
    verb = narrative.pattern("auxiliaries", "verbs").match(text, end + 1)
    tells = verb or (word and fold(word[0]).endswith(narrative.endings("coordinated")))
    return "," in text[date.start : date.end] and bool(tells)


def _opens_main(text: str, clause: Span, date: Span, narrative: Narrative) -> bool:
    """ "After a fire in 2015 **the house was closed**": the main clause begins behind the date, and
    only the date tells where."""
    if not narrative.pattern("sequels", "subordinate").match(text, clause.start, date.start):
        return False
    word = _NEXT_WORD.match(text, date.end, clause.end)
    if not word or COMMA.search(text, clause.start, date.start):
        return False
    determined = fold(word[1]) in narrative.words("articles", "determiners", "pronouns")
    named = narrative.capitals == "names" and word[1][0].isupper()
    return (determined or named) and has_verb(text[word.end() : clause.end], narrative)


def _only_joins(words: str, narrative: Narrative) -> bool:
    """Whether there is only "and again" between two expressions that both go."""
    few = words.split(maxsplit=_FEW_WORDS)
    if len(few) >= _FEW_WORDS:
        return False
    joins = narrative.words("coordinate", "common")
    small = (fold(word.strip(",،")) for word in few)
    return all(not word or word in joins or word in (*AND,) for word in small)


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open: its words are left as they are."""
    if not PAIRED.search(before):
        return False
    if before.count('"') % 2:
        return True
    return any(before.count(left) > before.count(right) for left, right in quotes(before))


def _opened(words: str, narrative: Narrative) -> str:
    """Without "However," and the like at the start, apart or written onto the first word."""
    for _ in range(3):
        found = narrative.pattern("openers").match(words)
        if not found or len(words) - found.end() < 12:
            break
        longer = narrative.pattern("sequels").match(words)  # "in response | to the attack"
        if longer and longer.end() > found.end():
            break
        words = words[found.end() :].lstrip(EDGES)
    return words[_attached(words, narrative) :]


def _attached(words: str, narrative: Narrative) -> int:
    """The length of an "and" that is written onto the first word, or was onto a date now gone."""
    first = words.split(" ", 1)[0]
    if first.strip(EDGES) in (*AND,):
        return len(first) + 1
    if not narrative.prefixes or len(first) < _SHORTEST_WITH_AND or first[0] not in AND:
        return 0
    return 0 if fold(first) in narrative.words("intact") else 1


def _named(words: str, narrative: Narrative, subject: str) -> str:
    """With the subject where the clause has a pronoun, a relative, or only its verb."""
    words = without_conjunction(words, narrative)
    if not subject or _is_in_another_case(words, narrative):
        return words
    words = _main(_finite_second(words, narrative), narrative)
    if whose := narrative.pattern("possessives").match(words):
        return _whose(subject, words[whose.end() :], narrative) or words
    if found := narrative.restrictive.match(words):
        return subject + words[found.end() :]
    for stand_in in ("pronouns", "companies", "asides", "neuters"):
        if found := narrative.pattern(stand_in).match(words):
            owning = fold(found[0]) in narrative.words("determiners")
            if owning and stand_in in ("asides", "neuters"):
                return _whose(subject, words[found.end() :], narrative)
            return subject + words[found.end() :]
    if narrative.pattern(*_VERBS).match(words):
        words = _without_pronoun(words, narrative)
        if _is_attached(words, narrative):
            return f"{subject}, {words[:1].lower()}{words[1:]}"
        return f"{subject} {_passive(subject, words, narrative)}{words[:1].lower()}{words[1:]}"
    words = _with_small_verb(words, narrative)
    if _goes_on(words, narrative) and subject not in words:
        words = _without_pronoun(words, narrative)
        return f"{subject} {_passive(subject, words, narrative)}{words}"
    return words if subject in words else _with_name(words, narrative, subject)


def _is_in_another_case(words: str, narrative: Narrative) -> bool:
    """ "Ей присудили премию", where a name has cases: her name is none of that one."""
    return narrative.declines and narrative.pattern("objects").match(words) is not None


def _with_small_verb(words: str, narrative: Narrative) -> str:
    """ "Empezó a cantar", a verb by its ending, which gets its subject before it."""
    verb = words.split(" ", 1)[0].endswith(accented(narrative) or ("\0",))
    return words[:1].lower() + words[1:] if verb else words


def _is_verb_last(words: str, narrative: Narrative) -> bool:
    """ "به ۱۱ سال زندان محکوم شد": the verb at the end, and no pronoun, where there are no capitals
    and the subject stands first."""
    if narrative.capitals != "none" or not narrative.lists.get("finals"):
        return False
    return not narrative.pattern("pronouns").search(words)


def _without_pronoun(words: str, narrative: Narrative) -> str:
    """ "released | he | was": without the subject behind a verb that gets its own before it."""
    verb, _, rest = words.partition(" ")
    pronouns, small = narrative.pattern("pronouns"), narrative.words("possessives", "objects")
    found = pronouns.match(rest)
    if not found and narrative.inverts:  # "вернулся | в институт | он"
        found = pronouns.search(rest.partition(",")[0])
    if not found or fold(found[0]) in small:
        return words
    return tidy(f"{verb} {rest[: found.start()]}{rest[found.end() :]}")


def _finite_second(words: str, narrative: Narrative) -> str:
    """ "die zur Ministerin ernannt worden war": "war zur Ministerin ernannt worden", which a
    subject can stand before; only German ends a relative clause with its verb."""
    opening = narrative.pattern("relative", "pronouns")
    relative = narrative.capitals == "nouns" and opening.match(words)
    told, _, verb = words.rpartition(" ")
    auxiliaries = narrative.pattern("auxiliaries")
    if not relative or "," in told:
        return words
    middle, article = told[relative.end() :].lstrip(), fold(relative[0])
    if article in narrative.words("articles") and verb.islower() and not middle[:1].isupper():
        verb, particle = apart(verb)
        return tidy(f"{verb} {middle} {particle}")  # "die | 2017 in Wien | starb"
    if fold(verb) not in narrative.words("auxiliaries"):
        return words
    first = auxiliaries.search(told)
    if first and first.end() < len(told):
        return words  # "die Bank | war | 1856 gegründet worden": a main clause
    return f"{verb} {told[relative.end() :].lstrip()}"


def _main(words: str, narrative: Narrative) -> str:
    """ "although | admitted it": without what made the clause a dependent one of no subject."""
    opening = narrative.pattern("subordinate").match(words)
    rest = words[opening.end() :].lstrip() if opening else words
    return rest if narrative.pattern(*_VERBS).match(rest) else words


def _doing(words: str, narrative: Narrative) -> str:
    """ "(After) falling in a car park", of whoever did: "Omar Haddad, falling in a car park"."""
    opening = narrative.pattern("sequels").match(words)
    rest = words[opening.end() :].lstrip() if opening else ""
    doing = rest.split(" ", 1)[0].endswith(narrative.endings("gerunds") or ("\0",))
    return "" if COMMA.search(rest) or not doing else rest


def _is_attached(words: str, narrative: Narrative) -> bool:
    """ "geboren in Linz": a participle that the language makes no sentence of."""
    return not narrative.lists.get("passive") and bool(
        narrative.pattern("participles").match(words)
    )


def _passive(subject: str, words: str, narrative: Narrative) -> str:
    """What a participle needs to tell of its subject: "the dam | was | built"."""
    participle, *behind = words.split(maxsplit=2)[:2] or [""]
    known = narrative.pattern("participles").match(words)
    by_somebody = behind and fold(behind[0]) in narrative.words("agents")  # "replaced by"
    forms = narrative.lists.get("passive")
    if (
        not (known or by_somebody)
        or not forms
        or fold(participle) in narrative.words("subordinate")
    ):
        return ""
    if behind and _has_own_object(participle, behind[0], narrative):
        return ""  # "... and **arrested Omar Haddad** in May", "and **opened a museum**"
    several = subject[:1].islower() or fold(subject.split()[0]) in narrative.words("articles")
    return forms[several and subject.endswith("s") and not subject.endswith("ss")] + " "


def _has_own_object(participle: str, behind: str, narrative: Narrative) -> bool:
    """Whether what stands behind a participle is whom or what the subject did it to."""
    kind = narrative.happening(participle)
    called = kind is not None and kind.name in _CALLED  # "born Lina Stein"
    if called:
        return False
    return behind[0].isupper() or fold(behind) in narrative.words("articles", "determiners")


def _whose(owner: str, rest: str, narrative: Narrative) -> str:
    """ "his career", "whose career": of whom; "" in a language that cannot say so in one word."""
    form = narrative.lists.get("possessive")
    return form[0].replace("{name}", _owner(owner, narrative)) + rest if form else ""


def _owner(words: str, narrative: Narrative) -> str:
    """Of "a new plant in Brno, whose" the plant, behind which the "'s" can stand."""
    noun = words.split()
    small = narrative.words("prepositions", "locatives")
    end = next((at for at, word in enumerate(noun) if at > 1 and fold(word) in small), len(noun))
    return " ".join(noun[:end]) if noun[end - 1].islower() else words


def _beginning(words: str, narrative: Narrative) -> str:
    """ "start of the war", from "since the start of the war": what began needs no subject. The noun
    stands in its dictionary form, whatever case the words before asked for."""
    found = narrative.pattern("beginnings").match(words)
    if not found:
        return ""
    stem = fold(words)[:_STEM]
    forms = narrative.lists.get("beginnings", ())
    form = next((form for form in forms if fold(form).startswith(stem)), "")
    return form + words[found.end() :] if form else ""


def _goes_on(words: str, narrative: Narrative) -> bool:
    """Whether the words begin in the middle of a sentence, with what can be its verb: no verb
    stands right behind it ("money ran out")."""
    if _is_verb_last(words, narrative):
        return True
    first, _, rest = words.partition(" ")
    if narrative.pattern("auxiliaries", "verbs").match(rest):
        return False
    first = fold(first_word(first))
    lists = ("common", "determiners", "prepositions", "time_words")
    return words[:1].islower() and not any(first in narrative.words(name) for name in lists)


def _with_name(words: str, narrative: Narrative, subject: str) -> str:
    """ "After retiring he ran a pub": the name for the first pronoun that is a subject."""
    if doing := _doing(words, narrative):
        return f"{subject}, {doing}"
    not_subjects = narrative.words("possessives", "objects")
    for found in narrative.pattern("pronouns").finditer(words):
        if found.start() > _NEAR_START:
            break
        if fold(found[0]) not in not_subjects:
            return unelided(f"{words[: found.start()]}{subject}{words[found.end() :]}")
    return words
