"""How many events each choice of a filter would leave, and what the choices are called: one or two
queries for each filter, however many events and choices there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import pgettext

from timeline.dates.scales import Precision
from timeline.models import Article, Category, Entity
from timeline.selectors import source_keys
from timeline.selectors.filtering.fields import NO_CATEGORY, precision_labels
from timeline.selectors.groupings import GROUPINGS, Grouping, entity_names
from timeline.selectors.memberships import Memberships

# Of people, places and sources: the most frequent, and whatever is chosen. A reader looks for the
# others by their names.
LIMIT = 40
EVENTS = Count("id")


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what the address says, `label` what people read."""

    value: str
    label: str
    count: int
    chosen: bool


class Counted(NamedTuple):
    """The memberships that the other filters leave, and all that readers may see: nothing is named
    that is not in those."""

    left: Memberships
    all: Memberships


def _categories(members: Counted, chosen: Sequence[str]) -> list[Choice]:
    counts = {key or NO_CATEGORY: count for key, count in _counts(members, "category__key").items()}
    return _choices(counts, _category_labels(), chosen)


def _category_labels() -> dict[str, str]:
    labels = {category.key: category.label for category in Category.objects.all()}
    labels.setdefault(NO_CATEGORY, pgettext("events", "Others"))
    return labels


def _precisions(members: Counted, chosen: Sequence[str]) -> list[Choice]:
    found = _counts(members, "event__index__precision").items()
    counts = {Precision(number).name.lower(): count for number, count in found}
    return _choices(counts, _precision_labels(), chosen)


def _precision_labels() -> dict[str, str]:
    return {precision.name.lower(): label for precision, label in precision_labels().items()}


def _counts(members: Counted, path: str) -> dict[Any, int]:
    counts = members.left.order_by().values(path).annotate(events=EVENTS)
    return dict(counts.values_list(path, "events"))


def _most_frequent(grouping: Grouping, members: Counted, chosen: Sequence[str]) -> list[Choice]:
    counts = _frequent(grouping, members, chosen)
    choices = _choices(counts, grouping.names(counts), chosen)
    return sorted(choices, key=lambda choice: (-choice.count, choice.label))


def _frequent(grouping: Grouping, members: Counted, chosen: Sequence[str]) -> dict[str, int]:
    """The most frequent lanes, and of those chosen all that readers may see."""
    named = {f"{grouping.path}__isnull": False}
    left, seen = (each.filter(**named).order_by().values(lane=grouping.lane) for each in members)
    counted = left.annotate(events=grouping.number)
    counts = dict(counted.order_by("-events", "lane").values_list("lane", "events")[:LIMIT])
    if chosen:
        known = seen.filter(lane__in=chosen).values_list("lane", flat=True).distinct()
        wanted = counted.filter(lane__in=chosen).values_list("lane", "events")
        counts = dict.fromkeys(known, 0) | counts | dict(wanted)
    return counts


def _choices(
    counts: Mapping[str, int], labels: Mapping[str, str], chosen: Sequence[str]
) -> list[Choice]:
    """In the order of the labels: what there is to choose, and what is chosen."""
    shown = [value for value in labels if value in counts or value in chosen]
    return [Choice(value, labels[value], counts.get(value, 0), value in chosen) for value in shown]


COUNTED: dict[str, Callable[[Counted, Sequence[str]], list[Choice]]] = {
    "category": _categories,
    "precision": _precisions,
    **{name: partial(_most_frequent, grouping) for name, grouping in GROUPINGS.items()},
}


def _names_of_entities(path: str, seen: Memberships, chosen: Sequence[str]) -> dict[str, str]:
    naming = seen.filter(**{path: OuterRef("pk")})
    named = Entity.objects.filter(Exists(naming), pk__in=[int(value) for value in chosen])
    ids = named.values_list("pk", flat=True)
    return {str(pk): name for pk, name in entity_names(ids).items()}


def _names_of_sources(seen: Memberships, chosen: Sequence[str]) -> dict[str, str]:
    publishers, ids = source_keys.sources_of(chosen)
    telling = seen.filter(event__evidence__article=OuterRef("pk"))
    cited = Article.objects.filter(Exists(telling), pk__in=ids).values_list("pk", flat=True)
    return source_keys.labels_of([*publishers, *(f"{source_keys.ARTICLE}{pk}" for pk in cited)])


# Facet -> what chosen values are called; people, places and articles only if readers see them.
LABELLED: dict[str, Callable[[Memberships, Sequence[str]], dict[str, str]]] = {
    "category": lambda _seen, _chosen: _category_labels(),
    "person": partial(_names_of_entities, GROUPINGS["person"].path),
    "place": partial(_names_of_entities, GROUPINGS["place"].path),
    "source": _names_of_sources,
    "precision": lambda _seen, _chosen: _precision_labels(),
}
