"""Which language a text is in, by its commonest words: small, and enough to choose a grammar."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache

from timeline.text import fold

from .grammar import LANGUAGES

DEFAULT = "en"
_SAMPLE = 6_000  # code points: some thousand words settle it
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The likeliest language of a text, as a code; English when no word is telling.

    >>> detect("Der Präsident ist nach Teheran gereist")
    'de'
    """
    counts = Counter(map(fold, _WORD.findall(text[:_SAMPLE])))
    scores = {
        language: sum(counts[word] for word in words if word in counts)
        for language, words in function_words().items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else DEFAULT


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """The words by language, folded as a text's words are."""
    data = tomllib.loads((LANGUAGES / "detection.toml").read_text(encoding="utf-8"))
    return {code: frozenset(map(fold, listed.split())) for code, listed in data["words"].items()}
