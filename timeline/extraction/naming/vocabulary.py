"""The word lists of a language with capitals, in the form in which runs of words are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from timeline.dates import cldr
from timeline.extraction.naming import gazetteer
from timeline.extraction.naming.genders import gender_of
from timeline.extraction.narrative.narratives import Narrative, Remembered
from timeline.text import fold

# Basic Latin to Cyrillic and Armenian, and Latin Extended Additional (Vietnamese).
_CASED = (*range(0x41, 0x590), *range(0x1E00, 0x1F00))
UPPER = "".join(re.escape(chr(code)) for code in _CASED if chr(code).isupper())
_ACRONYM = re.compile(rf"[{UPPER}][{UPPER}&]{{1,5}}")
_NUMERAL = re.compile(r"[IVX]{2,5}")  # of "World War II"
_MODEL = re.compile(rf"[{UPPER}]+\d+")  # "C3": what the name before it makes
_POSSESSIVES = ("'s", "’s", "'", "’")
_POSSESSIVE_ENDS = "s'’"
# Different words and their letters; more would let a hostile text fill the memory.
_MOST_REMEMBERED, _LONGEST_REMEMBERED = 50_000, 40


fold_word = lru_cache(maxsize=50_000)(fold)  # the words beside names: few, and asked for often


@dataclass(frozen=True, slots=True)
class Form:
    """What a written word is wherever it stands."""

    text: str  # without the ending of a possessive
    folded: str
    title: bool
    function: bool  # belongs to no name at its edges: "The", "Monday"
    people: bool  # "Iranian", "French-born"
    edge: bool  # one or the other
    nothing: bool  # alone it names nobody
    acronym: bool
    numeral: bool
    model: bool  # "C3"
    body: bool  # makes an organisation of the words beside it
    place: bool  # makes a place of them
    thing: bool  # makes a thing of them: "Act"
    kind: bool  # the same, before a name: "Hurricane Maria"
    small: str  # in small letters, which keep their accents
    gender: str  # of a given name, "" of any other word


@dataclass(slots=True)
class Word:
    """A capitalised word and what joins it to the one before: "" or a kind of `Vocabulary.gaps`."""

    start: int
    end: int
    gap: str
    form: Form


class Vocabulary:
    """The word lists of a language in the form in which runs are read."""

    def __init__(self, narrative: Narrative) -> None:
        self.nouns = narrative.capitals == "nouns"
        self.happening = narrative.happening
        self._add_articles(narrative)
        self._add_people(narrative)
        self._add_bodies_and_places(narrative)
        self._add_things(narrative)
        self._add_small_words(narrative)
        lists = (self.common, self.peoples, self.honorifics, self.organisations, self.places)
        self.nobody = frozenset[str]().union(*lists)
        self.forms = _Forms(self)
        self.houses = Remembered(self.is_house)

    def _add_articles(self, narrative: Narrative) -> None:
        self.determiners, self.articles = (
            narrative.words("determiners"),
            narrative.words("articles"),
        )
        self.pointing = self.determiners - self.articles
        several = len(narrative.lists.get("articles", ())) > 1  # English has "The Guardian"
        self.own_articles = self.articles if several and not self.nouns else frozenset()
        self.elided = frozenset(word for word in self.determiners if word.endswith("'"))

    def _add_people(self, narrative: Narrative) -> None:
        words, titles = narrative.words, narrative.lists.get("honorifics", ())
        self.honorifics = {
            part for phrase in words("honorifics") for part in re.split(r"[\s-]", phrase)
        }
        self.portfolios = words("portfolios")
        self.roles = frozenset(self.honorifics) - words("leading") - self.portfolios
        self.offices = narrative.endings("honorifics")
        self.abbreviations = frozenset(title[:-1] for title in titles if title.endswith("."))
        self.peoples, self.given = words("peoples"), words("given")
        self.patronymics = narrative.endings("patronymics")
        self.dealing = words("dealing")

    def _add_bodies_and_places(self, narrative: Narrative) -> None:
        words = narrative.words
        self.organisations, self.bodies = words("organisations"), words("bodies")
        self.bodies_by_ending = narrative.endings("organisations")
        self.firms, self.patrons, self.saints = words("firms"), words("patrons"), words("saints")
        self.places, self.locatives = words("places"), words("locatives")
        self.behind = words("behind")  # "Leinster | province"
        self.gazetteer = gazetteer.places(narrative.language) | words("countries")

    def _add_things(self, narrative: Narrative) -> None:
        words = narrative.words
        self.things, self.kinds = words("things"), words("kinds")
        self.things_first = not (self.behind or self.nouns)  # "Copa del Rey"
        self.suffixes = tuple(words("suffixes"))
        self.dedicated, self.works = words("dedicated"), words("works")

    def _add_small_words(self, narrative: Narrative) -> None:
        words = narrative.words
        self.calendar = words("months") | _calendar(narrative.language)
        self.common = words("common") | self.calendar
        self.function_words = self.common - self.organisations - self.places
        self.belonging, self.joining = words("belonging"), words("joining")
        self.gaps: dict[str, str] = {" ": "plain", "\u00a0": "plain"}
        self.gaps.update(_gaps(narrative))

    def form(self, written: str) -> Form:
        """The form of a word, as `forms` remembers it."""
        text = _without_possessive(written)
        folded, brand = fold(text), is_brand(text)
        function = (folded in self.function_words or self.is_elided(text)) and not brand
        people = folded.split("-")[0] in self.peoples
        nothing = (folded in self.nobody or people) and not brand
        return Form(
            text, folded, self.is_title(folded), function, people, function or people, nothing,
            small=text.lower(),
            acronym=_ACRONYM.fullmatch(text) is not None,
            numeral=_NUMERAL.fullmatch(text) is not None,
            model=_MODEL.fullmatch(text) is not None,
            body=folded in self.organisations or folded.endswith(self.bodies_by_ending),
            place=folded in self.places,
            thing=folded in self.things,
            kind=folded in self.kinds,
            gender=gender_of(text),
        )  # fmt: skip

    def is_elided(self, text: str) -> bool:
        """ "L'incendie": an article and a common noun, at the start of a sentence."""
        return text[2:3].islower() and fold(text[:2]).replace("’", "'") in self.elided

    def is_house(self, noun: str) -> bool:
        """Whether a noun says of the name behind it that it is one of an organisation."""
        folded = fold_word(noun)
        bare = folded[2:] if folded[1:2] in ("'", "’") else folded
        return bare in self.firms or bare in self.organisations

    def is_title(self, folded: str) -> bool:
        """Whether the word is a title, or made of titles: "secretary-general"."""
        if folded in self.honorifics or folded.endswith(self.offices):
            return True
        return "-" in folded and all(part in self.honorifics for part in folded.split("-"))


class _Forms(dict[str, Form]):
    """Written word -> its form, worked out when it first occurs."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, written: str) -> Form:
        form = self.vocabulary.form(written)
        if len(self) < _MOST_REMEMBERED and len(written) < _LONGEST_REMEMBERED:
            self[written] = form
        return form


def _without_possessive(word: str) -> str:
    if word[-1] in _POSSESSIVE_ENDS:
        return word.removesuffix(next(filter(word.endswith, _POSSESSIVES), ""))
    return word


def _gaps(narrative: Narrative) -> Iterator[tuple[str, str]]:
    """What may stand between two words of a name, as it is written, and how it joins them."""
    joining = narrative.lists.get("joining", ())
    lists = {"joining": joining, "particle": narrative.lists.get("particles", ())}
    lists["and"] = tuple(word for word in joining if word in narrative.lists.get("coordinate", ()))
    for kind, words in lists.items():
        for word in words:
            yield (f" {word}" if word.endswith(("'", "’")) else f" {word} "), kind


def is_brand(text: str) -> bool:
    """A capital inside: "NeXT" is no "next"."""
    return text[1:] != text[1:].lower() and not text.isupper()


@lru_cache(maxsize=32)
def _calendar(language: str) -> frozenset[str]:
    """Folded names of months and weekdays."""
    try:
        locale = Locale.parse(language)
    except (ValueError, TypeError, UnknownLocaleError):
        return frozenset()
    tables = cldr.names(str(locale))
    return frozenset(
        fold(name)
        for table in (tables["months"], tables["days"])
        for use in ("format", "stand-alone")
        for name in table[use]["wide"].values()
    )
