"""Finding again, in a text, words that were copied from it."""

import re

from timeline.text.paragraphs import Span


def locate(text: str, words: str, near: int = 0) -> Span | None:
    """Where `text` has the words, whatever space stands between them: of several places the one
    that begins nearest to `near`. None where it has them nowhere."""
    pieces = words.split()
    if not pieces:
        return None
    sought = re.compile(r"\s+".join(map(re.escape, pieces)))
    places = (Span(*found.span()) for found in sought.finditer(text))
    return min(places, key=lambda place: abs(place.start - near), default=None)
