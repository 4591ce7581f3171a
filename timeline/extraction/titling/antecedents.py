"""What a relative takes up: the name or the noun phrase before ", which" and ", who"."""

import re
from collections.abc import Sequence

from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.german import is_object, taken_up
from timeline.extraction.titling.reach import AND, BESIDE, MOST_SUBJECT, OPENING, SPACE_AND_COMMAS
from timeline.text import Span, fold

_COMMA_SPACE = re.compile(r"[,،]\s+")
_MOST_OFFICE = 4  # words of "the king of Sweden", "the French prime minister"
_MOST_NOUN = 3  # words of "the violent earthquake" before its "that"
_FEWEST = 2  # words: a noun and "of"
_ELIDED = re.compile(r"\w{1,2}['’]")  # "l'incendie"
_ELIDED_QUE = re.compile(r"(qu)['’](?=\w)")
_VERBS = ("verbs", "auxiliaries", "relative")
_GENDERS = ("masculine", "feminine")
_OWNS = ("'s ", "’s ")
_ATTACHED = "بلك"  # prepositions written onto a noun
_GOVERNED = ("لل", "بال", "كال")  # prepositions written together with the article
_GOVERNED_ARTICLE = re.compile("لل|[بك]ال")


class Antecedents:
    """What stands before the clauses of one text and can be taken up by them."""

    def __init__(self, text: str, names: Names, narrative: Narrative) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self._verbal = narrative.endings("coordinated")  # of verbs behind their subject

    def of(self, before: Span) -> str:
        """What ", which" takes up: the name or else the noun phrase right before it; without its
        comma, "a bridge which", nothing but what is right before it."""
        near = self._undated(Span(max(before.start, before.end - OPENING), before.end))
        before = Span(before.start, near.end)
        if (noun := self._german(near)) is not None:
            return noun
        named = next(reversed(self.names.within(near)), None)
        between = self.text[named.end : before.end].strip(SPACE_AND_COMMAS) if named else ""
        if self.narrative.prefixes:  # no comma stands before a relative there
            if not named or between:
                return self._agreeing(near)
            return self._with_its_place(near, named) or named.name.text
        if between and self.text[near.start : near.end].rstrip()[-1:] not in SPACE_AND_COMMAS:
            return self._last_noun(near)
        if named and (between.startswith(_OWNS) or any(map(self._is_verb, between.split()))):
            named = None  # "at **Lina's** request under the charter", "Lina said that the house"
        if named and not COMMA.search(between):
            return self._of_a_name(named, near)
        if (phrase := self._whole_phrase(near)) and near.start == before.start:
            return "" if self._is_led(phrase) else phrase
        return self._noun(near)

    def _of_a_name(self, named: Mention, near: Span) -> str:
        """What a relative right behind a name takes up: that name, or what it belongs to."""
        held = self._held_there(named, near) or self._beside_its_role(named, near)
        of = "" if named.name.kind == "person" else self._whose(named, near)
        return held or of or named.name.text

    def _whole_phrase(self, near: Span) -> str:
        """The words behind the last comma, if they are a noun phrase of few words, else ""."""
        words = COMMA.split(self.text[near.start : near.end].strip(SPACE_AND_COMMAS))[-1].strip()
        opens = words[:1].isupper() or self.opens_noun(words)
        if not opens or words.count(" ") >= MOST_SUBJECT:
            return ""
        return "" if any(map(self._is_verb, words.split()[1:])) else words

    def _is_led(self, phrase: str) -> bool:
        """ "According to an estimate, which ..."."""
        led = self.narrative.words("prepositions", "attribution")
        return fold(phrase.split(" ", 1)[0]) in led

    def _noun(self, near: Span) -> str:
        """The noun at the end of the words, by its gender where a relative shows one."""
        if (noun := self._of_its_gender(near)) is not None:
            return noun
        noun = self._last_noun(near)
        start = self.text.rfind(noun, near.start, near.end)  # not with two spaces in it
        return (start >= 0 and self._happening_of(start, near)) or noun

    def _german(self, near: Span) -> str | None:
        """The noun whose article agrees with a German relative; None behind a name, too."""
        if self.narrative.capitals != "nouns":
            return None
        words = self.text[slice(*near)].strip(SPACE_AND_COMMAS).split()
        named = next(reversed(self.names.within(near)), None)
        if not words or (named and not self.text[named.end : near.end].strip(SPACE_AND_COMMAS)):
            return None
        behind = self.text[near.end : near.end + OPENING].lstrip(SPACE_AND_COMMAS)
        return taken_up(words, behind.split(" ", 1)[0], self.narrative)

    def _of_its_gender(self, near: Span) -> str | None:
        """Of "built a bridge over the Neva, **который**" the bridge, where a relative and a noun
        show their gender: in the nominative, "" where none agrees, None where none shows it."""
        behind = self.text[near.end : near.end + OPENING].strip(SPACE_AND_COMMAS)
        relative = fold(behind.split(" ", 1)[0]) if behind else ""
        gender = next((one for one in _GENDERS if relative in self.narrative.words(one)), "")
        endings = self.narrative.endings(f"{gender}_nouns") if gender else ()
        if not endings:
            return None
        cases = self.narrative.lists.get(f"{gender}_objects", ())
        objects = dict(case.split(">") for case in cases)  # "компанию": "компания"
        for word in reversed(
            self.text[slice(*near)].rstrip(SPACE_AND_COMMAS).split()[-MOST_SUBJECT:]
        ):
            if self._is_verb(word) or COMMA.search(word):
                break
            if fold(word) in self.narrative.words("prepositions", "common"):
                continue
            if word[-1] in objects:
                return word[:-1] + objects[word[-1]] if word.islower() else ""
            if word.endswith(endings):
                return word
        return ""

    def of_an_object(self, clause: Span, sentence: Span) -> Span | None:
        """What the relative that opens a clause takes up, where it is its object and the subject
        follows: of "began a doctorate, | which she finished" "a doctorate"."""
        words = self.text[clause.start : clause.end].split(" ", 2)
        if elided := _ELIDED_QUE.match(words[0]):  # "qu'elle | quitte"
            words[:1] = [f"{elided[1]}e", words[0][elided.end() :]]
        if self.narrative.capitals == "nouns" and len(words) > _FEWEST:
            before = self.text[sentence.start : clause.start].rstrip(SPACE_AND_COMMAS)
            named = is_object(words, self.narrative) and before.rpartition(" ")[2][:1].isupper()
            return Span(before.rfind(" ") + 1 + sentence.start, clause.start) if named else None
        if self.narrative.capitals != "names" or len(words) <= _FEWEST:
            return None
        relative, known = fold(words[0]), self.narrative.words
        other = known("subordinate", "determiners", "nominative")
        if relative not in known("relative") or relative in other:
            return None
        subject = fold(words[1])
        if subject not in known("pronouns", "articles") or subject in known("objects"):
            return None
        noun = self._object_before(Span(sentence.start, clause.start))
        start = self.text.rfind(noun, sentence.start, clause.start) if noun else -1
        return Span(start, clause.start) if start >= 0 else None

    def _object_before(self, before: Span) -> str:
        """What a relative takes up as its object: the noun right before it, if words stand between
        the last name and the relative."""
        near = self._undated(Span(max(before.start, before.end - OPENING), before.end))
        named = next(reversed(self.names.within(near)), None)
        between = self.text[named.end : near.end].strip(SPACE_AND_COMMAS) if named else ""
        return self._last_noun(near) if " " in between else self.of(before)

    def _with_its_place(self, near: Span, place: Mention) -> str:
        """Of "the agreement of Paris that", where no "of" is written, both words."""
        noun = self.text[near.start : place.start].split()[-1:]
        if place.name.kind != "place" or not noun:
            return ""
        closed = self.narrative.words("prepositions", "locatives", "common")
        return "" if fold(noun[0]) in closed else f"{noun[0]} {place.name.text}"

    def _agreeing(self, before: Span) -> str:
        """The noun that a relative agrees with: of "the toll of the quake that" the masculine one,
        and no verb that opens the sentence."""
        relative = fold(self.text[before.end : before.end + OPENING].split(" ", 1)[0])
        masculine = relative in self.narrative.words("masculine")
        before = (self._behind_which(before) if masculine else None) or before
        noun = self._own_words(before)
        opened = self.text[before.start : before.end].split()[: len(noun)] == noun
        if opened and len(noun) > 1:
            del noun[0]
        while masculine and self._is_feminine(noun[:-1]):
            del noun[0]
        if (
            masculine
            and len(noun) > 1
            and noun[0][0] in _ATTACHED
            and not self._is_feminine(noun[1:])
        ):
            del noun[0]  # "to restore | the building that"
        return " ".join(noun)

    def _behind_which(self, before: Span) -> Span | None:
        """Of "the system of quotas | in the public offices" the words before the preposition,
        where the noun behind it is feminine and cannot be meant."""
        noun = self._last_noun(before)
        if not noun or not self._is_feminine(noun.split()[-1:]):
            return None
        led = self.text[before.start : max(before.start, self.text.rfind(noun, *before))].rstrip()
        preposition = led.rpartition(" ")[2]
        if fold(preposition) not in self.narrative.words("prepositions"):
            return None
        return Span(before.start, before.start + len(led) - len(preposition))

    def _own_words(self, before: Span) -> list[str]:
        """The words of the noun, without those of a name before it, and from the last one on that
        a preposition is written onto: of "the anniversary of-the invasion" the invasion."""
        noun = self._last_noun(before).split()
        start = before.end - len(" ".join([*noun, ""]))
        person = [m for m in self.names.within(Span(start, before.end)) if m.name.kind == "person"]
        if person and len(self.text[person[-1].end : before.end].split()) < len(noun):
            noun = self.text[person[-1].end : before.end].split() or noun
        governed = (i for i, word in reversed([*enumerate(noun)]) if word.startswith(_GOVERNED))
        first = next(governed, None)
        if first is None:
            return noun
        return [_GOVERNED_ARTICLE.sub("ال", noun[first], count=1), *noun[first + 1 :]]

    def _is_feminine(self, words: Sequence[str]) -> bool:
        """Whether the first word has the ending of a feminine noun, as it is written: folded, it
        is that of a noun with "his"."""
        endings = self.narrative.lists.get("feminine_nouns", ())
        return any(words[0].endswith(ending.removeprefix("*")) for ending in endings if words)

    def _held_there(self, place: Mention, near: Span) -> str:
        """Of "their convention in Chicago, which begins" the convention."""
        led = self.text[near.start : place.start].rstrip()
        preposition = fold(led.rpartition(" ")[2])
        if place.name.kind != "place" or preposition not in self.narrative.words("locatives"):
            return ""
        before = Span(near.start, near.start + len(led) - len(led.rpartition(" ")[2]))
        noun = self._last_noun(before)
        noun = noun if self.opens_noun(noun) else self._of_two_nouns(before)
        return f"{noun} {self.text[before.end : place.end]}" if noun else ""

    def _of_two_nouns(self, before: Span) -> str:
        """Of "founded | a school of sailing" what its article opens, "" if a verb comes first."""
        words = self.text[before.start : before.end].split()[-MOST_SUBJECT:]
        for at in range(len(words) - 1, -1, -1):
            if self._is_verb(words[at]) or COMMA.search(words[at]):
                return ""
            if self.opens_noun(words[at]):
                return " ".join(words[at:])
        return ""

    def _undated(self, near: Span) -> Span:
        """Without the date of the noun: of "the election of October 2023, which" the election."""
        words = self.text[near.start : near.end].rstrip(SPACE_AND_COMMAS).split()
        small = self.narrative.words("belonging", "locatives", "time_words")
        for length in range(_FEWEST, _MOST_NOUN + 1):
            tail = words[-length:]
            if len(words) > length and fold(tail[0]) in small and tail[-1].isdecimal():
                return Span(near.start, self.text.rindex(tail[0], near.start, near.end))
        return near

    def _whose(self, named: Mention, near: Span) -> str:
        """Of "Observers from the European Union, who arrived" the observers; of "the fire of the
        works, which destroyed" the fire."""
        led = self.text[near.start : named.start].split()
        if 1 < len(led) < MOST_SUBJECT and led[0].istitle():
            closed = self.narrative.words("prepositions", "locatives", "common", "determiners")
            of = self.narrative.words("prepositions", "belonging")
            if fold(led[0]) not in closed and fold(led[1]) in of:
                return self.text[near.start : named.end].lstrip()
        noun = _ELIDED.sub("", led[-1]) if led else ""
        called = fold(noun) in self.narrative.words("firms", "organisations")  # "the plant | Lumex"
        start = self.text.rindex(led[-1], near.start, named.start) if called else named.start
        return self._happening_of(start, near)

    def _happening_of(self, start: int, near: Span) -> str:
        """Of "the fire of | the works Lumex, which destroyed", where what the fire was of starts,
        the fire and all that belongs to it."""
        before = self.text[near.start : start].split()[-_MOST_NOUN:]
        if len(before) < _FEWEST or fold(before[-1]) not in self.narrative.words("belonging"):
            return ""
        if not self.narrative.happening(_ELIDED.sub("", before[-2])):
            return ""
        led = before[:1] if len(before) == _MOST_NOUN and self.opens_noun(before[0]) else []
        noun = [*led, *before[-2:], self.text[start : near.end].strip(SPACE_AND_COMMAS)]
        return " ".join(noun)

    def _beside_its_role(self, place: Mention, near: Span) -> str:
        """Of "Lina Aziz, the mayor of Lyon," the person: the name behind "of" is of her office."""
        if not self.is_beside(near.start, place):
            return ""
        for mention in self.names.within(Span(near.start, place.start)):
            comma = _COMMA_SPACE.match(self.text, mention.end)
            role = self.text[comma.end() : place.start] if comma else ""
            if role and not COMMA.search(role) and self.opens_noun(role):
                return mention.name.text
        return ""

    def head(self, before: Span) -> str:
        """The noun phrase that opens the words, as far as its first preposition: "A verdict"."""
        small = self.narrative.words("prepositions", "time_words", "locatives")
        words = self.text[before.start : before.end].split()[:MOST_SUBJECT]
        end = next((i for i, word in enumerate(words) if fold(word) in small), len(words))
        phrase = " ".join(words[:end])
        return phrase if end > 1 and self.opens_noun(phrase) and "," not in phrase else ""

    def opens_noun(self, words: str) -> bool:
        first, determiners = fold(words.split(" ", 1)[0]), self.narrative.words("determiners")
        elided = first[:2].replace("’", "'")
        return first in determiners or (elided[1:] == "'" and elided in determiners)

    def _last_noun(self, before: Span) -> str:
        """The noun at the end of the words, with what belongs to it: as far as a word that opens
        its phrase, or a verb."""
        closed = self.narrative.words("prepositions", "time_words", "common", "locatives")
        found: list[str] = []
        for word in reversed(
            self.text[before.start : before.end].rstrip(SPACE_AND_COMMAS).split()[-_MOST_NOUN:]
        ):
            small = closed if found else closed - self.narrative.words("common")  # "the treaty"
            if self._is_verb(word) or fold(word) in small or COMMA.search(word):
                if self.opens_noun(word) and found:
                    found.insert(0, word)
                break
            found.insert(0, word)
        return " ".join(found)

    def _is_verb(self, word: str) -> bool:
        if self.narrative.pattern(*_VERBS).match(word):
            return True
        return word.islower() and fold(word).endswith(self._verbal)

    def _without_office(self, words: list[str]) -> list[str]:
        """Of "from the king of Sweden | Omar Haddad", where no "of" is written, what stands before
        the office that the name belongs to."""
        for back in range(1, min(_MOST_OFFICE, len(words)) + 1):
            word = fold(words[-back])
            if word in self.narrative.words("people"):
                return words[:-back]
            if word in self.narrative.words("prepositions"):
                break
        return words

    def is_beside(self, start: int, mention: Mention) -> bool:
        """ "with Lina", "the band of Omar": a preposition before a name makes it no subject."""
        if mention.oblique:
            return True
        before = self.text[max(start, mention.start - BESIDE) : mention.start]
        if before[-1:].isalpha():
            return fold(before[-1]) in self.narrative.prefixes and before[-1] not in AND
        words, narrative = before.split(), self.narrative
        words = self._without_office(words) if narrative.prefixes else words
        while words and fold(words[-1]) in narrative.words("articles", "honorifics"):
            words.pop()
        return bool(words) and fold(words[-1]) in narrative.words("prepositions")
