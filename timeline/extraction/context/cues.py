"""What the sentence around an expression says: on which side of its anchor it lies, and more."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from timeline.extraction.grammars.grammar import Grammar
from timeline.extraction.grammars.matching import Coded, Match
from timeline.extraction.resolving.periods import FUTURE, NEAREST, PAST
from timeline.extraction.words.forms import character_class
from timeline.extraction.words.lexicon import UNKNOWN

_AHEAD = ("announcing", "modal", "destined", "future")
CUE_REACH = 44  # tokens of a sentence, spaces included, in which a verb can say past or future
SENTENCE_END = re.compile(r"[.!?;\n](?:(?<=\n)|[\"'”’»)\]]*(?: |\Z))")  # a class first: quicker
_OPENING = 80  # tokens: the first sentence or two, in which an obituary tells who died at what age
_BEHIND = 20  # tokens that a verb before counts as further, where it comes last
_VERB_GROUP = 6  # tokens from "will" to "published" in "will soon be published"
_CLAUSE = 6  # tokens of "that nominations close"
_TURN = 3  # tokens of ", when"


class _Phrases:
    """The cues of one language that are more than a token."""

    def __init__(self, grammar: Grammar) -> None:
        def one_of(*names: str) -> str:
            return character_class(grammar.admitted(*names))

        infinitive, modal, copula = one_of("infinitive"), one_of("modal"), one_of("copula")
        self.overtaken = re.compile(rf"{one_of('perfect')} (?:\S )?\Z")
        destined = rf"{one_of('destined')} {infinitive} "  # "is to open"
        self.destined = re.compile(destined)
        self.telling = re.compile(rf"{one_of('future', 'past')}|{destined}")
        self.modal = re.compile(rf"(?:{modal} (?:\S )?(?:\S )?|{infinitive} (?:{copula} )?)\Z")
        self.to_do = re.compile(rf"{infinitive} {UNKNOWN}")  # not "to the United States"
        # What a clause of its own begins with: a comma, "that", "after", "and will".
        self.of_another = re.compile(
            character_class("," + grammar.admitted("complement", "sequel", "earlyjoin"))
        )


_phrases = lru_cache(maxsize=32)(_Phrases)


@dataclass
class Cues:
    """The words beside the expressions of one text; they are found in its shape."""

    coded: Coded
    _asked: int = field(default=-1, init=False)
    _before: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self._phrases = _phrases(self.coded.grammar)

    @cached_property
    def is_obituary(self) -> bool:
        """Whether the text opens with a death and an age, with its day or without."""
        cues = map(self.coded.grammar.cue, ("age", "dying"))
        return all(cue.search(self.coded.shape, 0, _OPENING) for cue in cues)

    def direction(self, match: Match) -> str:
        """On which side of its anchor an incomplete date lies, by the nearest cue: or nearest."""
        if self.was_put_off(match):
            return NEAREST
        fixed = match.pattern.fixed.get("direction") or match.mods.get("direction")
        if not fixed and (self.is_appointed(match) or self.is_shifted_to(match)):
            return FUTURE
        return str(fixed) if fixed else self.cued(match)

    def is_appointed(self, match: Match) -> bool:
        """Whether a day is one that something is fixed for: "called a strike **for** Monday"."""
        return bool(match.get("day") or match.get("weekday")) and self.is_for(match)

    def is_for(self, match: Match) -> bool:
        """Whether "for" stands right before an expression."""
        return self.coded.shape[max(0, match.begin - 2) : match.begin - 1] in (
            *self.coded.grammar.admitted("appointing"),
        )

    def was_put_off(self, match: Match) -> bool:
        """Whether it is the month for which something was planned that never came: "planned for
        March, was **postponed**": that may be over."""
        if match.get("day") or match.get("weekday") or not self.says(match, "planned"):
            return False
        behind = self.sentence_after(match)
        return self.coded.grammar.cue("shifting").search(behind) is not None

    def is_shifted_to(self, match: Match) -> bool:
        """Whether something has been put off to a day: "was postponed **to** Friday"."""
        shape, grammar = self.coded.shape, self.coded.grammar
        if not (match.get("day") or match.get("weekday")):
            return False
        if shape[max(0, match.begin - 2) : match.begin - 1] not in (
            *grammar.admitted("shifted_to"),
        ):
            return False
        last = grammar.settings.get("perfect_last")  # "auf Freitag | verschoben"
        said = self.sentence_before(match) + (self.sentence_after(match) if last else "")
        return grammar.cue("shifting").search(said) is not None

    def cued(self, match: Match) -> str:
        """The side that the nearest cue of the sentence tells, whatever the expression says."""
        if self._is_of_a_participle(match):
            return PAST
        around = self._told_before(match), self._said_behind(match)
        future, past = (self._distance(match, name, *around) for name in ("future", "past"))
        if future < past:
            return FUTURE
        return PAST if past < CUE_REACH else NEAREST

    def _is_of_a_participle(self, match: Match) -> bool:
        """ "The alarm, **declared on Sunday**, will be lifted": over, whatever the verb says;
        unless it is what was planned."""
        endings = self.coded.grammar.settings.get("participles", ())
        if not endings or self.coded.shape[match.end : match.end + 1] != ",":
            return False
        clause = self.sentence_before(match).rpartition(",")[2]
        first = self.coded.tokens[match.begin - len(clause) + 1] if clause[1:] else ""
        planned = self.coded.grammar.cue("planned").search(clause)
        return first.endswith((*endings,)) and planned is None

    def _distance(self, match: Match, name: str, before: str, after: str) -> int:
        """How many tokens lie between an expression and the nearest cue of that name."""
        cue = self.coded.grammar.cue(name)
        nearest = CUE_REACH
        further = _BEHIND if self.coded.grammar.settings.get("verb_last") else 0
        for found in cue.finditer(before):
            if not self._governed(name, before, found.start()):
                nearest = min(nearest, len(before) - found.end() + further)
        if name == "future" and (destined := self._phrases.destined.search(before)):
            nearest = min(nearest, len(before) - destined.end())
        if (first := cue.search(after)) and not (name == "past" and self._is_to_be(match)):
            nearest = min(nearest, first.start() + 2)
        return nearest

    def _told_before(self, match: Match) -> str:
        """The shape of the sentence up to the expression; in a relative clause that has its own
        verb, of that alone: "will return with Omar, | who has been there since April"."""
        before = self.sentence_before(match)
        relative = self.coded.grammar.cue("relative")
        opened = next(iter(deque(relative.finditer(before), maxlen=1)), None)
        apart = opened and before[max(0, opened.start() - 2) : opened.start()] == ", "
        before = before[opened.start() :] if opened and apart else before
        that = self.coded.grammar.admitted("complement")
        at = max(map(before.rfind, that), default=-1)
        own = len(before) - at > _CLAUSE  # "that on Friday" is not all of it
        return before[at:] if at >= 0 and own and not self._governs(before, at) else before

    def _governs(self, before: str, at: int) -> bool:
        """Whether what stands before "that" says when: "is **due** that schools return", where the
        verb behind it does not."""
        future = self.coded.grammar.cue("future").search(before, 0, at)
        return future is not None and not self._phrases.telling.search(before, at)

    def _is_to_be(self, match: Match) -> bool:
        """ "Muss am Montag **antreten**": where verbs come last, an infinitive stands there."""
        clause = self.sentence_before(match).rpartition(",")[2]
        grammar = self.coded.grammar
        return bool(grammar.settings.get("perfect_last") and grammar.cue("future").search(clause))

    def _said_behind(self, match: Match) -> str:
        """What follows an expression in its sentence; where its verb stands before it, in its
        clause alone: "She will visit on Friday, her office **said**" tells of another."""
        after = self.sentence_after(match)
        clause = self.sentence_before(match).rpartition(",")[2]
        if not self._phrases.telling.search(clause):
            return after
        return self._phrases.of_another.split(after, maxsplit=1)[0]

    def _governed(self, name: str, before: str, at: int) -> bool:
        """Whether a modal verb or an article makes a past form none: "will be published", "to
        cut", "an unspecified date"; and the past perfect a future one: "had been due"."""
        if name == "future":
            return self._phrases.overtaken.search(before, max(0, at - _VERB_GROUP), at) is not None
        admitted = self.coded.grammar.admitted
        attribute = before[max(0, at - 2) : at - 1] in (*admitted("attributed"),)
        if before[at] in admitted("auxiliary") or before[at + 2 : at + 3] in (
            *admitted("determiner"),
        ):
            attribute = False  # "das gab der Bundesrat bekannt": a verb behind a pronoun
        return (
            attribute
            or self._phrases.modal.search(before, max(0, at - _VERB_GROUP), at) is not None
        )

    def sentence_before(self, match: Match) -> str:
        """The shape of the sentence up to the expression."""
        if match.begin != self._asked:  # all that is asked of one expression asks for it
            begin = max(0, match.begin - CUE_REACH)
            for ended in self._ends(begin, match.begin):
                begin = ended.end()
            self._asked, self._before = match.begin, self.coded.shape[begin : match.begin]
        return self._before

    def sentence_after(self, match: Match) -> str:
        """The shape of the sentence from the expression on."""
        end = min(match.end + CUE_REACH, len(self.coded.shape))
        ended = next(self._ends(match.end, end), None)
        return self.coded.shape[match.end : ended.start() if ended else end]

    def _ends(self, begin: int, end: int) -> Iterator[re.Match[str]]:
        """Where sentences end between two tokens; none does in "8 a.m. on Friday"."""
        tokens = self.coded.tokens
        for found in SENTENCE_END.finditer(self.coded.shape, begin, end):
            if not "".join(tokens[found.end() : found.end() + 1]).islower():
                yield found

    def opens_sentence(self, match: Match) -> bool:
        """Whether at most one word of its sentence stands before an expression."""
        return len(self.sentence_before(match).split()) <= 1

    def is_over(self, match: Match) -> bool:
        """Whether the verb of its own clause tells that an expression is past: "opened a plant in
        December", not "announced layoffs", "agreed to open", "said it is opening a plant in"."""
        grammar, past = self.coded.grammar, self.coded.grammar.cue("past")
        before = self.sentence_before(match)
        told = next(iter(deque(past.finditer(before), maxlen=1)), None)
        if told is None:
            return past.search(self._said_behind(match)) is not None
        rest = before[told.end() :]
        announced = told[0] in grammar.admitted("reporting") or self._phrases.to_do.search(rest)
        return not announced and not any(code in grammar.admitted(*_AHEAD) for code in rest)

    def is_all_ahead(self, match: Match) -> bool:
        """Whether no verb of the sentence tells of the past."""
        past = self.coded.grammar.cue("past")
        around = self.sentence_before(match), self.sentence_after(match)
        return not any(map(past.search, around))

    def is_planned(self, match: Match) -> bool:
        """Whether the sentence tells of a plan, and of nothing that is over."""
        grammar, around = (
            self.coded.grammar,
            self.sentence_before(match) + self.sentence_after(match),
        )
        if not grammar.cue("planned").search(around):
            return False
        planned = grammar.admitted("planned", "planning")  # "ist geplant" is no perfect
        past = grammar.cue("past").finditer(around)
        return all(around[one.start()] in planned for one in past)

    def says(self, match: Match, name: str) -> bool:
        """Whether a word of the class stands before an expression in its sentence."""
        return self.coded.grammar.cue(name).search(self.sentence_before(match)) is not None

    def denies(self, match: Match) -> bool:
        """Whether the clause of an expression says "not", where verbs come last behind it too."""
        clause = self.sentence_before(match).rpartition(",")[2]
        if self.coded.grammar.settings.get("verb_last"):
            clause += self.sentence_after(match)
        return self.coded.grammar.cue("negation").search(clause) is not None

    def suspends(self, match: Match) -> bool:
        """Whether what was done lasts to the end that an expression gives: "**has closed** until
        Friday", "**suspended** until Friday"."""
        suspending = self.coded.grammar.cue("suspending")
        behind = self.sentence_after(match).partition(",")[0]
        said = self.says(match, "present_perfect") or self.says(match, "suspending")
        return said or suspending.search(behind) is not None

    def turns(self, match: Match) -> bool:
        """Whether the clause behind an expression and its comma tells what happened then."""
        behind = self.coded.shape[match.end : match.end + _TURN]
        turning = self.coded.grammar.admitted("turning")
        return len(behind) == _TURN and behind[0] in ",،" and behind[2] in turning

    def reports_a_death(self, match: Match) -> bool:
        """Whether the sentence tells a death and an age, as the first one of an obituary does."""
        around = self.sentence_before(match) + self.sentence_after(match)
        return all(self.coded.grammar.cue(name).search(around) for name in ("age", "dying"))

    def introduced(self, match: Match, name: str) -> bool:
        """Whether a word of the class stands before, where the language has such a class."""
        words = self.coded.grammar.admitted(name)
        return not words or self.coded.shape[max(0, match.begin - 2) : match.begin - 1] in words
