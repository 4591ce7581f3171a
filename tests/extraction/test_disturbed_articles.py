"""Articles as pages hand them over: spaces doubled or hard, lines broken anywhere, a dateline
before them, a part missing."""

import random
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.told import PUBLISHED
from timeline.extraction.events import extract
from timeline.management.evaluation import gold

GOLD = Path(__file__).parent.parent / "evaluation/gold"
SPACES = ("  ", "\u00a0", "\n", "\n\n", "\u202f", " \u200f")
DATELINES = (
    "MADRID, 5 de mayo de 2019 (EFE) - ", "PARIS, 5 May 2019 (Agency) — ", "BERLIN – ",
    "القاهرة - ", "МОСКВА, 5 мая. /ТАСС/. ", "21:05 ", "+++ 20:12 ", "• ",
)  # fmt: skip
LONGEST = 900  # characters of an article that are read


@cache
def articles() -> list[tuple[str, str]]:
    """Language and text of each article of the shipped gold."""
    return [(article.language, article.text) for article in gold.load(GOLD)]


def disturbed(text: str, chance: random.Random) -> str:
    """A part of a text with some of its spaces changed, and perhaps a dateline before it."""
    start = chance.randrange(max(1, len(text) - 200))
    words = text[start : start + chance.randrange(20, LONGEST)].split(" ")
    often = chance.random() / 4
    spaces = (chance.choice(SPACES) if chance.random() < often else " " for _ in words)
    told = "".join(f"{word}{space}" for word, space in zip(words, spaces, strict=True))
    return chance.choice(("", *DATELINES)) + told


@settings(max_examples=250)
@given(st.randoms(use_true_random=False))
def test_a_disturbed_article_is_read_and_quoted_from_within(chance: random.Random) -> None:
    language, whole = chance.choice(articles())
    text = disturbed(whole, chance)
    for event in extract(text, published=PUBLISHED, language=language).events:
        assert 0 < len(event.title) <= 90
        for evidence in event.evidence:
            assert text[slice(*evidence.quote)].strip()
            assert text[slice(*evidence.expression)].strip()
