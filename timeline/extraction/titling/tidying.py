"""Words that have lost some of their neighbours, put in order: marks, spaces, halves of pairs."""

import re
from operator import itemgetter

EDGES = " \t\n\u00a0,;،؛–—-:•*·.…|+"
PAIRED = re.compile(r"[\"“”«»„()\[\]]")
PARTICLE = re.compile(r"(?:al|el|as|ash|ar)-", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?،؛؟])")
_DOUBLE_MARK = re.compile(r"([,،;:])(?:\s*[,،;:])+")
_ODD_MARK = re.compile(r"[ ,;:،؛][.,;:!?،؛؟]")
_OPENING_MARKS = '"“„«'
_ELIDED = re.compile(r"(?<=[qQ])u['’](?=[B-DF-HJ-NP-TV-XZ])")  # before a consonant
_OPEN_QUOTE = re.compile(r"\A([\"“„«])\s+")


def tidy(words: str) -> str:
    """Without brackets, doubled marks and what stands at the edges."""
    bracketed = "(" in words or "[" in words
    words = " ".join((_BRACKETS.sub("", words) if bracketed else words).split())
    if _ODD_MARK.search(words):
        words = _DOUBLE_MARK.sub(itemgetter(1), _BEFORE_MARK.sub("", words))
    words = words.strip(EDGES)
    return _balanced(_OPEN_QUOTE.sub(r"\1", words) if words[:1] in _OPENING_MARKS else words)


def unelided(words: str) -> str:
    """ "qu'elle" with a name in place of its pronoun: "que Lina"."""
    return _ELIDED.sub("ue ", words) if "'" in words or "’" in words else words


def first_word(words: str) -> str:
    """The first word, or what is written onto it: of "l'usine ferme" "l'"."""
    word = words.split(" ", 1)[0].replace("’", "'")
    return word[: word.find("'") + 1] or word


def quotes(words: str) -> tuple[tuple[str, str], ...]:
    """The pairs of marks that quote in these words: "“" opens an English quotation and closes a
    German one."""
    low = ("„", "“" if "”" not in words else "”")
    return (low if "„" in words else ("“", "”"), ("«", "»"))


def _balanced(words: str) -> str:
    """Without quotation marks and brackets whose other half is gone."""
    if not PAIRED.search(words):
        return words
    for opening, closing in (*quotes(words), ("(", ")"), ("[", "]")):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
            words = _SPACES.sub(" ", words).strip()
    return words.replace('"', "") if words.count('"') % 2 else words


def capital(words: str) -> str:
    """With a capital first, unless its first word has one of its own ("iPhone")."""
    if PARTICLE.match(words) or words[1:2] in ("'", "’"):
        return words[:1].upper() + words[1:]
    if words[:1].isupper() or any(letter.isupper() for letter in words.split(" ", 1)[0]):
        return words
    return words[:1].upper() + words[1:]
