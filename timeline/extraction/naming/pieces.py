"""A run of words that may be a name, before the whole article is known."""

from dataclasses import dataclass

from timeline.extraction.findings import Kind


@dataclass(slots=True)
class Piece:
    """`kind` is None where the run itself does not tell; `located` where it then stands as a place
    does ("in Masaya"); `plausible` where it is a name though named once (an acronym, a brand)."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    folded: str
    kind: Kind | None = None
    located: bool = False
    plausible: bool = False
    only_short: bool = False  # a name only if it is the short form of one
    oblique: bool = False  # in a case in which no subject stands
