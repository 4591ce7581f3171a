"""Words and their classes, and the coding of a text into a shape.

A shape has one character per token, so that a form is an ordinary regular expression over it:

    On   May 20,  2024     tokens, white space included
    \\ue003 \\ue010 \\ue001, \\ue002    their codes

Every set of classes has one code (a character of the Private Use Area): "second" is an ordinal
and a unit, and has a code of its own that both classes admit. White space, punctuation and
unknown words keep a plain character, which makes a shape readable in a debugger.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from timeline.text import fold

UNKNOWN, UNKNOWN_CAPITAL = "w", "W"
IDEOGRAPH = "c"  # of no class: unlike a letter it is not glued to what stands beside it
SPACE, BREAK = " ", "\n"  # BREAK: an empty line, which no form crosses
_FIRST_CODE = 0xE000

# Directional marks, zero-width characters and the byte order mark: part of the token before them.
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without spaces: one token each
# Letters of the commonest scripts: a class that names no categories is matched much more quickly.
_COMMON = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
    r"\u0410-\u0451\u0621-\u063f\u0641-\u064a\u067e-\u06cc"
)
TOKEN = re.compile(
    rf"[{_COMMON}]++(?=[ ,.\n])|\s+"
    rf"|[^\W\d_{_IDEOGRAPHS}][^\W\d_{_IDEOGRAPHS}{_MARKS}{_INVISIBLE}]*"
    rf"(?:[{_MARKS}{_INVISIBLE}]+[^\W\d_{_IDEOGRAPHS}]*)*"
    rf"|\d+[{_INVISIBLE}]*|[\W_{_IDEOGRAPHS}][{_INVISIBLE}]*"
)
_SINGLE_SPACE = re.compile(r" (?!\s)(?<!\s )")  # of no longer white space
_TORN = ("  ", " \n", "\n ")  # codes of white space that is one token
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_INVISIBLES = re.compile(rf"[{_INVISIBLE}]+")
_MOST_CACHED = 50_000  # words; a text of more different ones is looked up without remembering
_MOST_PIECES = 20_000  # the same for what stands between spaces, with its marks
_LONGEST_CACHED = 40  # letters of a word; longer ones are rare, and may be endless

# The classes of a token of digits: (name, fewest digits, most digits, least, greatest value).
NUMBERS = (
    ("d", 1, 2, 1, 31),  # a day of the month
    ("m", 1, 2, 1, 12),  # a month
    ("hh", 1, 2, 0, 24),  # an hour
    ("mm", 2, 2, 0, 59),  # a minute
    ("yy", 2, 2, 0, 99),  # the last digits of a year
    ("yyy", 3, 3, 100, 999),
    ("yyyy", 4, 4, 1000, 2999),
    ("anyyear", 3, 4, 100, 9999),  # where a day and a month stand before it
    ("toolarge", 2, 2, 32, 99),  # no day of a month
    ("n", 1, 6, 0, 999_999),
)

Classes = frozenset[str]


# Classes of words that say nothing of when: their ending may.
_TIMELESS = ("happening", "reporting", "struck", "calamity")


@dataclass(frozen=True)
class Sense:
    """One class of a word, its value there, and whether it must be written with a capital."""

    name: str
    value: int | float | str
    capital: bool

    @property
    def literal(self) -> bool:
        """Whether the word is only known because a form has it as it is."""
        return self.name.startswith("=")


def dashes_alike(mark: str) -> str:
    """One code for marks that mean the same: dashes, apostrophes, full-width and Arabic commas."""
    return _ALIKE.get(mark, mark)


_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u2010": "-", "\u2011": "-", "−": "-",
    "—": "–", "،": ",", "٬": ",", "٫": ".", "⁄": "/", "۔": ".", "؛": ";", "؟": "?",
}  # fmt: skip


def _key(word: str) -> str:
    """A word as it is looked up, without its accents; but one letter keeps its own, so that French
    "à" is not "a", which says that something is past."""
    return word.lower() if word.isascii() or len(word) == 1 else fold(_visible(word))


@dataclass
class Lexicon:
    """The words of one language. Mutable while a grammar is being loaded, then sealed by `seal`."""

    prefixes: tuple[str, ...] = ()
    suffixes: Mapping[str, str] = field(default_factory=dict)  # ending -> class
    beginnings: Mapping[str, str] = field(default_factory=dict)  # beginning -> class
    senses: dict[str, list[Sense]] = field(default_factory=dict)
    codes: dict[Classes, str] = field(default_factory=dict)
    shortened: set[str] = field(default_factory=set)  # forms that begin a longer one: "Sept"
    _admitted: dict[str, str] = field(default_factory=dict)
    _remembered: dict[str, list[Sense]] = field(default_factory=dict)  # once sealed

    def add(self, form: str, name: str, value: int | float | str) -> None:
        """Register a word. One written here with a capital is met only with a capital."""
        sense = Sense(name, value, capital=form[:1] != form[:1].lower())
        for key in {_key(form), *([fold(form)] if sense.literal else [])}:
            self.senses.setdefault(key, []).append(sense)

    def seal(self) -> None:
        """Give each set of classes its code."""
        self._class_by_endings()
        for form in self.senses:
            for written in (form, form.capitalize()):
                self._register(frozenset(sense.name for sense in self.senses_of(written)))
        for name in (*self.suffixes.values(), *self.beginnings.values()):
            self._register(frozenset({name}))
        for classes in number_classes():
            self._register(classes)
        for classes, code in self.codes.items():
            for name in classes:
                self._admitted[name] = self._admitted.get(name, "") + code
        self.shortened = set(_shortened(self.senses))
        self.shape_of = _Coder(self)
        self._coded_of = _Pieces(self.shape_of)

    def coded(self, text: str) -> tuple[list[str], str]:
        """The text cut into tokens, which joined together are the text, and one code per token."""
        tokens, shape = self._joined(text.split(" "))
        if any(torn in shape for torn in _TORN):
            tokens, shape = self._joined(_SINGLE_SPACE.split(text))
        return tokens, shape

    def _joined(self, written: list[str]) -> tuple[list[str], str]:
        """What stands between the spaces of a text, together with these spaces."""
        pieces = [*map(self._coded_of.__getitem__, written)]
        tokens = [*chain.from_iterable(map(itemgetter(0), pieces))]
        tokens.pop()
        return tokens, "".join(map(itemgetter(1), pieces))[:-1]

    def _class_by_endings(self) -> None:
        """ "Crashed" says what happened and, by its ending, that it is over; so may a word that
        only forms name ("prendra fin")."""
        for form, senses in self.senses.items():
            timeless = all(sense.name in _TIMELESS for sense in senses)
            literal = all(sense.literal for sense in senses)
            name = self._by_edge(form) if timeless else self._by_ending(form) if literal else ""
            if name:
                senses.append(Sense(name, form, capital=False))

    def _register(self, classes: Classes) -> None:
        if classes and classes not in self.codes:
            self.codes[classes] = chr(_FIRST_CODE + len(self.codes))

    def can_end(self, token: str) -> bool:
        """Whether a full stop behind a word ends the sentence: "in May.", not "Sept."."""
        whole = fold(_visible(token)) not in self.shortened
        return whole and any(not sense.literal for sense in self.senses_of(token))

    @property
    def unknown(self) -> str:
        """The codes of words of no class, and of those known by an ending or a beginning alone."""
        names = {*self.suffixes.values(), *self.beginnings.values()}
        return UNKNOWN + "".join(self.codes[frozenset({name})] for name in names)

    def admitted(self, name: str) -> str:
        """The codes of the tokens that belong to a class."""
        return self._admitted.get(name, "")

    def senses_of(self, token: str) -> list[Sense]:
        """What a token can mean: with all its letters, and without an attached particle."""
        known = self._remembered.get(token)
        if known is None:
            known = self._all_senses(token)
            if len(self._remembered) < _MOST_CACHED and len(token) < _LONGEST_CACHED:
                self._remembered[token] = known
        return known

    def _all_senses(self, token: str) -> list[Sense]:
        senses = self._senses(token)
        if not self.prefixes or any(not sense.literal for sense in senses):
            return senses
        length = self.prefix_length(token)
        return senses + self.senses_of(token[length:]) if length else senses

    def prefix_length(self, token: str) -> int:
        """How many characters at its start are an attached particle ("and", "in", "the")."""
        if not self.prefixes or any(not sense.literal for sense in self._senses(token)):
            return 0
        for prefix in self.prefixes:
            rest = token[len(prefix) :]
            if token.startswith(prefix) and len(rest) > 2 and self._senses(rest):
                return len(prefix)
        return 0

    def _senses(self, token: str) -> list[Sense]:
        senses = self.senses.get(_key(token))
        if not senses:
            return []
        if token[:1] != token[:1].lower():
            return senses
        return [sense for sense in senses if not sense.capital]

    def code_of(self, token: str) -> str:
        """The code of one token."""
        first = token[0]
        if first.isspace():
            return BREAK if token.count("\n") > 1 else SPACE
        if first.isdecimal():
            return self.codes[_classes_of_number(_visible(token))]
        if not first.isalpha():
            return dashes_alike(first)
        if senses := self.senses_of(token):
            # Particles heaped up can leave a set of classes that no word of the language has.
            return self.codes.get(frozenset(sense.name for sense in senses), UNKNOWN)
        return IDEOGRAPH if _IDEOGRAPH.match(first) else self._code_of_unknown(token)

    def _code_of_unknown(self, token: str) -> str:
        if token[:1] != token[:1].lower():
            return UNKNOWN_CAPITAL
        name = self._by_edge(token)
        return self.codes[frozenset({name})] if name else UNKNOWN

    def _by_ending(self, token: str) -> str:
        for ending, name in self.suffixes.items():
            if token.endswith(ending) and len(token) > len(ending) + 2:
                return name
        return ""

    def _by_edge(self, token: str) -> str:
        """The class that the ending or the beginning of a word puts it into, or ""."""
        if name := self._by_ending(token):
            return name
        for beginning, name in self.beginnings.items():
            if token.startswith(beginning) and len(token) > len(beginning) + 2:
                return name
        return ""


def _visible(token: str) -> str:
    """The token without its invisible characters."""
    return token if token.isascii() else _INVISIBLES.sub("", token)


def _shortened(senses: Mapping[str, list[Sense]]) -> Iterator[str]:
    """The forms with which a longer form of the same value begins."""
    alike: dict[tuple[str, object], list[str]] = {}
    for form, listed in senses.items():
        for sense in listed:
            alike.setdefault((sense.name, sense.value), []).append(form)
    for forms in alike.values():
        yield from (f for f in forms if any(g != f and g.startswith(f) for g in forms))


class _Coder(dict[str, str]):
    """token -> code, remembered up to a bound."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, token: str) -> str:
        code = self.lexicon.code_of(token)
        if len(self) < _MOST_CACHED and len(token) < _LONGEST_CACHED:
            self[token] = code
        return code


class _Pieces(dict[str, tuple[list[str], str]]):
    """What stands between two spaces -> its tokens and their codes, with the space behind it;
    remembered up to a bound: the same words are read again and again."""

    def __init__(self, shape_of: Mapping[str, str]) -> None:
        super().__init__()
        self.shape_of = shape_of

    def __missing__(self, written: str) -> tuple[list[str], str]:
        tokens = [*TOKEN.findall(written), SPACE]
        piece = tokens, "".join(map(self.shape_of.__getitem__, tokens))
        if len(self) < _MOST_PIECES and len(written) < _LONGEST_CACHED:
            self[written] = piece
        return piece


def _classes_of_number(digits: str) -> Classes:
    if len(digits) > 6:
        return frozenset({"long"})
    value, length = int(digits), len(digits)
    return frozenset(
        name for name, least, most, low, high in NUMBERS
        if least <= length <= most and low <= value <= high
    )  # fmt: skip


@lru_cache(maxsize=1)
def number_classes() -> frozenset[Classes]:
    """Every set of classes that a token of digits can have."""
    edges = {edge for _, _, _, low, high in NUMBERS for edge in (low - 1, low, high, high + 1)}
    written = (str(max(edge, 0)).zfill(width) for edge in edges for width in range(1, 8))
    return frozenset(_classes_of_number(digits) for digits in written)


def words(forms: str | Iterable[str]) -> list[str]:
    """The forms of one value: a list, or one string with commas between them."""
    listed = forms.split(",") if isinstance(forms, str) else forms
    return [form.strip() for form in listed if form.strip()]
