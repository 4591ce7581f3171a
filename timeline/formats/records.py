"""What files and feeds say of a timeline and its events: everything that readers see, nothing else.

Words ("20 May 2024", "Economy") are in the language of the timeline, addresses are whole.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article, never its text; `published_on` is its day in ISO 8601, `url` may be empty."""

    title: str
    url: str
    publisher: str
    author: str
    language: str
    published_on: str


@dataclass(frozen=True, slots=True)
class Support:
    """One piece of evidence, by its `kind`: "quote", "citation" or "editors"."""

    kind: str
    quote: str = ""
    expression: str = ""
    source: Source | None = None
    citation: str = ""
    citation_url: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """`kind` is "person", "organisation" or "place"."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Medium:
    url: str
    credit: str
    alternative_text: str


@dataclass(frozen=True, slots=True)
class Look:
    """How TimelineJS shows a slide beyond what there is a place for here, so that it goes out there
    as it came: which of its media is its `background` (an address) and the `colour` of that, and of
    the medium with the address `medium` a small picture, a title and where it leads. By `unique_id`
    the addresses of pages lead to the slide."""

    background: str = ""
    colour: str = ""
    medium: str = ""
    thumbnail: str = ""
    title: str = ""
    link: str = ""
    unique_id: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An event as it is everywhere but on a timeline that has other words or media for it."""

    title: str
    summary: str = ""
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRecord:
    """`date` is EDTF text, `part` the TIMEX3 part that is meant of it; `changed` is ISO 8601.
    Words and media are those of the timeline that tells it, and `featured` says whether that does
    so; `elsewhere` is None where it has no other ones, `look` where it came from nowhere else."""

    id: int
    address: str
    title: str
    summary: str
    date: str
    part: str
    date_in_words: str
    category: str
    category_name: str
    importance: int
    changed: str
    correction: str = ""
    featured: bool = False
    people: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    media: tuple[Medium, ...] = ()
    evidence: tuple[Support, ...] = ()
    elsewhere: Elsewhere | None = None
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class EraRecord:
    """A stretch of time with a name; `date` is EDTF text with two ends."""

    name: str
    date: str
    date_in_words: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    address: str
    title: str
    introduction: str
    language: str
    changed: str
    cover: Medium | None = None
    credits: str = ""
    eras: tuple[EraRecord, ...] = ()
    look: Look | None = None
