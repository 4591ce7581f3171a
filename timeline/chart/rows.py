"""The input of the chart: events as rows, the lanes they lie in, how categories look, counts."""

from dataclasses import dataclass

# Marks what a timeline features, as on its pages.
STAR = "★"


@dataclass(frozen=True, slots=True)
class Row:
    """One event in one lane. Days are Julian Day Numbers, open ends `dates.julian`'s sentinels;
    `date` is EDTF text, `part` TIMEX3's mod; `sources` counts the articles that tell it, which
    are `disputed` where they give different dates. What is `featured` stands out."""

    id: int
    title: str
    date: str
    part: str
    first_day: int
    last_day: int
    lane: str
    category: str
    importance: int = 0
    sources: int = 0
    disputed: bool = False
    featured: bool = False

    @property
    def label(self) -> str:
        """What stands beside its mark."""
        return f"{STAR} {self.title}" if self.featured else self.title


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and its name in the reader's language, from top to bottom."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of time with a name, behind all lanes; Julian Day Numbers, both included."""

    name: str
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class Style:
    """How a category looks: `colour` as #rrggbb (on a light ground), `shape` a Plotly symbol."""

    key: str
    name: str
    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class Count:
    """`count` events of a lane sort into the `days` days from `first_day` on."""

    lane: str
    first_day: int
    days: int
    count: int
