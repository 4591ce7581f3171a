"""Who "the mayor" is, in an article that has named one: "the mayor Lina Aziz", "Omar Said, the
driver, ...", "The owner, Jens Stein, ...".

A role counts only if the article gives it to one person alone; "the mayor of Lyon" may be another.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.narratives import Narrative, Remembered
from timeline.text import fold

_LOOK_BACK = 60  # characters before a name in which its role stands
_MOST_OF = 3  # words of what an office is of, before a name: "Gouverneur des Landes Omar Said"
_TWICE = 2  # beside the name of who has it, and by itself
_COUNTED = 50_000  # characters of a text in which words are quickly counted
_LONGEST_ARTICLE = 12  # characters, with what is written onto it
_SHORTEST = 4  # letters; shorter ones are forms of address
_ROLE_AND_COMMA = re.compile(
    r"(?:\A|[\s(])(?P<article>[^\W\d_]+['’]?)\s?(?P<role>[^\W\d_]{4,}), \Z"
)
_APPOSED = re.compile(r", (?P<article>[^\W\d_]+['’]?)\s?(?P<role>[^\W\d_]{4,})[,.]")
_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"\s(\w+)")


class Offices:
    """The roles that the people of one article have, and who is told of by one."""

    def __init__(self, text: str, names: Names, narrative: Narrative) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.articles = narrative.words("articles")
        self.roles = _roles_of(narrative)

    @cached_property
    def held(self) -> dict[str, str]:
        """A role -> who has it, "" where several have."""
        held: dict[str, str] = {}
        for mention in self.names.mentions:
            if mention.name.kind == "person":
                for role in self._roles(mention):
                    one = held.setdefault(role, mention.name.text)
                    held[role] = one if one == mention.name.text else ""
        return held

    @cached_property
    def _small(self) -> str:
        return self.text.lower()

    def of(self, start: int, end: int) -> str:
        """Who is told of by a role that opens the words there, "" if none does."""
        first = self.text[start : min(end, start + _LONGEST_ARTICLE)].split(" ", 1)[0]
        apostrophe = max(map(first.find, "'’"))
        article = first[: apostrophe + 1] if apostrophe >= 0 else first
        if article.lower().replace("’", "'") not in self.articles:
            return ""  # as of most openings
        behind = start + len(article) + (article == first)
        opening = _WORD.match(self.text, behind, end)
        if opening is None:
            return ""
        role = opening[0]
        if len(self.text) < _COUNTED and self._small.count(role.lower()) < _TWICE:
            return ""  # as of most nouns
        following = _NEXT.match(self.text, opening.end(), end)
        word = following[1] if following else ""
        of = fold(word) in self.narrative.words("belonging") or word[:1].isupper()
        return "" if of else self.held.get(fold(role), "")

    def _roles(self, mention: Mention) -> Iterator[str]:
        before = self.text[max(0, mention.start - _LOOK_BACK) : mention.start]
        if before.endswith(", "):
            yield from self._apposed(_ROLE_AND_COMMA.search(before))
        elif role := self._right_before(before):
            yield role
        if self.text.startswith(", ", mention.end):
            yield from self._apposed(_APPOSED.match(self.text, mention.end))

    def _apposed(self, found: re.Match[str] | None) -> Iterator[str]:
        """Of "the owner, | Jens Stein" the owner."""
        if found and fold(found["article"]) in self.articles:
            yield fold(found["role"])

    def _right_before(self, before: str) -> str:
        """Of "the mayor of Lyon | Omar Said" the mayor; not of "the mayor said | Omar"."""
        words = before[before.rfind("\n") + 1 :].split()[-_MOST_OF - 1 :]
        for back, word in enumerate(reversed(words)):
            if not word[-1:].isalpha():
                return ""
            if role := self.roles[word]:
                return role
            if back == 0 and not word[:1].isupper():
                return ""
        return ""


@cache
def _roles_of(narrative: Narrative) -> Remembered[str]:
    """Word -> itself, folded, if it names an office, else ""; remembered."""
    words, endings = narrative.words("honorifics"), narrative.endings("honorifics")

    def role(word: str) -> str:
        folded = fold(word)
        bare = folded.removeprefix("ex").removeprefix("-")
        told = bare in words or (bool(endings) and bare.endswith(endings))
        return folded if told and len(word) >= _SHORTEST else ""

    return Remembered(role)
