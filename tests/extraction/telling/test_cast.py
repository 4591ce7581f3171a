"""Who takes part, in an article that names somebody else in each of its sentences."""

import time
from collections.abc import Iterator

import pytest

from timeline.extraction.naming.names import Names
from timeline.extraction.narrative.narratives import narrative_of
from timeline.extraction.telling.cast import Cast
from timeline.text import sentences

LETTERS = {"en": "abcdefghij", "ar": "بتثجحخدرزس"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Court met {} Company. "),
        ("ar", "الرئيس {} الحداد وزار عمر بغداد. "),
    ],
    ids=LETTERS.keys(),
)
def test_time_grows_in_step_with_the_names(language: str, sentence: str) -> None:
    short, long = ("".join(map(sentence.format, _words(language, times))) for times in (500, 5_000))
    # Ten times the names in ten times the time, trebled for a busy machine; a square is a hundred.
    assert _seconds(long, language) < 30 * max(_seconds(short, language), 0.002)


def _words(language: str, times: int) -> Iterator[str]:
    """A word for each of so many numbers."""
    for number in range(times):
        yield "".join(LETTERS[language][int(digit)] for digit in f"{number:05}").capitalize()


def _seconds(text: str, language: str) -> float:
    """CPU time in which the names of a text are read and those of each sentence take part."""
    narrative, spans = narrative_of(language), sentences(text, language)
    start = time.process_time()
    cast = Cast(text, spans, Names(text, narrative), narrative)
    for span in spans:
        cast.participants(span, "")
    return time.process_time() - start
