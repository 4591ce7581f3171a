"""Which language a text is in: by its commonest words, its letters and its months and weekdays.

Small, and enough to choose a grammar. A long text is settled by its words, a short one ("20 Mayıs
2024") by a month, a text in a script of its own by that.
"""

import re
import tomllib
from collections import Counter
from functools import lru_cache
from typing import Any

from timeline.extraction.grammars.languages import LANGUAGES
from timeline.extraction.words.calendar_names import calendar_names
from timeline.text import fold

DEFAULT = "en"
_SAMPLE = 6_000  # code points: some thousand words settle it
_ENOUGH = 8  # common words that settle it, without a look at months and weekdays
_NAME = 1.5  # what one of those counts beside a common word: "mai" is of many languages
_LETTER = 0.2  # what a telling letter counts
_SHORTEST_NAME = 3  # letters
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The likeliest language of a text, as a code; English when nothing is telling.

    >>> detect("Der Präsident ist nach Teheran gereist")
    'de'
    """
    sample = text[:_SAMPLE].lower()
    counts = Counter(map(fold, _WORD.findall(sample)))
    scores: dict[str, float] = {
        code: _known(counts, words) for code, words in function_words().items()
    }
    if max(scores.values()) < _ENOUGH:
        for code in scores:
            scores[code] += _NAME * _known(counts, _names(code))
    for code, letters in _letters().items():
        scores[code] = scores.get(code, 0) + _LETTER * len(letters.findall(sample))
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else DEFAULT


def _known(counts: Counter[str], words: frozenset[str]) -> int:
    return sum(counts[word] for word in words if word in counts)


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """The words by language, folded as a text's words are."""
    return {code: frozenset(map(fold, words.split())) for code, words in _data()["words"].items()}


@lru_cache(maxsize=1)
def _letters() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{letters}]") for code, letters in _data()["letters"].items()}


@lru_cache(maxsize=32)
def _names(code: str) -> frozenset[str]:
    """The months and weekdays of a language, folded."""
    listed = calendar_names(code) or ()
    names = (name for kind in listed for forms in kind.values() for name in forms)
    return frozenset(fold(name) for name in names if len(name) >= _SHORTEST_NAME)


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads((LANGUAGES / "detection.toml").read_text(encoding="utf-8"))
