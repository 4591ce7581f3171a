"""The filters over a timeline: what there is to choose, what was chosen and how to take it back.

Everything is an address, so that all of it works without a script; with one, the page asks for the
same addresses and takes what it needs from the answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from timeline.dates.words import in_words
from timeline.models import Category
from timeline.selectors.filtering.facets import LIMIT, Choice
from timeline.selectors.filtering.filters import Filtered

# A timeline of up to so many events has all its choices counted with the page (some 30 ms, and no
# more until it changes); of a larger one those of a menu that is opened.
COUNTED_AT_ONCE = 2_000
# The parameter that names the menu that is open.
CHOOSE = "choose"
# Parameters of the page that stay as they are when the filters change; longer is no value of them.
KEPT = ("lanes", "from", "to", "folded", "lang")
LONGEST_KEPT, MOST_KEPT = 40, 40
DATES = ("since", "until")
TYPED = ("q", *DATES)
ENTITIES = ("person", "place")
LABELS: dict[str, str | Promise] = {
    "q": _("Words"),
    "category": _("Category"),
    "person": pgettext_lazy("named in an event", "Who"),
    "place": _("Places"),
    "source": _("Sources"),
    "since": pgettext_lazy("dates", "From"),
    "until": pgettext_lazy("dates", "Until"),
    "precision": _("How exact"),
    "dates": _("Dates"),
}
# Menu -> the parameters that are chosen in it.
MENUS = {
    "category": ("category",),
    "person": ("person",),
    "place": ("place",),
    "source": ("source",),
    "dates": DATES,
    "precision": ("precision",),
}


@dataclass(frozen=True, slots=True)
class Menu:
    """One filter to open. `choices` are None until somebody asks for them at `address`; `values`
    are those chosen, which the form carries along meanwhile. All that there are stand on a page of
    their own, at `all_choices`."""

    name: str
    label: str | Promise
    values: Sequence[str]
    choices: Sequence[Choice] | None
    opened: bool
    address: str
    all_choices: str

    @property
    def is_limited(self) -> bool:
        return self.choices is not None and len(self.choices) >= LIMIT


@dataclass(frozen=True, slots=True)
class Chip:
    """One value that was chosen; `entity` is the id of whom it names, if anybody."""

    name: str
    value: str
    field: str | Promise
    label: str
    without: str
    entity: str


@dataclass(frozen=True, slots=True)
class FilterBar:
    """`path` is that of the page. `number` of `total` events are found, between the Julian days of
    `span`; `query` says the filters in the address of their figure. `typed` stands in the fields of
    the form, `errors` say which of them could not be read, and `kept` are the fields that the form
    carries along."""

    path: str
    number: int
    total: int
    span: tuple[int, int] | None
    query: str
    typed: Mapping[str, str]
    errors: Mapping[str, tuple[str | Promise, str]]
    menus: Sequence[Menu]
    chips: Sequence[Chip]
    kept: Sequence[tuple[str, str]]
    clear: str
    categories: Mapping[str, Category]

    @property
    def is_wanted(self) -> bool:
        """Where there is a single event, nothing is to be searched and chosen."""
        return self.total > 1 or bool(self.chips or self.errors)

    @property
    def has_opened(self) -> bool:
        return any(menu.opened for menu in self.menus)


def filter_bar(found: Filtered, query: QueryDict, path: str, number: int, total: int) -> FilterBar:
    """The bar for what `query` asks for of the page at `path`."""
    addresses = _Addresses(path, found, query)
    return FilterBar(
        path=path,
        number=number,
        total=total,
        span=found.span() if found.chosen and number else None,
        query=encoded(found.params),
        typed={name: query.get(name, "") for name in TYPED},
        errors={name: (LABELS[name], some[0]) for name, some in found.errors.items()},
        menus=_menus(found, addresses, query.get(CHOOSE), total <= COUNTED_AT_ONCE),
        chips=list(_chips(found, addresses)),
        kept=addresses.kept,
        clear=addresses.of([]),
        categories={category.key: category for category in Category.objects.all()},
    )


class _Addresses:
    """Addresses of the page with other filters. The list begins anew with each change of them, and
    an event that was open is closed."""

    def __init__(self, path: str, found: Filtered, query: QueryDict) -> None:
        self._path = path
        self._params = found.params
        self.kept = kept_fields(query)

    def without(self, name: str, value: str) -> str:
        return self.of([param for param in self._params if param != (name, value)])

    def choosing(self, menu: str) -> str:
        return self.of([*self._params, (CHOOSE, menu)])

    def all_choices(self, menu: str) -> str:
        return f"{self._path}choices/{menu}/?{encoded([*self._params, *self.kept])}"

    def of(self, params: Sequence[tuple[str, str]]) -> str:
        return f"{self._path}?{encoded([*params, *self.kept])}#filters"


def linked(found: Filtered, query: QueryDict) -> str:
    """What addresses of the page's events begin with after the question mark."""
    text = encoded([*found.params, *kept_fields(query)])
    return f"{text}&" if text else ""


def kept_fields(query: QueryDict) -> list[tuple[str, str]]:
    """What of a page's address stays as it is when its filters change."""
    return [
        (name, value[:LONGEST_KEPT])
        for name in KEPT
        for value in query.getlist(name)[:MOST_KEPT]
        if value or name == "folded"
    ]


def encoded(params: Sequence[tuple[str, str]]) -> str:
    """Parameters as the query of an address."""
    query = QueryDict(mutable=True)
    for name, value in params:
        query.appendlist(name, value)
    return query.urlencode()


def _menus(
    found: Filtered,
    addresses: _Addresses,
    opened: str | None,
    all_at_once: bool,
) -> list[Menu]:
    return [
        Menu(
            name=name,
            label=LABELS[name],
            values=[value for param, value in found.params if param in params],
            choices=found.choices(name) if _is_counted(name, opened, all_at_once) else None,
            opened=name == opened,
            address=addresses.choosing(name),
            all_choices=addresses.all_choices(name),
        )
        for name, params in MENUS.items()
        if not all_at_once or name == "dates" or found.all.choices(name)
    ]


def _is_counted(name: str, opened: str | None, all_at_once: bool) -> bool:
    return name != "dates" and (all_at_once or name == opened)


def _chips(found: Filtered, addresses: _Addresses) -> Iterator[Chip]:
    labels = {name: _labels(found, name) for name in found.chosen}
    for name, value in found.params:
        known = name in ENTITIES and value in labels[name]
        yield Chip(
            name=name,
            value=value,
            field=LABELS[name],
            label=labels[name].get(value, value),
            without=addresses.without(name, value),
            entity=value if known else "",
        )


def _labels(found: Filtered, name: str) -> Mapping[str, str]:
    """What the values of a parameter are called."""
    value = found.chosen[name]
    if name == "q":
        return {value: gettext("“{words}”").format(words=value)}
    if name in DATES:
        return {value.text: in_words(value, get_language() or "", translate=gettext)}
    return found.labels(name)
