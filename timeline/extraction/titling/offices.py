"""Who "the mayor" is, in an article that has named one: "the mayor Lina Aziz", "Omar Said, the
driver, ...", "The owner, Jens Stein, ...".

A role counts only if the article gives it to one person alone; "the mayor of Lyon" may be another.
"""

import re
from collections.abc import Iterator

from timeline.extraction.naming.names import Mention, Names
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import fold

_LOOK_BACK = 60  # characters before a name in which its role stands
_MOST_OF = 3  # words of what an office is of, before a name: "Gouverneur des Landes Omar Said"
_SHORTEST = 4  # letters; shorter ones are forms of address
_ROLE_AND_COMMA = re.compile(
    r"(?:\A|[\s(])(?P<article>[^\W\d_]+['’]?)\s?(?P<role>[^\W\d_]{4,}), \Z"
)
_APPOSED = re.compile(r", (?P<article>[^\W\d_]+['’]?)\s?(?P<role>[^\W\d_]{4,})[,.]")
_OPENING = re.compile(
    r"(?P<article>[^\W\d_]+['’])(?P<elided>\w+)|(?P<first>\w+)(?: (?P<second>\w+))?"
)
_NEXT = re.compile(r"\s(\w+)")


class Offices:
    """The roles that the people of one article have, and who is told of by one."""

    def __init__(self, text: str, names: Names, narrative: Narrative) -> None:
        self.text, self.names, self.narrative = text, names, narrative
        self.articles = narrative.words("articles")
        self.held: dict[str, str] = {}  # a role -> who has it, "" where several have
        for mention in names.mentions if self.articles else ():
            if mention.name.kind == "person":
                for role in self._roles(mention):
                    held = self.held.setdefault(role, mention.name.text)
                    self.held[role] = held if held == mention.name.text else ""

    def of(self, start: int, end: int) -> str:
        """Who is told of by a role that opens the words there, "" if none does."""
        opening = _OPENING.match(self.text, start, end)
        if opening is None:
            return ""
        article = opening["article"] or opening["first"]
        role = opening["elided"] or opening["second"]
        if not role or fold(article) not in self.articles:
            return ""
        behind = _NEXT.match(self.text, opening.end(), end)
        word = behind[1] if behind else ""
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
            if len(word) >= _SHORTEST and self._is_role(folded := fold(word)):
                return folded
            if back == 0 and not word[:1].isupper():
                return ""
        return ""

    def _is_role(self, word: str) -> bool:
        bare = word.removeprefix("ex").removeprefix("-")
        return bare in self.narrative.words("honorifics") or bare.endswith(
            self.narrative.endings("honorifics") or ("\0",)
        )
