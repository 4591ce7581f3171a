"""What a clause depends on, "**since** it was founded", is no part of what it tells."""

from timeline.extraction.narrative.marks import COMMA
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.titling.complements import opens_main
from timeline.text import fold

_ONESELF = "se"


def without_conjunction(words: str, narrative: Narrative) -> str:
    """ "since it was founded", "when the army left": what the clause depends on is no part of it.
    Behind a `governing` conjunction stands a verb with its subject, or none. With its main clause
    behind it ("when it was founded, nobody ...") it stays."""
    if COMMA.search(words):
        return words
    if governing := narrative.pattern("governing").match(words):
        return words[governing.end() :].lstrip()
    for name in ("subordinate", "sequels"):
        opening = narrative.pattern(name).match(words)
        rest = words[opening.end() :].lstrip() if opening else ""
        if opening and _stands_alone(opening[0], rest, narrative):
            return words if opens_main(rest, narrative) else rest
    return words


def _stands_alone(conjunction: str, rest: str, narrative: Narrative) -> bool:
    """Whether what depends on the conjunction can be told without it."""
    if narrative.pattern("pronouns", "neuters").match(rest):
        return True
    timely = narrative.words("sequels", "relative")
    first = fold(rest.split(" ", 1)[0])
    named = rest[:1].isupper() or first in narrative.words("determiners")
    pointing = first in narrative.words("demonstratives")
    if narrative.inverts and first == _ONESELF:
        return True  # "cuando | se hundió el barco"
    return (
        named and not pointing and bool(narrative.words("sequels")) and fold(conjunction) in timely
    )
