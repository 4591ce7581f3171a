"""What German shows by its articles and verbs: which noun a relative takes up, and how the verb
that ends a clause stands in a main one."""

import re
from collections.abc import Sequence

from timeline.extraction.narrative.narratives import Narrative
from timeline.text import fold

# The genders that a relative takes up: masculine, feminine, neuter, plural.
_RELATIVES = {
    "der": "m", "die": "fp", "das": "n", "den": "m", "dem": "mn", "deren": "fp", "dessen": "mn",
}  # fmt: skip
# Determiners: the genders of their nouns, and what stands for them before a subject.
_DETERMINERS = {
    "die": ("fp", "die"), "das": ("n", "das"), "den": ("m", "der"), "ein": ("mn", "ein"),
    "eine": ("f", "eine"), "einen": ("m", "ein"), "einer": ("f", "eine"), "zur": ("f", "die"),
    "dem": ("mn", ""), "einem": ("mn", ""), "im": ("mn", ""), "am": ("mn", ""), "zum": ("mn", ""),
    "vom": ("mn", ""), "beim": ("mn", ""), "diese": ("fp", "diese"), "seine": ("fp", "seine"),
    "ihre": ("fp", "ihre"), "keine": ("fp", "keine"), "sein": ("mn", "sein"),
    "seinen": ("m", "sein"), "ihren": ("m", "ihr"), "ihr": ("mn", "ihr"),
    "mehrere": ("p", "mehrere"),
}  # fmt: skip
_MOST_BEFORE = 3  # words from a determiner to its noun
_MOST_WORDS = 12  # before a relative
_SEPARABLE = re.compile(
    r"(?P<particle>vor|ab|an(?!twort)|auf|aus|ein|mit|nach|zurück|zusammen|zu|fest|statt|teil|um)"
    r"(?P<verb>[a-zäöüß]{3,})"
)


def taken_up(words: Sequence[str], relative: str, narrative: Narrative) -> str | None:
    """The noun whose article agrees with a relative, as the subject of a sentence: of "gab **ein
    Gutachten** in Auftrag, das"; None where no article tells."""
    genders = frozenset(_RELATIVES.get(fold(relative), ""))
    words = words[-_MOST_WORDS:]
    for at in range(len(words) - 1, 0, -1):
        noun = words[at]
        if noun.endswith(","):
            return None
        if not noun[:1].isupper():
            continue
        first = next((i for i in range(at - 1, max(-1, at - _MOST_BEFORE), -1)
                      if not _is_adjective(words[i])), -1)  # fmt: skip
        determiner = fold(words[first]) if first >= 0 else ""
        told = _of_der(words[:first], narrative) if determiner == "der" else None
        told = told or _DETERMINERS.get(determiner)
        if told is None:
            governed = fold(words[at - 1]) in narrative.words("prepositions")  # "in Auftrag"
            if at == len(words) - 1 and not governed:
                return None  # "erhob Anklage, die": a noun without one
            continue
        if not genders.isdisjoint(told[0]):
            kept = words[first + 1 : at] if told[1] == determiner else []
            return " ".join(filter(None, [told[1], *kept, noun]))
    return None


def _is_adjective(word: str) -> bool:
    determiner = fold(word) in _DETERMINERS or word == "der"
    return word.islower() and word.endswith(("en", "e", "er", "es", "em")) and not determiner


def _of_der(before: Sequence[str], narrative: Narrative) -> tuple[str, str]:
    """ "In **der** Stadt" and "Leiter **der** Bank" are feminine, "**der** Turm" is masculine."""
    last = before[-1] if before else ""
    if fold(last) in narrative.words("prepositions"):
        return "f", "die"
    return ("fp", "die") if last[:1].isupper() else ("m", "der")


def is_object(words: Sequence[str], narrative: Narrative) -> bool:
    """Whether a relative is the object of its clause: "die **das Gericht** zuließ"."""
    if fold(words[0]) not in ("die", "das", "den"):
        return False
    article, noun = fold(words[1]), words[2][:1].isupper()
    return (article in ("der", "das", "die") and noun) or article in ("er", "man")


def apart(verb: str) -> tuple[str, str]:
    """The verb of a main clause and its particle, of one that ends a clause: "zuließ" is "ließ
    ... zu"."""
    found = _SEPARABLE.fullmatch(verb)
    if not found or found["verb"].startswith(("ge", "zu")):
        return verb, ""
    return found["verb"], found["particle"]
