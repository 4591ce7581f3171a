"""The people, organisations and places that an article names, and where.

By form (a run of capitals, a particle, an initial), by cue words (a title before a person, "Court"
in an organisation, "in" before a place), by the names CLDR knows and by those editors entered.
First every run is read by itself; then short forms ("al-Assad") take the full name that the article
gave before. What language has which words is data: `narrative/<code>.toml`.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from timeline.extraction.findings import KnownName, Name
from timeline.extraction.naming import capitalised, cued
from timeline.extraction.naming.cases import Cases
from timeline.extraction.naming.pieces import Piece
from timeline.extraction.narrative.narratives import Narrative
from timeline.extraction.narrative.whole_words import exactly
from timeline.text import Span, fold

_LONGEST_BETWEEN, _LONGEST_GAP = 12, 12  # characters of "between ", of " and the "
_MOST_KNOWN = 5_000  # entered names that are looked for; more would make the pattern slow to build


@dataclass(slots=True)
class Mention:
    """A place in the text that names somebody or something, by a name or a short form of one."""

    start: int
    end: int
    name: Name
    oblique: bool = False  # in a case in which no subject stands


class Names:
    """Every mention of a text, in order, not overlapping."""

    def __init__(
        self,
        text: str,
        narrative: Narrative,
        known: Sequence[KnownName] = (),
        dates: Sequence[Span] = (),
    ) -> None:
        """`dates`: the time expressions of the text, in order; no name reaches into one."""
        entered = _entered(text, known)
        reader = cued.pieces if narrative.capitals == "none" else capitalised.pieces
        taken = [Span(mention.start, mention.end) for mention in entered]
        read = reader(text, narrative, _together(taken, dates))
        self.mentions = sorted(
            entered + _resolved(text, read, entered, narrative), key=attrgetter("start")
        )
        self._starts = [mention.start for mention in self.mentions]
        self._asked, self._inside = Span(0, 0), list[Mention]()
        self.counts = Counter([mention.name for mention in self.mentions])

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie inside a span."""
        if span != self._asked:  # the readers of one clause all ask for the same
            first = bisect_left(self._starts, span.start)
            last = bisect_left(self._starts, span.end)
            if first < last and self.mentions[last - 1].end > span.end:
                last -= 1
            self._asked, self._inside = span, self.mentions[first:last]
        return self._inside


def _together(names: Sequence[Span], dates: Sequence[Span]) -> list[Span]:
    """Both in one order, without a date that lies over an entered name."""
    kept, at = list(names), 0
    for date in dates:
        while at < len(names) and names[at].end <= date.start:
            at += 1
        if at == len(names) or date.end <= names[at].start:
            kept.append(date)
    return sorted(kept)


def _entered(text: str, known: Sequence[KnownName]) -> list[Mention]:
    """Mentions of the names that editors entered: exact words, in the letters of the entry."""
    forms = {
        form: Name(entry.text, entry.kind)
        for entry in known[:_MOST_KNOWN]
        for form in (*entry.aliases, entry.text)
        if len(form) > 1
    }
    if not forms:
        return []
    found = exactly(tuple(forms)).finditer(text)
    return [Mention(m.start(), m.end(), forms[m[0]]) for m in found if m[0] in forms]


def _resolved(
    text: str, pieces: list[Piece], entered: Sequence[Mention], narrative: Narrative
) -> list[Mention]:
    """Short forms take the full name they stand for; what stays without a kind names nobody."""
    agencies = narrative.words("agencies")
    pieces = [piece for piece in pieces if piece.folded not in agencies]
    _locate(text, pieces, narrative)
    cases = Cases(narrative, (one.text for one in pieces if len(one.words) == 1))
    for piece in pieces if cases.declined else ():
        cases.restore(piece)
    article = _Article(
        cases, sorted([*pieces, *_as_pieces(text, entered)], key=attrgetter("start"))
    )
    return [
        Mention(one.start, one.end, name, one.oblique)
        for one in pieces
        if (name := article.name_of(one))
    ]


def _locate(text: str, pieces: list[Piece], narrative: Narrative) -> None:
    """In "Mobile, Alabama" and "Melipilla (Santiago Region)" the first is a place too, in "in
    Oaxaca and Chiapas" the second, in "between Brest and the Azores" either."""
    joins = [f" {word} " for word in narrative.words("coordinate")]
    between = tuple(f"{word} " for word in narrative.words("between") if word in text)
    for piece, after in zip(reversed(pieces[:-1]), reversed(pieces[1:]), strict=True):
        if piece.kind is None and after.kind == "place":
            piece.located |= text[piece.end : after.start] in (", ", " (", "، ")
        if after.kind is None and piece.located:
            after.located |= text[piece.end : after.start] in joins
        if between and {piece.kind, after.kind} == {None, "place"}:
            led = fold(text[max(0, piece.start - _LONGEST_BETWEEN) : piece.start])
            gap = text[piece.end : after.start]
            if led.endswith(between) and gap.startswith((*joins,)) and len(gap) < _LONGEST_GAP:
                piece.located = after.located = True


def _as_pieces(text: str, entered: Sequence[Mention]) -> Iterator[Piece]:
    """Entered names are full names too, which short forms stand for, as they are written here."""
    for mention in entered:
        name, words = mention.name, tuple(text[mention.start : mention.end].split())
        yield Piece(mention.start, mention.end, name.text, words, fold(name.text), name.kind)


class _Article:
    """What the article as a whole says of its names."""

    def __init__(self, cases: Cases, pieces: list[Piece]) -> None:
        self.cases = cases
        self.certain = {piece.folded: piece for piece in reversed(pieces) if piece.kind}
        self.repeated = Counter([piece.folded for piece in pieces])
        self.bodies: dict[str, str] = {}  # first words of organisations -> the full name
        self.surnames: set[str] = set()
        self.people: dict[str, str] = {}  # their words and full forms -> the full name
        for piece in pieces:
            if piece.kind == "organisation" and len(piece.words) > 1:
                self.bodies.setdefault(fold(piece.words[0]), piece.text)
        self._add_people([p for p in pieces if p.kind == "person" and len(p.words) > 1])

    def _add_people(self, people: list[Piece]) -> None:
        for piece in people:
            if fold(piece.words[0]) not in self.bodies:
                self.people.setdefault(piece.folded, piece.text)
        folded = [[*map(fold, piece.words)] for piece in people]
        self.surnames = {words[-1] for words in folded}
        for part in (slice(-1, None), slice(1), slice(1, -1)):  # "Lula" of "Luiz Lula da Silva"
            for piece, words in zip(people, folded, strict=True):
                for word in words[part] if piece.folded in self.people else ():
                    self.people.setdefault(word, piece.text)

    def name_of(self, piece: Piece) -> Name | None:
        if piece.kind == "person" and len(piece.words) > 1:
            return Name(piece.text, "person" if piece.folded in self.people else "organisation")
        unplaced = piece.kind == "place" and not piece.located and piece.folded in self.surnames
        if (piece.kind in (None, "person") or unplaced) and (full := self.full_name(piece)):
            return Name(full, "person")
        if piece.kind:
            return Name(piece.text, piece.kind)
        return self.by_place(piece)

    def full_name(self, piece: Piece) -> str:
        """Whom a last or a first name stands for, in whatever case; "" for nobody."""
        full = self.people.get(piece.folded, "")
        if full or len(piece.words) > 1 or not self.cases.declined:
            return full
        forms = map(fold, self.cases.surnames(piece.text))
        return next(filter(None, map(self.people.get, forms)), "")

    def by_place(self, piece: Piece) -> Name | None:
        """A name without a sign of its own: known from elsewhere, standing like a place, or told
        of twice."""
        if other := self.certain.get(piece.folded):
            return Name(piece.text, other.kind or "organisation")
        if piece.folded in self.bodies:
            return Name(piece.text, "organisation")
        if piece.located:
            self.certain[piece.folded] = piece
            piece.kind = "place"
            self.cases.restore(piece)
            return Name(piece.text, "place")
        if piece.only_short:
            return None
        told_of = piece.plausible or self.repeated[piece.folded] > 1
        return Name(piece.text, "organisation") if told_of else None
