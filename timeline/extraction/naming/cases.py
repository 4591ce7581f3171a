"""Names in the nominative, in languages that decline them: "Владимиром Путиным" is Владимир Путин.

Only what is sure is changed: a person's name where its given name is found among the given names, a
place where the gazetteer has it. The endings are data: "ского>ский" in `[cases]` of
`narrative/<code>.toml`, the first that fits.
"""

from collections.abc import Iterable, Iterator, Sequence

from timeline.extraction.naming import gazetteer
from timeline.extraction.naming.genders import gender_of
from timeline.extraction.naming.pieces import Piece
from timeline.extraction.narrative.narratives import Narrative
from timeline.text import fold

_GENDERS = ("masculine", "feminine")


class Cases:
    """The endings of one language; without any it changes nothing."""

    def __init__(self, narrative: Narrative, alone: Iterable[str] = ()) -> None:
        """`alone`: the names of one word that the article has."""
        self.lists = narrative.lists
        self.declined = bool(self.lists.get("place_cases"))
        self.alone = frozenset(alone if self.declined else ())
        known = gazetteer.places(narrative.language) if self.declined else frozenset()
        self.places = known | narrative.words("towns")
        self.further = narrative.words("countries")  # in whatever case

    def restore(self, piece: Piece) -> None:
        """Put a full name of a person, or a known place, into the nominative."""
        if not self.declined:
            return
        if piece.kind == "person" and len(piece.words) > 1:
            restored = self.person(piece.words)
        elif piece.kind == "place" and len(piece.words) == 1:
            restored = (self.place(piece.words[0]),)
        else:
            return
        if restored != piece.words:
            piece.oblique, piece.text = True, _with(restored, piece)
            piece.words, piece.folded = restored, fold(piece.text)

    def person(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a full name; as they are where the given name stands in the nominative."""
        if gender := gender_of(words[0]):
            return self._of_a_man(words) or tuple(words) if gender == "feminine" else tuple(words)
        for gender in _GENDERS:
            for given in self._forms(words[0], f"{gender}_given"):
                if gender_of(given) == gender:
                    return (given, *(self._surname(word, gender) for word in words[1:]))
        return tuple(words)

    def _of_a_man(self, words: Sequence[str]) -> tuple[str, ...]:
        """Of "Евгения Пригожина", which may be either, Евгений where the article has a Пригожин."""
        surname = self._surname(words[-1], "masculine")
        if surname == words[-1] or surname not in self.alone:
            return ()
        forms = self._forms(words[0], "masculine_given")
        given = next((form for form in forms if gender_of(form) == "masculine"), "")
        between = (self._surname(word, "masculine") for word in words[1:-1])
        return (given, *between, surname) if given else ()

    def surnames(self, word: str) -> Iterator[str]:
        """What a surname that stands alone may be in the nominative."""
        for gender in _GENDERS if self.declined else ():
            yield from self._forms(word, f"{gender}_surnames")

    def place(self, word: str) -> str:
        if fold(word) in self.places:
            return word
        for form in self._forms(word, "place_cases"):
            bare = word.startswith(form)  # no other case looks so
            if fold(form) in self.places or (bare and fold(form) in self.further):
                return form
        return word

    def _surname(self, word: str, gender: str) -> str:
        return next(self._forms(word, f"{gender}_surnames"), word)

    def _forms(self, word: str, rules: str) -> Iterator[str]:
        for rule in self.lists.get(rules, ()):
            ending, _, nominative = rule.partition(">")
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word.removesuffix(ending) + nominative


def _with(restored: Sequence[str], piece: Piece) -> str:
    """The text of a name with its words in another case; particles stay: "Карлосом де ла Торре"."""
    parts, at = list[str](), 0
    for word, nominative in zip(piece.words, restored, strict=True):
        begin = piece.text.index(word, at)
        parts += piece.text[at:begin], nominative
        at = begin + len(word)
    return "".join(parts) + piece.text[at:]
